import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Selection } from "../../src/answer/answer.ts";
import {
  type AnswerState,
  contextKey,
  DATA_MAX,
  decodePress,
  decodeReference,
  encodePress,
  encodeReference,
  type Press,
  type StateEntry,
} from "../../src/reply/codec.ts";
import { decodeSelection, encodeSelection } from "../../src/reply/selection-code.ts";

const BASE64URL = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
const key = fc.array(fc.constantFrom(...BASE64URL), { minLength: 8, maxLength: 8 }).map((k) => k.join(""));

const sentences: fc.Arbitrary<Selection> = fc.record({
  first: fc.nat(15),
  count: fc.integer({ min: 1, max: 8 }),
  mark: fc.record({ from: fc.nat(63), count: fc.integer({ min: 1, max: 15 }) }),
});
const part: fc.Arbitrary<Selection> = fc
  .tuple(fc.nat(15), fc.nat(31), fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.integer({ min: 1, max: 8 }))
  .filter(([, , count, from, marked]) => from + marked <= count)
  .map(([first, clause, count, from, marked]) => ({
    first,
    count: 1,
    part: { from: clause, count },
    mark: { from, count: marked },
  }));
const list = fc.record({
  first: fc.nat(15),
  count: fc.integer({ min: 9, max: 40 }),
  mark: fc.record({ from: fc.nat(63), count: fc.nat(1) }),
});
const selection = fc.oneof(sentences, part, list);

const state: fc.Arbitrary<AnswerState> = fc
  .record({
    language: fc.constantFrom("ar" as const, "en" as const),
    entries: fc.array(
      fc.record({ key, selection, role: fc.constantFrom<StateEntry["role"]>("finding", "also", "differs") }),
      { minLength: 1, maxLength: 5 },
    ),
    at: fc.nat(4),
    uncertain: fc.boolean(),
    full: fc.boolean(),
    bare: fc.boolean(),
    whole: fc.boolean(),
  })
  .map(({ entries, at, ...rest }) => {
    const all = entries.map(
      (stop, i): StateEntry => (i === 0 || i === at ? { ...stop, role: "finding" } : stop),
    );
    return { ...rest, entries: all, at: at < all.length ? at : 0 };
  });
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ show: fc.constantFrom("answer" as const, "context" as const, "sources" as const), state }),
  fc.record({
    show: fc.constant("page" as const),
    language: fc.constantFrom("ar" as const, "en" as const),
    page: fc.integer({ min: 1, max: 9999 }),
  }),
  fc.record({
    show: fc.constantFrom("article" as const, "beginning" as const),
    language: fc.constantFrom("ar" as const, "en" as const),
    article: key,
  }),
  fc.record({
    show: fc.constant("reading" as const),
    language: fc.constantFrom("ar" as const, "en" as const),
    key,
  }),
  fc.record({
    show: fc.constant("question" as const),
    language: fc.constantFrom("ar" as const, "en" as const),
    article: key,
    code: key.map((letters) => letters.slice(0, 3)),
  }),
);

describe("encodePress", () => {
  it("is read back as it was", () => {
    fc.assert(
      fc.property(press, (one) => {
        expect(decodePress(encodePress(one))).toEqual(one);
      }),
    );
  });

  it("takes at most 60 characters of ASCII", () => {
    fc.assert(
      fc.property(press, (one) => {
        expect(encodePress(one)).toMatch(/^[\x21-\x7e]{3,60}$/);
      }),
    );
    expect(DATA_MAX).toBe(60);
  });

  it("refuses a state that shows no finding", () => {
    const stop: StateEntry = {
      key: "abcdefgh",
      selection: { first: 0, count: 1, mark: { from: 0, count: 1 } },
      role: "also",
    };
    const wrong: AnswerState = {
      language: "ar",
      at: 0,
      entries: [stop],
      uncertain: false,
      full: false,
      bare: false,
      whole: false,
    };
    expect(() => encodePress({ show: "answer", state: wrong })).toThrow(RangeError);
  });
});

