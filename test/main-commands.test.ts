import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { articles, questions } from "./articles.ts";
import { runProgram, startProgram, writeFiles } from "./program.ts";
import { folderWithArticles } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { folder, corpus } = folderWithArticles("commands");

const span = z.strictObject({ start: z.int(), end: z.int() });
const answerSchema = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  verdict: z.enum(["answered", "uncertain", "unanswered"]),
  findings: z
    .array(
      z.strictObject({
        file: z.string(),
        start: z.int(),
        end: z.int(),
        quote: z.string(),
        highlights: z.array(span).min(1),
        key: z.string().regex(/^[\w-]{8}$/),
        paragraph: z.int().min(1),
        paragraphTo: z.int().min(1),
        paragraphs: z.int().min(1),
        article: z.strictObject({
          id: z.string(),
          title: z.string(),
          source: z.string().optional(),
          author: z.string().optional(),
          date: z.string().optional(),
          url: z.string().optional(),
          licence: z.string().optional(),
        }),
        alsoIn: z.array(z.string()),
        differs: z.array(z.string()),
      }),
    )
    .max(10),
  searched: z.array(z.string()),
});

const ask = (question: string, ...more: string[]) =>
  runProgram({ args: ["ask", question, "--corpus", corpus, ...more] });

const matchSchema = z.strictObject({
  file: z.string(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  article: z.looseObject({ id: z.string(), title: z.string() }),
  paragraph: z.int().min(1),
  paragraphTo: z.int().min(1),
  paragraphs: z.int().min(1),
  key: z.string().regex(/^[\w-]{8}$/),
  diff: z.array(
    z.strictObject({
      op: z.enum(["same", "insert", "delete", "replace", "move"]),
      given: z.string().optional(),
      source: z.string().optional(),
    }),
  ),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(["number", "date", "name", "negation"]),
        given: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .optional(),
});
const verificationSchema = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  state: z.enum(["exact", "spelling", "altered", "stitched", "not-found"]),
  segments: z.array(
    z.strictObject({
      ...span.shape,
      state: z.enum(["exact", "spelling", "altered", "not-found"]),
      gap: z.strictObject({ sentences: z.int(), words: z.int() }).optional(),
      matches: z.array(matchSchema),
    }),
  ),
  attribution: z.strictObject({ ...span.shape, name: z.string(), holds: z.boolean() }).optional(),
});

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

