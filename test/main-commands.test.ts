import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { articles, questions } from "./articles.ts";
import { answerSchema } from "./printed-json.ts";
import { runProgram, writeFiles } from "./program.ts";
import { folderWithArticles } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { folder, corpus } = folderWithArticles("commands");

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
  /** The key of a passage that holds «عسل السدر». */
  const honey = runProgram({ args: ["ask", questions.honey, "--json", "--corpus", corpus] }).then(
    ({ stdout }) => answerSchema.parse(JSON.parse(stdout)).findings[0]?.key ?? "",
  );
  const cite = (key: string, ...more: string[]) =>
    runProgram({ args: ["cite", key, ...more, "--corpus", corpus] });

  it("writes the source out in the style that is asked for, and knows no other", async () => {
    expect(await cite(await honey, "--style", "bibtex")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^@misc\{bees,/),
    });
    expect(await cite("AAAAAAAA", "--style", "short")).toMatchObject({ code: 4 });
    expect(await cite(await honey, "--style", "apa")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--style is one of short, full, chicago, bibtex"),
    });
  });

  it("prints the passage of a key, and exits with 4 for a key that there is not", async () => {
    const cited = await cite(await honey);
    expect(cited.code).toBe(0);
    expect(cited.stdout).toContain("تجني القرية عسل السدر في شهر نوفمبر.");
    for (const unknown of ["#________", "عسل السدر"])
      expect(await cite(unknown)).toMatchObject({
        code: 4,
        stdout: expect.stringContaining("لم أجد فقرة بهذا المعرّف"),
      });
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
