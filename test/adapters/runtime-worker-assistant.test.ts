import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Logger } from "../../adapters/runtime/logger.ts";
import { openService } from "../../adapters/runtime/open-service.ts";
import { openHere, type Service } from "../../adapters/runtime/service.ts";
import { readSettings } from "../../adapters/runtime/settings.ts";
import { openInWorker, type WorkerOptions } from "../../adapters/runtime/worker-assistant.ts";
import { OperatorError, type Request } from "../../src/index.ts";
import { articles, questions } from "../articles.ts";
import { builtModule, writeFiles } from "../program.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-worker-"));
writeFiles(folder, articles);
afterAll(() => rmSync(folder, { recursive: true }));

const { settings } = readSettings({ env: {}, workingDir: folder, parseEnvFile: () => ({}) });
const SCRIPT = builtModule("adapters/runtime/assistant-worker.js");

function parts(logLevel: typeof settings.logLevel = "info") {
  const events: string[] = [];
  const write: Logger["error"] = (event) => void events.push(event);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  const tell = (sentence: string) => void events.push(sentence);
  return { events, options: { dir: folder, command: "run", settings: { ...settings, logLevel }, log, tell } };
}

let open: Service[] = [];
afterEach(async () => {
  await Promise.all(open.map((service) => service.close()));
  open = [];
});

async function inWorker(options: WorkerOptions): Promise<Service> {
  const service = await openInWorker(options);
  open.push(service);
  return service;
}

const ask = (text: string): Request => ({ kind: "ask", text });

describe("an assistant in a worker thread", () => {
  it("gives the replies that it gives in this thread", async () => {
    const { options, events } = parts("debug");
    const [here, there] = await Promise.all([openHere(options), inWorker({ ...options, script: SCRIPT })]);
    expect(there.summary).toEqual(here.summary);
    expect(events.filter((event) => event === "article.reading")).toHaveLength(4);
    const answer = await here.assistant.handle(ask(questions.honey));
    const presses = answer.actions.flat().flatMap((action) => (action.type === "press" ? [action.data] : []));
    expect(presses.length).toBeGreaterThan(0);
    const requests: Request[] = [
      ...Object.values(questions).map(ask),
      ...presses.map((data): Request => ({ kind: "action", data })),
      { kind: "ask", text: questions.lighthouse, compact: true, article: "bees" },
      { kind: "verify", text: "تجني القرية عسل السدر في شهر نوفمبر" },
      { kind: "suggest", text: "عسل", limit: 5 },
      { kind: "cite", text: "no key" },
      { kind: "sources" },
      { kind: "start", language: "en" },
      { kind: "help", ways: { ar: "طريق", en: "way" } },
      { kind: "apology", code: "ABC234" },
    ];
    for (const request of requests)
      expect(await there.assistant.handle(request)).toEqual(await here.assistant.handle(request));
  });

  it("fails as in this thread where the folder cannot be used", async () => {
    const { options } = parts();
    const missing = { ...options, dir: join(folder, "missing") };
    const [here, there] = await Promise.all(
      [openHere(missing), openInWorker({ ...missing, script: SCRIPT })].map((opening) =>
        opening.catch((error: unknown) => error),
      ),
    );
    expect(there).toBeInstanceOf(OperatorError);
    expect(there).toMatchObject({ message: here instanceof Error ? here.message : "" });
  });

  it("is there for a large folder alone", async () => {
    for (const [large, count] of [
      [100, 1],
      [1_000_000, 0],
    ] as const) {
      const { options, events } = parts();
      open.push(await openService({ ...options, script: SCRIPT, large }));
      expect(events.filter((event) => event === "worker.ready")).toHaveLength(count);
      // A line that nobody wants stays in the thread.
      expect(events.filter((event) => event === "article.reading")).toHaveLength(count === 1 ? 0 : 2);
    }
  });
});

/** A worker that does what the text of a request says, else replies with the number of its thread. */
const PUPPET = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from "node:worker_threads";
    parentPort.on("message", ({ id, request: { text } }) => {
      if (text === "loop") for (;;);
      if (text === "exit") process.exit(3);
      if (text === "throw") throw Object.assign(new RangeError("a bug"), { code: "EBUG" });
      if (text === "fail") return parentPort.postMessage({ kind: "failed", id, error: { name: "RangeError", message: "a bug", code: "EBUG" } });
      if (text !== "say nothing") parentPort.postMessage({ kind: "reply", id, reply: threadId });
    });
    parentPort.postMessage({ kind: "ready", summary: {} });
  `)}`,
);

describe("a worker thread that misbehaves", () => {
  it("rejects a request whose reply does not come in time, and goes on with the others", async () => {
    const { assistant } = await inWorker({ ...parts().options, script: PUPPET, deadlineMs: 1000 });
    const late = expect(assistant.handle(ask("say nothing"))).rejects.toThrow("No reply within 1000 ms.");
    const first = await assistant.handle(ask(""));
    const talk = setInterval(() => void assistant.handle(ask("")), 20);
    await late;
    clearInterval(talk);
    expect(await assistant.handle(ask(""))).toBe(first);
  });

  it("is built anew when it is silent, and requests wait for the new one", async () => {
    const { options, events } = parts();
    const { assistant } = await inWorker({ ...options, script: PUPPET, deadlineMs: 1000 });
    const first = await assistant.handle(ask(""));
    await expect(assistant.handle(ask("loop"))).rejects.toThrow("No reply within 1000 ms.");
    // On a busy machine a new thread takes longer than the deadline.
    const next = () => assistant.handle(ask("")).catch(() => first);
    await expect.poll(next, { timeout: 20_000 }).not.toBe(first);
    expect(events).toEqual(["worker.ready", "worker.ended", "worker.ready"]);
  });

  it.each(["exit", "throw"])(
    "is built anew after it dies by %s, and what it was answering is rejected",
    async (how) => {
      const { options, events } = parts();
      const { assistant } = await inWorker({ ...options, script: PUPPET });
      const first = await assistant.handle(ask(""));
      const lost = expect(assistant.handle(ask("say nothing"))).rejects.toThrow(
        how === "exit" ? "ended" : "a bug",
      );
      await expect(assistant.handle(ask(how))).rejects.toThrow();
      await lost;
      expect(await assistant.handle(ask(""))).not.toBe(first);
      expect(events).toEqual(["worker.ready", "worker.ended", "worker.ready"]);
    },
  );

  it("hands on a failure with its name, message and code", async () => {
    const { assistant } = await inWorker({ ...parts().options, script: PUPPET });
    await expect(assistant.handle(ask("fail"))).rejects.toMatchObject({
      name: "RangeError",
      message: "a bug",
      code: "EBUG",
    });
  });
});
