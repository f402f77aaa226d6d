import type { Article, Corpus, Passage, Span } from "../corpus/article.ts";
import { type Collection, collect, documentsOf } from "../search/collection.ts";
import { createMiniSearchIndex } from "../search/minisearch.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Answer } from "./answer.ts";
import { type Choice, chooseFrom } from "./choice.ts";
import { evidenceIn } from "./evidence.ts";
import { gather, type Quoted } from "./findings.ts";
import { followUp, followUpVerdict } from "./follow-up.ts";
import { verdictOf } from "./outcome.ts";
import { CANDIDATES } from "./passage-search.ts";
import { copyFinder, passageFinder } from "./places.ts";
import { type Plan, planOf } from "./plan.ts";
import { createQuoter } from "./quoting.ts";
import { createRanker, type RankedPassage } from "./ranking.ts";
import { withSourceLines } from "./source-lines.ts";
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
  /** Never fails, whatever the text. The same text gives the same answer. */
  answer(question: string, options?: AskOptions): Promise<Answer>;
}

/** Sentences are read in so many passages, the best ranked. */
const READ = 20;
const MOST_FINDINGS = 10;
const NEAREST = 3;

/** Answers over a corpus, with the engine inside the process. */
export async function openAnswerer(corpus: Corpus): Promise<Answerer> {
  const collection = collect(corpus.passages);
  return createAnswerer(corpus, collection, await createMiniSearchIndex(documentsOf(collection)));
}

/** Answers over a corpus, its searchable passages in `collection`, and an engine that was given the same passages. */
export function createAnswerer(corpus: Corpus, collection: Collection, index: SearchIndex): Answerer {
  const ranker = createRanker(collection);
  const variants = createVariants(collection);
  const passageAt = passageFinder(corpus.passages);
  const copiesOf = copyFinder(corpus.passages);

  const quotedFrom = (choices: readonly Choice[], plan: Plan, limit: number): Quoted[] => {
    const scores = new Map(choices.map(({ evidence: e }) => [e.sentence, e.ownScore]));
    const quote = createQuoter(collection, plan, passageAt, (sentence) => scores.get(sentence) ?? 0);
    const quoted: Quoted[] = [];
    for (const { evidence } of choices) {
      if (quoted.length >= limit) break;
      const { article, sentence } = evidence;
      const beside = quoted.filter(({ quotation: q }) => q.passage.article === article);
      if (beside.some(({ quotation: q }) => touch(sentence, q))) continue;
      const quotation = quote(evidence);
      if (quotation === undefined || beside.some(({ quotation: q }) => touch(quotation, q))) continue;
      quoted.push({ quotation, evidence });
    }
    return quoted;
  };

  return {
    async answer(question, { context, prefix = false, limit = MOST_FINDINGS } = {}) {
      const plan = planOf(question, collection, variants, prefix);
      const nothing: Answer = {
        verdict: "unanswered",
        findings: [],
        searched: plan.probes.map((probe) => probe.written),
        nearest: [],
        cut: plan.cut,
      };
      if (plan.question.greeting !== undefined) return { ...nothing, nothing: plan.question.greeting };
      if (plan.question.leans && context === undefined) return { ...nothing, nothing: "needs-context" };
      if (plan.probes.length === 0 && context === undefined) return { ...nothing, nothing: "empty" };

      const hits = await index.search(plan.terms, CANDIDATES);
      const ranked = ranker.rank(
        plan.weights,
        hits.map((hit) => hit.passage),
      );
      const read = chooseFrom(evidenceIn(collection, ranker, plan, ranked.slice(0, READ)), plan);
      const found = withSourceLines(collection, ranker, plan, read);
      const earlier = plan.question.leans ? context : undefined;
      const choices = earlier === undefined ? found : followUp(earlier, collection, ranker, plan, found);
      const nearest = nearestArticles(ranked, collection);
      const findings = gather(quotedFrom(choices, plan, limit), copiesOf, collection, plan);
      const [first] = findings;
      const own = verdictOf(plan, choices, first === undefined ? [] : [...first.alsoIn, ...first.differs]);
      const verdict = earlier === undefined ? own : followUpVerdict(earlier, choices, own);
      if (verdict === "unanswered" || first === undefined) return { ...nothing, nearest };
      return { ...nothing, verdict, findings, nearest };
    },
  };
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function nearestArticles(ranked: readonly RankedPassage[], collection: Collection): Article[] {
  const articles = new Set<Article>();
  for (const { passage } of ranked) {
    const article = collection.passages[passage]?.article;
    if (article !== undefined) articles.add(article);
    if (articles.size === NEAREST) break;
  }
  return [...articles];
}
