import { createHash } from "node:crypto";
import { z } from "zod";
import { createAliasReader } from "../alias-reader.ts";
import type { Lexicon } from "../lexicon.ts";
import { createVocabularyBuilder, type Vocabulary } from "../vocabulary.ts";

/** Characters of a part: an engine refuses bodies of a hundred megabytes, and one part must not be all memory. */
const PART = 2_000_000;

const headSchema = z.object({
  passageCount: z.number().int().nonnegative(),
  meanWords: z.number().nonnegative(),
  hasTitles: z.boolean(),
  aliasGroups: z.array(z.array(z.string())),
  /** Of all stems: other rules of stemming make other stems of the same words. */
  stems: z.string(),
  /** Characters of the words with line ends between, then of each list of numbers in base64. */
  lengths: z.array(z.number().int().nonnegative()),
});

/** The index was built by a version of the program that analyses words or writes documents otherwise. */
export class OtherAnalysisError extends Error {}

/** A lexicon as strings of at most some megabytes: the words in their order and what is counted of them; stems are told by the words. */
export function encodeLexicon({ vocabulary, frequency, neighbours, ...rest }: Lexicon): string[] {
  const words = vocabulary.words.join("\n");
  const lists = [
    ...[frequency.light, frequency.deep, frequency.gram],
    ...[neighbours.next, neighbours.previous],
  ].map(toBase64);
  const { passageCount, meanWords, hasTitles } = rest;
  const head: z.input<typeof headSchema> = {
    ...{ passageCount, meanWords, hasTitles },
    aliasGroups: rest.aliasGroups.map((group) => [...group]),
    stems: digestOf(vocabulary),
    lengths: [words, ...lists].map(({ length }) => length),
  };
  const body = [words, ...lists].join("");
  const parts = Array.from({ length: Math.ceil(body.length / PART) }, (_, i) =>
    body.slice(i * PART, (i + 1) * PART),
  );
  return [JSON.stringify(head), ...parts];
}

/**
 * The lexicon of such strings.
 * @throws OtherAnalysisError for one of another version of the program; ZodError or SyntaxError for other strings
 */
export function decodeLexicon([first = "", ...parts]: readonly string[]): Lexicon {
  const { lengths, stems, ...rest } = headSchema.parse(JSON.parse(first));
  const body = parts.join("");
  let from = 0;
  const [words = "", light = "", deep = "", gram = "", next = "", previous = ""] = lengths.map((length) => {
    from += length;
    return body.slice(from - length, from);
  });
  const builder = createVocabularyBuilder();
  if (words !== "") for (const word of words.split("\n")) builder.intern(word);
  const vocabulary = builder.finish();
  if (digestOf(vocabulary) !== stems) throw new OtherAnalysisError("The index has other stems");
  return {
    ...rest,
    vocabulary,
    frequency: { light: fromBase64(light), deep: fromBase64(deep), gram: fromBase64(gram) },
    neighbours: { next: fromBase64(next), previous: fromBase64(previous) },
    aliases: createAliasReader(rest.aliasGroups),
  };
}

function digestOf({ lightStems, deepStems }: Vocabulary): string {
  const hash = createHash("sha256");
  for (const stems of [lightStems, deepStems]) hash.update(stems.join("\n")).update("\n\n");
  return hash.digest("base64url");
}

function toBase64({ buffer, byteOffset, byteLength }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function fromBase64(text: string): Int32Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Int32Array(bytes.buffer);
}
