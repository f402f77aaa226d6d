import { withoutArticle } from "./stems.ts";

/** See `skeleton`. Takes a folded term of Arabic letters. */
export function arabicSkeleton(term: string): string {
  const word = withoutArticle(term);
  let key = "";
  for (let at = 0; at < word.length; at++) {
    const pair = word.slice(at, at + 2);
    if (pair === "تش") {
      key += "X";
      at++;
    } else if (at > 0 && (pair === "تس" || pair === "تز")) {
      key += "S";
      at++;
    } else if (at === 0 && INITIAL.has(word.charAt(0))) key += INITIAL.get(word.charAt(0));
    else key += LETTERS.get(word.charAt(at)) ?? "";
  }
  return key.replace(/XT/g, "ST").replace(/XB/g, "SB").replace(/NGT/g, "NT");
}

/** Letters that are consonants at the start of a word and mostly vowels, or not heard, inside it. */
const INITIAL = new Map([
  ["\u0647", "H"],
  ["\u062d", "H"],
  ["\u0648", "W"],
  ["\u064a", "Y"],
]);

const LETTERS = new Map(
  Object.entries({
    B: "\u0628",
    F: "\u0641",
    G: "\u062c\u063a\u0642\u0643\u062e",
    T: "\u062a\u0637\u062b",
    D: "\u062f\u0636\u0630\u0638",
    S: "\u0633\u0632\u0635",
    X: "\u0634",
    R: "\u0631",
    L: "\u0644",
    M: "\u0645",
    N: "\u0646",
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
);
