import type { Article, Corpus, Passage } from "../corpus/article.ts";
import { type Collection, collect, documentsOf } from "../search/collection.ts";
import { createMiniSearchIndex } from "../search/minisearch.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Answer, Finding, Quotation } from "./answer.ts";
import { type Evidence, evidenceIn } from "./evidence.ts";
import { fitOf } from "./expected.ts";
import { CANDIDATES } from "./passage-search.ts";
import { planOf } from "./plan.ts";

import { createQuoter } from "./quoting.ts";
import { createRanker } from "./ranking.ts";
import { createVariants } from "./variants.ts";

/** How a question is asked. */
export interface AskOptions {
  /** A passage of the article that an earlier answer came from. */
  readonly context?: Passage;
  /** The last word may still be growing. */
  readonly prefix?: boolean;
  /** At most so many findings; 10 when left out. */
  readonly limit?: number;
}

export interface Answerer {
  /** Never fails on any text. The same text gives the same answer. */
  answer(question: string, options?: AskOptions): Promise<Answer>;
}

const READ = 60;

/** Answers over a corpus with the engine inside the process. */
export async function openAnswerer(corpus: Corpus): Promise<Answerer> {
  const collection = collect(corpus.passages);
  return createAnswerer(corpus, collection, await createMiniSearchIndex(documentsOf(collection)));
}

export function createAnswerer(corpus: Corpus, collection: Collection, index: SearchIndex): Answerer {
  const rank = createRanker(collection);
  const variants = createVariants(collection);
  const passageAt = passageFinder(corpus.passages);

  return {
    async answer(question, { prefix = false, limit = 10 } = {}) {
      const plan = planOf(question, collection, variants, prefix);
      const searched = plan.probes.map((probe) => probe.written);
      const none: Answer = { verdict: "unanswered", findings: [], searched, nearest: [], cut: plan.cut };
      if (plan.probes.length === 0) return { ...none, nothing: "empty" };
      const hits = await index.search(plan.terms, CANDIDATES);
      const ranked = rank(
        plan.weights,
        hits.map((hit) => hit.passage),
      );
      const evidence = evidenceIn(collection, plan, ranked.slice(0, READ));
      const best = {
        own: Math.max(1e-9, ...evidence.map((e) => e.ownScore)),
        near: Math.max(1e-9, ...evidence.map((e) => e.nearScore)),
      };
      const lexical = (e: Evidence): number =>
        (e.nearScore / best.near + 0.5 * (e.ownScore / best.own) + 0.3 * e.passageScore) / 1.8;
      const scored = evidence
        .map((e) => ({ e, score: lexical(e) }))
        .sort((a, b) => b.score - a.score || a.e.id - b.e.id)
        .slice(0, 80)
        .map(({ e, score }) => ({
          e,
          score: score + adjust(e, fitOf(plan, e.article.text.slice(e.sentence.start, e.sentence.end))),
        }))
        .sort((a, b) => b.score - a.score || a.e.id - b.e.id);
      const nearness = new Map(evidence.map((e) => [e.id, e.ownScore]));
      const idAt = new Map(evidence.map((e) => [`${e.article.id}\n${e.index}`, e.id]));
      const quoter = createQuoter(
        collection,
        plan,
        passageAt,
        (article, sentence) => nearness.get(idAt.get(`${article.id}\n${sentence}`) ?? -1) ?? 0,
      );
      const findings: Finding[] = [];
      for (const { e } of scored) {
        if (findings.length >= limit) break;
        if (
          findings.some(
            ({ quotation: q }) =>
              q.passage.article === e.article && e.sentence.start < q.end && e.sentence.end > q.start,
          )
        )
          continue;
        const quotation = quoter.quote(e);
        if (quotation === undefined || findings.some((f) => overlap(f.quotation, quotation))) continue;
        findings.push({ quotation, alsoIn: [], differs: [] });
      }
      if (findings.length === 0) return none;
      return { ...none, verdict: "answered", findings };
    },
  };
}

function adjust(e: Evidence, fit: number): number {
  const kind = e.article.paragraphs[e.sentence.paragraph]?.kind;
  let score = 0.2 * fit;
  if (e.contentWords < 4) score -= 0.3;
  if (kind === "heading" || kind === "source-line" || kind === "question" || kind === "caption") score -= 0.3;
  if (/[?\u061f]\s*["\u201d\u00bb]?$/u.test(e.article.text.slice(e.sentence.start, e.sentence.end)))
    score -= 0.3;
  return score;
}

function overlap(a: Quotation, b: Quotation): boolean {
  return a.passage.article === b.passage.article && a.start < b.end && b.start < a.end;
}

/** Finds the passage that a sentence of an article belongs to. */
function passageFinder(
  passages: readonly Passage[],
): (article: Article, sentence: number) => Passage | undefined {
  const byArticle = new Map<Article, Passage[]>();
  for (const passage of passages) {
    const own = byArticle.get(passage.article);
    if (own === undefined) byArticle.set(passage.article, [passage]);
    else own.push(passage);
  }
  return (article, sentence) =>
    byArticle
      .get(article)
      ?.find((p) => sentence >= p.firstSentence && sentence < p.firstSentence + p.sentenceCount);
}
