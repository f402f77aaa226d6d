import { BATCH_DEADLINE, type EmbeddedText, embedTexts } from "./embed-texts.ts";
import type { Embedder, TitledText } from "./embedder.ts";
import { createPatience } from "./patience.ts";
import { hashOf, openVectorCache, type VectorCache } from "./vector-cache.ts";
import { createVectorTable } from "./vector-table.ts";

/** What making vectors needs. */
export interface BuildParts {
  /** Connects to the server; called again until it succeeds. */
  connect(signal: AbortSignal): Promise<Embedder>;
  /** The folder of vectors that were made before; left out, none are kept. */
  readonly cacheDir?: string | undefined;
  readonly onProgress?: (progress: Progress) => void;
  /** Called when the server or the cache fails. Both are tried again. */
  readonly onFault?: (error: unknown, of: "server" | "cache") => void;
}

/** How far the vectors are. */
export interface Progress {
  /** Different texts with a vector, and all of them. */
  readonly done: number;
  readonly total: number;
  /** Of them those that were there at the start. */
  readonly known: number;
  /** Texts that the server did not take, however short they were cut. */
  readonly refused: number;
  /** Texts a second, and the seconds that are left at that rate. */
  readonly rate: number;
  readonly seconds: number;
}

/** The vectors of all texts. */
export interface Vectors {
  readonly embedder: Embedder;
  /** For each list the cosine of each text with a question's vector. */
  cosines(question: Float32Array): Float32Array[];
}

/**
 * Makes the vectors of all texts, each once, those of the cache first. Waits for a server that fails until the signal ends it.
 * `giveUp` is called when nobody should wait any longer.
 * @throws the signal's reason; and ModelServerError for a server that refuses every text
 */
export async function buildVectors(
  lists: readonly (readonly TitledText[])[],
  parts: BuildParts,
  signal: AbortSignal,
  giveUp: () => void,
): Promise<Vectors> {
  const onFault = parts.onFault ?? (() => {});
  const patiently = createPatience({ onFailure: (error) => onFault(error, "server"), giveUp }, signal);
  const embedder = await patiently(() =>
    parts.connect(AbortSignal.any([signal, AbortSignal.timeout(BATCH_DEADLINE)])),
  );
  const texts = new Map<string, TitledText>();
  const rows = new Map<string, number>();
  const places = lists.map((list) =>
    Int32Array.from(list, ({ text, title }) => {
      const own: TitledText = embedder.takesTitles && title ? { text, title } : { text };
      const hash = hashOf(own);
      const row = rows.get(hash) ?? rows.size;
      rows.set(hash, row);
      texts.set(hash, own);
      return row;
    }),
  );
  const table = createVectorTable(rows.size, embedder.dimensions);
  const keep = (hash: string, vector: Float32Array): void => {
    table.set(rows.get(hash) ?? 0, vector);
    texts.delete(hash);
  };
  const cache = await openCache(parts, embedder);
  try {
    await cache?.load(new Set(rows.keys()), keep);
    const meter = createMeter(rows.size, texts, parts.onProgress);
    for await (const batch of embedTexts(new Map(texts), embedder, patiently, signal)) {
      const made = batch.flatMap(([hash, vector]) => (vector === undefined ? [] : [[hash, vector] as const]));
      meter(batch);
      for (const [hash, vector] of made) keep(hash, vector);
      await cache?.append(made);
    }
  } finally {
    await cache?.close();
  }
  return {
    embedder,
    cosines(question) {
      const all = table.cosines(question);
      return places.map((place) => {
        const own = new Float32Array(place.length);
        for (let i = 0; i < place.length; i++) own[i] = all[place[i] ?? 0] ?? 0;
        return own;
      });
    },
  };
}

/** The cache, whose faults are told and cost no more than what it would have kept. */
async function openCache(
  { cacheDir, onFault = () => {} }: BuildParts,
  embedder: Embedder,
): Promise<VectorCache | undefined> {
  if (cacheDir === undefined) return undefined;
  try {
    const cache = await openVectorCache(cacheDir, embedder);
    const guarded = async (task: Promise<void>): Promise<void> => {
      try {
        await task;
      } catch (error) {
        onFault(error, "cache");
      }
    };
    return {
      load: (wanted, found) => guarded(cache.load(wanted, found)),
      append: (vectors) => guarded(cache.append(vectors)),
      close: () => guarded(cache.close()),
    };
  } catch (error) {
    onFault(error, "cache");
    return undefined;
  }
}

/** Tells of the progress: first what was known, then after each batch. Time goes by characters, since texts are of all lengths. */
function createMeter(
  total: number,
  missing: ReadonlyMap<string, TitledText>,
  onProgress: (progress: Progress) => void = () => {},
): (batch: readonly EmbeddedText[]) => void {
  const lengths = new Map(Array.from(missing, ([hash, { text }]) => [hash, text.length]));
  const known = total - missing.size;
  const began = performance.now();
  let [done, refused, read] = [known, 0, 0];
  let left = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const tell = (): void => {
    const seconds = (performance.now() - began) / 1000;
    const rate = seconds > 0 ? (done - known) / seconds : 0;
    onProgress({ done, total, known, refused, rate, seconds: read > 0 ? (left * seconds) / read : 0 });
  };
  tell();
  return (batch) => {
    for (const [hash, vector] of batch) {
      const length = lengths.get(hash) ?? 0;
      read += length;
      left -= length;
      done++;
      if (vector === undefined) refused++;
    }
    tell();
  };
}
