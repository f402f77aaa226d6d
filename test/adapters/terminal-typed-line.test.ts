import { describe, expect, it } from "vitest";
import { readTypedLine } from "../../adapters/terminal/typed-line.ts";
import type { Action, Reply } from "../../src/index.ts";

const readTyped = (line: string, ...replies: (Reply | undefined)[]) => readTypedLine(line, replies);

const next: Action = { type: "press", role: "next", label: "التالي", data: "n" };
const share: Action = { type: "share", label: "مشاركة", key: "AbCdEf12" };
const example: Action = { type: "ask", label: "سؤال؟", text: "سؤال؟" };
const last: Reply = { language: "ar", blocks: [], actions: [[next, share], [example]] };

describe("readTypedLine", () => {
  it("takes a number, in any digits, as a choice of the last reply", () => {
    expect(readTyped("1", last)).toEqual({ kind: "take", action: next });
    for (const two of ["2", "٢", "۲", " 2 "])
      expect(readTyped(two, last)).toEqual({ kind: "take", action: example });
    expect(readTyped("3", last)).toEqual({ kind: "no-such-choice" });
    expect(readTyped("1", undefined)).toEqual({ kind: "no-such-choice" });
  });

  it("takes a text behind «تحقّق:» or verify to be checked", () => {
    for (const line of ["تحقّق: نص", "تحقق «نص»", "verify نص", "/verify نص"])
      expect(readTyped(line)).toMatchObject({ kind: "verify", text: expect.stringMatching(/^«?نص»?$/) });
    expect(readTyped("تحقق حلم المدينة متى؟")).toMatchObject({ kind: "question" });
  });

  it("takes a question behind «في المقال:» for the article that was opened", () => {
    for (const [line, text] of [
      ["في المقال: متى بُنيت؟", "متى بُنيت؟"],
      ["في هذا المقال : متى؟", "متى؟"],
      ["in article: when?", "when?"],
    ] as const)
      expect(readTypedLine(line, [])).toEqual({ kind: "question-in-article", text });
    for (const line of ["في المقال خطأ؟", "في المقال:"])
      expect(readTypedLine(line, []).kind).toBe("question");
  });

  it("takes words for the actions that the last reply has", () => {
    for (const word of ["التالي", "n", "N", "next", "/next"]) {
      expect(readTyped(word, last)).toEqual({ kind: "take", action: next });
    }
    for (const word of ["السابق", "p", "السياق", "رجوع", "مصدر"])
      expect(readTyped(word, last)).toEqual({ kind: "no-such-choice" });
  });

  it("goes on from the answer where the reply below it does not offer what a word asks for", () => {
    const back: Action = { type: "press", role: "answer", label: "العودة", data: "b" };
    const context: Reply = { language: "ar", blocks: [], actions: [[back]] };
    expect(readTyped("n", context, last)).toEqual({ kind: "take", action: next });
    expect(readTyped("رجوع", context, last)).toEqual({ kind: "take", action: back });
    expect(readTyped("2", context, last)).toEqual({ kind: "no-such-choice" });
  });

  it("takes the way back to the passage before, where nothing else was left", () => {
    const previous: Action = { type: "press", role: "previous", label: "السابق", data: "p" };
    const second: Reply = { ...last, actions: [[previous]] };
    expect(readTyped("رجوع", second)).toEqual({ kind: "take", action: previous });
  });

  it("gives the source of an answer to copy, and its other sources", () => {
    const copy: Action = { type: "copy", label: "نسخ", text: "إحالة", key: "AbCdEf12" };
    const sources: Action = { type: "press", role: "sources", label: "مصادر أخرى (٢)", data: "s" };
    const answer: Reply = { ...last, actions: [[sources], [copy]] };
    for (const word of ["مصدر", "المصدر", "source"])
      expect(readTyped(word, answer)).toEqual({ kind: "take", action: copy });
    expect(readTyped("مصادر أخرى", answer)).toEqual({ kind: "take", action: sources });
  });

  it("turns the pages of a list by the words that turn answers", () => {
    const page = (label: string, data: string): Action => ({ type: "press", role: "page", label, data });
    const [before, after] = [page("الصفحة السابقة", "1"), page("الصفحة التالية", "3")];
    const list: Reply = { language: "ar", blocks: [], actions: [[before, after]] };
    expect(readTyped("n", list, last)).toEqual({ kind: "take", action: after });
    expect(readTyped("السابق", list, last)).toEqual({ kind: "take", action: before });
  });

  it("says of what was not typed in UTF-8 that it cannot be read", () => {
    expect(readTyped("\ufffd\ufffd\ufffd?", last)).toEqual({ kind: "not-utf8" });
  });

  it.each([
    ["خروج", "quit"],
    ["q", "quit"],
    ["مساعدة", "help"],
    ["؟", "help"],
    ["المقالات", "sources"],
    ["أمثلة", "examples"],
    ["/privacy", "privacy"],
    ["/start", "start"],
    ["list", "sources"],
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