describe("decodePress", () => {
  it("reads no garbage and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (data) => {
        const read = decodePress(data);
        if (read !== undefined) expect(encodePress(read)).toBe(data);
      }),
    );
  });

  it("takes a changed button only where it is one that could have been written", () => {
    const place = fc.tuple(press, fc.nat(59), fc.constantFrom(...BASE64URL, " ", "=", "٣", "\u0000"));
    fc.assert(
      fc.property(place, ([one, at, letter]) => {
        const data = encodePress(one);
        const changed = data.slice(0, at) + letter + data.slice(at + 1);
        const read = decodePress(changed);
        if (read !== undefined) expect(encodePress(read)).toBe(changed);
      }),
    );
  });

  it.each([
    "",
    "1",
    "1a",
    "1pa0",
    "1pa-1",
    "1pa1e9",
    "1paNaN",
    "1pa01",
    "1pa99999",
    "1pa٣",
    "2pa1",
    "1px1",
    "__proto__",
  ])("refuses %j", (data) => expect(decodePress(data)).toBeUndefined());

  it("refuses the data of another version, and data with something behind it", () => {
    const data = encodePress({ show: "page", language: "ar", page: 3 });
    expect(decodePress(data)).toEqual({ show: "page", language: "ar", page: 3 });
    expect(decodePress(`0${data.slice(1)}`)).toBeUndefined();
    expect(decodePress(`${data}\n`)).toBeUndefined();
  });
});

describe("contextKey", () => {
  it("is the key of the passage that the button's answer shows", () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(contextKey(encodePress({ show: "answer", state: one }))).toBe(one.entries[one.at]?.key);
      }),
    );
    expect(contextKey("1pa1")).toBeUndefined();
    expect(contextKey("nothing")).toBeUndefined();
  });
});

describe("encodeReference", () => {
  it("is eleven characters of base64url that are read back", () => {
    fc.assert(
      fc.property(key, selection, (k, s) => {
        const written = encodeReference({ key: k, selection: s });
        expect(written).toMatch(/^[\w-]{11}$/);
        expect(decodeReference(written)).toEqual({ key: k, selection: s });
      }),
    );
  });

  it("is read as a key alone when it has eight characters, and not at all otherwise", () => {
    expect(decodeReference("abcdefgh")).toEqual({ key: "abcdefgh" });
    for (const text of ["", "abcdefg", "abcdefghi", "abcdefgh+AA", "abcdefghAAAA"])
      expect(decodeReference(text)).toBeUndefined();
  });
});

describe("encodeSelection", () => {
  it("takes 18 bits and gives each selection a number of its own", () => {
    fc.assert(
      fc.property(selection, (one) => {
        const bits = encodeSelection(one) ?? -1;
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThan(2 ** 18);
        expect(decodeSelection(bits)).toEqual(one);
      }),
    );
  });

  it("knows every number, as one selection or as none", () => {
    let read = 0;
    for (let bits = 0; bits < 2 ** 18; bits++) {
      const one = decodeSelection(bits);
      if (one === undefined) continue;
      read++;
      if (encodeSelection(one) !== bits) expect.fail(`${bits} is written in two ways`);
    }
    // Sentences: 16 first × 8 counts × 64 marks × 16; parts: 16 first × 32 clauses × 120 marks; lists: 16 first × 32 counts × 64 × 2.
    expect(read).toBe(16 * 8 * 64 * 16 + 16 * 32 * 120 + 16 * 32 * 64 * 2);
  });

  it("refuses what is out of range", () => {
    const mark = { from: 0, count: 1 };
    const wrong: Selection[] = [
      { first: 16, count: 1, mark },
      { first: 0, count: 41, mark },
      { first: 0, count: 9, mark: { from: 0, count: 2 } },
      { first: 0, count: 1, mark: { from: 64, count: 1 } },
      { first: 0, count: 1, mark: { from: 0, count: 16 } },
      { first: 0.5, count: 1, mark },
      { first: 0, count: 1, part: { from: 32, count: 1 }, mark },
      { first: 0, count: 1, part: { from: 0, count: 2 }, mark: { from: 1, count: 2 } },
      { first: 0, count: 2, part: { from: 0, count: 2 }, mark },
    ];
    for (const one of wrong) expect(encodeSelection(one)).toBeUndefined();
  });
});
