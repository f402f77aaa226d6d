import type { Article, ParagraphKind } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import { weigh } from "./coverage.ts";
import { type Evidence, evidenceIn } from "./evidence.ts";
import { fitOf } from "./expected.ts";
import type { Plan } from "./plan.ts";
import type { Ranker } from "./ranking.ts";

/** What speaks for a sentence, each from 0 to 1, and what speaks against it. */
export interface Features {
  /** Coverage of the question by the sentence with its neighbours, and alone, against the best of the question. */
  readonly near: number;
  readonly own: number;
  /** The same by BM25, 4-grams included. */
  readonly nearRank: number;
  readonly ownRank: number;
  /** Its passage's rank score against the best. */
  readonly passage: number;
  /** It holds the kind of thing that is asked for; its neighbours do. */
  readonly fit: number;
  /** The heading above it and the article's title cover of the question. */
  readonly heading: number;
  /** The share of the question's Latin names and figures that neither it, its neighbours, the heading nor the title hold. */
  readonly missing: number;
  /** The share of the question's weight that the sentence covers itself. */
  readonly share: number;
  /** It is a heading, a source line, a caption, a question, a row of a table; it is very short. */
  readonly aside: number;
  readonly short: number;
}

/** What each feature adds to a sentence's score. */
export const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  near: 2,
  own: 0.8,
  nearRank: 2.5,
  ownRank: 1.1,
  passage: 3.2,
  fit: 2,
  heading: 1.1,
  missing: -0.8,
  share: 1.9,
  aside: -0.8,
  short: -0.5,
};

/** A sentence with its score for the question; scores compare within one question only. */
export interface Choice {
  readonly evidence: Evidence;
  readonly features: Features;
  readonly score: number;
}

/** So many sentences, the best by words alone, are read for the kind of answer that they hold. */
const READ_CLOSELY = 40;

/** Orders sentences by how well each would answer, best first. */
export function chooseFrom(evidence: readonly Evidence[], plan: Plan): Choice[] {
  const best = { near: 1e-9, own: 1e-9, nearRank: 1e-9, ownRank: 1e-9 };
  for (const { nearScore, ownScore, nearRank, ownRank } of evidence) {
    best.nearRank = Math.max(best.nearRank, nearRank);
    best.ownRank = Math.max(best.ownRank, ownRank);
    best.near = Math.max(best.near, nearScore);
    best.own = Math.max(best.own, ownScore);
  }
  const total = plan.probes.reduce((sum, probe) => sum + probe.weight, 0) || 1;
  const lexical = (e: Evidence): number =>
    2 * (e.nearScore / best.near) + e.ownScore / best.own + 0.6 * e.passageScore;
  return [...evidence]
    .sort((a, b) => lexical(b) - lexical(a) || a.id - b.id)
    .slice(0, READ_CLOSELY)
    .map((e) => {
      const features = featuresOf(e, plan, best, total);
      let score = 0;
      for (const name of FEATURES) score += WEIGHTS[name] * features[name];
      return { evidence: e, features, score };
    })
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
}

/** The same for all sentences of one article, whatever the engine found. */
export function chooseIn(article: Article, collection: Collection, ranker: Ranker, plan: Plan): Choice[] {
  const passages = collection.passages.flatMap((passage, i) =>
    passage.article === article ? [{ passage: i, score: 1 }] : [],
  );
  return chooseFrom(evidenceIn(collection, ranker, plan, passages), plan);
}

export const FEATURES = Object.keys(WEIGHTS).filter((name): name is keyof Features => name in WEIGHTS);

/** Lines that answer seldom, though they name what is asked for; a caption names without saying anything. */
const ASIDE: Partial<Record<ParagraphKind, number>> = {
  heading: 2,
  "source-line": 1,
  caption: 2,
  question: 1,
  "table-row": 0.7,
};
const ENDS_AS_QUESTION = /[?\u061f]\s*["\u201d\u00bb)]?$/u;

function featuresOf(
  e: Evidence,
  plan: Plan,
  best: { near: number; own: number; nearRank: number; ownRank: number },
  total: number,
): Features {
  const text = e.article.text.slice(e.sentence.start, e.sentence.end);
  const kind = e.article.paragraphs[e.sentence.paragraph]?.kind ?? "prose";
  return {
    near: e.nearScore / best.near,
    own: e.ownScore / best.own,
    nearRank: e.nearRank / best.nearRank,
    ownRank: e.ownRank / best.ownRank,
    passage: e.passageScore,
    fit: fitOf(plan, text, e.figures),
    heading: weigh(plan, e.about) / total,
    missing: missingNames(e, plan),
    share: weigh(plan, e.own) / total,
    aside: ENDS_AS_QUESTION.test(text) ? 1 : (ASIDE[kind] ?? 0),
    short: e.contentWords < 4 ? 1 : 0,
  };
}

/** Of the question's Latin names and figures, the share by weight that stands nowhere near a sentence; 0 when it has none. */
export function missingNames({ near, about }: Evidence, plan: Plan): number {
  let names = 0;
  let missing = 0;
  plan.probes.forEach((probe, p) => {
    if (!/[a-z0-9]/.test(probe.term)) return;
    names += probe.weight;
    if (Math.max(near[p] ?? 0, about[p] ?? 0) === 0) missing += probe.weight;
  });
  return names > 0 ? missing / names : 0;
}
