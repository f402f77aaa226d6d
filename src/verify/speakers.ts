import { isInAttribution } from "../arabic/attributions.ts";
import { isGenericNoun } from "../arabic/generic-nouns.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import type { Span } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";

/** Longer words announce nobody. */
const LONGEST_WORD = 20;
/** Characters behind a word in which what opens the words that are said is looked for. */
const BEHIND = 60;
/** A name has at most so many words, and what opens the words that are said stands right behind it. */
const LONGEST_NAME = 4;

/** An article before a word, with what may be attached to it. */
export const DEFINITE = /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)/;

/**
 * Does the word at an offset of a text begin the name of somebody who speaks there: «أعلن سامر القاضي أن», «قالت هدى: …», «أوضح المهندس كريم أن»? Arabic
 * has no capitals, so that the place tells it; words for what somebody is (خبير، مسؤول) are none.
 */
export function namesSpeaker(text: string, at: number): boolean {
  // Most words stand behind no such verb: only the word before is read for them.
  const last = wordBefore(text, at);
  const title = termOf(text, last);
  const isTitled = DEFINITE.test(title) && isGenericNoun(title);
  const verb = isTitled ? termOf(text, wordBefore(text, last.start)) : title;
  if (!isInAttribution("saying", verb) || APPEARS.test(verb)) return false;
  const behind = textBehind(text, at);
  const words = tokenize(behind).slice(0, 1 + LONGEST_NAME);
  const [word] = words;
  if (word === undefined || !mayBeName(word.term)) return false;
  const end = words.at(-1)?.start ?? word.end;
  return (
    words.slice(1).some(({ term }) => isParticle(term)) ||
    /[:\u00ab\u201c"]/u.test(behind.slice(word.end, end))
  );
}

/** The word before an offset, with nothing but white space between; empty where there is none. */
function wordBefore(text: string, at: number): Span {
  let end = at;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return end === at ? { start: at, end: at } : { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d);
}

/** Arabic letters and their marks, and Latin letters. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x0620 && code <= 0x065f) ||
    (code >= 0x0670 && code <= 0x06d3) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

function termOf(text: string, { start, end }: Span): string {
  return start === end ? "" : (tokenize(text.slice(start, end))[0]?.term ?? "");
}

/** What stands behind جاء, ورد or نشر is more often what was said or written than whoever said it. */
const APPEARS =
  /^[\u0648\u0641]?(?:\u062c\u0627\u0621|\u0648\u0631\u062f|\u0627\u0648\u0631\u062f|\u0646\u0634\u0631|\u0646\u0642\u0644)\u062a?$/;

/** Does a text begin with what may be a name, and not with «المدير» or «خبير»? */
export function beginsWithName(text: string): boolean {
  return mayBeName(tokenize(text)[0]?.term ?? "\u0627\u0644");
}

/** Up to the end of the sentence. */
function textBehind(text: string, at: number): string {
  const behind = text.slice(at, at + BEHIND);
  const end = /[.!?\u061f\n]/u.exec(behind)?.index;
  return end === undefined ? behind : behind.slice(0, end);
}

/** «مقالا» and «تقريرا» are what is written or published. */
function mayBeName(term: string): boolean {
  return (
    !/\d|...\u0627$/.test(term) &&
    !DEFINITE.test(term) &&
    !isStopWord(term) &&
    !isGenericNoun(term) &&
    !isInAttribution("speakers", term) &&
    !isInAttribution("particles", term)
  );
}

/** أن, إن, فإن, أنه. */
function isParticle(term: string): boolean {
  return isInAttribution("particles", term);
}
