/**
 * Numbers different terms in the order of first appearance, from 0. A table of open addressing that keeps the hash beside each number:
 * of a million terms a `Map` takes four times as long to find one, since it looks into other strings on the way.
 */
export class TermNumbers {
  readonly terms: string[] = [];
  /** Pairs of a hash and a number plus one; 0 where a place is free. At most half of them are taken. */
  #places = new Int32Array(2 * 1024);

  /** The number of a term; undefined when it was never given one. */
  find(term: string): number | undefined {
    const number = (this.#places[this.#placeOf(term, hashOf(term)) + 1] ?? 0) - 1;
    return number < 0 ? undefined : number;
  }

  /** The number of a term, a new one where it is seen for the first time. */
  number(term: string): number {
    const hash = hashOf(term);
    const place = this.#placeOf(term, hash);
    const known = (this.#places[place + 1] ?? 0) - 1;
    if (known >= 0) return known;
    const number = this.terms.push(term) - 1;
    this.#places[place] = hash;
    this.#places[place + 1] = number + 1;
    if (4 * this.terms.length > this.#places.length) this.#grow();
    return number;
  }

  /** Where a term stands, or would. */
  #placeOf(term: string, hash: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let place = (2 * hash) & mask;
    for (;;) {
      const next = places[place + 1] ?? 0;
      if (next === 0 || (places[place] === hash && this.terms[next - 1] === term)) return place;
      place = (place + 2) & mask;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Int32Array(2 * old.length);
    const mask = this.#places.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let place = (2 * (old[at] ?? 0)) & mask;
      while (this.#places[place + 1] !== 0) place = (place + 2) & mask;
      this.#places[place] = old[at] ?? 0;
      this.#places[place + 1] = old[at + 1] ?? 0;
    }
  }
}

/** FNV-1a over UTF-16 units, stirred so that its low bits depend on all. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
