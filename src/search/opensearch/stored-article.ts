import { z } from "zod";
import type { Article, Passage, Sentence } from "../../corpus/article.ts";
import type { AnalysedArticle } from "./analysed-article.ts";
import { decodeNumbers, encodeNumbers } from "./number-code.ts";

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
  /** Codes of numbers, since most of an article is numbers, and reading each through a schema took six times as long as reading them. */
  sentences: z.string(),
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
  words: z.string(),
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
    sentences: encodeSentences(article.sentences),
    passages: passages.map((passage) => ({
      ...{ key: passage.key, start: passage.start, end: passage.end, paragraph: passage.paragraph },
      ...{ firstSentence: passage.firstSentence, sentenceCount: passage.sentenceCount },
      ...(passage.copyOf !== undefined && { copyOf: passage.copyOf }),
    })),
    words: encodeNumbers(sentences.flatMap(({ words }) => [words.length, ...words])),
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
  const article: Article = { ...own, sentences: decodeSentences(sentences) };
  const figuresOf = new Map(figures);
  return {
    article,
    passages: passages.map((passage): Passage => ({ ...passage, article })),
    sentences: runsIn(decodeNumbers(words)).map((own, i) => ({
      words: own,
      figures: figuresOf.get(i) ?? [],
    })),
    title: decodeNumbers(titleWords),
    subjects: new Map(subjects.map(([heading, code]) => [heading, decodeNumbers(code)])),
  };
}

/** Of each sentence its start, length, paragraph and number of clauses; then where each clause begins within it, and its length. */
function encodeSentences(sentences: readonly Sentence[]): string {
  return encodeNumbers(
    sentences.flatMap(({ start, end, paragraph, clauses }) => [
      ...[start, end - start, paragraph, clauses.length],
      ...clauses.flatMap((clause) => [clause.start - start, clause.end - clause.start]),
    ]),
  );
}

function decodeSentences(code: string): Sentence[] {
  const numbers = decodeNumbers(code);
  const sentences: Sentence[] = [];
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  while (at < numbers.length) {
    const start = next();
    const end = start + next();
    const paragraph = next();
    const clauses = Array.from({ length: next() }, () => {
      const from = start + next();
      return { start: from, end: from + next() };
    });
    sentences.push({ start, end, paragraph, clauses });
  }
  return sentences;
}

/** Runs of numbers, each behind its length. */
function runsIn(numbers: Int32Array): Int32Array[] {
  const runs: Int32Array[] = [];
  for (let at = 0; at < numbers.length; ) {
    const end = at + 1 + (numbers[at] ?? 0);
    runs.push(numbers.slice(at + 1, end));
    at = end;
  }
  return runs;
}
