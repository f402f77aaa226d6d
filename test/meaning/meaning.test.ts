import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Progress } from "../../src/meaning/build-vectors.ts";
import { connectEmbeddings } from "../../src/meaning/embeddings-client.ts";
import { createMeaning, type Meaning, type MeaningOptions } from "../../src/meaning/meaning.ts";
import { type EmbeddingsServer, seededVector, startEmbeddingsServer } from "./embeddings-server.ts";

const SENTENCES = ["بُنيت المنارة عام 1923.", "صعد الحارس الدرج.", "البحر هائج.", "أُغلق المتحف."];

let server: EmbeddingsServer;
let dir: string;
const opened: Meaning[] = [];
beforeEach(async () => {
  server = await startEmbeddingsServer();
  dir = mkdtempSync(join(tmpdir(), "isnad-meaning-"));
});
afterEach(async () => {
  for (const meaning of opened.splice(0)) meaning.close();
  await server.kill();
  rmSync(dir, { recursive: true, force: true });
});

function open(texts: readonly string[], options: Partial<MeaningOptions> = {}): Meaning {
  const connect = (signal: AbortSignal) => connectEmbeddings({ url: server.url, model: "m" }, signal);
  const meaning = createMeaning({ connect, cacheDir: dir, ...options })([texts.map((text) => ({ text }))]);
  opened.push(meaning);
  return meaning;
}

/** The texts of passages that the server was sent since the last call; the word that every connection tries is none. */
function sent(): string[] {
  return server.texts.splice(0).filter((text) => text !== "سلام");
}

const mostAlike = async (meaning: Meaning, question: string) => {
  const scores = (await meaning.compare(question))?.scores[0];
  return scores?.indexOf(Math.max(...scores));
};

describe("answers by meaning", () => {
  it("tell which text is most like a question, in standard deviations from the mean of all", async () => {
    const meaning = open(SENTENCES);
    expect(await meaning.complete).toBe(true);
    const scores = (await meaning.compare("البحر هائج."))?.scores[0] ?? new Float32Array();
    expect(scores.indexOf(Math.max(...scores))).toBe(2);
    expect(scores.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 4);
    expect(scores.reduce((sum, x) => sum + x * x, 0) / scores.length).toBeCloseTo(1, 4);
    expect(meaning.counts).toEqual({ compared: 1, early: 0, late: 0, failed: 0, rested: 0 });
  });

  it("wait for nothing while vectors are made, and ask the server no question", async () => {
    server.fault = ({ body }) => (body?.input.includes("سلام") ? undefined : "hang");
    const meaning = open(SENTENCES);
    expect(await meaning.compare("البحر")).toBeUndefined();
    expect(meaning.counts).toMatchObject({ compared: 0, early: 1 });
  });

  it("send each text once, whatever number of times it stands in the lists", async () => {
    await open([...SENTENCES, ...SENTENCES]).complete;
    expect(sent().toSorted()).toEqual(SENTENCES.toSorted());
  });

  it("take up from the cache where an earlier run was stopped", async () => {
    const many = Array.from({ length: 40 }, (_, i) => `جملة ${i}`);
    const first = open(many, {
      onProgress: ({ done }) => {
        if (done >= 8) first.close();
      },
    });
    expect(await first.complete).toBe(false);
    const before = sent();
    expect(before.length).toBeLessThan(40);
    expect(await open(many).complete).toBe(true);
    const after = sent();
    expect(new Set([...before, ...after]).size).toBe(40);
    // What was on its way when the run was stopped may be made again.
    expect(after.length).toBeLessThan(40);
  });

  it("send the changed sentence alone when an article has changed", async () => {
    await open(SENTENCES).complete;
    sent();
    const progress: Progress[] = [];
    await open(["بُنيت المنارة عام 1924.", ...SENTENCES.slice(1)], { onProgress: (p) => progress.push(p) })
      .complete;
    expect(sent()).toEqual(["بُنيت المنارة عام 1924."]);
    expect(progress[0]).toMatchObject({ done: 3, total: 4, known: 3 });
    expect(progress.at(-1)).toMatchObject({ done: 4, total: 4, refused: 0, seconds: 0 });
  });

  it("go on without the cache where it cannot be written", async () => {
    const file = join(dir, "file");
    writeFileSync(file, "");
    const faults: string[] = [];
    const meaning = open(SENTENCES, { cacheDir: file, onFault: (_, of) => faults.push(of) });
    expect(await meaning.complete).toBe(true);
    expect(await mostAlike(meaning, "البحر هائج.")).toBe(2);
    expect(faults).toEqual(["cache"]);
  });

  it("send batches of half the size to a server that takes fewer texts at once", async () => {
    server.fault = ({ body }) => ((body?.input.length ?? 0) > 3 ? { status: 413, body: "" } : undefined);
    const many = Array.from({ length: 20 }, (_, i) => `جملة ${i}`);
    const meaning = open(many);
    expect(await meaning.complete).toBe(true);
    expect(await mostAlike(meaning, "جملة 17")).toBe(17);
  });

  it("cut a text that is too long for the model, and leave it out if it is refused even so", async () => {
    server.fault = ({ body }) =>
      body?.input.some((text) => text.length > 1000 || text.startsWith("x"))
        ? { status: 400, body: "" }
        : undefined;
    const progress: Progress[] = [];
    const long = "كلمة ".repeat(600);
    const meaning = open([...SENTENCES, long, `x${long}`], { onProgress: (p) => progress.push(p) });
    expect(await meaning.complete).toBe(true);
    expect(progress.at(-1)).toMatchObject({ done: 6, total: 6, refused: 1 });
    expect(await mostAlike(meaning, long.slice(0, 500))).toBe(4);
    expect(await mostAlike(meaning, "البحر هائج.")).toBe(2);
  });

  it("are not waited for when the server is down, and come when it is up again", async () => {
    const { port } = new URL(server.url);
    await server.kill();
    const meaning = open(SENTENCES);
    expect(await meaning.complete).toBe(false);
    server = await startEmbeddingsServer({ port: Number(port) });
    await expect.poll(() => mostAlike(meaning, "البحر هائج."), { timeout: 9000, interval: 50 }).toBe(2);
  }, 15_000);

  it("are not waited for when the key is wrong", async () => {
    server.fault = () => ({ status: 401, body: "" });
    const faults: unknown[] = [];
    const meaning = open(SENTENCES, { onFault: (error) => faults.push(error) });
    expect(await meaning.complete).toBe(false);
    expect(faults).toMatchObject([{ fault: "denied" }]);
  });
});

