import { arabicOfTalk } from "./arabizi-talk.ts";
import { readDataFile, type SectionForm } from "./data-file.ts";
import { isWithinEdits } from "./edit-distance.ts";
import { compilePatterns, LISTS } from "./phrase-patterns.ts";

/**
 * What a text that asks nothing of the articles says or asks: of who the bot is, what it can do, what its articles are about, where an
 * answer is from, what it understands; whether it works; a sum; what no article tells; a leave, a wish, a greeting; a mere word of assent.
 * An earlier kind outweighs a later one.
 */
const TALK = [
  "identity",
  "abilities",
  "contents",
  "origin",
  "language",
  "sum",
  "chat",
  "test",
  "farewell",
  "night",
  "feast",
  "thanks",
  "praise",
  "sorry",
  "peace",
  "morning",
  "evening",
  "welfare",
  "greeting",
  "assent",
] as const;

export type Talk = (typeof TALK)[number];

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("talk.tsv", {
  lists: LISTS,
  talk: { columns: [TALK, "text"], once: "row" },
  "beside it": list,
  "in a sum": list,
});
const patterns = compilePatterns(file, "talk").map(({ row, pattern }) => ({
  kind: TALK.findIndex((kind) => row[0]?.includes(kind)),
  pattern: new RegExp(`^(?:${pattern.source})$`),
}));
const beside = new Set(file.entries("beside it"));
/** The words of all patterns: a text with another word is more than talk, and a slip of the keyboard may have meant one. */
const words = new Set(
  [...patterns.map(({ pattern }) => pattern.source), ...beside].flatMap(
    (source) => source.match(/[\u0621-\u064a]+|[a-z]+/g) ?? [],
  ),
);

/** A text of more words is read as a question. */
const LONGEST = 14;
/** A word of so many letters may have one slip, beside words without. */
const SLIP = 4;

/** The kind of talk that a text is, when it is nothing else; told by the text itself for sums, else by its folded terms. */
export function talkOf(text: string, terms: readonly string[]): Talk | undefined {
  if (terms.length === 0 || terms.length > LONGEST) return undefined;
  if (isSum(text, terms)) return "sum";
  for (const spelled of spellings(terms)) {
    const kind = kindOf(spelled);
    if (kind !== undefined) return kind;
  }
  return arabiziTalkOf(text);
}

/** Said before or after a question, it is no part of it: «شكرا لك! متى …؟». */
export function isCourtesy(talk: Talk | undefined): boolean {
  return talk !== undefined && TALK.indexOf(talk) >= TALK.indexOf("test");
}

/** The kind of talk that a text in Latin letters and digits is, read as Arabic: «saba7 el 5er», «chkoun nta». */
export function arabiziTalkOf(text: string): Talk | undefined {
  const terms = arabicOfTalk(text);
  return terms === undefined || terms.length > LONGEST ? undefined : kindOf(terms);
}

/** The terms as they are; with drawn-out letters once (هلووو), then with doubled ones once; with the one slip of the keyboard mended. */
function* spellings(terms: readonly string[]): Generator<readonly string[]> {
  yield terms;
  const short = terms.map((term) => term.replace(/(.)\1{2,}/gu, "$1"));
  yield short;
  const once = short.map((term) => (isKnown(term) ? term : term.replace(/(.)\1+/gu, "$1")));
  yield once;
  const slips = once.filter((term) => !isKnown(term));
  if (once.length > 1 && slips.length === 1) yield once.map(mended);
}

function mended(term: string): string {
  if (term.length < SLIP || isKnown(term)) return term;
  for (const word of words) {
    if (word.length >= SLIP && isWithinEdits(term, word, 1) && !hasOtherPronoun(term, word)) return word;
  }
  return term;
}

/** «ما اسمه؟» asks for somebody's name, and is no slip of «ما اسمك؟». */
function hasOtherPronoun(term: string, word: string): boolean {
  return term.slice(0, -1) === word.slice(0, -1);
}

/** The weightiest kind of the fewest phrases that cover all terms. */
function kindOf(terms: readonly string[]): Talk | undefined {
  if (!terms.every((term) => isKnown(term) || /^[\d.]+$/.test(term))) return undefined;
  const covers: (Cover | undefined)[] = [{ phrases: 0, kind: TALK.length }];
  for (let end = 1; end <= terms.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = covers[start];
      const kind = before && phraseKind(terms.slice(start, end).join(" "));
      if (before === undefined || kind === undefined) continue;
      const cover = { phrases: before.phrases + 1, kind: Math.min(before.kind, kind) };
      const known = covers[end];
      const isBetter =
        known === undefined ||
        cover.phrases < known.phrases ||
        (cover.phrases === known.phrases && cover.kind < known.kind);
      if (isBetter) covers[end] = cover;
    }
  }
  return TALK[covers[terms.length]?.kind ?? TALK.length];
}

/** A way to read the first terms of a text: in how many phrases, and the weightiest kind among them, as its place in `TALK`. */
interface Cover {
  readonly phrases: number;
  readonly kind: number;
}

/** Of what stands beside talk the kind is none: after all others. */
function phraseKind(phrase: string): number | undefined {
  const kind = patterns.find(({ pattern }) => pattern.test(phrase))?.kind;
  return kind ?? (beside.has(phrase) ? TALK.length : undefined);
}

/** With a conjunction or the article before it as well. */
function isKnown(term: string): boolean {
  return words.has(term) || words.has(term.replace(/^(?:[\u0648\u0641]|\u0627\u0644)/, ""));
}

/** «2+2», «كم 5 × 3؟»: figures with a sign of arithmetic between, and no word that names anything. */
function isSum(text: string, terms: readonly string[]): boolean {
  if (!terms.every((term) => /^[\d.]+$/.test(term) || file.has("in a sum", term))) return false;
  if (/\d\s*[+*×÷^]\s*\d/u.test(plainDigits(text))) return true;
  // «10-3», «8/2»; but 2023-2024 is a span of years, and 7/10/2024 a day.
  return /^\D*\d{1,3}\s*[-−/]\s*\d{1,3}\D*$/u.test(plainDigits(text));
}

function plainDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}
