import type { ContentLine } from "./content-line.ts";
import type { Warning } from "./yaml.ts";

const LONG_LINE = 20_000;
const LONG_WORD = 200;
const OPENS_EMBEDDING = /[\u202A\u202B\u202D\u202E]/u;
const OPENS_ISOLATE = /[\u2066-\u2068]/u;

/** What an operator should look at, though the article was loaded: lines out of all measure, unbalanced bidi controls. */
export function warningsOf(text: string, lines: readonly ContentLine[]): Warning[] {
  return lines.flatMap(({ start, end, number }) => {
    const slice = text.slice(start, end);
    const found: Warning[] = [];
    if (slice.length > LONG_LINE)
      found.push({ line: number, message: `a line of ${slice.length} characters` });
    if (hasLongWord(slice))
      found.push({ line: number, message: `more than ${LONG_WORD} characters without a space` });
    if (!isBalanced(slice)) found.push({ line: number, message: "unbalanced bidi controls" });
    return found;
  });
}

/** Whether every bidi embedding and isolate that opens in a text also closes in it, and none closes that did not open. */
function isBalanced(text: string): boolean {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(text)) return true;
  let embeddings = 0;
  let isolates = 0;
  for (const sign of text) {
    if (OPENS_EMBEDDING.test(sign)) embeddings += 1;
    else if (OPENS_ISOLATE.test(sign)) isolates += 1;
    else if (sign === "\u202C") embeddings -= 1;
    else if (sign === "\u2069") isolates -= 1;
    if (embeddings < 0 || isolates < 0) return false;
  }
  return embeddings === 0 && isolates === 0;
}

/** From the end of each stretch that could be one backwards, so that ordinary text costs next to nothing. */
function hasLongWord(text: string): boolean {
  let start = 0;
  while (start + LONG_WORD <= text.length) {
    let at = start + LONG_WORD - 1;
    while (at >= start && !/\s/u.test(text.charAt(at))) at -= 1;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}
