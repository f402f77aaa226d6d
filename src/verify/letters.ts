/**
 * Two spellings are letter for letter the same: tatweel, invisible characters and quotation marks do not count, nor a
 * vowel mark that only one side writes. Two different marks on one letter are a difference.
 */
export function sameLetters(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [lettersOf(a), lettersOf(b)];
  return (
    left.length === right.length &&
    left.every((letter, i) => {
      const other = right[i];
      return other !== undefined && letter.base === other.base && agree(letter.marks, other.marks);
    })
  );
}

/**
 * Punctuation between two words as it is compared: without quotation marks and white space, and without what Markdown adds.
 */
export function comparedPunctuation(between: string): string {
  if (/^\s*$/u.test(between)) return "";
  return between
    .replace(BULLETS, "\n")
    .replace(NOT_COMPARED, "")
    .replace(/[\p{M}\s]/gu, "");
}

interface Letter {
  readonly base: string;
  readonly marks: string;
}

// Hamza, madda and the accents of Latin letters are parts of their letters, which NFC joins.
function lettersOf(word: string): Letter[] {
  const plain = word.replace(NOT_COMPARED, "").normalize("NFC");
  return [...plain.matchAll(/(\P{M})(\p{M}*)|\p{M}+/gu)].map(([all, base = "", marks = ""]) => ({
    base,
    marks: base === "" ? all : marks,
  }));
}

/** One side writes no other mark than the other. */
function agree(a: string, b: string): boolean {
  if (a === b || a === "" || b === "") return true;
  return [...a].every((mark) => b.includes(mark)) || [...b].every((mark) => a.includes(mark));
}

const NOT_COMPARED = /[\u0640\p{Cf}\p{Cc}"'`\u00b4\u00ab\u00bb\u2018-\u201f\u2039\u203a*_~#>|\\]/gu;
const BULLETS = /[\n\r][^\S\n\r]*[-+\u2022\u25cf](?=\s|$)/gu;
