import type { Selection } from "../answer/answer.ts";
import type { Language } from "./reply.ts";
import { decodeSelection, encodeSelection } from "./selection-code.ts";

/** A button's data is never longer, in bytes of ASCII: Telegram takes 64. */
export const DATA_MAX = 60;
/** Quotations that one button can hold. */
export const ENTRIES_MAX = 5;

/** A quotation in a button. `also` (says the same) and `differs` (says otherwise) belong to the finding before them. */
export interface StateEntry {
  readonly key: string;
  readonly selection: Selection;
  readonly role: "finding" | "also" | "differs";
}

/** The data of a button: the quotations found for a question, and which of them is shown. There is no other memory. */
export interface AnswerState {
  readonly language: Language;
  /** Index into `entries` of the finding that is shown. */
  readonly at: number;
  /** One to five; the first is a finding. */
  readonly entries: readonly StateEntry[];
  /** The answer was uncertain, and says so again. */
  readonly uncertain: boolean;
  /** Shown whole where the card would be cut. */
  readonly full: boolean;
  /** A passage shown by its key: nothing in it is marked. */
  readonly bare: boolean;
  /** Of the first finding nothing is left out on a compact card: what is not marked of it may be the answer, or was chosen with it. */
  readonly whole: boolean;
}

/** A passage by its key, or a quotation of it. */
export interface PassageReference {
  readonly key: string;
  readonly selection?: Selection;
}

/** The wish of a press. */
export type Press =
  | { readonly show: "answer" | "context" | "sources"; readonly state: AnswerState }
  | { readonly show: "page"; readonly language: Language; readonly page: number }
  | ArticlePress;

/** A wish about an article, whose key is `article`. */
export type ArticlePress =
  /** Its card. */
  | { readonly show: "article"; readonly language: Language; readonly article: string }
  /** Its text from the beginning on. */
  | { readonly show: "beginning"; readonly language: Language; readonly article: string }
  /** Its text from the passage with this key on. */
  | { readonly show: "reading"; readonly language: Language; readonly key: string }
  /** The answer to one of its own questions, by the question's code. */
  | {
      readonly show: "question";
      readonly language: Language;
      readonly article: string;
      readonly code: string;
    };

/**
 * A press as data of at most 60 ASCII characters: version, kind, then three characters of flags and eleven for each
 * quotation (its passage's key and its selection), or a letter for the language and the number of a page or the keys of an article.
 * @throws RangeError for a state outside the ranges that its type promises
 */
export function encodePress(press: Press): string {
  if (!("state" in press))
    return `${VERSION}${KINDS[press.show]}${press.language === "ar" ? "a" : "e"}${namedBy(press)}`;
  const { state } = press;
  if (!isState(state)) throw new RangeError("A state has one to five entries and shows a finding");
  const entries = state.entries.map(encodeReference);
  const roles = state.entries.reduce((bits, { role }, i) => bits | (ROLES.indexOf(role) << (2 * i)), 0);
  const flags = [state.language === "en", state.full, state.uncertain, state.bare, state.whole].reduce(
    (bits, flag, i) => bits | (flag ? 1 << i : 0),
    0,
  );
  return `${VERSION}${KINDS[press.show]}${letters((flags << 13) | (state.at << 10) | roles)}${entries.join("")}`;
}

/** The wish in a button's data; `undefined` for anything that `encodePress` does not write. */
export function decodePress(data: string): Press | undefined {
  const press = data.length <= DATA_MAX ? read(data) : undefined;
  // Each press has one spelling; data with another one was not written by `encodePress`.
  return press !== undefined && encodePress(press) === data ? press : undefined;
}

/** An entry as eleven characters: the key of its passage and its selection. A link names a quotation so too. */
export function encodeReference({ key, selection }: Pick<StateEntry, "key" | "selection">): string {
  const bits = encodeSelection(selection);
  if (bits === undefined || !KEY.test(key)) throw new RangeError("A quotation that no button can hold");
  return key + letters(bits);
}

/** The key and selection of eleven characters, or the key of eight; `undefined` for anything else. */
export function decodeReference(text: string): PassageReference | undefined {
  const [key, code] = [text.slice(0, 8), text.slice(8)];
  if (!KEY.test(key)) return undefined;
  if (code === "") return { key };
  const bits = code.length === 3 ? numberOf(code) : undefined;
  const selection = bits === undefined ? undefined : decodeSelection(bits);
  return selection === undefined ? undefined : { key, selection };
}

