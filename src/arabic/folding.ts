/**
 * Folding: spellings of one word that a reader takes for the same become one term. A term is compared, never shown.
 */
interface FoldingRule {
  /** The letters it replaces, each on its own. */
  readonly from: string;
  /** What stands for them; empty when they vanish. */
  readonly to: string;
  readonly reason: string;
}

/** The rules for single characters, applied after NFKC. No `to` occurs in any `from`: folding twice changes nothing. */
export const FOLDING_RULES: readonly FoldingRule[] = [
  {
    from: "\u0622\u0623\u0625\u0671\u0672\u0673",
    to: "\u0627",
    reason: "Hamza above and below alef, madda and wasla are left out in most typing: إدارة is typed ادارة.",
  },
  {
    from: "\u0649\u06cc\u06d0\u06d1\u06d2\u06cd",
    to: "\u064a",
    reason:
      "Alef maqsura and the Persian and Urdu ya look like ya at a word's end and share keys with it: الدورى, الدوري.",
  },
  {
    from: "\u0629\u06c0\u06c1\u06c2\u06c3\u06be\u06d5",
    to: "\u0647",
    reason: "Ta marbuta is typed as ha (جامعه), and Persian and Urdu keyboards have ha's of their own.",
  },
  {
    from: "\u06a9\u06aa\u06ab\u06ac\u06ad\u06ae",
    to: "\u0643",
    reason: "Persian kaf looks the same and comes from other keyboards.",
  },
  {
    from: "\u06af\u06b0",
    to: "\u063a",
    reason: "Gaf, the g that Arabic lacks, is most often written ghain: گوگل, غوغل.",
  },
  {
    from: "\u067e",
    to: "\u0628",
    reason: "Pe, the p that Arabic lacks, is most often written ba: پاريس, باريس.",
  },
  {
    from: "\u06a4\u06a8",
    to: "\u0641",
    reason: "Ve, the v that Arabic lacks, is most often written fa: ڤيديو, فيديو.",
  },
  { from: "\u0686", to: "\u062c", reason: "Che stands for g in Egypt and Iraq, where others write jim." },
  { from: "\u0698", to: "\u0632", reason: "Zhe looks like zay with more dots and is read near it." },
  { from: "\u06a7", to: "\u0642", reason: "The Maghrebi qaf has one dot." },
  { from: "\u0679", to: "\u062a", reason: "Urdu tte." },
  { from: "\u0688", to: "\u062f", reason: "Urdu ddal." },
  { from: "\u0691", to: "\u0631", reason: "Urdu rre." },
  { from: "\u06ba\u06bb", to: "\u0646", reason: "Urdu noon ghunna." },
  {
    from: "\u06c4\u06c6\u06c7\u06c8\u06cb\u06c9\u06c5",
    to: "\u0648",
    reason: "Kurdish, Uighur and Kazakh waws.",
  },
  { from: "\u0674", to: "\u0621", reason: "A high hamza is a hamza." },
  { from: "\u0640", to: "", reason: "Tatweel only stretches a word: كـــم is كم." },
  {
    from: "\u00df",
    to: "ss",
    reason: "Latin letters that do not decompose, as an English keyboard writes them.",
  },
  { from: "\u00e6", to: "ae", reason: "As above." },
  { from: "\u0153", to: "oe", reason: "As above." },
  { from: "\u00f8", to: "o", reason: "As above." },
  { from: "\u0142", to: "l", reason: "As above." },
  { from: "\u0111\u00f0", to: "d", reason: "As above." },
  { from: "\u00fe", to: "th", reason: "As above." },
  { from: "\u0131", to: "i", reason: "Turkish dotless i." },
];

/** What never counts: marks (harakat, dagger alef, zalgo), format and control characters, bidi, zero width, blanks. */
const IGNORED = /[\p{M}\p{Cf}\p{Cc}\p{Z}\u0640\ufffe\uffff\p{Cs}]+/gu;
/** The same without the hamza and madda that NFC joins to their letter. */
const IGNORED_BEFORE_NFC = /[\p{Cf}\p{Cc}\u0640\ufffe\uffff\p{Cs}]+|(?![\u0653-\u0655])\p{M}+?/gu;
/** NFKC can make one character eighteen, so a word is bounded before and after it. */
const LONGEST = 256;
const SLOW = "\u0000";
/** Per UTF-16 unit below U+0700: what it becomes, or SLOW when only full normalisation can tell. */
const direct = directTable();
/** Per UTF-16 unit below U+0700: 1 where it stays as it is. */
const isKept = Uint8Array.from(direct, (folded, code) => (folded === String.fromCharCode(code) ? 1 : 0));
const single = new Map(FOLDING_RULES.flatMap((rule) => [...rule.from].map((letter) => [letter, rule.to])));

