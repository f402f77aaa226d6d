import { findingPlaces, findingShownBy, type Passages } from "./answer-state.ts";
import { answeringWords } from "./answering-words.ts";
import { type AnswerState, encodePress } from "./codec.ts";
import { clean } from "./foreign-text.ts";
import { quoteBlock } from "./quoted.ts";
import type { Result } from "./reply.ts";

/** Characters of a result's title: a menu shows about these. */
const TITLE_MAX = 100;

/** The findings to choose among, best first: none where there is only one, and without those whose passage is gone. */
export function resultsOf(state: AnswerState, passages: Passages): Result[] {
  const findings = findingPlaces(state);
  if (findings.length < 2) return [];
  return findings.flatMap((at) => {
    const quotation = findingShownBy({ ...state, at }, passages)?.quotation;
    if (quotation === undefined) return [];
    return {
      title: answeringWords(quoteBlock(quotation, quotation), state.language, TITLE_MAX),
      description: clean(quotation.passage.article.title),
      data: encodePress({ show: "answer", state: { ...state, at } }),
      isShown: at === state.at,
    };
  });
}
