import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { articles } from "./articles.ts";
import { writeFiles } from "./program.ts";
import { folderWithArticles, linesOf, listening, rootOf, TELEGRAM } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { folder, serve } = folderWithArticles("log");

describe.concurrent("the log of isnad serve", () => {
  it("logs how many articles and passages it has, and which files it skipped", async () => {
    writeFiles(join(folder, "partly"), {
      ...articles,
      "broken.md": "---\ntitle: [unclosed\n---\n\nنص عربي قصير.\n",
    });
    const program = serve({ CORPUS_DIR: join(folder, "partly") });
    await program.prints(/Discord is off/);
    program.child.kill("SIGTERM");
    const { stderr } = await program.ended;
    const events = linesOf(stderr).flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
    expect(events.filter(({ event }) => /^corpus\./.test(event))).toMatchObject([
      { level: "info", event: "corpus.loaded", articles: 2, passages: 7, skipped: 1, ms: expect.any(Number) },
      { level: "warn", event: "corpus.skipped", file: "broken.md", line: expect.any(Number) },
    ]);
  });

  it.runIf(existsSync("/dev/full"))("goes on when the disk of its log is full", async () => {
    let asked = 0;
    const server = await listening((_path, respond) => {
      asked++;
      respond(502, {});
    });
    const program = serve({ TELEGRAM_API_ROOT: rootOf(server) }, 'exec "$@" 2>/dev/full');
    await vi.waitFor(() => expect(asked).toBeGreaterThan(1), { timeout: 20_000 });
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 0 });
    server.close();
  });

  it("logs a bug that nobody caught with its stack and without the token, and exits with 1", async () => {
    const when = (bug: string) =>
      `const t = setInterval(() => { if (process.listenerCount("SIGTERM") > 0) { clearInterval(t); ${bug} } }, 20)`;
    const error = `new Error("broken at /bot${TELEGRAM}/getMe")`;
    const thrown = when(`throw ${error}`);
    const rejected = when(`void Promise.reject(${error})`);
    writeFiles(folder, { "bugs/thrown.mjs": thrown, "bugs/rejected.mjs": rejected });
    for (const bug of ["bugs/thrown.mjs", "bugs/rejected.mjs"]) {
      const run = await serve({ NODE_OPTIONS: `--import=${join(folder, bug)}` }).ended;
      expect(run.code).toBe(1);
      const crash = linesOf(run.stderr).find((line) => line.includes('"crash"'));
      expect(JSON.parse(crash ?? "{}")).toMatchObject({
        event: "crash",
        err: { stack: expect.stringContaining("broken at") },
      });
      expect(run.stderr).not.toContain("marker");
    }
  });

  it("outlives a log that nobody reads", async () => {
    let asked = 0;
    const server = await listening((_path, respond) => {
      asked++;
      respond(502, {});
    });
    const program = serve({ TELEGRAM_API_ROOT: rootOf(server), LOG_LEVEL: "debug" });
    await program.prints(/Discord is off/);
    program.child.stderr.destroy();
    program.child.stdout.destroy();
    const before = asked;
    await vi.waitFor(() => expect(asked).toBeGreaterThan(before + 1), { timeout: 20_000 });
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 0 });
    server.close();
  });
});
