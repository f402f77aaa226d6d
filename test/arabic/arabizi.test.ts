import { describe, expect, it } from "vitest";
import { arabiziTokens } from "../../src/arabic/arabizi.ts";
import { arabiziSkeletons, skeleton } from "../../src/arabic/names.ts";
import { readQuestion } from "../../src/arabic/question.ts";

describe("arabiziTokens", () => {
  it("reads function words as Arabic ones and keeps the words with digits whole, each in its place", () => {
    const text = "kam nezel sahm Nvidia fel esboo3 elli wa2a3?";
    const tokens = arabiziTokens(text) ?? [];
    expect(tokens.map(({ term }) => term)).toEqual([
      "كم",
      "nezel",
      "sahm",
      "nvidia",
      "في",
      "esboo3",
      "الذي",
      "wa2a3",
    ]);
    for (const { start, end } of tokens) expect(text.slice(start, end)).toMatch(/^[a-z0-9]+$/i);
  });

  it.each([
    "what is the price of H100 and R1?",
    "who is the man of the year",
    "el nino 2024",
    "le prix de la carte",
    "GPU",
    "mp3 h2o ps5",
    "كم se3r el GPU",
    "",
  ])("takes «%s» for no Arabizi", (text) => {
    expect(arabiziTokens(text)).toBeUndefined();
  });

  it.each([
    ["esboo3", "أسبوع"],
    ["sherket", "شركة"],
    ["elmudeer", "المدير"],
    ["7arb", "حرب"],
    ["takhzeen", "تخزين"],
    ["9anoon", "قانون"],
  ])("finds «%s» by its consonants", (typed, word) => {
    expect(arabiziSkeletons(typed)).toContain(skeleton(word));
  });

  it("lets a question be read as the one that it is", () => {
    expect(readQuestion("emta et7awel el ethereum?")).toMatchObject({ isArabizi: true, expected: "when" });
    expect(readQuestion("when did it begin").isArabizi).toBe(false);
  });
});
