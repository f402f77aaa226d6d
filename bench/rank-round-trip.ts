import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type MiniSearch from "minisearch";
import { at, ms, type Row } from "./table.ts";

/** The round trip of `isnad rank`, question line in to result line out, beside stock MiniSearch's bare search. */
export async function measureRank(
  texts: readonly string[],
  questions: readonly string[],
  stock: MiniSearch<{ id: number; text: string }>,
): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "isnad-bench-"));
  const file = join(folder, "passages.jsonl");
  writeFileSync(file, texts.map((text, id) => JSON.stringify({ id: String(id), text })).join("\n"));
  const main = fileURLToPath(new URL("../adapters/main.js", import.meta.url));
  const child = spawn(process.execPath, [main, "rank", file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (query: string): Promise<void> => {
    child.stdin.write(`${JSON.stringify({ id: "q", query })}\n`);
    await lines.next();
  };
  const times = { ours: [] as number[], stock: [] as number[] };
  for (const [i, question] of questions.entries()) {
    const start = performance.now();
    await ask(question);
    const middle = performance.now();
    stock.search(question);
    if (i < 50) continue;
    times.ours.push(middle - start);
    times.stock.push(performance.now() - middle);
  }
  child.stdin.end();
  rmSync(folder, { recursive: true, force: true });
  return ([0.5, 0.99] as const).map((share) => [
    `rank, round trip, p${share * 100}`,
    ms(at(times.ours, share)),
    ms(at(times.stock, share)),
    at(times.ours, share) / at(times.stock, share),
    // Two processes and a pipe against a call: told, not limited.
    Number.POSITIVE_INFINITY,
  ]);
}
