/**
 * What one process carries, Isnad beside stock MiniSearch, each in a process of its own, one after the other:
 *
 *   npm run bench:process -- --passages FILE.jsonl[.gz] --questions FILE.jsonl --sizes 10000,100000
 *
 * A passage is a line {"text"}, a question a line {"question"}. Beyond the passages of the file others are made of their sentences, the same
 * in every run. `--engines stock,ours,thread` chooses; the first is what the others are held against. `--tolerance 1.5` lets a ratio pass its limit
 * by half before the command fails, for machines that do other work too.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engines } from "./process-engines.ts";
import { type Column, type Measured, processTable } from "./process-table.ts";
import { createDrawn, readTexts } from "./scale-texts.ts";

const { values } = parseArgs({
  options: {
    passages: { type: "string" },
    questions: { type: "string" },
    sizes: { type: "string", default: "10000,100000" },
    engines: { type: "string", default: Object.keys(engines).join() },
    tolerance: { type: "string", default: "1" },
  },
});
const { passages, questions } = values;
if (passages === undefined || questions === undefined)
  throw new Error("Give --passages FILE.jsonl[.gz] and --questions FILE.jsonl.");

/** From so many passages on Isnad must not take more than MiniSearch; below, its fixed costs weigh more. */
const HELD = 100_000;

const sizes = values.sizes.split(",").map(Number);
const texts = readTexts(passages);
const folder = mkdtempSync(join(tmpdir(), "isnad-scale-"));
const child = fileURLToPath(new URL("./process-asking.js", import.meta.url));
for (const size of sizes) {
  const file = join(folder, `${size}.jsonl`);
  const drawn = createDrawn(texts);
  const output = openSync(file, "w");
  for (let i = 0; i < size; i++) writeSync(output, `${JSON.stringify({ text: texts[i] ?? drawn() })}\n`);
  closeSync(output);
  const columns = values.engines.split(",").map((name): Column => {
    const title = engines[name]?.title ?? name;
    return { title, measured: measure(name, file), isHeld: name === "ours" && size >= HELD };
  });
  const title = `${size} passages, Node ${process.versions.node}`;
  const { text, over } = processTable(title, columns, Number(values.tolerance));
  console.log(`${text}\n`);
  for (const what of over) console.log(`over its limit: ${what}`);
  if (over.length > 0) process.exitCode = 1;
  rmSync(file);
}
rmSync(folder, { recursive: true });

function measure(name: string, file: string): Measured {
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=16384", child, name, file, questions ?? ""],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (run.status !== 0) throw new Error(`The process of ${name} ended with ${run.status}.`);
  return JSON.parse(run.stdout);
}
