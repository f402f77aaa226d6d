import { describe, expect, it } from "vitest";
import { arabiziTokens } from "../../src/arabic/arabizi.ts";
import { fold } from "../../src/arabic/folding.ts";
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
    "ben w jerry in the kitchen",
    "fin de la semaine",
    "wel come in",
    "GPU",
    "mp3 h2o ps5",
    "mata hari",
    "kam of the year",
    "sana",
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
    ["far2", "فرق"],
    ["lfar9", "الفرق"],
    ["9oora", "صورة"],
    ["l7asoub", "حاسوب"],
  ])("finds «%s» by its consonants", (typed, word) => {
    expect(arabiziSkeletons(typed).flat()).toContain(skeleton(word));
  });

  it.each([
    ["ch7al taman lgpu?", "كم"],
    ["3lach hbet sahm nvidia?", "لماذا"],
    ["esh el far2 ben el cpu wel gpu?", "ماذا"],
    ["fo9ach bdat nvidia?", "متى"],
    ["min ikhtara3 el usb?", "من"],
    ["mata intaha alidrab", "متى"],
    ["kam se3r lgpu", "سعر"],
    ["ma3na el kalima shu", "معنى"],
    ["emta?", "متى"],
  ])("knows the function words of «%s»", (text, word) => {
    expect((arabiziTokens(text) ?? []).map(({ term }) => term)).toContain(fold(word));
  });

  it("lets a question be read as the one that it is", () => {
    expect(readQuestion("emta et7awel el ethereum?")).toMatchObject({ isArabizi: true, expected: "when" });
    expect(readQuestion("when did it begin").isArabizi).toBe(false);
  });
});
