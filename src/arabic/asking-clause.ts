import { isCue, isCueWithConjunction } from "./question-cues.ts";
import { isQuestionWord } from "./stop-words.ts";
import type { Span, Token } from "./token.ts";

/**
 * The clause of a question that asks: the last sentence that ends in a question mark and names something, else the last with
 * a question word, else all; of it, from the clause that begins with a question word («بلغني أن …، فما …؟»).
 * `tokens` are those of the text.
 */
export function askingClauseOf(text: string, tokens: readonly Token[]): Span {
  const sentences = clausesOf(
    text,
    0,
    tokens,
    /[^.!\u061f?\u061b\u06d4;\n\u2026]+[.!\u061f?\u061b\u06d4;\n\u2026]*/g,
  );
  const asking =
    sentences.findLast(({ end, terms }) => terms.length > 1 && /[\u061f?]/.test(text.slice(end - 3, end))) ??
    (sentences.length > 1
      ? sentences.findLast(({ terms }) => terms.some((term) => term !== "من" && isQuestionWord(term)))
      : undefined);
  const { start, end } = asking ?? { start: 0, end: text.length };
  const clauses = clausesOf(text.slice(start, end), start, tokens, /[^\u060c,:\u2014]+[\u060c,:\u2014]*/g);
  const from = clauses.slice(1).find(({ terms }) => beginsAsking(terms));
  return { start: from?.start ?? start, end };
}

interface Clause extends Span {
  readonly terms: readonly string[];
}

/** The parts of a text that a pattern finds, without the white space around them, with their terms; empty ones left out. */
function clausesOf(text: string, offset: number, tokens: readonly Token[], pattern: RegExp): Clause[] {
  const found: Clause[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const bare = match[0].trim();
    if (bare === "") continue;
    const start = offset + match.index + match[0].indexOf(bare);
    const end = start + bare.length;
    const terms: string[] = [];
    for (let token = tokens[at]; token !== undefined && token.start < end; token = tokens[++at]) {
      if (token.start >= start) terms.push(token.term);
    }
    found.push({ start, end, terms });
  }
  return found;
}

/** The clause begins with a question word, perhaps after a preposition («فعلى أي شرط»). */
function beginsAsking([first, second]: readonly string[]): boolean {
  if (first === undefined || second === undefined) return false;
  if (first !== "من" && first !== "ما" && isQuestionWord(first)) return true;
  return (
    (first === "ما" || isCueWithConjunction("prepositions", first)) &&
    isCue("asked after a preposition", second)
  );
}