describe("a question whose vector does not come", () => {
  const openComplete = async (options?: Partial<MeaningOptions>) => {
    const meaning = open(SENTENCES, options);
    await meaning.complete;
    return meaning;
  };

  it("waits no longer than its deadline", async () => {
    const missed: unknown[] = [];
    const meaning = await openComplete({ deadline: 60, onMissed: (why) => missed.push(why) });
    server.fault = () => "hang";
    const began = performance.now();
    expect(await meaning.compare("البحر")).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(400);
    expect(meaning.counts).toMatchObject({ late: 1, compared: 0 });
    expect(missed).toEqual(["late"]);
  });

  it.each([
    ["a status", { status: 500, body: "" }],
    ["no JSON", { body: "<html>" }],
    ["other dimensions", { body: JSON.stringify({ data: [{ embedding: [...seededVector("a", 8)] }] }) }],
  ])("never fails: %s", async (_, fault) => {
    const meaning = await openComplete();
    server.fault = () => fault;
    expect(await meaning.compare("البحر")).toBeUndefined();
    expect(meaning.counts).toMatchObject({ failed: 1 });
  });

  it("is not sent for a while after three that failed", async () => {
    const meaning = await openComplete();
    await server.kill();
    for (let i = 0; i < 5; i++) expect(await meaning.compare("البحر")).toBeUndefined();
    expect(meaning.counts).toMatchObject({ failed: 3, rested: 2 });
  });

  it("is never kept on disk", async () => {
    const meaning = await openComplete();
    sent();
    await meaning.compare("متى بُنيت؟");
    await openComplete();
    expect(sent()).toEqual(["متى بُنيت؟"]);
  });

  it("fails none and holds up none under load when the server is killed", async () => {
    const meaning = await openComplete();
    server.delay = 5;
    const times: number[] = [];
    const ask = async (i: number) => {
      const began = performance.now();
      await meaning.compare(`سؤال ${i}`);
      times.push(performance.now() - began);
    };
    const asked = Promise.all(Array.from({ length: 200 }, (_, i) => ask(i)));
    await expect.poll(() => times.length).toBeGreaterThan(5);
    await server.kill();
    await asked;
    for (let i = 0; i < 50; i++) await ask(i);
    expect(Math.max(...times)).toBeLessThan(1000);
  });
});
