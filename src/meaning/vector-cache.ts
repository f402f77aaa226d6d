import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Embedder, TitledText } from "./embedder.ts";

/** Vectors of passages on disk, by the hashes of their texts: no text is kept, and never a question. */
export interface VectorCache {
  /** Calls `found` with each vector that is there and wanted. What cannot be read is cut off, and made again. */
  load(wanted: ReadonlySet<string>, found: (hash: string, vector: Float32Array) => void): Promise<void>;
  /** Adds vectors; resolves when they are written. */
  append(vectors: Iterable<readonly [hash: string, vector: Float32Array]>): Promise<void>;
  close(): Promise<void>;
}

/** Names a text, and the title that is embedded with it, by 128 bits of SHA-256. */
export function hashOf({ text, title }: TitledText): string {
  return createHash("sha256")
    .update(`${title ?? ""}\0${text}`)
    .digest("hex")
    .slice(0, 2 * HASH_BYTES);
}

/**
 * Opens the file of a model's passages below `dir`: records of hash, vector and checksum, one after the other, only ever
 * added to. Several processes may share it.
 * @throws an error of the file system
 */
export async function openVectorCache(dir: string, { id, dimensions }: Embedder): Promise<VectorCache> {
  const folder = join(dir, "embeddings", id);
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, "passages.vectors"), "a+");
  const length = HASH_BYTES + 4 * dimensions + CHECK_BYTES;
  return {
    async load(wanted, found) {
      const { size } = await file.stat();
      let good = 0;
      for await (const record of recordsOf(file, size, length)) {
        if (!isWhole(record)) break;
        good++;
        const hash = record.toString("hex", 0, HASH_BYTES);
        if (wanted.has(hash)) found(hash, vectorOf(record));
      }
      if (good * length < size) await file.truncate(good * length);
    },
    async append(vectors) {
      const records = Array.from(vectors, ([hash, vector]) => recordOf(hash, vector, length));
      // In one write, so that records of several processes do not mix.
      await file.appendFile(Buffer.concat(records));
    },
    close: () => file.close(),
  };
}

const HASH_BYTES = 16;
const CHECK_BYTES = 4;
const RECORDS_AT_ONCE = 512;

/** The whole records of a file of `size` bytes; each is valid until the next is asked for. */
async function* recordsOf(file: FileHandle, size: number, length: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(RECORDS_AT_ONCE * length);
  for (let at = 0; at + length <= size; at += buffer.length) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    for (let from = 0; from + length <= bytesRead; from += length) yield buffer.subarray(from, from + length);
  }
}

function recordOf(hash: string, vector: Float32Array, length: number): Buffer {
  const record = Buffer.alloc(length);
  record.write(hash, "hex");
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).copy(record, HASH_BYTES);
  record.writeUInt32LE(crc32(record.subarray(0, -CHECK_BYTES)), length - CHECK_BYTES);
  return record;
}

function isWhole(record: Buffer): boolean {
  return crc32(record.subarray(0, -CHECK_BYTES)) === record.readUInt32LE(record.length - CHECK_BYTES);
}

function vectorOf(record: Buffer): Float32Array {
  const bytes = new Uint8Array(record.subarray(HASH_BYTES, -CHECK_BYTES));
  return new Float32Array(bytes.buffer);
}
