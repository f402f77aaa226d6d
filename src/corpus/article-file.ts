import { createHash } from "node:crypto";
import type { Article, ParagraphKind } from "./article.ts";
import { boilerplateIn } from "./boilerplate.ts";
import type { ContentLine } from "./content-line.ts";
import { arabicShare } from "./decode.ts";
import type { FolderSettings } from "./folder-settings.ts";
import { type FrontMatter, type ReadFrontMatter, readFrontMatter } from "./front-matter.ts";
import { legibleText, marksOf, shareMarks } from "./inline-marks.ts";
import { formsIn, reversedIn } from "./letter-order.ts";
import { kindsOf } from "./line-kinds.ts";
import { type Origin, originOf } from "./origin.ts";
import { type Content, contentOf } from "./page-content.ts";
import { isMarkdown, readPage } from "./page-format.ts";
import { repetitionsIn } from "./repetitions.ts";
import type { LeftOut } from "./report.ts";
import { type ArticleBlock, segment } from "./segment.ts";
import { warningsOf } from "./warnings.ts";
import type { Warning } from "./yaml.ts";

/** A file as an article, with what was left out of it; or why it is none. */
export type ReadArticle =
  | {
      readonly article: Article;
      /** The front matter gives the id, so that no other file may. */
      readonly hasOwnId: boolean;
      readonly leftOut: readonly LeftOut[];
      readonly warnings: readonly Warning[];
      /** Keys of its front matter that say nothing of the article. */
      readonly unused: readonly string[];
    }
  | { readonly reason: string; readonly line?: number; readonly fault: boolean };

/** An article with less of its letters Arabic is another language's. */
const LEAST_ARABIC = 0.05;

/**
 * The article that a decoded file holds. Nothing of the text is rewritten; what cannot be quoted is in no paragraph.
 * `settings`: those of the folder.
 */
export function readArticle(
  file: string,
  text: string,
  settings: Pick<FolderSettings, "site" | "keepsAll"> = { keepsAll: false },
): ReadArticle {
  if (text.trim() === "") return { reason: "empty", fault: false };
  const source = { text, file };
  const markdown = isMarkdown(source);
  const head = markdown ? readFrontMatter(text, settings.site) : NO_HEAD;
  if ("reason" in head) return head;
  const page = readPage(source, head.bodyStart);
  const content = contentOf(source, page);
  if (content.lines.length === 0) return { reason: "no text besides front matter and markup", fault: false };
  const shownText = content.lines.map(({ shown }) => shown).join("\n");
  const reversed = reversedIn(shownText);
  if (reversed !== undefined) return { reason: reversed, fault: true };
  // Of what is shown: the address of an embedded picture has more letters than an article.
  if (arabicShare(shownText) < LEAST_ARABIC) return { reason: "no Arabic text", fault: false };

  const { kept, leftOut } = cleaned(content, settings.keepsAll);
  const kinds = kindsOf(kept);
  const origin = originOf(kept, kinds, markdown);
  if (origin.titleLine !== undefined) kinds[origin.titleLine] = "heading";
  if (!kinds.some((kind) => kind !== "heading" && kind !== "source-line"))
    return { reason: kept.length === 0 ? "nothing but boilerplate" : "nothing but headings", fault: false };
  const described = describe({ ...page.told, ...head.matter }, origin);
  // Where the head gives another title, the first heading is one of the text's own.
  const titleLine = described.title === origin.title || !markdown ? origin.titleLine : undefined;
  const blocks = blocksOf(kept, kinds, titleLine, leftOut);
  const { paragraphs, sentences } = segment(legibleText(source), blocks, marksOf(source));
  const first = paragraphs.find(({ kind }) => kind === "prose") ?? paragraphs[0];
  const id =
    head.matter.id ??
    derivedId(described.title, first === undefined ? "" : text.slice(first.start, first.end));
  const article = { id, file, text, ...described, paragraphs, sentences };
  shareMarks(source, article);
  return {
    article,
    hasOwnId: head.matter.id !== undefined,
    leftOut,
    warnings: [...head.warnings, ...formsIn(shownText), ...warningsOf(text, kept)],
    unused: head.unused,
  };
}