/**
 * The term of one word: what it is compared by in the exact field. Hamza on waw and ya, and hamza alone, stay:
 * see `foldHamza`. Idempotent. At most 256 UTF-16 units.
 */
export function fold(word: string): string {
  let out = "";
  /** What stands before is in `out`: most words have a letter or two that change, and stretches of the others are copied whole. */
  let from = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (isKept[code] === 1) continue;
    const folded = direct[code] ?? SLOW;
    if (folded === SLOW) return foldSlowly(word);
    out += word.slice(from, at) + folded;
    from = at + 1;
  }
  out = from === 0 ? word : out + word.slice(from);
  return withoutHamzaBeforeAlef(out.length > LONGEST ? out.slice(0, LONGEST) : out);
}

/**
 * A weaker fold on top of `fold`, for the looser analyses only: شئون and شؤون, مسئول and مسؤول, قراءة and قراة, قائد and قايد agree.
 * A seat before waw or ya vanishes, since the long vowel carries it; any other seat becomes its letter; hamza alone vanishes.
 */
export function foldHamza(term: string): string {
  if (!/[\u0621\u0624\u0626]|\u0648\u0648|\u064a\u064a/.test(term)) return term;
  return term
    .replace(/[\u0624\u0626](?=[\u0648\u064a])/g, "")
    .replace(/\u0624/g, "\u0648")
    .replace(/\u0626/g, "\u064a")
    .replace(/\u0621/g, "")
    .replace(/\u0648{2,}/g, "\u0648")
    .replace(/\u064a{2,}/g, "\u064a");
}

function foldSlowly(word: string): string {
  let folded = word.replace(IGNORED_BEFORE_NFC, "").slice(0, LONGEST);
  for (let round = 0; round < 4; round++) {
    const before = folded;
    folded = foldOnce(folded);
    if (folded === before) break;
  }
  return folded;
}

function foldOnce(word: string): string {
  const latin = word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\u0600-\u06ff]+/gu, (run) => run.normalize("NFD").replace(IGNORED, "").normalize("NFC"));
  let out = "";
  for (const letter of latin.replace(IGNORED, "").slice(0, LONGEST)) {
    out += single.get(letter) ?? direct[letter.charCodeAt(0)]?.replace(SLOW, letter) ?? letter;
  }
  return withoutHamzaBeforeAlef(out);
}

/** آ is also written ءا, at the start of a word or after the article. */
function withoutHamzaBeforeAlef(term: string): string {
  let out = term;
  if (out.startsWith("\u0621\u0627")) out = out.slice(1);
  if (out.startsWith("\u0627\u0644\u0621\u0627")) out = `\u0627\u0644${out.slice(3)}`;
  return out;
}

function directTable(): readonly string[] {
  const table: string[] = [];
  for (let code = 0; code < 0x700; code++) {
    const letter = String.fromCharCode(code);
    if (code < 0x80) table.push(/\p{Cc}|\p{Z}/u.test(letter) ? "" : letter.toLowerCase());
    else if (code < 0x600 || (code >= 0x653 && code <= 0x655)) table.push(SLOW);
    else if (code >= 0x675 && code <= 0x678) table.push(SLOW);
    else table.push(/[\p{M}\p{Cf}\p{Cc}]/u.test(letter) ? "" : letter);
  }
  for (const rule of FOLDING_RULES) {
    for (const letter of rule.from) {
      const code = letter.charCodeAt(0);
      if (code >= 0x600 && table[code] !== SLOW) table[code] = rule.to;
    }
  }
  for (let digit = 0; digit < 10; digit++) {
    table[0x660 + digit] = String(digit);
    table[0x6f0 + digit] = String(digit);
  }
  return table;
}
