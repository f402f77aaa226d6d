import { NumberList } from "./number-list.ts";

/** Many short lists of numbers in two flat arrays: list `i` is `items` from `start[i]` to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = (start[i] ?? 0) + list.length;
  });
  const items = new Int32Array(start[lists.length] ?? 0);
  lists.forEach((list, i) => {
    items.set(list, start[i] ?? 0);
  });
  return { start, items };
}

/** Takes the lists one after the other, item by item: nothing is made for a list. */
export interface ListsBuilder {
  /** Adds an item to the list that is open. */
  push(item: number): void;
  /** Ends the list that is open, empty or not, and opens the next. */
  end(): void;
  finish(): Lists;
}

export function createListsBuilder(): ListsBuilder {
  const start = new NumberList();
  const items = new NumberList();
  start.push(0);
  return {
    push: (item) => items.push(item),
    end: () => start.push(items.length),
    finish: () => ({ start: start.toArray(), items: items.toArray() }),
  };
}

/** The same relation read the other way: for each of `count` items, the lists that hold it, in order. */
export function invert({ start, items }: Lists, count: number): Lists {
  const from = new Int32Array(count + 1);
  for (const item of items) from[item + 1] = (from[item + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) from[i + 1] = (from[i + 1] ?? 0) + (from[i] ?? 0);
  const next = from.slice();
  const holders = new Int32Array(items.length);
  for (let list = 0; list + 1 < start.length; list++) {
    for (let at = start[list] ?? 0; at < (start[list + 1] ?? 0); at++) {
      const item = items[at] ?? 0;
      holders[next[item] ?? 0] = list;
      next[item] = (next[item] ?? 0) + 1;
    }
  }
  return { start: from, items: holders };
}

/** One list, without copying. */
export function listAt({ start, items }: Lists, index: number): Int32Array {
  return items.subarray(start[index] ?? 0, start[index + 1] ?? 0);
}
