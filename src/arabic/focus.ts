import { tokenize } from "./tokens.ts";
import { isQuestionWord } from "./words.ts";

/** A half-open range of UTF-16 offsets into the question. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The clause of a question that asks: the last sentence that ends in a question mark and names something, else the last with
 * a question word, else all; of it, from the clause that begins with a question word («بلغني أن …، فما …؟»).
 */
export function focusOf(text: string): Range {
  const sentences = partsOf(text, /[^.!\u061f?\u061b\u06d4;\n\u2026]+[.!\u061f?\u061b\u06d4;\n\u2026]*/g);
  const asking = sentences.findLast(
    (part) => /[\u061f?]/.test(text.slice(part.start, part.end)) && wordCount(text, part) > 1,
  ) ??
    (sentences.length > 1 ? sentences.findLast((part) => asks(text, part)) : undefined) ?? {
      start: 0,
      end: text.length,
    };
  const clauses = partsOf(text.slice(asking.start, asking.end), /[^\u060c,:\u2014]+[\u060c,:\u2014]*/g);
  const from = clauses
    .slice(1)
    .find((clause) => beginsAsking(text.slice(asking.start + clause.start, asking.start + clause.end)));
  return from === undefined ? asking : { start: asking.start + from.start, end: asking.end };
}

/** The parts of a text that a pattern finds, without the white space around them; empty ones left out. */
function partsOf(text: string, pattern: RegExp): Range[] {
  const parts: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    const bare = match[0].trim();
    if (bare === "") continue;
    const start = match.index + match[0].indexOf(bare);
    parts.push({ start, end: start + bare.length });
  }
  return parts;
}

function wordCount(text: string, part: Range): number {
  return tokenize(text.slice(part.start, part.end)).length;
}

function asks(text: string, part: Range): boolean {
  return tokenize(text.slice(part.start, part.end)).some(({ term }) => term !== "من" && isAsking(term));
}

/** The clause begins with a question word, perhaps after a preposition («فعلى أي شرط»). */
function beginsAsking(clause: string): boolean {
  const [first, second] = tokenize(clause).map(({ term }) => term);
  if (first === undefined) return false;
  if (isAsking(first))
    return tokenize(clause).length > 1 && first !== "\u0645\u0646" && first !== "\u0645\u0627";
  const asked =
    first === "\u0645\u0646" ||
    first === "\u0645\u0627" ||
    /^[\u0648\u0641]?(?:علي|في|الي|من|عن|مع)$/.test(first);
  return asked && second !== undefined && /^(?:اي|ماذا|متي|اين|كم|هو|هي|الذي)$/.test(second);
}

function isAsking(term: string): boolean {
  return isQuestionWord(term) || isQuestionWord(term.replace(/^[\u0648\u0641]/, ""));
}
