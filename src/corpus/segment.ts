import type { Paragraph, ParagraphKind, Sentence, Span } from "./article.ts";
import { clausesIn } from "./clauses.ts";
import { overEntities } from "./inline-marks.ts";
import type { Mark } from "./markup-mark.ts";
import { sentencesIn } from "./sentence-boundaries.ts";

/** A stretch of text that can be quoted, before it is cut into sentences. */
export interface ArticleBlock extends Span {
  readonly kind: ParagraphKind;
  readonly heading?: string;
  readonly isUnseen?: boolean;
  readonly afterGap: boolean;
}

/**
 * Paragraphs and sentences of an article, by blocks in order. A block without any sentence is none. `text`: as its words
 * are read (`legibleText`). `marks`: those of the text, so that no span ends inside an entity.
 */
export function segment(
  text: string,
  blocks: readonly ArticleBlock[],
  marks: readonly Mark[] = [],
): { paragraphs: Paragraph[]; sentences: Sentence[] } {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    const whole = (span: Span) => overEntities(marks, span);
    const spans = sentencesIn(text, block.start, block.end).map(whole);
    const first = spans.at(0);
    const last = spans.at(-1);
    if (first === undefined || last === undefined) continue;
    const paragraph = paragraphs.length;
    paragraphs.push({
      kind: block.kind,
      start: first.start,
      end: last.end,
      firstSentence: sentences.length,
      sentenceCount: spans.length,
      ...(block.heading === undefined ? {} : { heading: block.heading }),
      afterGap: block.afterGap,
      ...(block.isUnseen === true && { isUnseen: true }),
    });
    for (const { start, end } of spans)
      sentences.push({ start, end, paragraph, clauses: clausesIn(text, start, end).map(whole) });
  }
  return { paragraphs, sentences };
}
