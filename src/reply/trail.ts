import type { Answer, Quotation } from "../answer/answer.ts";
import { quotationOf } from "../answer/quotation.ts";
import type { Corpus, Passage } from "../corpus/article.ts";
import { type Stop, TRAIL_MAX, type Trail } from "./codec.ts";
import type { Language } from "./reply.ts";
import { encodeSelection } from "./selection-code.ts";

/** A finding of a trail as it is shown: its quotation, and those that stand with it. */
export interface View {
  readonly quotation: Quotation;
  readonly also: readonly Quotation[];
  readonly differs: readonly Quotation[];
  /** Place among the findings of the trail, from 1. */
  readonly index: number;
  readonly total: number;
}

/**
 * The five quotations of an answer that its buttons carry, and that are therefore all that a chat shows of it, so that
 * going back shows the same: the first finding and what disagrees with it before the others, then further sources.
 * `undefined` when nothing was found.
 */
export function trailOf(answer: Answer, language: Language): Trail | undefined {
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
    .slice(0, TRAIL_MAX);
  const findings = new Set(kept.filter(({ role }) => role === "finding").map(({ finding }) => finding));
  const stops = candidates
    .filter((candidate) => kept.includes(candidate) && findings.has(candidate.finding))
    .map(({ quotation, role }) => ({ key: quotation.passage.key, selection: quotation.selection, role }));
  if (stops.length === 0) return undefined;
  return { language, at: 0, stops, uncertain: answer.verdict === "uncertain", full: false, bare: false };
}

/** The trail of a passage that is shown by itself, with nothing marked. */
export function bareTrail(passage: Passage, language: Language): Trail {
  const { selection } = wholeOf(passage);
  const stops: Stop[] = [{ key: passage.key, selection, role: "finding" }];
  return { language, at: 0, stops, uncertain: false, full: false, bare: true };
}

/** What a trail shows now; `undefined` when its passage is gone. Further sources that are gone are left out. */
export function viewOf(trail: Trail, corpus: Corpus): View | undefined {
  const stop = trail.stops[trail.at];
  const quotation = stop && resolve(stop, trail, corpus);
  if (quotation === undefined) return undefined;
  const after = trail.stops.slice(trail.at + 1);
  const next = after.findIndex(({ role }) => role === "finding");
  const own = next < 0 ? after : after.slice(0, next);
  const quotations = (role: Stop["role"]) =>
    own.filter((stop) => stop.role === role).flatMap((stop) => resolve(stop, trail, corpus) ?? []);
  const findings = findingsOf(trail);
  return {
    quotation,
    also: quotations("also"),
    differs: quotations("differs"),
    index: findings.indexOf(trail.at) + 1,
    total: findings.length,
  };
}

/** Where in the trail its findings stand. */
export function findingsOf(trail: Trail): number[] {
  return trail.stops.flatMap(({ role }, i) => (role === "finding" ? [i] : []));
}

function resolve(stop: Stop, trail: Trail, corpus: Corpus): Quotation | undefined {
  const passage = corpus.byKey.get(stop.key);
  if (passage === undefined) return undefined;
  return trail.bare ? wholeOf(passage) : quotationOf(passage, stop.selection);
}

/** As much of a passage as one quotation may hold, from its first sentence, without marks. */
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
  // A single run of words without any clause end within 900 characters: whole, and split when it is sent.
  const { article, start, end, paragraph } = passage;
  const quote = article.text.slice(start, end);
  const place = {
    paragraph: paragraph + 1,
    paragraphTo: paragraph + 1,
    paragraphs: article.paragraphs.length,
  };
  return {
    passage,
    selection: { first: 0, count: 1, mark },
    start,
    end,
    quote,
    highlights: [],
    ...place,
    isPart: false,
  };
}
