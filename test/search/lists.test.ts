import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invert, type Lists, listAt, listsOf } from "../../src/search/lists.ts";

const ITEMS = 12;
const relations = fc.array(fc.uniqueArray(fc.nat({ max: ITEMS - 1 }), { maxLength: 6 }), { maxLength: 10 });

describe("listsOf", () => {
  it("keeps each list as it was, empty ones too", () => {
    fc.assert(
      fc.property(relations, (lists) => {
        expect(read(listsOf(lists))).toEqual(lists);
      }),
    );
  });

  it("has nothing where there is no list", () => {
    expect([...listAt(listsOf([]), 0)]).toEqual([]);
    expect([...listAt(listsOf([[1]]), 5)]).toEqual([]);
  });
});

describe("invert", () => {
  it("names for each item the lists that hold it, in order", () => {
    fc.assert(
      fc.property(relations, (lists) => {
        const holders = Array.from({ length: ITEMS }, (_, item) =>
          lists.flatMap((list, at) => (list.includes(item) ? [at] : [])),
        );
        expect(read(invert(listsOf(lists), ITEMS))).toEqual(holders);
      }),
    );
  });

  it("gives the same relation again when it is done twice", () => {
    fc.assert(
      fc.property(relations, (lists) => {
        const sorted = lists.map((list) => [...list].sort((a, b) => a - b));
        expect(read(invert(invert(listsOf(sorted), ITEMS), lists.length))).toEqual(sorted);
      }),
    );
  });
});

function read(lists: Lists): number[][] {
  return Array.from({ length: lists.start.length - 1 }, (_, at) => [...listAt(lists, at)]);
}
