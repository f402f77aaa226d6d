import { type Sounds, soundsOf, VOWEL } from "./sounds.ts";

/** See `Sounds`. Takes a lower-case term of the letters a to z. */
export function latinSounds(term: string): Sounds {
  return soundsOf(partsOf(term));
}

/** What a group of letters sounds like: the first rule that matches at a place is used there. */
interface Rule {
  readonly letters: RegExp;
  readonly sound: string;
  /** Where in the word it holds; everywhere when absent. */
  readonly where?: "start" | "inside";
}

const RULES: readonly Rule[] = [
  { letters: /^ght/, sound: "T" },
  { letters: /^(?:tzsch|tsch|sch|tch)/, sound: "X" },
  { letters: /^ch(?=[rlnst]|$)(?<=^)/, sound: "G" },
  { letters: /^ch/, sound: "X" },
  { letters: /^sh/, sound: "X" },
  { letters: /^(?:kh|gh)/, sound: "G" },
  { letters: /^ph/, sound: "F" },
  { letters: /^th/, sound: "T" },
  { letters: /^dh/, sound: "D" },
  { letters: /^(?:tz{1,2}|ts{1,2}|zz)/, sound: "S", where: "inside" },
  { letters: /^(?:ck|cq|qu)/, sound: "G" },
  { letters: /^sc(?=[eiy])/, sound: "S" },
  { letters: /^wr/, sound: "R", where: "start" },
  { letters: /^wh/, sound: "W", where: "start" },
  { letters: /^c(?=[eiy])/, sound: "S" },
  { letters: /^c/, sound: "G" },
  { letters: /^x/, sound: "S", where: "start" },
  { letters: /^x/, sound: "GS" },
  { letters: /^h/, sound: "H", where: "start" },
  { letters: /^w/, sound: "W", where: "start" },
  { letters: /^y/, sound: "Y", where: "start" },
  { letters: /^[aeiouwyh]/, sound: VOWEL },
  { letters: /^[bp]/, sound: "B" },
  { letters: /^[fv]/, sound: "F" },
  { letters: /^[gjkq]/, sound: "G" },
  { letters: /^t/, sound: "T" },
  { letters: /^d/, sound: "D" },
  { letters: /^[sz]/, sound: "S" },
  { letters: /^r/, sound: "R" },
  { letters: /^l/, sound: "L" },
  { letters: /^m/, sound: "M" },
  { letters: /^n/, sound: "N" },
];

function* partsOf(term: string): Generator<string> {
  let at = 0;
  while (at < term.length) {
    if (at > 0 && term[at] === term[at - 1] && !/[aeiou]/.test(term.charAt(at))) {
      at++;
      continue;
    }
    const rest = term.slice(at, at + 6);
    // The ch of Bach and Koch is kh; that of Munich and March is not told from sh.
    if (/^ch$/.test(rest) && /[ao]/.test(term.charAt(at - 1))) {
      yield "G";
      return;
    }
    const rule = RULES.find(
      ({ letters, where }) =>
        (where === undefined || (where === "start") === (at === 0)) && letters.test(rest),
    );
    if (rule === undefined) at++;
    else {
      yield rule.sound;
      at += rule.letters.exec(rest)?.[0].length ?? 1;
    }
  }
}
