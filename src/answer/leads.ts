import type { Article, ParagraphKind } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import { adjoin } from "./quotation.ts";
import type { RankedPassage } from "./rank.ts";
import { LEADS } from "./weights.ts";

/**
 * Lines that lead to an answer and are none: a heading, a caption, a question, a sentence that only announces. They may
 * repeat the whole question; what answers stands below them.
 */
export function isLead(article: Article, index: number): boolean {
  const sentence = article.sentences[index];
  if (sentence === undefined) return false;
  if (LEADING.has(article.paragraphs[sentence.paragraph]?.kind ?? "prose")) return true;
  const text = legibleText(article).slice(sentence.start, sentence.end);
  return endsAsQuestion(text) || announces(article, index);
}

/** The text ends with a question mark, perhaps in quotation marks. */
export function endsAsQuestion(text: string): boolean {
  return ENDS_AS_QUESTION.test(text.slice(-4));
}

/** The sentence ends with a colon: what it announces follows. */
export function announces({ text, sentences }: Article, index: number): boolean {
  return text[(sentences[index]?.end ?? 0) - 1] === ":";
}

/**
 * The sentence that a lead leads to: the first below it that is no lead itself. `undefined` where nothing of its own stands
 * below, and for the title and captions: the title stands above all that follows, and a caption above nothing.
 */
export function belowLead(article: Article, index: number): number | undefined {
  const { sentences, paragraphs, title, text } = article;
  const lead = sentences[index];
  const kind = lead && paragraphs[lead.paragraph]?.kind;
  if (lead === undefined || kind === "caption") return undefined;
  if (kind === "heading" && text.slice(lead.start, lead.end).includes(title) && title !== "")
    return undefined;
  for (let below = index + 1; below <= index + LEADS.reach; below++) {
    if (sentences[below] === undefined) return undefined;
    if (!isLead(article, below)) return below;
  }
  return undefined;
}

/**
 * First and last sentence of the list that begins with a sentence, with the line that announces it where that is running
 * text. `undefined` where no list begins there.
 */
export function listBelow(
  article: Article,
  lead: number,
  first: number,
): readonly [number, number] | undefined {
  const kindOf = (index: number): ParagraphKind | undefined =>
    article.paragraphs[article.sentences[index]?.paragraph ?? -1]?.kind;
  if (kindOf(first) !== "list-item") return undefined;
  let last = first;
  while (kindOf(last + 1) === "list-item" && joins(article, last, last + 1)) last++;
  if (last === first) return undefined;
  const isText = kindOf(lead) === "prose" && lead === first - 1 && joins(article, lead, first);
  return [isText ? lead : first, last];
}

function joins(article: Article, before: number, after: number): boolean {
  const [one, two] = [article.sentences[before], article.sentences[after]];
  return one !== undefined && two !== undefined && adjoin(article, one, two);
}

/** The passages, and behind each that ends with a lead the one below it: a heading is a passage by itself. */
export function withPassagesBelow(
  ranked: readonly RankedPassage[],
  { passages }: Collection,
): RankedPassage[] {
  const scores = new Map(ranked.map(({ passage, score }) => [passage, score]));
  for (const { passage, score } of ranked) {
    let above = passage;
    for (let step = 0; step < LEADS.reach; step++) {
      const [owner, next] = [passages[above], passages[above + 1]];
      if (owner === undefined || next?.article !== owner.article) break;
      if (!isLead(owner.article, owner.firstSentence + owner.sentenceCount - 1)) break;
      above++;
      scores.set(above, Math.max(scores.get(above) ?? 0, score));
    }
  }
  return Array.from(scores, ([passage, score]) => ({ passage, score }));
}

const LEADING: ReadonlySet<ParagraphKind> = new Set(["heading", "caption", "question"]);
const ENDS_AS_QUESTION = /[?\u061f]\s*["\u201d\u00bb)]?$/u;
