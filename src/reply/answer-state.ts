import type { Answer, Quotation } from "../answer/answer.ts";
import { quotationOf } from "../answer/quotation.ts";
import type { Passage } from "../corpus/article.ts";
import { paragraphCount, paragraphNumber } from "../corpus/paragraph-number.ts";
import { type AnswerState, ENTRIES_MAX, encodeReference, type StateEntry } from "./codec.ts";
import type { Language } from "./reply.ts";
import { encodeSelection } from "./selection-code.ts";

/** The finding that a state shows: its quotation, and the quotations that belong to it. */
export interface ShownFinding {
  readonly quotation: Quotation;
  readonly also: readonly Quotation[];
  readonly differs: readonly Quotation[];
  /** Its place among the findings, from 1. */
  readonly index: number;
  readonly total: number;
}

/**
 * The state of a fresh answer, which shows its first finding. A state has room for five quotations, and a chat shows no
 * others, so that going back shows the same: first the best finding, then those that disagree with it, then the other
 * findings, then further sources. `undefined` when nothing was found.
 */
export function stateOf(answer: Answer, language: Language): AnswerState | undefined {
  const candidates = answer.findings.flatMap(({ quotation, differs, alsoIn }, finding) => {
    const rank = finding === 0 ? 0 : finding + 1;
    return [
      { rank, finding, quotation, role: "finding" as const },
      ...differs.map((other, i) => ({
        rank: rank + 0.5 + 3 * i,
        finding,
        quotation: other,
        role: "differs" as const,
      })),
      ...alsoIn.map((other, i) => ({
        rank: rank + 2.4 + 3 * i,
        finding,
        quotation: other,
        role: "also" as const,
      })),
    ];
  });
  const kept = candidates
    .filter(({ quotation }) => encodeSelection(quotation.selection) !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, ENTRIES_MAX);
  const findings = new Set(kept.filter(({ role }) => role === "finding").map(({ finding }) => finding));
  const entries = candidates
    .filter((candidate) => kept.includes(candidate) && findings.has(candidate.finding))
    .map(({ quotation, role }) => ({ key: quotation.passage.key, selection: quotation.selection, role }));
  if (entries.length === 0) return undefined;
  const uncertain = answer.verdict === "uncertain";
  const whole = answer.findings[0]?.isClose ?? false;
  return { language, at: 0, entries, uncertain, full: false, bare: false, whole };
}

/** The state of a passage that is opened by its key: nothing in it is marked. */
export function passageState(passage: Passage, language: Language): AnswerState {
  const { selection } = wholeOf(passage);
  const entries: StateEntry[] = [{ key: passage.key, selection, role: "finding" }];
  return { language, at: 0, entries, uncertain: false, full: false, bare: true, whole: false };
}

/** Passages by their keys. */
export type Passages = ReadonlyMap<string, Passage>;

/** The finding that a state shows in the articles as they are now; `undefined` when its passage is gone. Other sources that are gone are left out. */
export function findingShownBy(state: AnswerState, passages: Passages): ShownFinding | undefined {
  const entry = state.entries[state.at];
  const quotation = entry && resolve(entry, state, passages);
  if (quotation === undefined) return undefined;
  const after = state.entries.slice(state.at + 1);
  const next = after.findIndex(({ role }) => role === "finding");
  const own = next < 0 ? after : after.slice(0, next);
  const quotations = (role: StateEntry["role"]) =>
    own.filter((entry) => entry.role === role).flatMap((entry) => resolve(entry, state, passages) ?? []);
  const findings = findingPlaces(state);
  return {
    quotation,
    also: quotations("also"),
    differs: quotations("differs"),
    index: findings.indexOf(state.at) + 1,
    total: findings.length,
  };
}

/** The quotation that a state shows, as a reference; the key of a passage that is shown by it. */
export function referenceOf({ entries, at, bare }: AnswerState): string {
  const entry = entries[at];
  if (entry === undefined) throw new RangeError("A state shows one of its entries");
  return bare ? entry.key : encodeReference(entry);
}

/** Indices of the findings among the entries. */
export function findingPlaces(state: AnswerState): number[] {
  return state.entries.flatMap(({ role }, i) => (role === "finding" ? [i] : []));
}

function resolve(entry: StateEntry, state: AnswerState, passages: Passages): Quotation | undefined {
  const passage = passages.get(entry.key);
  if (passage === undefined) return undefined;
  return state.bare ? wholeOf(passage) : quotationOf(passage, entry.selection);
}

/** The longest quotation from the beginning of a passage, without marks: whole sentences, else clauses of the first one. */
function wholeOf(passage: Passage): Quotation {
  const mark = { from: 0, count: 1 };
  for (let count = Math.min(8, passage.sentenceCount); count > 0; count--) {
    const quotation = quotationOf(passage, { first: 0, count, mark });
    if (quotation !== undefined) return { ...quotation, highlights: [] };
  }
  for (let count = 8; count > 0; count--) {
    const quotation = quotationOf(passage, { first: 0, count: 1, part: { from: 0, count }, mark });
    if (quotation !== undefined) return { ...quotation, highlights: [] };
  }
  // 900 characters without the end of a clause: the passage is quoted whole, and split when it is sent.
  return plainQuotation(passage);
}

/** A passage as it stands, without marks. Its selection names only its beginning. */
export function plainQuotation(passage: Passage): Quotation {
  const { article, start, end } = passage;
  const paragraph = paragraphNumber(article, passage.paragraph);
  return {
    passage,
    selection: { first: 0, count: 1, mark: { from: 0, count: 1 } },
    start,
    end,
    quote: article.text.slice(start, end),
    highlights: [],
    paragraph,
    paragraphTo: paragraph,
    paragraphs: paragraphCount(article),
    isPart: false,
  };
}
