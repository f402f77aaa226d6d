import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it, vi } from "vitest";
import { articles, questions } from "./articles.ts";
import { answerSchema } from "./printed-json.ts";
import { runProgram, startProgram } from "./program.ts";
import { folderWithArticles } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { corpus } = folderWithArticles("ask");

const ask = (question: string, ...more: string[]) =>
  runProgram({ args: ["ask", question, "--corpus", corpus, ...more] });

describe.concurrent("isnad ask", () => {
  it("prints what README.md shows", async () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, question = "", shown = ""] =
      /^\$ npm run --silent ask -- "(.+)"\n\n([^`]+)```/m.exec(readme) ?? [];
    const { stdout } = await runProgram({ args: ["ask", question] });
    expect(stdout.replace(/[\u200e\u200f\u2066-\u2069]/g, "").trim()).toBe(shown.trim());
  });

  it("prints a quotation letter for letter and its source, and exits with 0", async () => {
    const { code, stdout, stderr } = await ask(questions.honey);
    expect(stdout).toContain("تجني القرية عسل السدر في شهر نوفمبر.");
    expect(stdout).toContain("النحل في جبال السروات");
    expect(stdout).toContain("مجلة الحقل");
    expect(stdout).not.toContain("\u001b");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("gives the answer as data: offsets into the file, and no field that is not known", async () => {
    const { code, stdout } = await ask(questions.lighthouse, "--json");
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    const [first] = answer.findings;
    const text = articles["lighthouse.txt"];
    expect(first?.file).toBe("lighthouse.txt");
    expect(first?.quote).toBe(text.slice(first?.start, first?.end));
    expect(first?.quote).toContain("1923");
    expect(Object.keys(first?.article ?? {})).not.toContain("url");
    for (const mark of first?.highlights ?? []) {
      expect(mark.start).toBeGreaterThanOrEqual(first?.start ?? 0);
      expect(mark.end).toBeLessThanOrEqual(first?.end ?? 0);
    }
  });

  it("exits with 4 when the articles do not answer, and says what was searched for", async () => {
    const { code, stdout } = await ask(questions.unknown, "--json");
    expect(code).toBe(4);
    expect(answerSchema.parse(JSON.parse(stdout))).toMatchObject({ verdict: "unanswered", findings: [] });
  });

  it("asks one article alone, and says which article it does not know", async () => {
    expect((await ask(questions.honey, "--article", "bees")).code).toBe(0);
    const other = await ask(questions.honey, "--article", "منارة رأس الحمام", "--json");
    expect([other.code, JSON.parse(other.stdout).verdict]).toEqual([4, "unanswered"]);
    const none = await ask(questions.honey, "--article", "زرافة");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('is called "زرافة"')]);
  });

  it("shows a passage that is asked for by its key", async () => {
    const { findings } = answerSchema.parse(JSON.parse((await ask(questions.honey, "--json")).stdout));
    const { code, stdout } = await ask(`#${findings[0]?.key}`);
    expect(stdout).toContain("تجني القرية عسل السدر في شهر نوفمبر.");
    expect(code).toBe(0);
  });

  it("answers from the articles that ship, wherever it is called", async () => {
    const [question] = readFileSync(new URL("referee-questions.txt", import.meta.url), "utf8").split("\n");
    const { code, stdout } = await runProgram({ args: ["ask", question ?? "", "--json"], cwd: tmpdir() });
    expect(code).toBe(0);
    expect(answerSchema.parse(JSON.parse(stdout)).findings[0]?.file).toMatch(/\.md$/);
  });
});

describe.concurrent("isnad batch", () => {
  it("answers each line with one, in order, and tells of bad lines on standard error", async () => {
    const { code, stdout, stderr } = await runProgram({
      args: ["batch", "--corpus", corpus],
      input: [
        JSON.stringify({ id: "a", question: questions.honey }),
        "not json",
        "",
        JSON.stringify({ id: "b" }),
        JSON.stringify({ id: 3, question: questions.unknown }),
        JSON.stringify({ id: "d", question: "" }),
        JSON.stringify({ id: "k", question: "#________" }),
        JSON.stringify({ id: "e", question: questions.lighthouse }),
      ].join("\n"),
    });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers.map(({ id }) => id)).toEqual(["a", 3, "d", "k", "e"]);
    expect(answers.map(({ verdict }) => verdict)).toMatchObject([
      "answered",
      "unanswered",
      "unanswered",
      "unanswered",
      "answered",
    ]);
    const errors = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(errors).toEqual([
      { line: 2, error: "not JSON" },
      { line: 4, error: expect.stringContaining("question") },
    ]);
    expect(code).toBe(0);
  });

  it("tells of a line that is not UTF-8, and answers the others", async () => {
    const program = startProgram({ args: ["batch", "--corpus", corpus] });
    const line = JSON.stringify({ id: "a", question: questions.honey });
    program.child.stdin.write(Buffer.from([0x7b, 0xe3, 0xca, 0x7d, 0x0a]));
    program.child.stdin.end(`${line}\n`);
    const { stdout, stderr } = await program.ended;
    expect(JSON.parse(stderr)).toEqual({ line: 1, error: expect.stringContaining("not UTF-8") });
    expect(JSON.parse(stdout)).toMatchObject({ id: "a", verdict: "answered" });
  });

  it("answers a line before the next one comes", async () => {
    const program = startProgram({ args: ["batch", "--corpus", corpus] });
    program.child.stdin.write(`${JSON.stringify({ id: "first", question: questions.honey })}\n`);
    await program.prints(/"id":"first"/);
    program.child.stdin.end(`${JSON.stringify({ id: "second", question: questions.honey })}\n`);
    expect((await program.ended).stdout).toMatch(/"first".*\n.*"second"/);
  });

  it("ends quietly when nobody reads its answers any more", async () => {
    const program = startProgram({ args: ["batch", "--corpus", corpus] });
    const line = `${JSON.stringify({ id: "x", question: questions.honey })}\n`;
    program.child.stdin.write(line);
    await program.prints(/"id":"x"/);
    program.child.stdout.destroy();
    program.child.stdin.write(line.repeat(50));
    const { code, stderr } = await program.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
