import { tokenize } from "../arabic/tokens.ts";
import { type Collection, termsOf } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { listAt } from "../search/lists.ts";
import { type Plan, type Probe, strengthOf } from "./plan.ts";

// Coverage: probe → how well the best word of a text matches it, 0 to 1.

/** The summed weight of the probes that are covered. */
export function weigh(plan: Plan, covered: Float32Array): number {
  let sum = 0;
  plan.probes.forEach((probe, i) => {
    sum += probe.weight * (covered[i] ?? 0);
  });
  return sum;
}

/** How well the words of any text match each probe. */
export function coveredBy({ lexicon }: Collection, plan: Plan, text: string): Float32Array {
  const covered = new Float32Array(plan.probes.length);
  const terms = plan.asksFigures ? termsOf(text) : tokenize(text).map((token) => token.term);
  for (const term of terms) {
    const word = lexicon.find(term);
    if (word === undefined) continue;
    plan.probes.forEach((probe, p) => {
      covered[p] = Math.max(covered[p] ?? 0, strengthOf(probe, word, lexicon));
    });
  }
  return covered;
}

/** Reads the coverage of sentences: words are looked up once a question, and so is each sentence. */
export function createCoverageReader(collection: Collection, plan: Plan) {
  const { lexicon, words, sentenceStart } = collection;
  const { probes } = plan;
  const matched = matchedWords(lexicon, probes);
  const readings = new Map<number, Float32Array>();
  const subjects = new Map<Int32Array, Float32Array>();

  const cover = (covered: Float32Array, word: number): void => {
    const matches = matched.get(word);
    if (matches === undefined) return;
    for (const [probe, strength] of matches) {
      if ((covered[probe] ?? 0) < strength) covered[probe] = strength;
    }
  };

  return {
    /** How well the best word of a sentence matches each probe. */
    read(id: number): Float32Array {
      let covered = readings.get(id);
      if (covered !== undefined) return covered;
      covered = new Float32Array(probes.length);
      for (let at = sentenceStart[id] ?? 0; at < (sentenceStart[id + 1] ?? 0); at++) {
        cover(covered, words[at] ?? 0);
      }
      readings.set(id, covered);
      return covered;
    },
    /** The same for what a sentence is about: the heading above it and the article's title. */
    about(id: number): Float32Array {
      const subject = collection.subjects[id] ?? NO_WORDS;
      let covered = subjects.get(subject);
      if (covered !== undefined) return covered;
      covered = new Float32Array(probes.length);
      for (const word of subject) cover(covered, word);
      subjects.set(subject, covered);
      return covered;
    },
  };
}

const NO_WORDS = new Int32Array(0);

/** Word → the probes that it matches, and how well. Function words match nothing. */
function matchedWords(
  lexicon: Lexicon,
  probes: readonly Probe[],
): Map<number, (readonly [probe: number, strength: number])[]> {
  const matched = new Map<number, (readonly [number, number])[]>();
  const add = (word: number, probe: number, strength: number): void => {
    if (lexicon.isStop[word] === 1) return;
    const matches = matched.get(word);
    if (matches === undefined) matched.set(word, [[probe, strength]]);
    else matches.push([probe, strength]);
  };
  probes.forEach(({ words, light, deep }, probe) => {
    for (const [word, strength] of words) add(word, probe, strength);
    for (const [stem, strength] of light)
      for (const word of listAt(lexicon.ofLight, stem)) add(word, probe, strength);
    for (const [stem, strength] of deep)
      for (const word of listAt(lexicon.ofDeep, stem)) add(word, probe, strength);
  });
  return matched;
}
