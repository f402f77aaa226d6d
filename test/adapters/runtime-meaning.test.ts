import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeProgress, logProgress, showProgress } from "../../adapters/runtime/meaning-progress.ts";
import { createMeaningService } from "../../adapters/runtime/meaning-service.ts";
import { type EmbeddingsServer, startEmbeddingsServer } from "../meaning/embeddings-server.ts";

const half = { done: 1234, total: 5000, known: 200, refused: 0, rate: 2.4321, seconds: 1570 };
const whole = { ...half, done: 5000, rate: 2.4, seconds: 0 };

describe("the progress of embedding", () => {
  it("says how many texts are done, how fast it goes, and what time is left", () => {
    expect(describeProgress(half)).toBe("1,234 of 5,000 texts embedded, 24 %, 2.4 a second, 26 min left");
    expect(describeProgress({ ...half, seconds: 45 })).toMatch(/45 s left$/);
    expect(describeProgress({ ...half, rate: 1234.5 })).toContain(" 1,235 a second");
    expect(describeProgress({ ...half, seconds: 9000 })).toMatch(/2\.5 h left$/);
    expect(describeProgress({ ...whole, refused: 3 })).toBe(
      "5,000 of 5,000 texts embedded, 100 %, 3 refused",
    );
  });

  it("is a bar on a terminal, which is gone at the end", () => {
    const written: string[] = [];
    const show = showProgress({ isTTY: true, write: (text) => written.push(text) });
    show(half);
    show(whole);
    expect(written[0]).toMatch(/\r.*\u2588{5}\u2591{19} 1,234 of 5,000/);
    expect(written[1]).toMatch(/^\r\S+$/);
  });

  it("is a line now and then elsewhere", () => {
    const written: string[] = [];
    const show = showProgress({ write: (text) => written.push(text) });
    for (let i = 0; i < 5; i++) show(half);
    show(whole);
    expect(written).toHaveLength(2);
    expect(written.every((line) => line.endsWith("\n"))).toBe(true);
  });

  it("is nothing where all vectors were there", () => {
    const written: string[] = [];
    showProgress({ isTTY: true, write: (text) => written.push(text) })({ ...whole, known: 5000 });
    expect(written).toEqual([]);
  });

  it("goes into the log with numbers alone", () => {
    const lines: unknown[] = [];
    const show = logProgress({ info: (event, fields) => lines.push([event, fields]) });
    show(half);
    show(half);
    show(whole);
    expect(lines).toEqual([
      ["meaning.progress", { done: 1234, texts: 5000, perSecond: 2.4, secondsLeft: 1570 }],
      ["meaning.ready", { texts: 5000, known: 200, refused: 0 }],
    ]);
  });
});

describe("the service behind answers by meaning", () => {
  let server: EmbeddingsServer;
  beforeEach(async () => {
    server = await startEmbeddingsServer();
  });
  afterEach(() => server.kill());
  const create = () => {
    const warnings: [string, unknown][] = [];
    const service = createMeaningService({
      embeddings: { url: server.url, model: "m", key: undefined, dimensions: undefined, deadline: 5000 },
      cacheDir: undefined,
      log: { info: () => {}, warn: (event, fields) => warnings.push([event, fields]) },
      onProgress: () => {},
    });
    return { service, warnings, meaning: service.open([[{ text: "البحر هائج." }, { text: "صعد الحارس." }]]) };
  };

  it("has nothing to say of questions that were compared", async () => {
    const { service, meaning } = create();
    expect(await service.complete()).toBeUndefined();
    await meaning.compare("البحر");
    expect(service.missed()).toBeUndefined();
  });

  it("counts questions that were answered by words alone, and logs them once a minute", async () => {
    const { service, meaning, warnings } = create();
    await meaning.compare("قبل الأوان");
    await service.complete();
    await meaning.compare("البحر");
    await server.kill();
    for (let i = 0; i < 4; i++) await meaning.compare("البحر");
    expect(service.missed()).toBe(
      "Answered by words alone: 5 of 6 (vectors were missing: 1, the embeddings server failed: 3, it had failed just before: 1).",
    );
    expect(warnings).toMatchObject([["meaning.question-missed", { fault: "unreachable", failed: 1 }]]);
  });

  it("says in one sentence why there are no vectors", async () => {
    server.fault = () => ({ status: 401, body: "" });
    const { service, warnings, meaning } = create();
    expect(await service.complete()).toBe(
      "No vectors (the server refuses (HTTP 401)): answers go by words alone.",
    );
    expect(warnings[0]).toEqual([
      "meaning.server-failed",
      { fault: "denied", reason: "the server refuses (HTTP 401)" },
    ]);
    meaning.close();
  });
});
