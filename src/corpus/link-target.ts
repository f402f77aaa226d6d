import { braceAt } from "./brace-marks.ts";

/**
 * The end of a link's target (`(address "title")`) that opens at `at` and closes before `end`, or undefined. The address
 * may hold brackets, one pair inside another, or stand in `<…>`. A hand-written scan, since an embedded picture is an
 * address of megabytes: a regular expression overflows its stack on it, and backtracks over the spaces of many.
 */
export function targetEnd(text: string, at: number, end: number): number | undefined {
  if (text.charAt(at) !== "(") return undefined;
  const start = afterBlanks(text, at + 1, end);
  const address = afterAngles(text, start, end) ?? afterAddress(text, start, end);
  const next = afterBlanks(text, address, end);
  const last = next > address ? afterBlanks(text, afterTitle(text, next, end), end) : next;
  return last < end && text.charAt(last) === ")" ? last + 1 : undefined;
}

function afterBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text, next)) next += 1;
  return next;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || (code >= 0xa0 && /\s/u.test(text.charAt(at)));
}

function afterAngles(text: string, at: number, end: number): number | undefined {
  if (text.charAt(at) !== "<") return undefined;
  for (let next = at + 1; next < end; next += 1) {
    const sign = text.charAt(next);
    if (sign === ">") return next + 1;
    if (sign === "<" || sign === "\n") return undefined;
  }
  return undefined;
}

function afterAddress(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && !isBlank(text, next)) {
    const sign = text.charAt(next);
    if (sign === ")") return next;
    const command = sign === "{" ? afterCommand(text, next, end) : undefined;
    if (command !== undefined) next = command;
    else if (sign === "\\" && text.charAt(next + 1) !== "\n") next += 2;
    else if (sign === "\\") return next;
    else if (sign === "(") {
      const close = afterBrackets(text, next, end);
      if (close === undefined) return next;
      next = close;
    } else next += 1;
  }
  return Math.min(next, end);
}

/** Behind a command to the site's generator that stands for the address or a part of it: `{% link a.md %}`, `{{< ref "a" >}}`. */
function afterCommand(text: string, at: number, end: number): number | undefined {
  if (!/^\{[{%]/u.test(text.slice(at, at + 2))) return undefined;
  return braceAt(text, at, end)?.end;
}

function afterBrackets(text: string, at: number, end: number): number | undefined {
  for (let next = at + 1; next < end && !isBlank(text, next); next += 1) {
    const sign = text.charAt(next);
    if (sign === ")") return next + 1;
    if (sign === "(") return undefined;
  }
  return undefined;
}

/** The end of a title in quotation marks at `at`, or `at` when there is none. */
function afterTitle(text: string, at: number, end: number): number {
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return at;
  for (let next = at + 1; next < end && text.charAt(next) !== "\n"; next += 1)
    if (text.charAt(next) === quote) return next + 1;
  return at;
}
