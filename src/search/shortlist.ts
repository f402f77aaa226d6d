import { FIELDS, type Field, type SearchDocument, type SearchTerm } from "./search-index.ts";

/** BM25+ as an engine counts it: saturation of a repeated term, how much a document's length counts, what any match counts. */
export interface Bm25 {
  readonly k: number;
  readonly b: number;
  readonly d: number;
}

/** The documents that hold each of some terms in a field. */
export type FindHolding = (field: Field, terms: readonly string[]) => ReadonlyMap<string, readonly number[]>;

/** Tells which documents can be among the `limit` best of a search; `undefined` where all can. */
export type Shortlist = (terms: readonly SearchTerm[], limit: number) => ReadonlySet<number> | undefined;

/** Reads documents one by one, as an engine does. */
export interface ShortlistBuilder {
  add(document: SearchDocument): void;
  finish(find: FindHolding): Shortlist;
}

/**
 * Spares an engine the scoring of documents that cannot be among the best: most hold one frequent term of a question. For
 * engines whose score is the sum of BM25+ over the terms, times the number of different terms that match. How often a term
 * stands in a document is not known here: at least once, and at most as often as the document's most repeated term.
 */
export function createShortlistBuilder(bm25: Bm25): ShortlistBuilder {
  const bounds = { light: createBounds(bm25), deep: createBounds(bm25), title: createBounds(bm25) };
  let total = 0;
  return {
    add(document) {
      total++;
      for (const field of FIELDS) bounds[field].add(document[field]);
    },
    finish(find) {
      const { light, deep, title } = bounds;
      return createShortlist(
        find,
        { light: light.finish(), deep: deep.finish(), title: title.finish() },
        total,
      );
    },
  };
}

/** Document → what a term of it counts before its weight: one that stands there once, and its most repeated one. */
interface Bounds {
  readonly once: Float64Array;
  readonly most: Float64Array;
}

/** Of one field of all documents. The length of a field is the number of its different terms. */
function createBounds({ k, b, d }: Bm25) {
  const lengths: number[] = [];
  const repeats: number[] = [];
  return {
    add(terms: readonly string[]): void {
      const counts = new Map<string, number>();
      let most = 0;
      for (const term of terms) {
        const count = (counts.get(term) ?? 0) + 1;
        counts.set(term, count);
        if (count > most) most = count;
      }
      lengths.push(counts.size);
      repeats.push(most);
    },
    finish(): Bounds {
      const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
      const score = (count: number, length: number) =>
        d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / mean));
      return {
        once: Float64Array.from(lengths, (length) => score(1, length)),
        most: Float64Array.from(lengths, (length, i) => score(repeats[i] ?? 1, length)),
      };
    },
  };
}

function createShortlist(
  find: FindHolding,
  bounds: Readonly<Record<Field, Bounds>>,
  total: number,
): Shortlist {
  /** Of the present search: each document's least and greatest sum, and how many terms match. */
  const least = { sum: new Float64Array(total), terms: new Uint16Array(total) };
  const most = { sum: new Float64Array(total), terms: new Uint16Array(total) };

  /** The documents that hold any term. */
  const read = (terms: readonly SearchTerm[]): number[] => {
    const seen: number[] = [];
    const asked = new Set<string>();
    for (const field of FIELDS) {
      const weights = new Map(terms.flatMap((one) => (one.field === field ? [[one.term, one.weight]] : [])));
      if (weights.size === 0) continue;
      for (const [term, holding] of find(field, [...weights.keys()])) {
        const weight =
          (weights.get(term) ?? 0) * Math.log(1 + (total - holding.length + 0.5) / (holding.length + 0.5));
        // A term of two fields is one term that matches, or two: it may stand in either alone.
        const isNew = asked.has(term) ? 0 : 1;
        asked.add(term);
        for (const document of holding) {
          if (most.terms[document] === 0) seen.push(document);
          least.sum[document] = (least.sum[document] ?? 0) + weight * (bounds[field].once[document] ?? 0);
          most.sum[document] = (most.sum[document] ?? 0) + weight * (bounds[field].most[document] ?? 0);
          least.terms[document] = (least.terms[document] ?? 0) + isNew;
          most.terms[document] = (most.terms[document] ?? 0) + 1;
        }
      }
    }
    return seen;
  };

  return (terms, limit) => {
    if (total <= limit) return undefined;
    const seen = read(terms);
    const score = ({ sum, terms }: typeof least, document: number) =>
      (sum[document] ?? 0) * (terms[document] ?? 0);
    const sure = Float64Array.from(seen, (document) => score(least, document)).sort();
    const enough = (sure[sure.length - limit] ?? 0) * (1 - ROUNDING);
    const listed = new Set(seen.filter((document) => score(most, document) >= enough));
    for (const { sum, terms } of [least, most]) {
      for (const document of seen) {
        sum[document] = 0;
        terms[document] = 0;
      }
    }
    return listed;
  };
}

/** Sums in another order differ by less. */
const ROUNDING = 1e-9;
