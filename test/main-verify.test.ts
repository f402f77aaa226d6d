import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { articles } from "./articles.ts";
import { verificationSchema } from "./printed-json.ts";
import { runProgram } from "./program.ts";
import { folderWithArticles } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { corpus } = folderWithArticles("verify");

const verify = (text: string, ...more: string[]) =>
  runProgram({ args: ["verify", text, "--corpus", corpus, ...more] });

describe.concurrent("isnad verify", () => {
  it("prints what README.md shows", async () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, text = "", shown = ""] =
      /^\$ npm run --silent verify -- "(.+)"\n\n([^`]+)```/m.exec(readme) ?? [];
    const { stdout } = await runProgram({ args: ["verify", text] });
    expect(stdout.replace(/[\u200e\u200f\u2066-\u2069]/g, "").trim()).toBe(shown.trim());
  });

  it("tells a state by its exit code", async () => {
    const texts = {
      exact: "تجني القرية عسل السدر في شهر نوفمبر",
      spelling: "تجني القريه عسل السدر في شهر نوفمبر",
      altered: "تجني القرية عسل السدر في شهر أكتوبر",
      stitched: "كان الحارس إدريس المنصوري يصعد درجها كل مساء. تجني القرية عسل السدر في شهر نوفمبر.",
      "not-found": "كم عدد أقمار كوكب زحل وأيها أكبر",
    };
    const outcomes = await Promise.all(
      Object.values(texts).map(async (text) => {
        const { code, stdout } = await verify(text, "--json");
        return [verificationSchema.parse(JSON.parse(stdout)).state, code];
      }),
    );
    expect(outcomes).toEqual([
      ["exact", 0],
      ["spelling", 0],
      ["altered", 3],
      ["stitched", 3],
      ["not-found", 4],
    ]);
  });

  it("gives offsets into the text and into the file", async () => {
    const text = "قرأت أن القرية تجني عسل السدر في شهر أكتوبر.";
    const { stdout } = await verify(text, "--json");
    const { segments } = verificationSchema.parse(JSON.parse(stdout));
    for (const { start, end, matches } of segments) {
      expect(text.slice(start, end).trim()).not.toBe("");
      for (const match of matches)
        expect(articles["bees.md"].slice(match.start, match.end)).toBe(match.quote);
    }
    expect(segments.flatMap(({ matches }) => matches.flatMap(({ changes = [] }) => changes))).toContainEqual({
      kind: "date",
      given: "أكتوبر",
      source: "نوفمبر",
    });
  });

  it("says the limits of a text in a sentence, and exits with 2", async () => {
    for (const text of ["كلمتان فقط", "كلمة ".repeat(900)]) {
      const { code, stdout, stderr } = await verify(text);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("at least 3 words and at most 4,000 characters");
    }
  });

  it("checks lines of JSON one by one, and says in its line what is wrong with a text", async () => {
    const { code, stdout, stderr } = await runProgram({
      args: ["verify", "--batch", "--corpus", corpus],
      input: [
        { id: 1, text: "تجني القرية عسل السدر في شهر نوفمبر" },
        { id: "b", text: "كلمتان فقط" },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    });
    const [first, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(verificationSchema.parse(first)).toMatchObject({ id: 1, state: "exact" });
    expect(second).toEqual({ id: "b", error: expect.stringContaining("too short") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
