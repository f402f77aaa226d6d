import type { Corpus } from "../corpus/article.ts";
import { quoteBlock } from "./card.ts";
import { encodePress, type Trail } from "./codec.ts";
import { clean } from "./echo.ts";
import type { Result } from "./reply.ts";
import { findingsOf, viewOf } from "./trail.ts";

/** Characters of a result's first words: a menu shows about these. */
const DESCRIPTION_MAX = 100;

/** The findings of a trail as one can choose among them, best first; none where there is only one. What is gone is left out. */
export function resultsOf(trail: Trail, corpus: Corpus): Result[] {
  const findings = findingsOf(trail);
  if (findings.length < 2) return [];
  return findings.flatMap((at) => {
    const quotation = viewOf({ ...trail, at }, corpus)?.quotation;
    if (quotation === undefined) return [];
    const { text } = quoteBlock(quotation, quotation);
    return {
      title: clean(quotation.passage.article.title),
      description: clean(text, DESCRIPTION_MAX),
      data: encodePress({ show: "answer", trail: { ...trail, at } }),
      isShown: at === trail.at,
    };
  });
}
