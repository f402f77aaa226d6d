import type { Embedder, TitledText } from "./embedder.ts";
import { ModelServerError } from "./model-server.ts";
import type { Patiently } from "./patience.ts";

/** A text's hash and its vector; none where the server takes the text in no length. */
export type EmbeddedText = readonly [hash: string, vector: Float32Array | undefined];

/** Milliseconds that a batch may take. A server that loads its model first may need a minute. */
export const BATCH_DEADLINE = 120_000;
/** Texts of a batch at first and at most. It grows below the first of these milliseconds, and shrinks above the second. */
const FIRST_BATCH = 8;
const LARGEST_BATCH = 128;
const QUICK = 1_500;
const SLOW = 8_000;
/** A text that is refused is cut to so many UTF-16 units, then to so many. */
const CUTS: readonly number[] = [1_500, 500];
/** So many texts refused in a row, and the server is at fault, not they. */
const ALL_REFUSED = 5;

/** Embeds passages in batches that fit the server, in the order of their hashes. */
export async function* embedTexts(
  texts: ReadonlyMap<string, TitledText>,
  embedder: Embedder,
  patiently: Patiently,
  signal: AbortSignal,
): AsyncGenerator<readonly EmbeddedText[]> {
  const entries = [...texts];
  let size = FIRST_BATCH;
  let largest = LARGEST_BATCH;
  let refusedInRow = 0;
  const embed = async (batch: readonly TitledText[]) => {
    const late = AbortSignal.timeout(BATCH_DEADLINE);
    try {
      return await embedder.embed(batch, "passage", AbortSignal.any([signal, late]));
    } catch (error) {
      if (!late.aborted || signal.aborted) throw error;
      size = Math.max(1, size >> 1);
      throw new ModelServerError("unreachable", `no answer within ${BATCH_DEADLINE / 1000} s`);
    }
  };
  for (let at = 0; at < entries.length; ) {
    const began = performance.now();
    const batch = entries.slice(at, at + size);
    const count = batch.length;
    try {
      const vectors = await patiently(() => embed(batch.map(([, text]) => text)));
      refusedInRow = 0;
      yield batch.map(([hash], i): EmbeddedText => [hash, vectors[i]]);
    } catch (error) {
      if (!(error instanceof ModelServerError) || error.fault !== "refused") throw error;
      const [first] = batch;
      if (count > 1 || first === undefined) {
        // Too many at once, or one among them is too long.
        size = count >> 1;
        largest = refusedInRow === 0 ? Math.max(size, 1) : largest;
        continue;
      }
      const [hash, text] = first;
      const vector = await embedCut(text, embed, patiently);
      refusedInRow = vector === undefined ? refusedInRow + 1 : 0;
      if (refusedInRow >= ALL_REFUSED)
        throw new ModelServerError("denied", `the server refuses every text: ${error.message}`);
      yield [[hash, vector]];
    }
    at += count;
    const ms = performance.now() - began;
    if (ms < QUICK) size = Math.min(largest, size * 2);
    else if (ms > SLOW) size = Math.max(1, size >> 1);
  }
}

/** The vector of the beginning of a text that is refused as a whole. */
async function embedCut(
  { text, ...titled }: TitledText,
  embed: (batch: readonly TitledText[]) => Promise<readonly Float32Array[]>,
  patiently: Patiently,
): Promise<Float32Array | undefined> {
  for (const length of CUTS.filter((cut) => cut < text.length)) {
    try {
      const [vector] = await patiently(() => embed([{ ...titled, text: text.slice(0, length) }]));
      return vector;
    } catch (error) {
      if (!(error instanceof ModelServerError) || error.fault !== "refused") throw error;
    }
  }
  return undefined;
}