const NO_HEAD: Extract<ReadFrontMatter, { matter: FrontMatter }> = {
  matter: { tags: [], references: [], questions: [], aliases: [] },
  bodyStart: 0,
  warnings: [],
  unused: [],
};

/**
 * An id for an article whose file gives none: twelve characters of a hash of its title and its first paragraph. The
 * file may be renamed and moved, and no other article matters; whoever edits these two and wants to keep permalinks
 * gives an `id`. `salt` tells files of one text apart.
 */
export function derivedId(title: string, firstParagraph: string, salt = ""): string {
  const text = [title, firstParagraph, salt].map((part) => part.replace(/\s+/gu, " ").trim()).join("\n");
  return createHash("sha256").update(text.normalize("NFC"), "utf8").digest("base64url").slice(0, 12);
}

function cleaned({ lines, markup }: Content, keepsAll: boolean): { kept: ContentLine[]; leftOut: LeftOut[] } {
  const boilerplate = keepsAll ? new Map<number, string>() : boilerplateIn(lines);
  const rest = lines.filter((_, index) => !boilerplate.has(index));
  const repetitions = keepsAll ? new Map<number, number>() : repetitionsIn(rest);
  const kept = rest.filter((_, index) => !repetitions.has(index));
  const leftOut: LeftOut[] = markup.map(({ number, text, reason }) => ({
    line: number,
    text: excerpt(text),
    reason,
    kind: "markup",
  }));
  lines.forEach(({ number, shown }, index) => {
    const reason = boilerplate.get(index);
    if (reason !== undefined)
      leftOut.push({ line: number, text: excerpt(shown), reason, kind: "boilerplate" });
  });
  rest.forEach(({ number, shown }, index) => {
    const earlier = repetitions.get(index);
    if (earlier !== undefined)
      leftOut.push({
        line: number,
        text: excerpt(shown),
        reason: `stands already at line ${earlier}`,
        kind: "copy",
      });
  });
  return { kept, leftOut: leftOut.sort((a, b) => a.line - b.line) };
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

/** Boxes are numbered from 1. */
const NO_BOX = 0;

function blocksOf(
  lines: readonly ContentLine[],
  kinds: readonly ParagraphKind[],
  titleLine: number | undefined,
  leftOut: readonly LeftOut[],
): ArticleBlock[] {
  // The nearest heading of each box, and of the text that stands in none.
  const headings = new Map<number, string>();
  let out = 0;
  return lines.map((line, index) => {
    const before = out;
    while ((leftOut[out]?.line ?? Number.POSITIVE_INFINITY) < line.number) out += 1;
    // The title of a box stands in the line of markup that opens the box: between the two nothing was left out.
    const above = lines[index - 1];
    const own =
      above?.kind === "heading" && out - before === 1 && leftOut[before]?.line === above.number ? 1 : 0;
    const kind = kinds[index] ?? "prose";
    const boxes = [NO_BOX, ...(line.boxes ?? [])];
    const heading = boxes.map((box) => headings.get(box)).findLast((text) => text !== undefined);
    const block: ArticleBlock = {
      start: line.start,
      end: line.end,
      kind,
      afterGap: index > 0 && (line.afterGap || out - before > own),
      ...(heading === undefined ? {} : { heading }),
      ...(line.isUnseen === true && { isUnseen: true }),
    };
    if (index === titleLine) headings.clear();
    // What is asked heads what answers it: in an interview as in a list of questions.
    else if (kind === "heading" || kind === "question")
      headings.set(boxes.at(-1) ?? NO_BOX, line.shown.replace(/\s+/gu, " ").replace(/ ?:$/u, ""));
    return block;
  });
}

function describe(
  matter: FrontMatter,
  origin: Origin,
): Omit<Article, "id" | "file" | "text" | "paragraphs" | "sentences"> {
  const { author, source, url, date } = origin;
  const told = Object.fromEntries(
    Object.entries({ author, source, url, date }).filter(([, value]) => value !== undefined),
  );
  return { ...told, title: origin.title, ...matter };
}
