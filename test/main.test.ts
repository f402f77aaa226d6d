import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { articles, questions } from "./articles.ts";
import { runProgram, startProgram, writeFiles } from "./program.ts";

const TELEGRAM = "7012345678:AAF-marker_token_of_a_test_00000000000";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmArKe.marker-token-of-a-test-000000000000";
/** Nothing listens on the port of the discard protocol: a platform that is down. */
const DOWN = "http://127.0.0.1:9";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
/** Of articles, inside `folder`; what else a test needs stands beside it, since the tests run side by side. */
let corpus = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-main-"));
  corpus = join(folder, "articles");
  writeFiles(corpus, articles);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const linesOf = (text: string) => text.trimEnd().split("\n");

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

describe.concurrent("isnad serve", () => {
  it("ends with 0 on SIGTERM, SIGINT and SIGHUP, also while its platform is down, and is ready for nothing after that", async () => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      const program = startProgram({
        args: ["serve"],
        env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: DOWN, CORPUS_DIR: corpus },
      });
      await program.prints(/Discord is off: DISCORD_TOKEN is not set/);
      program.child.kill(signal);
      const { code, stdout, stderr } = await program.ended;
      expect(code).toBe(0);
      expect(stdout + stderr).not.toContain("marker");
      expect(stderr.slice(stderr.indexOf("stopping"))).not.toContain("platform.ready");
    }
  });

  it("ends at once with 1 on a second signal while an answer is under way", async () => {
    const { server, root, sending } = await telegramThatNeverTakesAnAnswer();
    const program = startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: root, CORPUS_DIR: corpus },
    });
    await sending;
    program.child.kill("SIGTERM");
    await program.prints(/"stopping"/);
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 1 });
    server.closeAllConnections();
    server.close();
  });

  it("takes a second SIGHUP for the same, since a terminal that closes may send two", async () => {
    const { server, root, sending } = await telegramThatNeverTakesAnAnswer();
    const program = startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: root, CORPUS_DIR: corpus },
    });
    await sending;
    program.child.kill("SIGHUP");
    await program.prints(/"stopping"/);
    program.child.kill("SIGHUP");
    expect(await program.ended).toMatchObject({ code: 0 });
    server.closeAllConnections();
    server.close();
  });

  it("logs how many articles and passages it has, and which files it skipped", async () => {
    writeFiles(join(folder, "partly"), {
      ...articles,
      "broken.md": "---\ntitle: [unclosed\n---\n\nنص عربي قصير.\n",
    });
    const program = startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: DOWN, CORPUS_DIR: join(folder, "partly") },
    });
    await program.prints(/Discord is off/);
    program.child.kill("SIGTERM");
    const { stderr } = await program.ended;
    const events = linesOf(stderr).flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
    expect(events.filter(({ event }) => /^corpus\./.test(event))).toMatchObject([
      { level: "info", event: "corpus.loaded", articles: 2, passages: 7, skipped: 1, ms: expect.any(Number) },
      { level: "warn", event: "corpus.skipped", file: "broken.md", line: expect.any(Number) },
    ]);
  });

  it("opens no debugger on SIGUSR1", async () => {
    const program = startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: DOWN, CORPUS_DIR: corpus },
    });
    await program.prints(/Discord is off/);
    program.child.kill("SIGUSR1");
    await program.prints(/"signal.ignored"/);
    program.child.kill("SIGTERM");
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain("Debugger");
  });

  it.runIf(existsSync("/dev/full"))("goes on when the disk of its log is full", async () => {
    let asked = 0;
    const server = await listening((_path, respond) => {
      asked++;
      respond(502, {});
    });
    const program = startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: rootOf(server), CORPUS_DIR: corpus },
      shell: 'exec "$@" 2>/dev/full',
    });
    await vi.waitFor(() => expect(asked).toBeGreaterThan(1), { timeout: 20_000 });
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 0 });
    server.close();
  });

  it("ends on a signal while the articles are still being read", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`many/${i}.txt`, articles["lighthouse.txt"].repeat(8)]),
    );
    writeFiles(folder, many);
    const program = startProgram({
      args: ["serve"],
      env: {
        TELEGRAM_BOT_TOKEN: TELEGRAM,
        TELEGRAM_API_ROOT: DOWN,
        CORPUS_DIR: join(folder, "many"),
        DISCORD_MENTION: "x",
      },
    });
    await program.prints(/did you mean DISCORD_MENTIONS/);
    program.child.kill("SIGTERM");
    const { code, signal } = await program.ended;
    expect(signal ?? code).toBe("SIGTERM");
  });

  it("logs a bug that nobody caught with its stack and without the token, and exits with 1", async () => {
    const when = (bug: string) =>
      `const t = setInterval(() => { if (process.listenerCount("SIGTERM") > 0) { clearInterval(t); ${bug} } }, 20)`;
    const error = `new Error("broken at /bot${TELEGRAM}/getMe")`;
    const thrown = when(`throw ${error}`);
    const rejected = when(`void Promise.reject(${error})`);
    writeFiles(folder, { "bugs/thrown.mjs": thrown, "bugs/rejected.mjs": rejected });
    for (const bug of ["bugs/thrown.mjs", "bugs/rejected.mjs"]) {
      const run = await runProgram({
        args: ["serve"],
        env: {
          TELEGRAM_BOT_TOKEN: TELEGRAM,
          TELEGRAM_API_ROOT: DOWN,
          CORPUS_DIR: corpus,
          NODE_OPTIONS: `--import=${join(folder, bug)}`,
        },
      });
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
    const program = startProgram({
      args: ["serve"],
      env: {
        TELEGRAM_BOT_TOKEN: TELEGRAM,
        TELEGRAM_API_ROOT: rootOf(server),
        CORPUS_DIR: corpus,
        LOG_LEVEL: "debug",
      },
    });
    await program.prints(/Discord is off/);
    program.child.stderr.destroy();
    program.child.stdout.destroy();
    const before = asked;
    await vi.waitFor(() => expect(asked).toBeGreaterThan(before + 1), { timeout: 20_000 });
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 0 });
    server.close();
  });

  it("says in one sentence that Telegram refuses the token, and exits with 78 when nothing else is on", async () => {
    const server = await listening((_path, respond) =>
      respond(401, { ok: false, error_code: 401, description: "Unauthorized" }),
    );
    const { code, stderr } = await runProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: rootOf(server), CORPUS_DIR: corpus },
    });
    server.close();
    expect(code).toBe(78);
    expect(stderr).toMatch(/^[^{\n]*TELEGRAM_BOT_TOKEN[^{\n]*$/m);
    expect(stderr).not.toMatch(/marker|\n\s+at /);
  });

  it("exits with 78 when Discord refuses the token", async () => {
    const server = await listening((_path, respond) =>
      respond(401, { message: "401: Unauthorized", code: 0 }),
    );
    const { code, stderr } = await runProgram({
      args: ["serve"],
      env: { DISCORD_TOKEN: DISCORD, DISCORD_API_ROOT: `${rootOf(server)}/api`, CORPUS_DIR: corpus },
    });
    server.close();
    expect(code).toBe(78);
    expect(stderr).toMatch(/^[^{\n]*DISCORD_TOKEN[^{\n]*$/m);
    expect(stderr).not.toMatch(/marker|\n\s+at /);
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

type Respond = (status: number, body: unknown) => void;

async function listening(answer: (path: string, respond: Respond) => void): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    answer(request.url ?? "", (status, body) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function rootOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Gives one private question and lets every call that would send the answer hang. */
async function telegramThatNeverTakesAnAnswer() {
  let began: () => void = () => {};
  const sending = new Promise<void>((resolve) => {
    began = resolve;
  });
  const person = { id: 5, is_bot: false, first_name: "ل" };
  const message = {
    message_id: 1,
    date: Math.floor(Date.now() / 1000),
    chat: { id: 5, type: "private" },
    from: person,
  };
  let given = false;
  const server = await listening((path, respond) => {
    const method = path.split("/").at(-1)?.split("?")[0];
    if (method === "getMe") {
      respond(200, { ok: true, result: { id: 7, is_bot: true, first_name: "b", username: "some_bot" } });
    } else if (method === "sendMessage") began();
    else if (method !== "getUpdates")
      respond(200, { ok: true, result: method?.startsWith("get") ? [] : true });
    else if (!given) {
      given = true;
      respond(200, { ok: true, result: [{ update_id: 1, message: { ...message, text: questions.honey } }] });
    }
  });
  return { server, root: rootOf(server), sending };
}
