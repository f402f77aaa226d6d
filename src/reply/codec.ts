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
}

/** A passage by its key, or a quotation of it. */
export interface PassageReference {
  readonly key: string;
  readonly selection?: Selection;
}

/** The wish of a press. */
export type Press =
  | { readonly show: "answer" | "context" | "sources"; readonly state: AnswerState }
  | { readonly show: "page"; readonly language: Language; readonly page: number };

/**
 * A press as data of at most 60 ASCII characters: version, kind, then three characters of flags and eleven for each
 * quotation (its passage's key and its selection), or the number of a page.
 * @throws RangeError for a state outside the ranges that its type promises
 */
export function encodePress(press: Press): string {
  if (press.show === "page")
    return `${VERSION}${KINDS.page}${press.language === "ar" ? "a" : "e"}${press.page}`;
  const { state } = press;
  if (!isState(state)) throw new RangeError("A state has one to five entries and shows a finding");
  const entries = state.entries.map(encodeReference);
  const roles = state.entries.reduce((bits, { role }, i) => bits | (ROLES.indexOf(role) << (2 * i)), 0);
  const flags = [state.language === "en", state.full, state.uncertain, state.bare].reduce(
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

/** The key of the passage that a button's answer shows: the `context` of a question that replies to it. */
export function contextKey(data: string): string | undefined {
  const press = decodePress(data);
  return press === undefined || press.show === "page" ? undefined : press.state.entries[press.state.at]?.key;
}

const VERSION = "1";
const KINDS = { answer: "a", context: "c", sources: "s", page: "p" } as const;
const ROLES = ["finding", "also", "differs"] as const;
const KEY = /^[A-Za-z0-9_-]{8}$/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function read(data: string): Press | undefined {
  const page = /^1p([ae])([1-9]\d{0,3})$/.exec(data);
  if (page !== null) return { show: "page", language: page[1] === "a" ? "ar" : "en", page: Number(page[2]) };
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
