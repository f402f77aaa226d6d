import type { BoilerplateRule } from "./boilerplate-rules.ts";
import { type ContentLine, endsWithStop, isProse, wordCount } from "./content-line.ts";
import { lineForm, wholeLine } from "./line-form.ts";

/** More links than this no list in the midst of an article has; below its last paragraph it may. */
const MOST_LINKS = 8;
const HEADLINE_WORDS = { least: 3, most: 24 };

/**
 * Lists of links to other articles and clouds of tags: the title, and the headlines below it. A link behind the
 * title, on its line, is the whole list.
 */
export function linkLists(
  lines: readonly ContentLine[],
  rules: readonly (BoilerplateRule | undefined)[],
): Map<number, string> {
  const found = new Map<number, string>();
  const lastProse = lines.findLastIndex(isProse);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const rule = rules[index];
    const atFoot = index > lastProse;
    if (line === undefined || !(rule?.weight === "heads-list" || (rule?.weight === "heads-foot" && atFoot)))
      continue;
    const link = linkBehind(line, rule);
    // «اقرأ أيضًا كتابه عن البحر لتفهم ذلك.» is the article's own advice.
    if (link === "text") continue;
    found.set(index, rule.reason);
    if (link === "link") continue;
    const most = atFoot ? lines.length : index + MOST_LINKS;
    let next = index + 1;
    while (next < lines.length && next <= most && isLink(lines[next], atFoot, rule)) {
      found.set(next, rule.reason);
      next += 1;
    }
    index = next - 1;
  }
  return found;
}

/** What stands on the line behind a list's title. */
function linkBehind(
  { form, shown }: ContentLine,
  { matches, weight }: BoilerplateRule,
): "nothing" | "link" | "text" {
  if (weight === "heads-foot") return "nothing";
  const title = matches.exec(form)?.[0].length ?? 0;
  const rest = form.slice(title);
  const words = wordCount(rest);
  if (/^[^\p{L}\p{N}]*[:|\u2013\u2014\u00BB>-]/u.test(rest)) return words === 0 ? "nothing" : "link";
  if (words <= 2) return "nothing";
  return endsWithStop(shown) ? "text" : "link";
}

function isLink(line: ContentLine | undefined, atFoot: boolean, { reason }: BoilerplateRule): boolean {
  if (line === undefined || isProse(line) || line.kind === "heading" || line.kind === "table-row")
    return false;
  if (reason === "tags") return wordCount(line.shown) <= 4 && !endsWithStop(line.shown);
  if (atFoot) return line.shown.length <= 160;
  const words = wordCount(line.shown);
  return (
    words >= HEADLINE_WORDS.least && words <= HEADLINE_WORDS.most && !/[.\u060C:]$/u.test(line.shown.trim())
  );
}

const CONTENTS = wholeLine(
  "جدول المحتويات|محتويات (?:المقال|الموضوع|الصفحة)|محتويات|المحتويات|في هذا (?:المقال|الموضوع)|فهرس (?:المقال|المحتويات)|table of contents|contents|toc",
);

/** A table of contents: its title, and the lines below it that come again as headings. */
export function tableOfContents(lines: readonly ContentLine[]): number[] {
  const title = lines.findIndex(({ form, shown }) => shown.length <= 60 && CONTENTS.test(form));
  if (title < 0) return [];
  const last = new Map<string, number>();
  lines.forEach(({ form, shown }, index) => {
    if (shown.length <= 200) last.set(bareForm(form), index);
  });
  let index = title + 1;
  while (index < lines.length && (last.get(bareForm(lines[index]?.form ?? "")) ?? -1) > index) index += 1;
  return index === title + 1 ? [] : Array.from({ length: index - title }, (_, offset) => title + offset);
}

function bareForm(form: string): string {
  return lineForm(form)
    .replace(/^[^\p{L}]+/u, "")
    .replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, "");
}
