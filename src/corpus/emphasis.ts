import type { Span } from "./article.ts";

/** A run of `*`, `_`, `~` or `=` that may open or close emphasis. */
export interface Delimiter {
  readonly sign: string;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const BLANK = /\s|^$/u;
const SIGN = /[\p{P}\p{S}]/u;
/** Openers further back than this are not looked at, so that hostile text costs no more than its length. */
const FURTHEST = 64;

/** The run of one sign at `at`, by CommonMark's rules on what stands on both sides; a sign between digits multiplies. */
export function delimiterAt(text: string, at: number, from: number, to: number): Delimiter {
  const sign = text.charAt(at);
  let end = at;
  while (end < to && text.charAt(end) === sign) end += 1;
  const before = at === from ? "" : text.charAt(at - 1);
  const after = end >= to ? "" : text.charAt(end);
  const left = !BLANK.test(after) && (!SIGN.test(after) || BLANK.test(before) || SIGN.test(before));
  const right = !BLANK.test(before) && (!SIGN.test(before) || BLANK.test(after) || SIGN.test(after));
  const multiplies = /\p{Nd}/u.test(before) && /\p{Nd}/u.test(after);
  const usable = !multiplies && ((sign !== "~" && sign !== "=") || end - at === 2);
  const inWord = sign === "_" && left && right;
  return {
    sign,
    start: at,
    end,
    opens: usable && left && (!inWord || SIGN.test(before)),
    closes: usable && right && (!inWord || SIGN.test(after)),
  };
}

/** The signs that emphasise: those of the runs that find their partner. All others are text. */
export function emphasisMarks(delimiters: readonly Delimiter[]): Span[] {
  const marks: Span[] = [];
  const openers: Delimiter[] = [];
  for (const run of delimiters) {
    while (run.closes && run.start < run.end) {
      const at = openerFor(openers, run);
      const opener = openers[at];
      if (opener === undefined) break;
      const size = Math.min(opener.end - opener.start, run.end - run.start, 2);
      marks.push({ start: opener.end - size, end: opener.end }, { start: run.start, end: run.start + size });
      opener.end -= size;
      run.start += size;
      openers.length = opener.start === opener.end ? at : at + 1;
    }
    if (run.opens && run.start < run.end) openers.push(run);
  }
  return marks;
}

function openerFor(openers: readonly Delimiter[], { sign }: Delimiter): number {
  const furthest = Math.max(0, openers.length - FURTHEST);
  for (let at = openers.length - 1; at >= furthest; at -= 1) if (openers[at]?.sign === sign) return at;
  return -1;
}
