import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MeaningWeights } from "../src/answer/model.ts";
import type { Signals } from "../src/answer/signals.ts";
import type { Veto } from "../src/answer/vetoes.ts";
import type { Corpus } from "../src/corpus/article.ts";
import { corpusOf } from "../src/corpus/corpus.ts";
import { loadCorpus } from "../src/index.ts";
import { type GoldQuestion, isLookedAt, isMarked, isRight, readGold } from "./eval-gold.ts";
import { type AnswererOpener, byWords } from "./meaning-of-bench.ts";

/** A set of questions over a folder of articles. */
export interface QuestionSet {
  readonly name: string;
  readonly file: string;
  readonly corpus: string;
  /** How much a question of it counts in each fit; 0 leaves the set to be scored alone. */
  readonly weight: { readonly right: number; readonly near: number };
  /**
   * Its questions without an answer ask for what the articles speak of and do not tell, so that they are no example of
   * another subject.
   */
  readonly asksOfSubject?: boolean;
  /** Articles a folder, when the articles are parted and each folder is asked as many questions of other folders as its own. */
  readonly parted?: number;
  /** Which of its questions are asked; all when left out. */
  readonly takes?: (gold: GoldQuestion) => boolean;
}

/** A question as it was answered. */
export interface Asked {
  readonly set: QuestionSet;
  readonly gold: GoldQuestion;
  /** Questions of one key never stand on both sides of a fold. */
  readonly key: string;
  readonly isAnswerable: boolean;
  /** Absent where nothing was found to quote. */
  readonly found?: {
    readonly signals: Signals;
    readonly veto?: Veto;
    readonly isRight: boolean;
    readonly isMarked: boolean;
  };
}

/** The project's own questions over the articles that ship: the half that may be looked at. */
export const goldenSet: QuestionSet = {
  name: "own",
  file: "test/golden.jsonl",
  corpus: "corpus",
  weight: { right: 2, near: 1 },
  asksOfSubject: true,
  takes: isLookedAt,
};

/** The sets that are there: the project's own, and those of `evalDir` over it and over `extraCorpus`. */
export function questionSets(evalDir: string | undefined, extraCorpus: string | undefined): QuestionSet[] {
  if (evalDir === undefined || extraCorpus === undefined) return [goldenSet];
  const wiki = { file: join(evalDir, "wiki/questions.jsonl"), corpus: join(evalDir, "wiki/corpus") };
  const offTopic = { file: join(evalDir, "gold/offtopic.jsonl"), weight: { right: 0.5, near: 0.7 } };
  const sets: QuestionSet[] = [
    { name: "wiki", ...wiki, weight: { right: 1, near: 1 } },
    { name: "off-topic, seeds", ...offTopic, corpus: extraCorpus },
    { name: "off-topic, shipped", ...offTopic, corpus: "corpus" },
    {
      name: "seeds-dev",
      file: join(evalDir, "gold/seeds-dev.jsonl"),
      corpus: extraCorpus,
      weight: { right: 8, near: 2 },
      asksOfSubject: true,
    },
    {
      name: "seeds-hard",
      file: join(evalDir, "gold/seeds-hard.jsonl"),
      corpus: extraCorpus,
      weight: { right: 0.5, near: 1 },
      asksOfSubject: true,
    },
    goldenSet,
    { name: "wiki by threes", ...wiki, weight: { right: 0.3, near: 0.3 }, parted: 3 },
  ];
  return sets.filter(({ file, corpus }) => existsSync(file) && existsSync(corpus));
}

/** Asks all questions of the sets, by words where nothing else is said. */
export async function askSets(
  sets: readonly QuestionSet[],
  opener: AnswererOpener = byWords,
  weights?: MeaningWeights,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  // Some questions stand in several sets, answerable in one and not in another: the article keeps them together.
  const keys = new Map<string, string>();
  for (const set of sets) {
    const golds = questionsOf(set);
    for (const { id, article } of golds) if (!keys.has(id)) keys.set(id, article ?? id);
    const { corpus } = await loadCorpus(set.corpus);
    for (const part of partsOf(set, corpus, golds)) {
      const answerer = await opener.open(part.corpus, weights);
      for (const gold of part.golds) {
        let found: Asked["found"];
        await answerer.answer(gold.question, {
          onJudged({ signals, veto }, [first]) {
            const right = first !== undefined && gold.article !== null && isRight(gold, first);
            const marked = first !== undefined && gold.article !== null && isMarked(gold, first);
            found = { signals, isRight: right, isMarked: marked, ...(veto !== undefined && { veto }) };
          },
        });
        const key = keys.get(gold.id) ?? gold.id;
        asked.push({ set, gold, key, isAnswerable: gold.article !== null, ...(found && { found }) });
      }
    }
  }
  return asked;
}

interface Part {
  readonly corpus: Corpus;
  readonly golds: readonly GoldQuestion[];
}

function partsOf({ parted }: QuestionSet, corpus: Corpus, golds: readonly GoldQuestion[]): Part[] {
  if (parted === undefined) return [{ corpus, golds }];
  const articles = [...corpus.articles].sort((a, b) => (numberOf(a.file) < numberOf(b.file) ? -1 : 1));
  const parts: Part[] = [];
  for (let from = 0; from < articles.length; from += parted) {
    const own = articles.slice(from, from + parted);
    const files = new Set(own.map(({ file }) => file));
    const answered = golds.filter(({ article }) => article !== null && files.has(article));
    const foreign = golds.filter(
      (gold) => ![gold.article ?? "", ...gold.also].some((file) => files.has(file)),
    );
    const others = [...foreign]
      .sort((a, b) => numberOf(`${from}${a.id}`) - numberOf(`${from}${b.id}`))
      .slice(0, answered.length)
      .map((gold): GoldQuestion => ({ ...gold, article: null, answers: [], also: [] }));
    parts.push({ corpus: corpusOf(own), golds: [...answered, ...others] });
  }
  return parts;
}

/** A number that is as good as drawn by lot and always the same for a text. */
export function numberOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}

/** The questions of a set that are asked. */
export function questionsOf({ file, takes = () => true }: QuestionSet): GoldQuestion[] {
  return readGold(file).filter(takes);
}

/** Names the content of a set: how many questions, and the hash of their file. */
export function fingerprint(set: QuestionSet): { questions: number; sha256: string } {
  const hash = createHash("sha256").update(readFileSync(set.file)).digest("hex");
  return {
    questions: questionsOf(set).length,
    sha256: hash.slice(0, 16),
  };
}
