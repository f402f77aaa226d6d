import { z } from "zod";
import type { Article, Passage, Sentence } from "../../corpus/article.ts";
import type { AnalysedArticle } from "./analysed-article.ts";
import { decodeNumbers, encodeNumbers } from "./number-code.ts";

/** Numbers of a sentence: start, end, paragraph, then start and end of each clause. */
const sentenceSchema = z.array(z.number().int());
const spanSchema = { start: z.number().int(), end: z.number().int() };

const paragraphSchema = z.object({
  ...spanSchema,
  kind: z.enum(["prose", "heading", "caption", "list-item", "table-row", "source-line", "question"]),
  firstSentence: z.number().int(),
  sentenceCount: z.number().int(),
  heading: z.string().exactOptional(),
  afterGap: z.boolean(),
  isUnseen: z.boolean().exactOptional(),
});

const figureSchema = z.object({
  value: z.number(),
  kind: z.enum(["number", "percent", "money", "duration", "measure", "year", "date", "ordinal", "fraction"]),
  unit: z.string().exactOptional(),
  counted: z.string().exactOptional(),
  date: z.string().exactOptional(),
});

const articleSchema = z.object({
  id: z.string(),
  file: z.string(),
  text: z.string(),
  title: z.string(),
  author: z.string().exactOptional(),
  source: z.string().exactOptional(),
  url: z.string().exactOptional(),
  date: z.string().exactOptional(),
  language: z.string().exactOptional(),
  licence: z.string().exactOptional(),
  tags: z.array(z.string()),
  references: z.array(z.object({ title: z.string(), url: z.string().exactOptional() })),
  questions: z.array(z.string()),
  aliases: z.array(z.array(z.string())),
  paragraphs: z.array(paragraphSchema),
  sentences: z.array(sentenceSchema),
  passages: z.array(
    z.object({
      ...spanSchema,
      key: z.string(),
      paragraph: z.number().int(),
      firstSentence: z.number().int(),
      sentenceCount: z.number().int(),
      copyOf: z.string().exactOptional(),
    }),
  ),
  /** By sentence, as codes of numbers. */
  words: z.array(z.string()),
  /** By the number of the sentence. */
  figures: z.array(z.tuple([z.number().int(), z.array(figureSchema)])),
  titleWords: z.string(),
  subjects: z.array(z.tuple([z.string(), z.string()])),
});

/** JSON leaves out what is undefined. */
type Stored = {
  [Name in keyof z.input<typeof articleSchema>]: z.input<typeof articleSchema>[Name] | undefined;
};

/** An article as the string that an index keeps. */
export function encodeArticle({ article, passages, sentences, title, subjects }: AnalysedArticle): string {
  const stored: Stored = {
    ...{ id: article.id, file: article.file, text: article.text, title: article.title },
    ...{ author: article.author, source: article.source, url: article.url, date: article.date },
    ...{ language: article.language, licence: article.licence, tags: [...article.tags] },
    references: [...article.references],
    questions: [...article.questions],
    aliases: article.aliases.map((group) => [...group]),
    paragraphs: [...article.paragraphs],
    sentences: article.sentences.map(({ start, end, paragraph, clauses }) => [
      ...[start, end, paragraph],
      ...clauses.flatMap((clause) => [clause.start, clause.end]),
    ]),
    passages: passages.map((passage) => ({
      ...{ key: passage.key, start: passage.start, end: passage.end, paragraph: passage.paragraph },
      ...{ firstSentence: passage.firstSentence, sentenceCount: passage.sentenceCount },
      ...(passage.copyOf !== undefined && { copyOf: passage.copyOf }),
    })),
    words: sentences.map(({ words }) => encodeNumbers(words)),
    figures: sentences.flatMap(({ figures }, i) => (figures.length > 0 ? [[i, [...figures]]] : [])),
    titleWords: encodeNumbers(title),
    subjects: Array.from(subjects, ([heading, words]) => [heading, encodeNumbers(words)]),
  };
  return JSON.stringify(stored);
}

/**
 * The article of such a string.
 * @throws ZodError or SyntaxError for another string
 */
export function decodeArticle(data: string): AnalysedArticle {
  const { sentences, passages, words, figures, titleWords, subjects, ...own } = articleSchema.parse(
    JSON.parse(data),
  );
  const article: Article = { ...own, sentences: sentences.map(sentenceOf) };
  const figuresOf = new Map(figures);
  return {
    article,
    passages: passages.map((passage): Passage => ({ ...passage, article })),
    sentences: words.map((code, i) => ({ words: decodeNumbers(code), figures: figuresOf.get(i) ?? [] })),
    title: decodeNumbers(titleWords),
    subjects: new Map(subjects.map(([heading, code]) => [heading, decodeNumbers(code)])),
  };
}

function sentenceOf([start = 0, end = 0, paragraph = 0, ...ends]: readonly number[]): Sentence {
  const clauses = [];
  for (let i = 0; i + 1 < ends.length; i += 2) clauses.push({ start: ends[i] ?? 0, end: ends[i + 1] ?? 0 });
  return { start, end, paragraph, clauses };
}
