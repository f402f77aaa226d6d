import { type Row, readDataFile, type SectionForm } from "./data-file.ts";

const PLACES = ["anywhere", "start", "inside", "end"];
const form: SectionForm = { columns: ["words", "text", PLACES, "affixes"], once: "row" };
const file = readDataFile("sounds.tsv", { arabic: form, latin: form });
const arabic = rulesOf(file.rows("arabic"));
const latin = rulesOf(file.rows("latin"));

/** The sound of a written vowel. */
const VOWEL = "v";

/**
 * A name as it sounds in both scripts: its consonants, one letter for all that are written for each other, and between
 * them whether a vowel is written. `vowels[i]` stands before `consonants[i]`, the last after all of them.
 */
export interface Sounds {
  readonly consonants: string;
  readonly vowels: readonly boolean[];
}

/** What a run of letters sounds like in a place. */
interface Rule {
  readonly letters: string;
  readonly sound: string;
  readonly place: string;
  /** Of which one must follow; empty for any. */
  readonly before: readonly string[];
}

/** See `Sounds`. Takes a folded term of Arabic letters, without the article. */
export function arabicSounds(word: string): Sounds {
  return soundsOf(partsOf(word, arabic, () => false));
}

/** See `Sounds`. Takes a lower-case term of the letters a to z. */
export function latinSounds(term: string): Sounds {
  const isDoubled = (at: number) => term[at] === term[at - 1] && !/[aeiou]/.test(term.charAt(at));
  return soundsOf(partsOf(term, latin, isDoubled));
}

function* partsOf(
  word: string,
  rules: ReadonlyMap<string, readonly Rule[]>,
  isSilent: (at: number) => boolean,
): Generator<string> {
  let at = 0;
  while (at < word.length) {
    const place = at;
    const rule = isSilent(at)
      ? undefined
      : rules.get(word.charAt(at))?.find((each) => fits(each, word, place));
    if (rule !== undefined) yield rule.sound;
    at += rule?.letters.length ?? 1;
  }
}

function fits({ letters, place, before }: Rule, word: string, at: number): boolean {
  if (!word.startsWith(letters, at)) return false;
  const end = at + letters.length;
  if (before.length > 0 && !before.includes(word.charAt(end))) return false;
  if (place === "start") return at === 0;
  if (place === "inside") return at > 0;
  return place === "anywhere" || end === word.length;
}

/** The rules by the letter that they begin with, the uppermost first. */
function rulesOf(rows: readonly Row[]): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [entries = [], [sound = ""] = [], [place = ""] = [], before = []] of rows) {
    for (const letters of entries) {
      const first = letters.charAt(0);
      rules.set(first, [...(rules.get(first) ?? []), { letters, sound, place, before }]);
    }
  }
  return rules;
}

/** Puts sounds together: a consonant (one or more capital letters), a vowel, or both. */
function soundsOf(parts: Iterable<string>): Sounds {
  let consonants = "";
  const vowels = [false];
  for (const part of parts) {
    for (const sound of part) {
      if (sound === VOWEL) vowels[consonants.length] = true;
      else {
        consonants += sound;
        vowels[consonants.length] = false;
      }
    }
  }
  return alike(consonants, vowels);
}

/** Pairs that the scripts write differently: st as شت, sp as شب, and the g of -ngt-, which is mostly left out. */
function alike(consonants: string, vowels: boolean[]): Sounds {
  let out = consonants.replace(/X(?=[TB])/g, "S");
  for (let at = out.indexOf("NGT"); at >= 0; at = out.indexOf("NGT")) {
    if (vowels[at + 1] === true || vowels[at + 2] === true) break;
    out = out.slice(0, at + 1) + out.slice(at + 2);
    vowels.splice(at + 1, 1);
  }
  return { consonants: out, vowels };
}
