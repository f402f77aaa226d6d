import type { Collection } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { listAt } from "../search/lists.ts";
import type { SearchTerm } from "../search/search-index.ts";
import type { Probe } from "./plan.ts";

/** In a collection of fewer passages everything may be asked for: the cost is nothing. */
const LARGE = 2000;
/** In a larger one stems in more than such a share of the passages are left out while rarer ones remain. */
const FREQUENT = { light: 0.1, deep: 0.05 };
/** And no more stems, the rarest first, than stand together in as many passages as half the collection has. */
const POSTINGS = 0.5;
/** A word that stands in so many passages needs no help of its root's other words. */
const ENOUGH = 100;
/** Engines count how many terms match: a synonym must weigh little there, or it outweighs the word. */
const DOUBT = 3;
/** The one light stem that a deeper stem has stands for it: what joins no two is not indexed. As an engine weighs the deeper ones. */
const ALONE = 0.6;

/** The terms by which an engine gives candidates. What each adds is measured by how many gold passages are among 200. */
export function engineTerms(probes: readonly Probe[], collection: Collection): SearchTerm[] {
  const { lexicon, frequency, passages } = collection;
  const light = new Map<number, number>();
  const deep = new Map<number, number>();
  for (const probe of probes) {
    for (const [id, strength] of probe.light) raise(light, id, strength ** DOUBT);
    for (const [word, strength] of probe.words) raise(light, lexicon.lightOf[word] ?? 0, strength ** DOUBT);
    if (probe.count > ENOUGH) continue;
    for (const id of probe.deep.keys()) {
      const only = onlyLight(id, lexicon);
      if (only === undefined) raise(deep, id, 1);
      else raise(light, only, ALONE);
    }
  }
  const all = [
    ...termsOf("light", light, lexicon.lightStems, frequency.light),
    ...termsOf("deep", deep, lexicon.deepStems, frequency.deep),
  ];
  const kept = passages.length > LARGE ? affordable(all, passages.length) : all;
  const titled = collection.titles.some((title) => title.length > 0);
  return kept.flatMap(({ field, term, weight }): SearchTerm[] => {
    const own: SearchTerm = { field, term, weight };
    return titled && field === "light" ? [own, { field: "title", term, weight }] : [own];
  });
}

/** The light stem of all words of a deeper stem; `undefined` when they have several. */
function onlyLight(deep: number, { ofDeep, lightOf }: Lexicon): number | undefined {
  const words = listAt(ofDeep, deep);
  const light = lightOf[words[0] ?? -1];
  return words.every((word) => lightOf[word] === light) ? light : undefined;
}

interface Candidate extends SearchTerm {
  readonly field: "light" | "deep";
  readonly count: number;
}

function termsOf(
  field: Candidate["field"],
  ids: ReadonlyMap<number, number>,
  stems: readonly string[],
  counts: Int32Array,
): Candidate[] {
  return Array.from(ids, ([id, weight]) => ({
    field,
    term: stems[id] ?? "",
    weight,
    count: counts[id] ?? 0,
  }));
}

function affordable(all: readonly Candidate[], total: number): readonly Candidate[] {
  const rare = all.filter(({ field, count }) => count <= FREQUENT[field] * total);
  const sorted = [...(rare.length > 0 ? rare : all)].sort((a, b) => a.count - b.count);
  let postings = 0;
  return sorted.filter(({ count }, i) => {
    postings += count;
    return i === 0 || postings <= POSTINGS * total;
  });
}

function raise(weights: Map<number, number>, id: number, weight: number): void {
  if ((weights.get(id) ?? 0) < weight) weights.set(id, weight);
}
