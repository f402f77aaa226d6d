import { type Sounds, soundsOf, VOWEL } from "./sounds.ts";

/** See `Sounds`. Takes a folded term of Arabic letters, without the article. */
export function arabicSounds(word: string): Sounds {
  return soundsOf(partsOf(word));
}

function* partsOf(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at);
    const pair = word.slice(at, at + 2);
    const sound = pair === "تش" ? "X" : at > 0 && (pair === "تس" || pair === "تز") ? "S" : undefined;
    if (sound !== undefined) {
      yield sound;
      at++;
    } else yield (at === 0 ? FIRST.get(letter) : undefined) ?? LETTERS.get(letter) ?? "";
  }
}

/** Consonants at the start of a word; inside it mostly vowels, or not written in Latin. */
const FIRST = new Map([
  ["\u0647", "H"],
  ["\u062d", "H"],
  ["\u0648", "W"],
  ["\u064a", "Y"],
]);

/**
 * One sound for all letters that the countries write for one foreign consonant: g is غ, ج, ق or ك, and j is ج; t is ت or ط;
 * p is ب, v is ف. Hamza, ع and an inner ح are not heard in Latin.
 */
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
    [VOWEL]: "\u0627\u0648\u064a\u0647",
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
);