describe.concurrent("isnad rank", () => {
  it("puts the passage first that holds the words of the query, and gives at most ten", async () => {
    const passages = Array.from({ length: 14 }, (_, i) => ({
      id: `p${i}`,
      text: `هذه الفقرة رقم ${i + 1} عن القوافل. ${i === 8 ? "حملت القافلة الملح من واحة تيماء إلى الساحل." : "سارت القافلة ليلًا."}`,
    }));
    writeFiles(folder, { "rank/passages.jsonl": passages.map((row) => JSON.stringify(row)).join("\n") });
    const { code, stdout } = await runProgram({
      args: ["rank", join(folder, "rank/passages.jsonl")],
      input: `${JSON.stringify({ id: "q", query: "من أين حملت القافلة الملح؟" })}\n`,
    });
    const { id, ranked } = z
      .strictObject({ id: z.string(), ranked: z.array(z.string()) })
      .parse(JSON.parse(stdout));
    expect(id).toBe("q");
    expect(ranked[0]).toBe("p8");
    expect(ranked.length).toBe(10);
    expect(new Set(ranked).size).toBe(10);
    expect(code).toBe(0);
  });

  it("says which file of passages it cannot use", async () => {
    const { code, stderr } = await runProgram({ args: ["rank", join(folder, "missing.jsonl")] });
    expect(code).toBe(78);
    expect(stderr).toContain(join(folder, "missing.jsonl"));
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe.concurrent("isnad cite", () => {
  it("writes the source out in the style that is asked for, and knows no other", async () => {
    const { stdout } = await ask(questions.honey, "--json");
    const key = answerSchema.parse(JSON.parse(stdout)).findings[0]?.key ?? "";
    const written = (key: string, style: string) =>
      runProgram({ args: ["cite", key, "--style", style, "--corpus", corpus] });
    expect(await written(key, "bibtex")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^@misc\{bees,/),
    });
    expect(await written("AAAAAAAA", "short")).toMatchObject({ code: 4 });
    expect(await written(key, "apa")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--style is one of short, full, chicago, bibtex"),
    });
  });

  it("prints the passage of a key, and exits with 4 for a key that there is not", async () => {
    const answer = answerSchema.parse(JSON.parse((await ask(questions.honey, "--json")).stdout));
    const key = answer.findings[0]?.key ?? "";
    const cited = await runProgram({ args: ["cite", key, "--corpus", corpus] });
    expect(cited.code).toBe(0);
    expect(cited.stdout).toContain("تجني القرية عسل السدر في شهر نوفمبر.");
    for (const unknown of ["#________", "________", "abcdefgh", "عسل السدر"]) {
      const { code, stdout } = await runProgram({ args: ["cite", unknown, "--corpus", corpus] });
      expect({ code, stdout }).toEqual({
        code: 4,
        stdout: expect.stringContaining("لم أجد فقرة بهذا المعرّف"),
      });
    }
  });
});

describe.concurrent("isnad corpus", () => {
  it("tells what was loaded, with its passages", async () => {
    const { code, stdout } = await runProgram({ args: ["corpus", "--corpus", corpus] });
    expect(stdout).toContain("bees.md");
    expect(stdout).toContain("النحل في جبال السروات");
    expect(stdout).toContain("2 articles");
    expect(code).toBe(0);
  });

  it("prints data without raw control characters, and the same data", async () => {
    const hostile = join(folder, "hostile");
    writeFiles(hostile, { "a\u009b\u202e.txt": articles["lighthouse.txt"] });
    const { stdout } = await runProgram({ args: ["corpus", "--json", "--corpus", hostile] });
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(JSON.parse(stdout).files[0].file).toBe("a\u009b\u202e.txt");
  });

  it("fails on broken front matter, naming file and line, and still loads the rest", async () => {
    const broken = join(folder, "broken");
    writeFiles(broken, { ...articles, "bad.md": "---\ntitle: [unclosed\n---\n\nنص عربي قصير عن البحر.\n" });
    const { code, stdout } = await runProgram({ args: ["corpus", "--json", "--corpus", broken] });
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.files.map(({ file }: { file: string }) => file)).toEqual(["bees.md", "lighthouse.txt"]);
    expect(report.skipped).toMatchObject([
      { file: "bad.md", line: expect.any(Number), reason: expect.any(String) },
    ]);
  });
});

describe.concurrent("the command line", () => {
  it("answers what it cannot read with one line of usage, and exits with 2", async () => {
    const { code, stdout, stderr } = await runProgram({ args: ["nonsense"] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^there is no command "nonsense"; usage: isnad .*\n$/);
  });

  it("prints its help and its version", async () => {
    expect((await runProgram({ args: ["--help"] })).stdout).toContain("isnad serve");
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect((await runProgram({ args: ["--version"] })).stdout.trim()).toBe(version);
  });
});

describe("isnad doctor", () => {
  it("has nothing to say against settings without a cluster", async () => {
    const { code, stdout } = await runProgram({ args: ["doctor"] });
    expect(stdout).toContain("OPENSEARCH_URL is not set");
    expect(code).toBe(0);
  });

  it("names a node that does not answer, and ends with 78", async () => {
    const env = { OPENSEARCH_URL: "http://isnad:a-password@127.0.0.1:9" };
    const { code, stdout } = await runProgram({ args: ["doctor"], env });
    expect(stdout).toContain("http://127.0.0.1:9/ does not answer");
    expect(stdout).not.toContain("a-password");
    expect(code).toBe(78);
  });
});

describe("isnad index", () => {
  it("says what is missing, and ends with 78", async () => {
    const nowhere = await runProgram({ args: ["index", "--corpus", corpus] });
    expect(nowhere).toMatchObject({ code: 78, stderr: expect.stringContaining("OPENSEARCH_URL is not set") });
    const env = { OPENSEARCH_URL: "http://127.0.0.1:9" };
    const unreached = await runProgram({ args: ["index", "--corpus", corpus], env });
    expect(unreached).toMatchObject({ code: 78, stderr: expect.stringContaining("correct OPENSEARCH_URL") });
  });
});
