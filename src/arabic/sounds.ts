/**
 * A name as it sounds in both scripts: its consonants, one letter for all that are written for each other, and between
 * them whether a vowel is written. `vowels[i]` stands before `consonants[i]`, the last after all of them.
 */
export interface Sounds {
  readonly consonants: string;
  readonly vowels: readonly boolean[];
}

/** Collects sounds letter by letter: a consonant (one or more capital letters), a vowel (`v`), or nothing. */
export function soundsOf(parts: Iterable<string>): Sounds {
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

/** The sound of a written vowel. */
export const VOWEL = "v";

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
