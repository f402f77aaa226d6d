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
    for (const span of spans) sentences.push(new SegmentedSentence(span, paragraph, text, marks));
  }
  return { paragraphs, sentences };
}

/** Its clauses are cut whenever they are asked for: those of few sentences are, and kept they take more room than all words. */
class SegmentedSentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly #text: string;
  readonly #marks: readonly Mark[];

  constructor({ start, end }: Span, paragraph: number, text: string, marks: readonly Mark[]) {
    this.start = start;
    this.end = end;
    this.paragraph = paragraph;
    this.#text = text;
    this.#marks = marks;
  }

  get clauses(): readonly Span[] {
    const { start, end } = this;
    return clausesIn(this.#text, start, end).map((span) => overEntities(this.#marks, span));
  }
}
