import type { FieldPostings } from "./field-postings.ts";
import { FIELDS, type Field, type SearchTerm } from "./search-index.ts";

/** BM25+: saturation of a repeated term, how much a document's length counts, what any match counts. */
export interface Bm25 {
  readonly k: number;
  readonly b: number;
  readonly d: number;
}

/** The documents that hold each of some terms in a field, as an inverted index gives them. */
export type FindHolding = (field: Field, terms: readonly string[]) => ReadonlyMap<string, readonly number[]>;

/** The `limit` best documents for some terms, best first; of equals the one that was found first. */
export type BestDocuments = (terms: readonly SearchTerm[], limit: number) => readonly number[];

/**
 * Scores documents as MiniSearch does, by the sum of BM25+ over the terms times the number of different terms that match, in
 * flat arrays: MiniSearch makes several objects for each document that matches, though few of thousands are wanted.
 */
export function createBestDocuments(
  postings: Readonly<Record<Field, FieldPostings>>,
  find: FindHolding,
  bm25: Bm25,
): BestDocuments {
  const { k, d } = bm25;
  const total = postings.light.lengths.length;
  const norms = {
    light: normsOf(postings.light, bm25),
    deep: normsOf(postings.deep, bm25),
    title: normsOf(postings.title, bm25),
  };
  /** By document, in the present search: its score in one field and in all, and how many different terms match. */
  const own = new Float64Array(total);
  const sum = new Float64Array(total);
  const matching = new Uint16Array(total);

  /** The documents that hold any of the terms, in the order in which they are found. */
  const scoreAll = (terms: readonly SearchTerm[]): number[] => {
    const seen: number[] = [];
    const matched = new Map<string, Set<number>>();
    for (const field of FIELDS) {
      const weights = new Map(terms.flatMap((one) => (one.field === field ? [[one.term, one.weight]] : [])));
      if (weights.size === 0) continue;
      const { counterOf } = postings[field];
      const norm = norms[field];
      for (const [term, holding] of find(field, [...weights.keys()])) {
        const idf = Math.log(1 + (total - holding.length + 0.5) / (holding.length + 0.5));
        const weight = weights.get(term) ?? 0;
        const countIn = counterOf(term);
        // A term that is asked for in two fields counts once among those that match.
        const before = matched.get(term);
        for (const document of holding) {
          if (matching[document] === 0) seen.push(document);
          if (!before?.has(document)) matching[document] = (matching[document] ?? 0) + 1;
          const count = countIn(document);
          const score = idf * (d + (count * (k + 1)) / (count + (norm[document] ?? 0)));
          own[document] = (own[document] ?? 0) + weight * score;
        }
        if (terms.some((one) => one.term === term && one.field !== field))
          matched.set(term, new Set([...(before ?? []), ...holding]));
      }
      for (const document of seen) {
        sum[document] = (sum[document] ?? 0) + (own[document] ?? 0);
        own[document] = 0;
      }
    }
    return seen;
  };

  return (terms, limit) => {
    const seen = scoreAll(terms);
    const scores = Float64Array.from(seen, (document) => (sum[document] ?? 0) * (matching[document] ?? 0));
    const least = scores.toSorted().at(-limit) ?? 0;
    const best = seen
      .flatMap((document, i) => ((scores[i] ?? 0) >= least ? [{ document, score: scores[i] ?? 0 }] : []))
      .sort((a, b) => b.score - a.score);
    for (const document of seen) {
      sum[document] = 0;
      matching[document] = 0;
    }
    return best.slice(0, limit).map(({ document }) => document);
  };
}

/** By document: what stands below the line of BM25 beside the count of a term; its length is how many different terms it has. */
function normsOf({ lengths }: FieldPostings, { k, b }: Bm25): Float64Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float64Array.from(lengths, (length) => k * (1 - b + (b * length) / mean));
}
