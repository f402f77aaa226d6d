import { readRows } from "./data-file.ts";

/** What a letter that is written usually, often or seldom so costs. */
const COSTS = [0, 0.3, 0.75];

interface Pair {
  readonly latin: string;
  readonly arabic: string;
  readonly cost: number;
}

const pairs = pairsByLetter();

/** Arabic letters that have none in Latin, and what each costs: a long vowel in the midst is heard. */
const UNHEARD: ReadonlyMap<string, number> = new Map([
  ["\u0627", 1],
  ["\u0648", 1],
  ["\u064a", 1],
  ["\u0626", 1],
  ["\u0647", 1],
]);
/** The same for a vowel before the first consonant: إنفيديا. */
const UNHEARD_AT_START = 0.4;

/**
 * How far an Arabic word is from being a spelling of a Latin one, letter by letter: 0 when all are written as usual. Above
 * `most` the answer is infinite. Both folded, the Arabic one without the article.
 */
export function transliterationCost(latin: string, arabic: string, most: number): number {
  const name = latin.replace(/([b-df-hj-np-tv-z])\1/g, "$1");
  let best = Number.POSITIVE_INFINITY;
  const align = (at: number, place: number, cost: number): void => {
    if (cost > most || cost >= best) return;
    if (at === name.length && place === arabic.length) {
      best = cost;
      return;
    }
    for (const pair of pairs.get(name.charAt(at)) ?? []) {
      if (name.startsWith(pair.latin, at) && arabic.startsWith(pair.arabic, place))
        align(at + pair.latin.length, place + pair.arabic.length, cost + pair.cost);
    }
    // Google, James: the last e is silent.
    if (at > 0 && /^es?$/.test(name.slice(at))) align(at + 1, place, cost);
    const unheard = UNHEARD.get(arabic.charAt(place));
    if (unheard === undefined) return;
    align(at, place + 1, cost + (place === 0 && arabic.startsWith("\u0627") ? UNHEARD_AT_START : unheard));
  };
  align(0, 0, 0);
  return best;
}

function pairsByLetter(): ReadonlyMap<string, readonly Pair[]> {
  const byLetter = new Map<string, Pair[]>();
  const rows = readRows("transliteration.tsv", { columns: ["name", "text", "text", "text"], once: "row" });
  for (const [[latin = ""] = [], ...grades] of rows) {
    const found = byLetter.get(latin.charAt(0)) ?? [];
    grades.forEach(([written = ""], grade) => {
      for (const letters of written.split(" ").filter((each) => each !== "-"))
        found.push({ latin, arabic: letters === "_" ? "" : letters, cost: COSTS[grade] ?? 0 });
    });
    byLetter.set(latin.charAt(0), found);
  }
  return byLetter;
}
