import { existsSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { questions } from "./articles.ts";
import { runProgram, startProgram, writeFiles } from "./program.ts";
import { DOWN, folderWithArticles, linesOf, TELEGRAM } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { folder, corpus } = folderWithArticles("main");

describe.concurrent("isnad without a token", () => {
  it("shows a sample question with its answer where nothing is asked, and says that no token is set", async () => {
    const { code, stdout, stderr } = await runProgram({ cwd: tmpdir() });
    expect(stdout).toMatch(/^سؤال للتجربة: .+؟\n\n┃ /);
    expect(linesOf(stderr)).toEqual([expect.stringContaining("No token is set")]);
    expect(code).toBe(0);
  });

  it("answers one question a line and ends with the input", async () => {
    const { code, stdout } = await runProgram({
      input: `${questions.honey}\r\n\n${questions.lighthouse}`,
      env: { CORPUS_DIR: corpus },
    });
    expect(stdout.indexOf("شهر نوفمبر")).toBeGreaterThan(-1);
    expect(stdout.indexOf("1923")).toBeGreaterThan(stdout.indexOf("شهر نوفمبر"));
    expect(code).toBe(0);
  });

  it("isnad serve names the two tokens and exits with 78", async () => {
    const { code, stdout, stderr } = await runProgram({ args: ["serve"], cwd: folder });
    expect(code).toBe(78);
    expect(stdout).toBe("");
    expect(linesOf(stderr)).toEqual([expect.stringMatching(/TELEGRAM_BOT_TOKEN.*DISCORD_TOKEN/)]);
  });
});

describe.concurrent("settings", () => {
  it("lists all invalid keys in one sentence, exits with 78, and prints no value", async () => {
    const { code, stdout, stderr } = await runProgram({
      env: { TELEGRAM_BOT_TOKEN: "marker1", DISCORD_TOKEN: "marker2", RATE_LIMIT: "marker3" },
    });
    expect(code).toBe(78);
    expect(linesOf(stdout + stderr)).toEqual([
      expect.stringMatching(/TELEGRAM_BOT_TOKEN.*DISCORD_TOKEN.*RATE_LIMIT/),
    ]);
    expect(stderr).not.toMatch(/marker| at /);
  });

  it("warns of a misspelt key and runs on", async () => {
    const { code, stderr } = await runProgram({ env: { CORPUS_DIR: corpus, TELEGRAM_TOKEN: "x" } });
    expect(stderr).toContain("did you mean TELEGRAM_BOT_TOKEN?");
    expect(code).toBe(0);
  });

  it("names the absolute path of a corpus that is missing, a file, or empty", async () => {
    writeFiles(folder, { "empty/note.pdf": "nothing" });
    for (const [dir, path] of [
      ["nowhere", join(folder, "nowhere")],
      ["articles/bees.md", join(folder, "articles/bees.md")],
      ["empty", join(folder, "empty")],
    ] as const) {
      const { code, stderr } = await runProgram({ cwd: folder, env: { CORPUS_DIR: dir } });
      expect(code).toBe(78);
      expect(stderr).toContain(path);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it("names a corpus that cannot be read, and the system's reason", async () => {
    // A link to itself: unlike a closed folder, root cannot read it either.
    symlinkSync(join(folder, "loop"), join(folder, "loop"));
    const { code, stderr } = await runProgram({ env: { CORPUS_DIR: join(folder, "loop") } });
    expect(code).toBe(78);
    expect(linesOf(stderr)).toEqual([
      expect.stringContaining(`${join(folder, "loop")} cannot be read (ELOOP)`),
    ]);
  });

  it("shows a file's name without its control characters", async () => {
    writeFiles(folder, { "named/\u001b[2J\u009b\nname.md": "" });
    const { code, stderr } = await runProgram({ env: { CORPUS_DIR: join(folder, "named") } });
    expect(code).toBe(78);
    expect(linesOf(stderr)).toEqual([expect.stringContaining("\ufffd[2J\ufffd\ufffdname.md: ")]);
  });

  it("takes the token in .env where the environment has an empty one", async () => {
    writeFiles(folder, { "compose/.env": `TELEGRAM_BOT_TOKEN=${TELEGRAM}\n` });
    const program = startProgram({
      args: ["serve"],
      cwd: join(folder, "compose"),
      env: { TELEGRAM_BOT_TOKEN: "", DISCORD_TOKEN: "", TELEGRAM_API_ROOT: DOWN, CORPUS_DIR: corpus },
    });
    await program.prints(/Discord is off/);
    program.child.kill("SIGTERM");
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain("Telegram is off");
  });

  it("reads .env of the working directory without a word, and the environment before it", async () => {
    writeFiles(folder, { "settings/.env": `CORPUS_DIR=${corpus}\nRATE_LIMIT=nonsense\n` });
    const cwd = join(folder, "settings");
    const args = ["ask", questions.honey, "--json"];
    expect((await runProgram({ args, cwd })).stderr).toContain("RATE_LIMIT");
    const { code, stdout, stderr } = await runProgram({ args, cwd, env: { RATE_LIMIT: "off" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(linesOf(stdout)).toHaveLength(1);
    expect(JSON.parse(stdout).findings[0].file).toBe("bees.md");
  });
});

describe.concurrent("the process", () => {
  it.runIf(existsSync("/dev/full"))(
    "says that an answer could not be written, and exits with 1",
    async () => {
      const { code, stderr } = await runProgram({
        args: ["ask", questions.honey, "--corpus", corpus],
        shell: 'exec "$@" >/dev/full',
      });
      expect({ code, stderr }).toEqual({ code: 1, stderr: "The output could not be written (ENOSPC).\n" });
    },
  );

  it.runIf(process.platform !== "win32")("says in one sentence that it may open too few files", async () => {
    const { code, stderr } = await runProgram({ args: ["--version"], shell: 'ulimit -n 30; exec "$@"' });
    if (code === 0) return;
    expect(code).toBe(78);
    expect(linesOf(stderr)).toEqual([expect.stringMatching(/too few files.*ulimit -n/)]);
  });
});
