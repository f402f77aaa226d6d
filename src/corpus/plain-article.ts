import type { Article, Paragraph, Passage, Sentence } from "./article.ts";
import { passageKey } from "./passages.ts";
import { segment } from "./segment.ts";
import { linesOf, trimSpan } from "./text-lines.ts";

/**
 * An article of raw text: each line that is not blank is a paragraph, nothing is left out, and there is no title.
 * Sentences are cut when they are first asked for, so that a hundred thousand texts load fast.
 */
export function plainArticle(id: string, text: string): Article {
  return new PlainArticle(id, text);
}

/** The whole of a plain article as one passage, of any length; undefined when it has no text. */
export function plainPassage(article: Article): Passage | undefined {
  const { start, end } = trimSpan(article.text, 0, article.text.length);
  return start === end ? undefined : new PlainPassage(article, start, end);
}

class PlainArticle implements Article {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly title = "";
  readonly tags = [];
  readonly references = [];
  readonly questions = [];
  readonly aliases = [];
  #segments: { paragraphs: Paragraph[]; sentences: Sentence[] } | undefined;

  constructor(id: string, text: string) {
    this.id = id;
    this.file = `${id}.txt`;
    this.text = text;
  }

  get paragraphs(): readonly Paragraph[] {
    return this.#cut().paragraphs;
  }

  get sentences(): readonly Sentence[] {
    return this.#cut().sentences;
  }

  #cut(): { paragraphs: Paragraph[]; sentences: Sentence[] } {
    this.#segments ??= segment(
      this.text,
      linesOf(this.text).map(({ start, end }) => ({ start, end, kind: "prose", afterGap: false })),
    );
    return this.#segments;
  }
}

class PlainPassage implements Passage {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  readonly paragraph = 0;
  readonly firstSentence = 0;
  #key: string | undefined;

  constructor(article: Article, start: number, end: number) {
    this.article = article;
    this.start = start;
    this.end = end;
  }

  get key(): string {
    this.#key ??= passageKey(this.article.id, this.article.text.slice(this.start, this.end));
    return this.#key;
  }

  get sentenceCount(): number {
    return this.article.sentences.length;
  }
}
