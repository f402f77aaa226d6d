import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { articles, questions } from "./articles.ts";
import { writeFiles } from "./program.ts";
import { DISCORD, folderWithArticles, listening, rootOf } from "./serving.ts";

// Each test starts processes, which take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const { folder, serve } = folderWithArticles("serve");

describe.concurrent("isnad serve", () => {
  it("ends with 0 on SIGTERM, SIGINT and SIGHUP, also while its platform is down, and is ready for nothing after that", async () => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      const program = serve();
      await program.prints(/Discord is off: DISCORD_TOKEN is not set/);
      program.child.kill(signal);
      const { code, stdout, stderr } = await program.ended;
      expect(code).toBe(0);
      expect(stdout + stderr).not.toContain("marker");
      expect(stderr.slice(stderr.indexOf("stopping"))).not.toContain("platform.ready");
    }
  });

  it.each([
    ["ends at once with 1 on a second signal while an answer is under way", "SIGTERM", 1],
    ["takes a second SIGHUP for the same, since a terminal that closes may send two", "SIGHUP", 0],
  ] as const)("%s", async (_title, signal, code) => {
    const { server, root, sending } = await telegramThatNeverTakesAnAnswer();
    const program = serve({ TELEGRAM_API_ROOT: root });
    await sending;
    program.child.kill(signal);
    await program.prints(/"stopping"/);
    program.child.kill(signal);
    expect(await program.ended).toMatchObject({ code });
    server.closeAllConnections();
    server.close();
  });

  it("ends on a signal while the articles are still being read", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`many/${i}.txt`, articles["lighthouse.txt"].repeat(8)]),
    );
    writeFiles(folder, many);
    const program = serve({ CORPUS_DIR: join(folder, "many"), DISCORD_MENTION: "x" });
    await program.prints(/did you mean DISCORD_MENTIONS/);
    program.child.kill("SIGTERM");
    const { code, signal } = await program.ended;
    expect(signal ?? code).toBe("SIGTERM");
  });

  it("answers from a large folder in a thread, and ends on a signal all the same", async () => {
    const large = join(folder, "large");
    writeFiles(large, { ...articles, "pad.txt": "" });
    truncateSync(join(large, "pad.txt"), 8_000_000);
    const program = serve({ CORPUS_DIR: large });
    for (const line of [/"worker.ready"/, /"corpus.loaded"/, /Discord is off/]) await program.prints(line);
    program.child.kill("SIGTERM");
    expect(await program.ended).toMatchObject({ code: 0 });
  });

  it("opens no debugger on SIGUSR1", async () => {
    const program = serve();
    await program.prints(/Discord is off/);
    program.child.kill("SIGUSR1");
    await program.prints(/"signal.ignored"/);
    program.child.kill("SIGTERM");
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain("Debugger");
  });

  it("says in one sentence that Telegram refuses the token, and exits with 78 when nothing else is on", async () => {
    const server = await listening((_path, respond) =>
      respond(401, { ok: false, error_code: 401, description: "Unauthorized" }),
    );
    const { code, stderr } = await serve({ TELEGRAM_API_ROOT: rootOf(server) }).ended;
    server.close();
    expect(code).toBe(78);
    expect(stderr).toMatch(/^[^{\n]*TELEGRAM_BOT_TOKEN[^{\n]*$/m);
    expect(stderr).not.toMatch(/marker|\n\s+at /);
  });

  it("exits with 78 when Discord refuses the token", async () => {
    const server = await listening((_path, respond) =>
      respond(401, { message: "401: Unauthorized", code: 0 }),
    );
    const { code, stderr } = await serve({
      TELEGRAM_BOT_TOKEN: "",
      DISCORD_TOKEN: DISCORD,
      DISCORD_API_ROOT: `${rootOf(server)}/api`,
    }).ended;
    server.close();
    expect(code).toBe(78);
    expect(stderr).toMatch(/^[^{\n]*DISCORD_TOKEN[^{\n]*$/m);
    expect(stderr).not.toMatch(/marker|\n\s+at /);
  });
});

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
