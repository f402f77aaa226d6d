import { isInAttribution } from "../arabic/attributions.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article, Span } from "../corpus/article.ts";
import type { GivenText, WordRange } from "./given-text.ts";
import { beginsWithName, namesSpeaker } from "./speakers.ts";
import type { VerifiedMatch } from "./verification.ts";

/** What a text says of its source, and the words that it quotes. */
export interface NamedSource {
  /** The name as it stands in the text. */
  readonly name: string;
  readonly at: Span;
  /** The words that only name the source. */
  readonly frame: WordRange;
  /** The words that are quoted. */
  readonly quoted: WordRange;
}

/** An attribution is at most so many words long. */
const LONGEST_FRAME = 12;
const LEAST_QUOTED = 3;

/**
 * Reads «قال فلان: «…»», «وفقًا لفلان، …», «المصدر: …» before or behind a text, «— فلان» and «(فلان)» behind it. What is read may as
 * well belong to the quotation: whoever asks compares it with the articles first.
 */
export function readNamedSources(given: GivenText): NamedSource[] {
  return [opening(given), closing(given)].flatMap((one) => one ?? []);
}

function opening({ text, words }: GivenText): NamedSource | undefined {
  // «كما قالت سلمى: …».
  const begin = words[0]?.term === AS ? 1 : 0;
  const first = words[begin]?.term ?? "";
  const isAccording = isInAttribution("according", first);
  const isVerb = isAccording || isInAttribution("saying", first);
  if (!isVerb && !isInAttribution("labels", first)) return undefined;
  const most = Math.min(words.length - LEAST_QUOTED, begin + LONGEST_FRAME);
  for (let at = begin + 1; at <= most; at++) {
    const between = signsBefore(text, words, at);
    const isNamed = at > begin + 1;
    const isParticle = isVerb && isInAttribution("particles", words[at]?.term ?? "");
    const opens = /[:\n]/u.test(between) || (OPENING.test(between) && !isPlace(words, at));
    const pauses = isAccording && /[\u060c,]/u.test(between);
    if (isNamed && (isParticle || opens || pauses)) {
      const from = isParticle ? at + 1 : at;
      const name = nameIn(text, words, begin + 1, at);
      return name && { ...name, frame: { from: 0, to: from }, quoted: { from, to: words.length } };
    }
    // A sentence that ends was said by itself.
    if (/[.!\u061f]/u.test(between)) return undefined;
  }
  return undefined;
}

/** كما, folded. */
const AS = "\u0643\u0645\u0627";
const OPENING = /^\s*["\u00ab\u201c]/u;
const CLOSING = /["\u00bb\u201d\n]/u;
const ENDING = /["\u00bb\u201d\n.!\u061f]/u;

/** The title that «في مقال» announces stands in quotation marks and belongs to the frame. */
function isPlace(words: readonly Token[], at: number): boolean {
  return isInAttribution("places", words[at - 1]?.term ?? "");
}

function closing({ text, words }: GivenText): NamedSource | undefined {
  const to = words.length;
  for (let from = to - 1; from >= Math.max(LEAST_QUOTED, to - LONGEST_FRAME); from--) {
    const opens = opensClosing(text, words, from);
    if (opens !== undefined) {
      const name = nameIn(text, words, opens === "name" ? from : from + 1, to);
      return name && { ...name, frame: { from, to }, quoted: { from: 0, to: from } };
    }
    const between = signsBefore(text, words, from);
    if (/[.!\u061f\n]/u.test(between) || isInAttribution("particles", words[from]?.term ?? ""))
      return undefined;
  }
  return undefined;
}

/** Is a word the first of a name that stands behind what was quoted, or what announces one? */
function opensClosing(text: string, words: readonly Token[], at: number): "name" | "verb" | undefined {
  const between = signsBefore(text, words, at);
  const term = words[at]?.term ?? "";
  const next = words[at + 1];
  if (/[\u2013\u2014-]\s*["\u00ab]?$/u.test(between) && ENDING.test(between)) return "name";
  const isBracketed = /\(\s*$/u.test(between) && ENDING.test(between);
  if (isBracketed && /^[^\p{L}\p{N}]*\)/u.test(text.slice(words.at(-1)?.end ?? 0))) return "name";
  if (next === undefined) return undefined;
  if (isInAttribution("labels", term) && /:/u.test(text.slice(words[at]?.end ?? 0, next.start)))
    return "verb";
  if (!CLOSING.test(between)) return undefined;
  const isSaid = isInAttribution("saying", term) || isInAttribution("according", term);
  return isSaid || (term === FROM && isInAttribution("places", next.term)) ? "verb" : undefined;
}

/** من. */
const FROM = "\u0645\u0646";

function signsBefore(text: string, words: readonly Token[], at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
}

/** The words that name, without «في مقال» and the like before them. */
function nameIn(text: string, words: readonly Token[], from: number, to: number) {
  let first = from;
  while (first < to - 1 && isConnective(words[first]?.term ?? "")) first += 1;
  const [start, end] = [words[first]?.start, words[to - 1]?.end];
  if (start === undefined || end === undefined || first >= to) return undefined;
  return { name: text.slice(start, end), at: { start, end } };
}

function isConnective(term: string): boolean {
  return (["labels", "places", "according", "particles"] as const).some((section) =>
    isInAttribution(section, term),
  );
}

/**
 * Does one of the places at which a text stands name the source: the article by its title, author, source or address, or
 * the paragraph itself? A paragraph may let several people speak: where the sentence says whose words they are («وقالت هدى الكرمي إن …»), it must name that
 * person before them.
 */
export function isNamedBy(name: string, matches: readonly VerifiedMatch[]): boolean {
  const wanted = termsOf(name);
  if (wanted.length === 0) return true;
  return matches.some(({ passage: { article, paragraph }, start: said }) => {
    const { start, end } = article.paragraphs[paragraph] ?? { start: 0, end: 0 };
    const names = [article.title, article.author, article.source, article.url];
    const own = beginsWithName(name) ? announcedBy(article, said) : undefined;
    return [...names, own ?? article.text.slice(start, end)].some(
      (text) => text !== undefined && holdsAll(text, wanted),
    );
  });
}

/** The words before an offset in its sentence, where they name who speaks. */
function announcedBy({ sentences, text }: Article, offset: number): string | undefined {
  const sentence = sentences.find(({ start, end }) => start <= offset && offset < end);
  if (sentence === undefined) return undefined;
  const before = text.slice(sentence.start, offset);
  const isNamed = tokenize(before).some(({ start }) => namesSpeaker(text, sentence.start + start));
  return isNamed ? before : undefined;
}

function holdsAll(text: string, wanted: readonly string[]): boolean {
  const terms = new Set(termsOf(text));
  return wanted.every((term) => terms.has(term));
}

/** Folded, without the ل of «وفقًا لسلمى». */
function termsOf(name: string): string[] {
  return tokenize(name).map(({ term }) => term);
}
