import type { Lexicon } from "../search/lexicon.ts";
import { listAt } from "../search/lists.ts";
import type { SearchTerm } from "../search/search-index.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { QueryWord } from "./query.ts";
import { raise } from "./variants.ts";
import { CANDIDATES } from "./weights.ts";

/**
 * The terms that an engine is asked for, so that the passages worth ranking are among the `CANDIDATES.most` that it gives.
 * In a large collection the most frequent terms are left out, since each costs an engine as much as it has passages.
 */
export function searchTerms(words: readonly QueryWord[], lexicon: Lexicon): SearchTerm[] {
  const { vocabulary, frequency, passageCount, hasTitles } = lexicon;
  const light = new Map<number, number>();
  const deep = new Map<number, number>();
  for (const { matches, count } of words) {
    for (const [id, strength] of matches.light) raise(light, id, strength ** CANDIDATES.doubt);
    for (const [word, strength] of matches.words)
      raise(light, vocabulary.lightOf[word] ?? 0, strength ** CANDIDATES.doubt);
    if (count > CANDIDATES.enoughPassages) continue;
    for (const id of matches.deep.keys()) {
      // A deeper stem of one light stem alone is not in the index: see `documentsOf`.
      const only = onlyLight(id, vocabulary);
      if (only === undefined) raise(deep, id, 1);
      else raise(light, only, 1);
    }
  }
  const all = [
    ...candidatesOf("light", light, vocabulary.lightStems, frequency.light),
    ...candidatesOf("deep", deep, vocabulary.deepStems, frequency.deep),
  ];
  const kept = passageCount > CANDIDATES.fewPassages ? affordable(all, passageCount) : all;
  return kept.flatMap(({ field, term, weight }): SearchTerm[] => {
    const own: SearchTerm = { field, term, weight };
    return field === "light" && hasTitles ? [own, { field: "title", term, weight }] : [own];
  });
}

/** The light stem of all words of a deeper stem; `undefined` when they have several. */
function onlyLight(deep: number, { ofDeep, lightOf }: Vocabulary): number | undefined {
  const words = listAt(ofDeep, deep);
  const light = lightOf[words[0] ?? -1];
  return words.every((word) => lightOf[word] === light) ? light : undefined;
}

interface Candidate {
  readonly field: "light" | "deep";
  readonly term: string;
  readonly weight: number;
  /** Passages that hold it. */
  readonly count: number;
}

function candidatesOf(
  field: Candidate["field"],
  weights: ReadonlyMap<number, number>,
  stems: readonly string[],
  counts: Int32Array,
): Candidate[] {
  return Array.from(weights, ([id, weight]) => ({
    field,
    term: stems[id] ?? "",
    weight,
    count: counts[id] ?? 0,
  }));
}

/** The rarer terms, whose passages are together no more than a share of all; at least one term. */
function affordable(all: readonly Candidate[], total: number): readonly Candidate[] {
  const rare = all.filter(({ field, count }) => count <= CANDIDATES.frequent[field] * total);
  let postings = 0;
  return [...(rare.length > 0 ? rare : all)]
    .sort((a, b) => a.count - b.count)
    .filter(({ count }, i) => {
      postings += count;
      return i === 0 || postings <= CANDIDATES.postings * total;
    });
}
