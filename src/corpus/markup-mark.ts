import type { Span } from "./article.ts";

/** A part of a text that a reader does not see as it is written: it is left out, or read as `as`, which is no longer. */
export interface Mark extends Span {
  readonly as?: string;
}

/** In order; of two that overlap the later begins where the earlier ends, and one inside another is dropped. */
export function ordered(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(mark.start, result.at(-1)?.end ?? 0);
    if (start === mark.start) result.push(mark);
    else if (start < mark.end) result.push({ start, end: mark.end });
  }
  return result;
}
