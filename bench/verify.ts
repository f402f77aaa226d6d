/**
 * The speed of checking quotations, hostile texts included, with the limit of 20 ms for the 99th percentile:
 *
 *   npm run bench:verify -- --passages FILE.jsonl
 *
 * A passage is a line {"id","text"}. Without a file it measures the articles that ship. `--tolerance 1.5` lets a time pass its
 * limit by half before the command fails, for machines that do other work too. Seeded: two runs check the same texts.
 */
import { parseArgs } from "node:util";
import { LONGEST_TEXT } from "../src/verify/verification.ts";
import { openChecker } from "../src/verify/verifier.ts";
import { hostileQueries } from "./hostile.ts";
import { readPassages } from "./input.ts";
import { corpusOfPassages, openPassages } from "./open.ts";
import { createRandom } from "./random.ts";
import { at, ms, printTable } from "./table.ts";

const CHECKED = 200;
const LIMIT_MS = 20;

const { values } = parseArgs({
  options: { passages: { type: "string" }, tolerance: { type: "string", default: "1" } },
});
const texts = await readPassages(values.passages);
const corpus = corpusOfPassages(openPassages(texts));
for (const { sentences } of corpus.articles) sentences.at(0);

const begun = performance.now();
const verifier = await openChecker(corpus);
const opening = performance.now() - begun;
const random = createRandom(11);
const kinds: Record<string, () => string> = {
  "one passage": () => passage(),
  "passages in a row": () => joined(() => passage()),
  "words changed": () => joined(() => altered(passage(), 8)),
  "every third word changed": () => joined(() => altered(passage(), 3)),
  "runs of six words": () => joined(() => passage().split(/\s+/u).slice(3, 9).join(" ")),
  "shuffled words": () =>
    joined(() =>
      passage()
        .split(/\s+/u)
        .sort(() => random() - 0.5)
        .join(" "),
    ),
};
const rows = [];
for (const [name, text] of Object.entries(kinds)) {
  const given = Array.from({ length: CHECKED }, () => cut(text()));
  for (const one of given.slice(0, 20)) verifier.check(one);
  rows.push(
    rowOf(
      name,
      given.map((one) => costOf(() => verifier.check(one))),
    ),
  );
}
const hostile = hostileTexts().map(cut);
rows.push(
  rowOf(
    "hostile texts",
    hostile.map((one) => costOf(() => verifier.check(one))),
  ),
);
printTable(
  `${texts.length} passages, texts of ${LONGEST_TEXT} characters, index ${ms(opening)}, Node ${process.versions.node}`,
  rows,
  Number(values.tolerance),
);

function rowOf(name: string, times: readonly number[]): [string, string, string, number, number] {
  const sorted = [...times];
  return [`${name}, p50 and p99`, ms(at(sorted, 0.5)), ms(at(sorted, 0.99)), at(sorted, 0.99) / LIMIT_MS, 1];
}

/** What costs most: the most frequent shingles, words of many places, letters alone, and texts near to many passages. */
function hostileTexts(): string[] {
  const pairs = new Map<string, number>();
  for (const text of texts) {
    const words = text.split(/\s+/u);
    for (const [i, word] of words.entries()) {
      const pair = `${word} ${words[i + 1] ?? ""}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const frequent = [...pairs].sort((a, b) => b[1] - a[1]).map(([pair]) => pair);
  return [
    ...hostileQueries(texts),
    frequent.slice(0, 600).join(" "),
    frequent.slice(0, 40).join(" ").repeat(20),
    "ا ".repeat(2000),
    "في من ".repeat(700),
    "1 2 3 ".repeat(700),
    "قال فلان: ".repeat(500),
    "«".repeat(4000),
    "[a](b) ".repeat(600),
    "<b>".repeat(1300),
    "و. ".repeat(1300),
  ];
}

function passage(): string {
  return texts[Math.floor(random() * texts.length)] ?? "";
}

function joined(part: () => string): string {
  let text = "";
  while (text.length < LONGEST_TEXT) text += `${part()} `;
  return text;
}

function altered(text: string, every: number): string {
  return text
    .split(/\s+/u)
    .map((word, i) => (i % every === 2 ? "زعترية" : word))
    .join(" ");
}

function cut(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

/** The processor's time, best of three: what other work on the machine takes is no cost of the text. */
function costOf(work: () => unknown): number {
  return Math.min(processorTime(work), processorTime(work), processorTime(work));
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
