import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { questions } from "./articles.ts";
import { type EmbeddingsServer, startEmbeddingsServer } from "./meaning/embeddings-server.ts";
import { runProgram } from "./program.ts";
import { folderWithArticles, linesOf } from "./serving.ts";

vi.setConfig({ testTimeout: 60_000 });

const { corpus } = folderWithArticles("main-meaning");
let server: EmbeddingsServer;
let cache: string;
beforeAll(async () => {
  server = await startEmbeddingsServer();
  cache = mkdtempSync(join(tmpdir(), "isnad-cache-"));
});
afterAll(async () => {
  await server.kill();
  rmSync(cache, { recursive: true, force: true });
});

const env = () => ({ CORPUS_DIR: corpus, EMBEDDINGS_URL: server.url, CACHE_DIR: cache });

describe("isnad with a server of embeddings", () => {
  it("embeds the articles before it answers, says so on standard error, and keeps the vectors for the next time", async () => {
    const first = await runProgram({ args: ["ask", questions.honey], env: env() });
    expect(first.code).toBe(0);
    expect(linesOf(first.stderr).at(-1)).toMatch(/^(\d+) of \1 texts embedded, 100 %$/);
    expect(existsSync(join(cache, "embeddings"))).toBe(true);
    server.texts.length = 0;
    const second = await runProgram({ args: ["ask", questions.honey], env: env() });
    expect(second).toMatchObject({ code: 0, stdout: first.stdout, stderr: "" });
    expect(server.texts.filter((text) => text !== "سلام")).toEqual([questions.honey]);
  });

  it("answers at once by words alone with --no-wait, and counts the questions", async () => {
    server.fault = () => "hang";
    const input = `${JSON.stringify({ id: 1, question: questions.honey })}\n`;
    const { code, stdout, stderr } = await runProgram({ args: ["batch", "--no-wait"], env: env(), input });
    server.fault = () => undefined;
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, verdict: "answered" });
    expect(linesOf(stderr)).toEqual(["Answered by words alone: 1 of 1 (vectors were missing: 1)."]);
    expect(code).toBe(0);
  });

  it("answers by words alone where the server is down, and says why", async () => {
    const env = { CORPUS_DIR: corpus, EMBEDDINGS_URL: "http://127.0.0.1:9", EMBEDDINGS_MODEL: "m" };
    const { code, stderr } = await runProgram({ args: ["ask", questions.honey], env });
    expect(linesOf(stderr)[0]).toMatch(/^No vectors \(.+\): answers go by words alone\.$/);
    expect(code).toBe(0);
  });

  it("ranks passages by their meaning as well, embedding passages alone", async () => {
    const file = join(cache, "passages.jsonl");
    const passages = ["البحر هائج اليوم. والريح شديدة.", "صعد الحارس الدرج. وأشعل الضوء."];
    writeFileSync(file, passages.map((text, id) => JSON.stringify({ id, text })).join("\n"));
    server.texts.length = 0;
    const input = `${JSON.stringify({ id: "q", query: "Lamp" })}\n`;
    const { stdout } = await runProgram({ args: ["rank", file], env: env(), input });
    expect(JSON.parse(stdout).ranked).toHaveLength(2);
    expect(server.texts.filter((text) => text !== "سلام")).toEqual([...passages, "Lamp"]);
  });

  it("asks the server nothing for commands that compare letters", async () => {
    server.texts.length = 0;
    await runProgram({ args: ["verify", "نص لا يرد في المقالات"], env: env() });
    await runProgram({ args: ["corpus"], env: env() });
    expect(server.texts).toEqual([]);
  });
});
