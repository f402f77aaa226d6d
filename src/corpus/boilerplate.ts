import type { ParagraphKind } from "./article.ts";
import { BOILERPLATE_RULES, type BoilerplateRule } from "./boilerplate-rules.ts";
import { type ContentLine, endsWithStop, isProse, wordCount } from "./content-line.ts";
import { disclaims } from "./disclaimers.ts";
import { linkLists, tableOfContents } from "./link-lists.ts";

const COMPANY = "buttons and sections of the site";
/** Comments stand below this share of a page's text. */
const FOOT = 2 / 3;

/**
 * Why lines are no part of the article, by their index. Precision before completeness: a paragraph of prose is left
 * out only as a disclaimer, as a notice on cookies or as a reader's comment, and a word that may be a heading only
 * with evidence beside it.
 */
export function boilerplateIn(lines: readonly ContentLine[]): Map<number, string> {
  const rules = lines.map(ruleFor);
  const reasons = new Map<number, string>();
  const proseBelow = countsOfProseBelow(lines);
  lines.forEach((line, index) => {
    const rule = rules[index];
    if (rule?.weight === "alone") reasons.set(index, rule.reason);
    const disclaimer = disclaims(line.form);
    const atTheEdge = index < 4 || (proseBelow[index] ?? 0) <= 2;
    if (disclaimer === "sure" || (disclaimer === "at-the-edge" && atTheEdge))
      reasons.set(index, "a disclaimer");
  });
  for (const index of tableOfContents(lines)) reasons.set(index, "a table of contents");
  for (const [index, reason] of linkLists(lines, rules)) if (!reasons.has(index)) reasons.set(index, reason);
  for (const index of readersComments(lines))
    if (!reasons.has(index)) reasons.set(index, "a reader's comment");
  leaveOutCompany(lines, rules, reasons);
  return reasons;
}

/** In Markdown these are what a writer made them; a site's buttons are none of these. */
const WRITTEN = new Set<ParagraphKind | undefined>(["heading", "table-row", "list-item"]);
const LEAST_OF_SENTENCE = 5;

function ruleFor(line: ContentLine): BoilerplateRule | undefined {
  if (WRITTEN.has(line.kind)) return undefined;
  // «نشر المقال في صحيفة سنة 1950.» begins as a button does, and is a sentence.
  const isSentence = endsWithStop(line.shown) && wordCount(line.shown) >= LEAST_OF_SENTENCE;
  if (isSentence && line.kind === "prose") return undefined;
  return BOILERPLATE_RULES.find(
    ({ matches, most, sentences }) =>
      line.shown.length <= most && (!isSentence || sentences === true) && matches.test(line.form),
  );
}

function countsOfProseBelow(lines: readonly ContentLine[]): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    counts[index] = count;
    const line = lines[index];
    if (line !== undefined && isProse(line)) count += 1;
  }
  return counts;
}

const COMMENTS =
  /^[^\p{L}\p{N}]*(?:(?:التعليقات|تعليقات)[ :]*[([]? ?[1-9]\d{0,4} ?[)\]]?|[1-9]\d{0,4} (?:تعليق|تعليقات|تعليقا|comments?))[^\p{L}\p{N}]*$/u;

/** All lines below a counter of comments that stands below the article; at the top of a page it is one more button. */
function readersComments(lines: readonly ContentLine[]): number[] {
  const total = lines.reduce((sum, { shown }) => sum + shown.length, 0);
  let before = 0;
  for (const [index, { shown, form, kind }] of lines.entries()) {
    if (kind === undefined && shown.length <= 40 && before >= total * FOOT && COMMENTS.test(form))
      return Array.from({ length: lines.length - index }, (_, offset) => index + offset);
    before += shown.length;
  }
  return [];
}

/** Words that may be headings: left out beside other boilerplate, three in a row, or outside the article's text. */
function leaveOutCompany(
  lines: readonly ContentLine[],
  rules: readonly (BoilerplateRule | undefined)[],
  reasons: Map<number, string>,
): void {
  const isWeak = (index: number) =>
    !reasons.has(index) && (rules[index]?.weight === "in-company" || isSectionName(lines, index));
  const first = lines.findIndex((_, index) => !reasons.has(index) && !isWeak(index));
  for (let from = 0; from < lines.length; from += 1) {
    if (!isWeak(from) && !reasons.has(from)) continue;
    let to = from;
    while (to < lines.length && (isWeak(to) || reasons.has(to))) to += 1;
    const weak: number[] = [];
    for (let index = from; index < to; index += 1) if (isWeak(index)) weak.push(index);
    // «تضم الجامعة هذه الكليات:» and its items are the article's.
    const introduced = /:\s*$/u.test(lines[from - 1]?.shown ?? "");
    // One word above running text is the title of an encyclopaedia's page; above a title it is the site's section.
    const below = lines[to];
    const aboveTitle = from < first && (weak.length > 1 || (below !== undefined && !isProse(below)));
    const outside = aboveTitle || to === lines.length;
    if (!introduced && (weak.length < to - from || weak.length >= 3 || outside))
      for (const index of weak) reasons.set(index, COMPANY);
    from = to;
  }
}

/** A section's name in Latin letters above an Arabic article: `Business`. */
function isSectionName(lines: readonly ContentLine[], index: number): boolean {
  const shown = lines[index]?.shown ?? "";
  return index < 4 && shown.length <= 30 && /^[A-Za-z][A-Za-z &/-]*$/u.test(shown) && wordCount(shown) <= 3;
}
