import { describe, expect, it } from "vitest";
import { readTyped } from "../../adapters/terminal/typed.ts";
import type { Action, Reply } from "../../src/index.ts";

const next: Action = { type: "press", role: "next", label: "التالي", data: "n" };
const share: Action = { type: "share", label: "مشاركة", key: "AbCdEf12" };
const example: Action = { type: "ask", label: "سؤال؟", text: "سؤال؟" };
const last: Reply = { language: "ar", blocks: [], actions: [[next, share], [example]] };

describe("readTyped", () => {
  it("takes a number, in any digits, as a choice of the last reply", () => {
    expect(readTyped("1", last)).toEqual({ kind: "take", action: next });
    for (const two of ["2", "٢", "۲", " 2 "])
      expect(readTyped(two, last)).toEqual({ kind: "take", action: example });
    expect(readTyped("3", last)).toEqual({ kind: "no-such-choice" });
    expect(readTyped("1", undefined)).toEqual({ kind: "no-such-choice" });
  });

  it("takes words for the actions that the last reply has", () => {
    for (const word of ["التالي", "n", "N", "next", "/next"]) {
      expect(readTyped(word, last)).toEqual({ kind: "take", action: next });
    }
    for (const word of ["السابق", "p", "السياق"])
      expect(readTyped(word, last)).toEqual({ kind: "no-such-choice" });
  });

  it.each([
    ["خروج", "quit"],
    ["q", "quit"],
    ["مساعدة", "help"],
    ["؟", "help"],
    ["المقالات", "sources"],
    ["أمثلة", "examples"],
    ["/privacy", "privacy"],
    ["   ", "nothing"],
  ])("knows %j as %s", (line, kind) => {
    expect(readTyped(line, last)).toEqual({ kind });
  });

  it("opens a key, and takes all else as a question", () => {
    expect(readTyped(" #AbCdEf12 ", last)).toEqual({ kind: "cite", text: "#AbCdEf12" });
    for (const text of ["متى التالي؟", "1923", "next week", "quit smoking"]) {
      expect(readTyped(text, last)).toEqual({ kind: "question", text });
    }
  });
});
