/**
 * What a person is offered while they type: `npm run bench:suggest -- --questions FILE.jsonl --corpus FOLDER`. Takes 200
 * answerable questions, seeded, cuts each behind its first content word and three letters of the second, and prints how
 * often there is an entry, how often the right article and the right passage are among the first six, and what it costs. It
 * fails below 95 % of questions with an entry. Without files it takes the project's golden questions and articles.
 */
import { parseArgs } from "node:util";
import { readQuestion } from "../src/arabic/question.ts";
import {
  createAssistant,
  createMiniSearchIndex,
  createVerifier,
  libraryOf,
  loadCorpus,
  openAnswerer,
} from "../src/index.ts";
import { type GoldQuestion, readGold } from "./eval-gold.ts";
import { type Share, table, withInterval } from "./fit-report.ts";
import { createRandom } from "./random.ts";
import { at, ms } from "./table.ts";

interface Result {
  /** Milliseconds. */
  readonly time: number;
  readonly isAny: boolean;
  readonly isArticle: boolean;
  readonly isPassage: boolean;
}

const QUESTIONS = 200;
const OFFERED = 6;
const LEAST = 0.95;

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "test/golden.jsonl" },
    corpus: { type: "string", default: "corpus" },
  },
});
const { corpus } = await loadCorpus(values.corpus);
const answerer = await openAnswerer(corpus, createMiniSearchIndex);
const assistant = createAssistant({ library: libraryOf(corpus), verifier: createVerifier(corpus), answerer });

await assistant.handle({ kind: "suggest", text: "", limit: 10 });
const answerable = readGold(values.questions).filter(({ article }) => article !== null);
const questions = drawn(answerable);
const rows: string[][] = [];
const [any] = [await measured("a word and three letters", begun), await measured("three letters", justBegun)];
console.log(
  table([
    [
      `${questions.length} questions`,
      "some entry",
      `article in ${OFFERED}`,
      `passage in ${OFFERED}`,
      "p50",
      "p99",
    ],
    ...rows,
  ]),
);
if (any.part < LEAST * any.whole) process.exitCode = 1;

/** Adds the row of all questions, each cut by `cut`. Gives the share with some entry. */
async function measured(name: string, cut: (question: string) => string): Promise<Share> {
  const results: Result[] = [];
  for (const gold of questions) results.push(await offeredFor(gold, cut(gold.question)));
  const share = (test: (result: Result) => boolean): Share => ({
    part: results.filter(test).length,
    whole: results.length,
  });
  const shares = [
    share(({ isAny }) => isAny),
    share(({ isArticle }) => isArticle),
    share(({ isPassage }) => isPassage),
  ] as const;
  const times = results.map(({ time }) => time);
  rows.push([name, ...shares.map(withInterval), ms(at(times, 0.5)), ms(at(times, 0.99))]);
  return shares[0];
}

async function offeredFor(gold: GoldQuestion, text: string): Promise<Result> {
  const start = performance.now();
  const { suggestions = [] } = await assistant.handle({ kind: "suggest", text, limit: 10 });
  const time = performance.now() - start;
  const offered = suggestions.slice(0, OFFERED).flatMap(({ key }) => corpus.byKey.get(key.slice(0, 8)) ?? []);
  const files = [gold.article, ...gold.also];
  const right = offered.filter(({ article }) => files.includes(article.file));
  const isPassage = right.some(({ article, start, end }) =>
    gold.answers.some((answer) => article.text.slice(start, end).includes(answer)),
  );
  const isAny = suggestions.some(({ card }) => card !== undefined);
  return { time, isAny, isArticle: right.length > 0, isPassage };
}

/** As far as a person has typed: «متى تأسست شرك» of «متى تأسست شركة إنفيديا؟». */
function begun(question: string): string {
  const [first, second] = readQuestion(question).content;
  if (first === undefined) return question;
  if (second === undefined) return question.slice(0, first.end);
  return question.slice(0, Math.min(second.start + 3, second.end));
}

/** «متى تأس». */
function justBegun(question: string): string {
  const [first] = readQuestion(question).content;
  return first === undefined ? question : question.slice(0, Math.min(first.start + 3, first.end));
}

function drawn(all: readonly GoldQuestion[]): GoldQuestion[] {
  const random = createRandom(11);
  const left = [...all];
  const taken = [];
  while (taken.length < QUESTIONS && left.length > 0)
    taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
