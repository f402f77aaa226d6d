import { BOILERPLATE_RULES, type BoilerplateRule } from "./boilerplate-rules.ts";
import { type ContentLine, endsWithStop, isProse, wordCount } from "./content-line.ts";
import { disclaims } from "./disclaimers.ts";
import { lineForm } from "./line-form.ts";

/** More links than this no list in the midst of an article has; below its last paragraph it may. */
const MOST_LINKS = 8;
const HEADLINE_WORDS = { least: 3, most: 24 };

/**
 * Why lines are no part of the article, by their index. Precision before completeness: a paragraph of prose is left
 * out only as a disclaimer or a notice on cookies, and a word that may be a heading only with evidence beside it.
 */
export function boilerplateIn(lines: readonly ContentLine[]): Map<number, string> {
  const rules = lines.map(ruleFor);
  const reasons = new Map<number, string>();
  lines.forEach((line, index) => {
    const rule = rules[index];
    if (rule?.weight === "alone") reasons.set(index, rule.reason);
    const disclaimer = disclaims(line.form);
    if (disclaimer === "sure" || (disclaimer && isAtTheEdge(lines, index)))
      reasons.set(index, "a disclaimer");
  });
  leaveOutContents(lines, reasons);
  leaveOutLists(lines, rules, reasons);
  leaveOutCompany(lines, rules, reasons);
  return reasons;
}

function ruleFor(line: ContentLine): BoilerplateRule | undefined {
  if (line.kind === "heading" && line.shown.length > 60) return undefined;
  return BOILERPLATE_RULES.find(({ matches, most }) => line.shown.length <= most && matches.test(line.form));
}

function isAtTheEdge(lines: readonly ContentLine[], index: number): boolean {
  if (index < 4) return true;
  const below = lines.slice(index + 1).filter(isProse).length;
  return below <= 2;
}

/** A list of links: its title, and the headlines below it. A link behind the title's colon is the whole list. */
function leaveOutLists(
  lines: readonly ContentLine[],
  rules: readonly (BoilerplateRule | undefined)[],
  reasons: Map<number, string>,
): void {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const rule = rules[index];
    if (line === undefined || rule?.weight !== "heads-list") continue;
    const words = wordCount(line.shown);
    const hasLink = words > 5;
    const joined = /[:|\u2013\u2014-]/u.test(line.shown);
    // «اقرأ أيضًا كتابه عن البحر لتفهم ذلك.» is advice of the article.
    if (hasLink && (!joined || isProse(line)) && endsWithStop(line.shown)) continue;
    reasons.set(index, rule.reason);
    if (hasLink) continue;
    const tail = !lines.slice(index + 1).some(isProse);
    let links = 0;
    for (let next = index + 1; next < lines.length; next += 1) {
      const link = lines[next];
      if (link === undefined || !isLink(link, tail, rule.reason) || (!tail && links >= MOST_LINKS)) break;
      if (!reasons.has(next)) reasons.set(next, rule.reason);
      links += 1;
    }
  }
}

function isLink(line: ContentLine, tail: boolean, reason: string): boolean {
  if (isProse(line) || line.kind === "heading" || line.kind === "table-row") return false;
  if (reason === "tags") return wordCount(line.shown) <= 4 && !endsWithStop(line.shown);
  if (tail) return line.shown.length <= 160;
  const words = wordCount(line.shown);
  return (
    words >= HEADLINE_WORDS.least && words <= HEADLINE_WORDS.most && !/[.\u060C:]$/u.test(line.shown.trim())
  );
}

const CONTENTS =
  /^(?:جدول المحتويات|محتويات المقال|محتويات|المحتويات|في هذا المقال|فهرس المقال|فهرس المحتويات|\[toc\])$/u;

/** A table of contents: its title, and the lines below it that come again as headings. */
function leaveOutContents(lines: readonly ContentLine[], reasons: Map<number, string>): void {
  const title = lines.findIndex(({ shown }) => CONTENTS.test(shown.replace(/[^\p{L}\p{M}\s]/gu, "").trim()));
  if (title < 0) return;
  const later = new Map<string, number>();
  lines.forEach(({ form }, index) => {
    later.set(bareForm(form), index);
  });
  let index = title + 1;
  while (index < lines.length && (later.get(bareForm(lines[index]?.form ?? "")) ?? -1) > index) {
    reasons.set(index, "a table of contents");
    index += 1;
  }
  if (index > title + 1) reasons.set(title, "a table of contents");
}

function bareForm(form: string): string {
  return lineForm(form)
    .replace(/^[^\p{L}]+/u, "")
    .replace(/[^\p{L}\p{N}]+$/u, "");
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
    const run = Array.from({ length: to - from }, (_, offset) => from + offset);
    const weak = run.filter(isWeak);
    const introduced = /:\s*$/u.test(lines[from - 1]?.shown ?? "");
    const outside = from < Math.max(first, 0) || to === lines.length;
    if (!introduced && (weak.length < run.length || weak.length >= 3 || outside))
      for (const index of weak) reasons.set(index, "buttons and sections of the site");
    from = to;
  }
}

/** A section's name in Latin letters above an Arabic article: `Business`. */
function isSectionName(lines: readonly ContentLine[], index: number): boolean {
  const shown = lines[index]?.shown ?? "";
  return index < 4 && shown.length <= 30 && /^[A-Za-z][A-Za-z &/-]*$/u.test(shown) && wordCount(shown) <= 3;
}
