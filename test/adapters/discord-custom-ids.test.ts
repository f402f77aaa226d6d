import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomId, decodeCustomId, encodeCustomId } from "../../adapters/discord/custom-ids.ts";

const asker = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const language = fc.constantFrom("ar" as const, "en" as const);
const key = fc.stringMatching(/^[\w-]{8}(?:[\w-]{3})?$/);
const anyId: fc.Arbitrary<CustomId> = fc.oneof(
  fc.record({
    kind: fc.constant("action" as const),
    asker,
    page: fc.nat(99),
    data: fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
  }),
  fc.record({ kind: fc.constant("menu" as const), asker }),
  fc.record({
    kind: fc.constant("ask" as const),
    asker,
    text: fc.constantFrom("كم عدد الخلايا؟", "Who? 1:2"),
  }),
  fc.record({ kind: fc.constant("copy" as const), language, key }),
  fc.record({ kind: fc.constant("share" as const), language, key }),
  fc.record({ kind: fc.constant("command" as const), language, key }),
  fc.record({
    kind: fc.constant("end" as const),
    role: fc.constantFrom("previous" as const, "next" as const),
  }),
  fc.record({ kind: fc.constant("delete" as const), language, asker }),
);

describe("decodeCustomId", () => {
  it("reads what was written, which always fits", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const text = encodeCustomId(id);
        expect(text?.length).toBeLessThanOrEqual(100);
        expect(text && decodeCustomId(text)).toEqual(id);
      }),
    );
  });

  it("reads nothing in what it has never written", () => {
    for (const text of [
      "",
      " ",
      "__proto__",
      "x".repeat(100),
      "1a:-1:0:abc",
      "1a:1:NaN:abc",
      "1a:1:0:",
      "2a:1:0:abc",
      "1d:fr:1",
      "1c:ar:no key",
      "zzz:does-not-exist:9",
      "1m:1e999",
    ])
      expect(decodeCustomId(text), text).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => decodeCustomId(text) === undefined || text.startsWith("1")));
  });
});

describe("encodeCustomId", () => {
  it("offers no question that does not fit whole", () => {
    expect(encodeCustomId({ kind: "ask", asker: "1", text: "س".repeat(97) })).toBeUndefined();
  });
});
