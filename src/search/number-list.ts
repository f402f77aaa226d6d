/** Whole numbers of 32 bits that grow in number, four bytes each. */
export class NumberList {
  #items = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length++] = item;
  }

  /** The item at a place; 0 beyond the end. */
  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  /** Puts another item into a place that has one. */
  set(index: number, item: number): void {
    this.#items[index] = item;
  }

  /** A copy of its exact size. */
  toArray(): Int32Array {
    return this.#items.slice(0, this.#length);
  }
}
