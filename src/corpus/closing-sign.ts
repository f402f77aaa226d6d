import type { Span } from "./article.ts";

/**
 * Where the sign begins that closes a line, with the blanks before it: the `##` of `## title ##`, the `|` of `| a | b |`.
 * The end of the line's text, without the blanks behind it, when there is none. `#` needs a blank before it.
 */
export function closingStart(text: string, { start, end }: Span, sign: "#" | "|"): number {
  const last = beforeBlanks(text, start, end);
  let from = last;
  if (sign === "|" && from > start && text.charAt(from - 1) === sign) from -= 1;
  else if (sign === "#") while (from > start && text.charAt(from - 1) === sign) from -= 1;
  const content = beforeBlanks(text, start, from);
  return from === last || (sign === "#" && content === from) ? end : content;
}

function beforeBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[ \t]/u.test(text.charAt(last - 1))) last -= 1;
  return last;
}