/** The key of the passage that a button's answer shows, or leads on to: the `context` of a question that replies to it. */
export function contextKey(data: string): string | undefined {
  const press = decodePress(data);
  if (press?.show === "reading") return press.key;
  return press !== undefined && "state" in press ? press.state.entries[press.state.at]?.key : undefined;
}

/** The key of the article whose card has this button: a reply to the card asks this article alone. */
export function articleOfCard(data: string): string | undefined {
  const press = decodePress(data);
  return press?.show === "beginning" ? press.article : undefined;
}

/** Does a press ask a question? Its answer is a message of its own, and the card stays. */
export function asksQuestion(data: string): boolean {
  return decodePress(data)?.show === "question";
}

const VERSION = "1";
const KINDS = {
  answer: "a",
  context: "c",
  sources: "s",
  page: "p",
  article: "t",
  beginning: "b",
  reading: "r",
  question: "u",
} as const;
const ROLES = ["finding", "also", "differs"] as const;
const KEY = /^[A-Za-z0-9_-]{8}$/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function namedBy(press: Exclude<Press, { state: AnswerState }>): string {
  switch (press.show) {
    case "page":
      return String(press.page);
    case "article":
    case "beginning":
      return press.article;
    case "reading":
      return press.key;
    case "question":
      return press.article + press.code;
  }
}

/** A press without quotations. */
function readNamed(data: string): Press | undefined {
  const [, kind, letter, name = ""] = /^1([ptbru])([ae])([\w-]+)$/.exec(data) ?? [];
  const language = letter === "a" ? "ar" : "en";
  if (kind === KINDS.page)
    return /^[1-9]\d{0,3}$/.test(name) ? { show: "page", language, page: Number(name) } : undefined;
  const [key, code] = [name.slice(0, 8), name.slice(8)];
  if (!KEY.test(key)) return undefined;
  if (kind === KINDS.question)
    return code.length === 3 ? { show: "question", language, article: key, code } : undefined;
  if (code !== "") return undefined;
  if (kind === KINDS.reading) return { show: "reading", language, key };
  const show = (["article", "beginning"] as const).find((one) => KINDS[one] === kind);
  return show && { show, language, article: key };
}

function read(data: string): Press | undefined {
  const named = readNamed(data);
  if (named !== undefined) return named;
  const match = /^1([acs])([A-Za-z0-9_-]{3})((?:[A-Za-z0-9_-]{11}){1,5})$/.exec(data);
  const header = numberOf(match?.[2] ?? "");
  const show = (["answer", "context", "sources"] as const).find((kind) => KINDS[kind] === match?.[1]);
  if (match?.[3] === undefined || header === undefined || show === undefined) return undefined;

  const entries: StateEntry[] = [];
  for (const [i, text] of (match[3].match(/.{11}/g) ?? []).entries()) {
    const reference = decodeReference(text);
    const role = ROLES[(header >> (2 * i)) & 3];
    if (reference?.selection === undefined || role === undefined) return undefined;
    entries.push({ key: reference.key, selection: reference.selection, role });
  }
  const flag = (i: number) => (header & (1 << (13 + i))) !== 0;
  const state: AnswerState = {
    language: flag(0) ? "en" : "ar",
    full: flag(1),
    uncertain: flag(2),
    bare: flag(3),
    whole: flag(4),
    at: (header >> 10) & 7,
    entries,
  };
  return isState(state) ? { show, state } : undefined;
}

function isState({ entries, at }: AnswerState): boolean {
  const count = entries.length;
  return (
    count >= 1 && count <= ENTRIES_MAX && entries[0]?.role === "finding" && entries[at]?.role === "finding"
  );
}

/** 18 bits as three characters. */
function letters(bits: number): string {
  return [12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63]).join("");
}

function numberOf(code: string): number | undefined {
  const digits = [...code].map((letter) => ALPHABET.indexOf(letter));
  return digits.length === 3 && digits.every((d) => d >= 0)
    ? digits.reduce((n, d) => (n << 6) | d, 0)
    : undefined;
}
