import { describe, expect, it } from "vitest";
import { spelledLetters } from "../../src/arabic/spelled-letters.ts";
import { tokenize } from "../../src/arabic/tokens.ts";

const read = (text: string, wanted?: readonly string[]) =>
  spelledLetters(text, tokenize(text), wanted && ((reading) => wanted.includes(reading))).map(
    ({ start, end, readings }) => [text.slice(start, end), ...readings],
  );

describe("spelledLetters", () => {
  it.each([
    ["وحدة جي بي يو سريعة", ["جي بي يو", "gbu", "gpu"]],
    ["شركة تي إس إم سي", ["تي إس إم سي", "tsmc"]],
    ["نماذج إل إل إم الكبيرة", ["إل إل إم", "llm"]],
    ["مجال الإيه آي", ["الإيه آي", "ai"]],
  ])("reads «%s» as an abbreviation, in every way that its names allow", (text, run) => {
    expect(read(text)).toEqual([run]);
  });

  it.each(["في أو أي", "أم إن الأمر", "بي", "كتب إليه في أي وقت", "قال إن كي جاي", "مرحبا"])(
    "takes words of the language for no letters: «%s»",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it("looks among words too for what is wanted, with a particle before it or between commas", () => {
    expect(read("ايش هي اس ام إي", ["sme"])).toEqual([["اس ام إي", "sme"]]);
    expect(read("بالجي بي يو أو سي بي يو؟", ["gpu", "cpu"])).toEqual([
      ["بالجي بي يو", "gpu"],
      ["سي بي يو", "cpu"],
    ]);
    expect(read("جي بي، يو", ["gpu"])).toEqual([]);
    expect(read("جي بي يو", ["cpu"])).toEqual([]);
  });
});
