import type { Mark } from "./markup-mark.ts";

const LONGEST = 2000;
/** What stands between these speaks to the generator of a site: shortcodes (Hugo), Liquid (Jekyll), comments (MDX, Jinja). */
const PAIRS: readonly [opening: string, closing: string][] = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{{/*", "*/}}"],
  ["{%", "%}"],
  ["{/*", "*/}"],
  ["{# ", "#}"],
];

/**
 * The mark in braces at `at` that closes before `end`: a shortcode, Liquid, a variable (`{{ site.title }}`), a comment,
 * attributes (`{#id}`, `{: .class}`, `{width=50%}`), or a blank as JSX writes it (`{' '}`). Other braces are signs of the
 * text: a verse of the Quran stands in them.
 */
export function braceAt(text: string, at: number, end: number): Mark | undefined {
  const limit = Math.min(end, at + LONGEST);
  for (const [opening, closing] of PAIRS) {
    if (!text.startsWith(opening, at)) continue;
    const close = closeOf(text, closing, at + opening.length, limit);
    if (close !== undefined) return { start: at, end: close };
  }
  if (text.startsWith("{{", at)) {
    const close = closeOf(text, "}}", at + 2, limit);
    const isText = close === undefined || /\p{Script=Arabic}/u.test(unquoted(text.slice(at + 2, close - 2)));
    return isText ? undefined : { start: at, end: close };
  }
  const close = closeOf(text, "}", at + 1, Math.min(limit, at + LONGEST_ATTRIBUTES));
  if (close === undefined) return undefined;
  const inside = text.slice(at + 1, close - 1);
  if (/^(?:' '|" ")$/u.test(inside)) return { start: at, end: close, as: " " };
  return isAttributes(inside) ? { start: at, end: close } : undefined;
}

const LONGEST_ATTRIBUTES = 300;

function isAttributes(inside: string): boolean {
  if (inside.includes("\n")) return false;
  if (inside.startsWith(":")) return /^[!-~ ]+$/u.test(inside);
  const attributes = inside
    .replace(/"[^"]*"|'[^']*'/gu, "x")
    .trim()
    .split(/\s+/u);
  return attributes.every((attribute) => /^(?:[#.][\p{L}_][^\s{}]*|[A-Za-z][\w-]*=\S+)$/u.test(attribute));
}

function closeOf(text: string, closing: string, from: number, limit: number): number | undefined {
  const at = text.slice(from, limit).indexOf(closing);
  return at < 0 ? undefined : from + at + closing.length;
}

function unquoted(text: string): string {
  return text.replace(/"[^"]*"|'[^']*'|`[^`]*`/gu, "");
}
