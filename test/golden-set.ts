import { type GoldQuestion, readGold } from "../bench/eval-gold.ts";
import type { Answer } from "../src/index.ts";

export { type GoldQuestion as GoldenQuestion, isRight } from "../bench/eval-gold.ts";

/** How one question went. */
export interface GoldenResult {
  readonly golden: GoldQuestion;
  readonly answer: Answer;
  /** Place of the first right quotation among the findings, from 0; -1 where none is right. */
  readonly rank: number;
}

/** The golden questions of `test/golden.jsonl`. */
export function readGolden(): readonly GoldQuestion[] {
  return readGold(new URL("golden.jsonl", import.meta.url));
}

/** What `part` of `whole` comes to in per cent, with one decimal. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}
