/**
 * Writes `src/arabic/data/word-frequencies.tsv` anew: `npm run frequencies`. Installs the Python package wordfreq into a virtual
 * environment below `.cache`, takes its frequencies of Arabic, and adds up those of the words that share a light stem: needed when the stemmer
 * changes.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { lightStem } from "../src/arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../src/arabic/stop-words.ts";
import { tokenize } from "../src/arabic/tokens.ts";
import { installPythonPackage } from "./python-package.ts";

/** From the root of the project, where npm starts its scripts. */
const FILE = "src/arabic/data/word-frequencies.tsv";
const PACKAGE = "wordfreq==3.1.1";
/** Some three uses in a million words: what is rarer is known by not being listed. */
const LEAST = 3.5;
const WORDS_A_LINE = 16;

const HEAD = `# How frequent the words of Arabic are in general, so that what articles speak of is told from what every text says.
#
# Columns: frequency as log10 of the uses in a billion words (the Zipf scale), then words. Each stands for all words of its light stem,
# whose uses are added up.
# Admission: what is used at least three times in a million words, whatever it is. Function words are left out, and a word behind a
# particle (بقياس) that is less frequent than without it.
# Source: ${PACKAGE.replace("==", " ")} of Robyn Speer, "wordfreq: Large word frequencies in many languages" (2022), whose data is free
# under CC BY-SA 4.0, and so is this file. Its sources for Arabic are, among others, Wikipedia, subtitles of OPUS, the web (OSCAR), news
# and Twitter.
# Written by npm run frequencies.

`;

const PROGRAM = `import json, wordfreq
print(json.dumps(list(wordfreq.get_frequency_dict("ar", "large").items())))`;

const { stdout, status } = spawnSync(installPythonPackage(PACKAGE), ["-c", PROGRAM], {
  encoding: "utf8",
  maxBuffer: 1 << 28,
  stdio: ["ignore", "pipe", "inherit"],
});
if (status !== 0) throw new Error(`${PACKAGE} gave no frequencies.`);
const frequencies: readonly (readonly [word: string, share: number])[] = JSON.parse(stdout);

const stems = new Map<string, { readonly word: string; share: number }>();
for (const [word, share] of frequencies.toSorted(([, a], [, b]) => b - a)) {
  const [{ term } = { term: "" }, ...more] = tokenize(word);
  if (more.length > 0 || !/^[\u0621-\u064a]+$/.test(term) || isStopWord(term) || isQuestionWord(term))
    continue;
  const stem = stems.get(lightStem(term));
  if (stem === undefined) stems.set(lightStem(term), { word: term, share });
  else stem.share += share;
}

/** «بقياس» beside the more frequent «قياس»: it is looked up without its particle. */
function isBehindParticle(word: string, share: number): boolean {
  return (
    /^[\u0628\u0643\u0644\u0641]..../.test(word) && (stems.get(lightStem(word.slice(1)))?.share ?? 0) > share
  );
}

const rows = new Map<string, string[]>();
for (const { word, share } of [...stems.values()].sort((a, b) => b.share - a.share)) {
  const zipf = Math.log10(share * 1e9);
  if (zipf < LEAST) break;
  if (isBehindParticle(word, share)) continue;
  const told = zipf.toFixed(1);
  rows.set(told, [...(rows.get(told) ?? []), word]);
}
const lines = [...rows].flatMap(([zipf, words]) =>
  Array.from(
    { length: Math.ceil(words.length / WORDS_A_LINE) },
    (_, i) => `${zipf}\t${words.slice(i * WORDS_A_LINE, (i + 1) * WORDS_A_LINE).join(" ")}`,
  ),
);
writeFileSync(FILE, `${HEAD}${lines.join("\n")}\n`);
console.log(`${[...rows.values()].flat().length} stems written to ${FILE}`);
