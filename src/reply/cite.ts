import { CITATION_STYLES, type CitationStyle } from "./citation-style.ts";
import { decodeReference, type PassageReference } from "./codec.ts";

/** «#KEY bibtex»: the style that stands behind a key, and the text before it. Words that only end with such a word are left whole. */
export function readStyle(text: string): { readonly text: string; readonly style?: CitationStyle } {
  const [, before = "", last = ""] = /^\s*(\S+)\s+(\w+)\s*$/u.exec(text) ?? [];
  const style = CITATION_STYLES.find((one) => one === last.toLowerCase());
  return style === undefined ? { text } : { text: before, style };
}

/** Whether the articles have a word. */
type Stands = (word: string) => Promise<boolean>;

/**
 * A bare word in the form of a key, of several kinds of letters as one in thousands of keys is not: «kX3-_aQ9». `stands`: whether the
 * articles have such a word, «RTX-4090», which is searched then. Names in letters alone («computer», «COMPUTER») are words.
 */
export async function isKeyAlone(text: string, stands: Stands): Promise<boolean> {
  const word = text.trim();
  const isPlain = /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/.test(word);
  return decodeReference(word) !== undefined && !isPlain && !(await stands(word));
}

/**
 * The same where a question is expected: a word that no product is named by («RTX-5090», «iPhone15»), since it has small and capital letters and figures in
 * no order, as four of five keys have.
 */
export async function isKeyNotQuestion(text: string, stands: Stands): Promise<boolean> {
  const word = text.trim();
  const isMixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /[\d_-]/.test(word);
  const isProduct = /^(?:[A-Za-z]+[-_]?\d+|\d+[-_]?[A-Za-z]+)$/.test(word);
  return isMixed && !isProduct && isKeyAlone(word, stands);
}

/** The passage that a person names when they ask for a citation. */
export interface Cited extends PassageReference {
  /** It was written as a link or behind `#`, not as a bare word. */
  readonly isNamed: boolean;
}

/**
 * Reads a link with `start=p_KEY`, wherever it stands in the text, `#KEY`, `p_KEY` or a bare key; `undefined` for words. The key is followed by the
 * three characters of a selection where a quotation of the passage is meant. A bare word of eight letters is a key only
 * if `isKnown` says so. A link is one with any key, so that the reply can say that a link is dead.
 */
export async function readCited(
  text: string,
  isKnown: (key: string) => Promise<boolean>,
): Promise<Cited | undefined> {
  const written = text.trim();
  const link = (/[?&]start=p_([A-Za-z0-9_-]+)/u.exec(written) ?? /^p_([A-Za-z0-9_-]+)$/u.exec(written))?.[1];
  const named = link ?? /^(?:\S*\/)?#([A-Za-z0-9_-]+)$/u.exec(written)?.[1];
  const reference = decodeReference(named ?? written);
  if (reference === undefined) return link === undefined ? undefined : { key: link, isNamed: true };
  return named !== undefined || (await isKnown(reference.key))
    ? { ...reference, isNamed: named !== undefined }
    : undefined;
}
