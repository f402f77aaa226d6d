import MiniSearch, { type Options } from "minisearch";
import type { FieldPostings } from "./field-postings.ts";
import { type Lists, listAt } from "./lists.ts";
import { FIELDS, type Field } from "./search-index.ts";

/**
 * A MiniSearch that is given its postings ready-made, in flat arrays. Documents are known by their numbers, from 0; none is added or
 * removed later. MiniSearch keeps a map of the documents of each term, of 45 bytes a posting: of 100,000 passages they take
 * 440 MB and 20 s to fill, where the arrays take 30 MB. What it looks up while it searches, a `HolderMap` answers as its maps do.
 */
export class PostedMiniSearch extends MiniSearch<{ readonly id: number }> {
  constructor(postings: Readonly<Record<Field, FieldPostings>>, options: Options<{ readonly id: number }>) {
    super({ ...options, fields: [...FIELDS] });
    const total = postings.light.lengths.length;
    this._documentCount = total;
    this._nextId = total;
    for (let document = 0; document < total; document++) this._documentIds.set(document, document);
    for (const field of FIELDS) {
      const { terms, holders } = postings[field];
      const number = this._fieldIds[field] ?? 0;
      terms.forEach((term, index) => {
        const known = this._index.get(term);
        const own = new HolderMap(holders, index);
        if (known === undefined) this._index.set(term, new Map([[number, own]]));
        else known.set(number, own);
      });
    }
  }
}

/** The documents that hold one term, as an unchanging map of each to 1; it is a view of the lists. How often a term stands there is kept elsewhere. */
class HolderMap implements Map<number, number> {
  readonly #lists: Lists;
  readonly #term: number;

  constructor(lists: Lists, term: number) {
    this.#lists = lists;
    this.#term = term;
  }

  get size(): number {
    return (this.#lists.start[this.#term + 1] ?? 0) - (this.#lists.start[this.#term] ?? 0);
  }

  keys(): MapIterator<number> {
    return listAt(this.#lists, this.#term).values();
  }

  has(document: number): boolean {
    return listAt(this.#lists, this.#term).includes(document);
  }

  get(document: number): number | undefined {
    return this.has(document) ? 1 : undefined;
  }

  *entries(): MapIterator<[number, number]> {
    for (const document of this.keys()) yield [document, 1];
  }

  *values(): MapIterator<number> {
    for (const _ of this.keys()) yield 1;
  }

  [Symbol.iterator](): MapIterator<[number, number]> {
    return this.entries();
  }

  forEach(call: (count: number, document: number, map: Map<number, number>) => void): void {
    for (const document of this.keys()) call(1, document, this);
  }

  set(): never {
    throw new TypeError("Postings do not change.");
  }

  delete(): never {
    return this.set();
  }

  clear(): never {
    return this.set();
  }

  get [Symbol.toStringTag](): string {
    return "HolderMap";
  }
}
