import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/meaning/embedder.ts";
import { hashOf, openVectorCache } from "../../src/meaning/vector-cache.ts";
import { seededVector } from "./embeddings-server.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "isnad-vectors-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const embedder = (id = "model-32"): Embedder => ({
  ...{ id, model: "model", dimensions: 32, takesTitles: false },
  embed: async () => [],
});
const TEXTS = ["البحر", "المنارة", "الحارس", "الصخرة"];
const entryOf = (text: string) => [hashOf({ text }), seededVector(text)] as const;
const fileOf = (id = "model-32") => join(dir, "embeddings", id, "passages.vectors");

async function write(texts: readonly string[], id?: string): Promise<void> {
  const cache = await openVectorCache(dir, embedder(id));
  await cache.append(texts.map(entryOf));
  await cache.close();
}

async function read(texts: readonly string[], id?: string): Promise<string[]> {
  const cache = await openVectorCache(dir, embedder(id));
  const found = new Map<string, Float32Array>();
  await cache.load(new Set(texts.map((text) => hashOf({ text }))), (hash, vector) => found.set(hash, vector));
  await cache.close();
  return texts.filter((text) => {
    const vector = found.get(hashOf({ text }));
    if (vector !== undefined) expect(vector).toEqual(seededVector(text));
    return vector !== undefined;
  });
}

describe("the cache of vectors", () => {
  it("gives back what was put into it, and of it what is wanted", async () => {
    await write(TEXTS.slice(0, 2));
    await write(TEXTS.slice(2, 3));
    expect(await read(TEXTS)).toEqual(TEXTS.slice(0, 3));
    expect(await read(TEXTS.slice(1, 2))).toEqual(TEXTS.slice(1, 2));
  });

  it("keeps the models apart", async () => {
    await write(TEXTS, "model-32");
    expect(await read(TEXTS, "other-32")).toEqual([]);
  });

  it("holds no text", async () => {
    await write(TEXTS);
    for (const file of readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const text of TEXTS) expect(bytes.includes(Buffer.from(text))).toBe(false);
    }
  });

  it("loses nothing but the record in which a process was killed, and goes on behind the others", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 147 }), async (cut) => {
        rmSync(join(dir, "embeddings"), { recursive: true, force: true });
        await write(TEXTS.slice(0, 3));
        truncateSync(fileOf(), statSync(fileOf()).size - cut);
        expect(await read(TEXTS)).toEqual(TEXTS.slice(0, 2));
        await write(TEXTS.slice(2));
        expect(await read(TEXTS)).toEqual(TEXTS);
      }),
      { numRuns: 10 },
    );
  });

  it("reads nothing behind bytes that it did not write", async () => {
    await write(TEXTS.slice(0, 2));
    appendFileSync(fileOf(), Buffer.alloc(1000, 7));
    expect(await read(TEXTS)).toEqual(TEXTS.slice(0, 2));
  });

  it("is shared by processes that write at the same time", async () => {
    const caches = await Promise.all([1, 2].map(() => openVectorCache(dir, embedder())));
    const texts = Array.from({ length: 40 }, (_, i) => `نص ${i}`);
    await Promise.all(texts.map((text, i) => caches[i % 2]?.append([entryOf(text)])));
    await Promise.all(caches.map((cache) => cache.close()));
    expect(await read(texts)).toEqual(texts);
  });
});
