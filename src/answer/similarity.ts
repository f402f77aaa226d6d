import type { Passage } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { TitledText } from "../meaning/embedder.ts";
import type { Meaning, Nearness } from "../meaning/meaning.ts";
import type { Collection } from "../search/collection.ts";
import type { RankedPassage } from "./rank.ts";
import { withNeighbours } from "./sentence-evidence.ts";
import { MEANING } from "./weights.ts";

/** How like a question each sentence is by what it means, in standard deviations from the mean of all. */
export interface Similarity {
  /** The embedder's model. */
  readonly model: string;
  of(sentence: number): number;
  /** The sentences most like it, at most `MEANING.brought`, best first. */
  readonly best: readonly number[];
}

/**
 * The texts of a collection that are embedded: of each sentence itself, and with its neighbours; in a large collection, whose vectors would
 * take days, the passages alone.
 */
export function textsToEmbed(collection: Collection): readonly (readonly TitledText[])[] {
  const { passages, passageStart } = collection;
  if (passages.length > MEANING.mostPassages) return [passageTexts(passages)];
  const alone: TitledText[] = [];
  const inWindow: TitledText[] = [];
  passages.forEach(({ article, firstSentence, sentenceCount }, passage) => {
    const { sentences, title } = article;
    const first = passageStart[passage] ?? 0;
    const text = legibleText(article);
    for (let i = 0; i < sentenceCount; i++) {
      const index = firstSentence + i;
      const [from, to] = withNeighbours(first + i, article, index, collection);
      const textOf = (a: number, b: number): TitledText => ({
        text: spaced(text.slice(sentences[a]?.start ?? 0, sentences[b]?.end ?? 0)),
        title,
      });
      alone.push(textOf(index, index));
      inWindow.push(textOf(index + from - (first + i), index + to - 1 - (first + i)));
    }
  });
  return [alone, inWindow];
}

/** The texts of passages. */
export function passageTexts(passages: readonly Passage[]): TitledText[] {
  return passages.map(({ article, start, end }) => ({
    text: spaced(legibleText(article).slice(start, end)),
    title: article.title,
  }));
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Asks how like the sentences of a collection are to a question; `undefined` where that cannot be told now. */
export async function similarityTo(
  question: string,
  meaning: Meaning,
  collection: Collection,
): Promise<Similarity | undefined> {
  const near = await meaning.compare(spokenText(question));
  return near && similarityOf(near, collection);
}

/** How like a question each passage is, where passages alone are embedded. */
export async function passageLikeness(question: string, meaning: Meaning): Promise<Float32Array | undefined> {
  const near = await meaning.compare(spokenText(question));
  return near?.scores[0];
}

/**
 * Passages by their scores, in which the best counts 1, and their likeness; with those that are most like the question, which `rankOthers`
 * scores by their words.
 */
export function rankByLikeness(
  ranked: readonly RankedPassage[],
  likeness: Float32Array,
  rankOthers: (passages: readonly number[]) => readonly RankedPassage[],
): RankedPassage[] {
  const known = new Set(ranked.map(({ passage }) => passage));
  const others = greatest(likeness, MEANING.broughtPassages).filter((passage) => !known.has(passage));
  const best = ranked[0]?.score || 1;
  return [...ranked, ...rankOthers(others)]
    .map(({ passage, score }) => ({
      passage,
      score: score / best + MEANING.passage * (likeness[passage] ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** A question as a model should read it: models know text without vowel marks best, and no mentions, links or pictures. */
function spokenText(question: string): string {
  return spaced(question.replace(MARKS, "").replace(UNSPOKEN, " "));
}

const MARKS = /[\u064b-\u065f\u0670\u0640]/gu;
const UNSPOKEN = /https?:\/\/\S+|<[@#][!&]?\d+>|(?<![\w.])@[\p{L}\p{N}_]+|\p{Extended_Pictographic}/gu;

function similarityOf({ model, scores }: Nearness, { sentencePassage }: Collection): Similarity {
  const [first = new Float32Array(), second] = scores;
  const bySentence =
    second === undefined
      ? Float32Array.from(sentencePassage, (passage) => first[passage] ?? 0)
      : first.map((score, i) => (score + (second[i] ?? 0)) / 2);
  const best = greatest(bySentence, MEANING.brought);
  return { model, best, of: (sentence) => bySentence[sentence] ?? 0 };
}

/** Where the greatest values stand, the greatest first; of equals the first. One pass for a few of many. */
export function greatest(values: Float32Array, count: number): number[] {
  const found: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (found.length === count && value <= least) continue;
    const at = found.findIndex((other) => (values[other] ?? 0) < value);
    found.splice(at === -1 ? found.length : at, 0, i);
    if (found.length > count) found.pop();
    least = values[found.at(-1) ?? 0] ?? 0;
  }
  return found;
}
