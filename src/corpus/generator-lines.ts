import type { ParagraphKind, Span } from "./article.ts";
import { braceAt } from "./brace-marks.ts";
import { type TextLine, trimSpan } from "./text-lines.ts";

/** A line of Markdown, or several, that speaks to a generator of sites and is no text of the article. */
export interface GeneratorLine {
  readonly reason: string;
  /** Index of its last line. */
  readonly last: number;
  /** What of it a reader sees, in order: a title, a caption, a text given as an attribute. */
  readonly texts: readonly MarkupText[];
  readonly opens?: Container;
  /** The name of the containers that it closes. */
  readonly closes?: string;
}

/** A part of a line of markup that a reader sees. */
export interface MarkupText extends Span {
  readonly kind: ParagraphKind;
  /** It is the text of an image. */
  readonly isUnseen?: boolean;
}

/**
 * A box around lines (a note, a tab). It ends where a line closes its `name`, or, without a name, above the first line
 * that does not `goOn`.
 */
export type Container = { readonly name: string } | { readonly goesOn: RegExp };

/** What is to know of the whole text before its lines are read. */
export interface GeneratorText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Names of shortcodes, Liquid blocks and components that the text closes. */
  readonly closed: ReadonlySet<string>;
}

/** Names that a text closes: `{{% /notice %}}`, `{% endraw %}`, `</Tabs>`. */
export function closedNames(text: string): ReadonlySet<string> {
  const names =
    /\{\{[<%][ \t]{0,9}\/[ \t]{0,9}([\w/-]{1,60})|\{%-?[ \t]{0,9}end([\w-]{1,60})|<\/([A-Za-z][\w.-]{0,60})\s{0,9}>/gu;
  return new Set(Array.from(text.matchAll(names), (match) => match[1] ?? match[2] ?? match[3] ?? ""));
}

/** The line at an index as one of a generator's; undefined for all others. */
export function generatorLine(page: GeneratorText, index: number): GeneratorLine | undefined {
  const line = page.lines[index];
  if (line === undefined) return undefined;
  const { text } = page;
  const quote = QUOTE.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD)))?.[0] ?? "";
  const start = line.start + quote.length;
  const rule = RULES[text.charAt(start)];
  return rule?.(page, index, { start, end: line.end }, quote);
}

const QUOTE = /^[\s>]*/u;
const LONGEST_HEAD = 200;
const LONGEST_LINE = 1000;
const OF_THE_GENERATOR = "a command to the site's generator";

type GeneratorRule = (
  page: GeneratorText,
  index: number,
  line: Span,
  quote: string,
) => GeneratorLine | undefined;

const RULES: Readonly<Partial<Record<string, GeneratorRule>>> = {
  "{": braces,
  ":": colons,
  "!": admonition,
  "?": admonition,
  "=": admonition,
  "[": callout,
  "%": comment,
  $: formula,
  "^": blockName,
  "\\": command,
  i: module,
  e: module,
};

/** Shortcodes, Liquid and attributes alone on a line; a comment or code goes on to the line that closes it. */
function braces(page: GeneratorText, index: number, { start, end }: Span): GeneratorLine | undefined {
  const { text, lines, closed } = page;
  let at = start;
  let lineEnd = end;
  let last = index;
  while (at < lineEnd) {
    const mark = text.charAt(at) === "{" ? braceAt(text, at, text.length) : undefined;
    if (mark === undefined) return undefined;
    while (mark.end > lineEnd && last + 1 < lines.length) {
      last += 1;
      lineEnd = lines[last]?.end ?? text.length;
    }
    at = mark.end;
    while (at < lineEnd && /\s/u.test(text.charAt(at))) at += 1;
  }
  const span = { start, end: Math.min(lineEnd, start + LONGEST_LINE) };
  const [, closing = "", name = ""] =
    /^\{(?:\{[<%]|%-?)\s*(\/|end)?\s*([\w/-]*)/u.exec(text.slice(start, start + LONGEST_HEAD)) ?? [];
  if (closing !== "") return { reason: OF_THE_GENERATOR, last, texts: [], closes: name };
  const isClosed = closed.has(name) && !text.slice(start, lineEnd).includes(`/${name}`);
  const verbatim = isClosed ? VERBATIM.get(name) : undefined;
  if (verbatim !== undefined) {
    const end = lineWith(page, last, (content) => CLOSING.exec(content)?.[1] === name);
    return { reason: verbatim, last: end ?? last, texts: [] };
  }
  return {
    reason: OF_THE_GENERATOR,
    last,
    texts: textsIn(text, span, isClosed ? "heading" : "caption"),
    ...(isClosed && { opens: { name } }),
  };
}

const CLOSING = /\{(?:\{[<%]\s{0,9}\/|%-?\s{0,9}end)\s{0,9}([\w/-]{1,60})/u;
/** Blocks whose inside is no prose. */
const VERBATIM: ReadonlyMap<string, string> = new Map([
  ...["highlight", "code", "mermaid", "katex", "math", "chart", "plantuml"].map(
    (name) => [name, "code"] as const,
  ),
  ["comment", "a comment"],
]);

const COLONS = /^:{3,}\s*(?:\{[\w-]+\}|\{[^{}]*\}|[\w-]+)?\s*/u;
const DIRECTIVE_OPTION = /^:[a-z][a-z\d-]*:(?: [!-~ ]*)?$/u;
const LEAF_DIRECTIVE = /^::[a-z][\w-]*/u;

/** `:::note[title]` and its end, `::youtube{#id}`, and options of directives (`:class: x`). */
function colons({ text }: GeneratorText, index: number, line: Span): GeneratorLine | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
  if (/^:{3,}\s*$/u.test(content))
    return { reason: "the edge of a box", last: index, texts: [], closes: ":" };
  if (content.startsWith(":::")) {
    const head = COLONS.exec(content)?.[0].length ?? 0;
    return {
      reason: "the edge of a box",
      last: index,
      texts: titleIn(text, { start: line.start + head, end: line.end }, content.slice(0, head)),
      opens: { name: ":" },
    };
  }
  const leaf = LEAF_DIRECTIVE.exec(content)?.[0].length;
  if (leaf !== undefined && /^(?:\[[^[\]]*\])?(?:\{[^{}]*\})?\s*$/u.test(content.slice(leaf)))
    return {
      reason: OF_THE_GENERATOR,
      last: index,
      texts: titleIn(text, { start: line.start + leaf, end: line.end }, "").map((title) => ({
        ...title,
        kind: "caption",
      })),
    };
  return DIRECTIVE_OPTION.test(content) ? { reason: OF_THE_GENERATOR, last: index, texts: [] } : undefined;
}

const ADMONITION = /^(?:!{3}|\?{3}\+?|={3}[!+]?)(?=\s)/u;

/** `!!! note "title"` and `=== "tab"`, whose text is indented below. */
function admonition({ text }: GeneratorText, index: number, line: Span): GeneratorLine | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)).trimEnd();
  const sign = ADMONITION.exec(content)?.[0];
  if (sign === undefined) return undefined;
  const quote = content.indexOf('"');
  const type = content.slice(sign.length, quote < 0 ? undefined : quote).trim();
  const isClosed = quote < 0 || content.indexOf('"', quote + 1) === content.length - 1;
  if (!isClosed || !/^[\p{L}\p{N}_ -]*$/u.test(type) || (quote < 0 && (sign.startsWith("=") || type === "")))
    return undefined;
  const title = quote < 0 ? arabicOnly(type) : content.slice(quote + 1, -1);
  const at = line.start + (quote < 0 ? content.indexOf(title, sign.length) : quote + 1);
  const texts: MarkupText[] =
    title.trim() === "" ? [] : [{ start: at, end: at + title.length, kind: "heading" }];
  return { reason: "the edge of a box", last: index, texts, opens: { goesOn: /^(?:\s|$)/u } };
}

/** The type of a box is its title when it is no English name of a type. */
function arabicOnly(type: string): string {
  return /\p{Script=Arabic}/u.test(type) ? type : "";
}

const CALLOUT = /^\[![\p{L}\p{N}_|/ -]{1,60}\][+-]?[ \t]*/u;
const CONTENTS = /^\[\[?(?:_?toc_?)\]\]?\s*$/iu;

/** `> [!NOTE] title`, whose text is quoted below; and the place of a table of contents. */
function callout(
  { text }: GeneratorText,
  index: number,
  line: Span,
  quote: string,
): GeneratorLine | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
  if (CONTENTS.test(content)) return { reason: OF_THE_GENERATOR, last: index, texts: [] };
  const head = quote.includes(">") ? CALLOUT.exec(content)?.[0].length : undefined;
  if (head === undefined) return undefined;
  const title = trimSpan(text, line.start + head, line.end);
  return {
    reason: "the edge of a box",
    last: index,
    texts: title.start < title.end ? [{ ...title, kind: "heading" }] : [],
    opens: { goesOn: /^\s*>/u },
  };
}

/** `%%` alone opens a comment of any length, and closes it. */
function comment(page: GeneratorText, index: number, line: Span): GeneratorLine | undefined {
  const content = page.text.slice(line.start, line.end).trimEnd();
  if (!content.startsWith("%%")) return undefined;
  const close = content.indexOf("%%", 2);
  if (close >= 0)
    return close + 2 === content.length ? { reason: "a comment", last: index, texts: [] } : undefined;
  const last = lineWith(page, index, (below) => below.trimEnd().endsWith("%%"));
  return last === undefined ? undefined : { reason: "a comment", last, texts: [] };
}

function formula(page: GeneratorText, index: number, line: Span): GeneratorLine | undefined {
  const content = page.text.slice(line.start, line.end).trim();
  if (!content.startsWith("$$") || /\p{Script=Arabic}/u.test(content)) return undefined;
  if (content.length > 4 && content.endsWith("$$")) return { reason: "a formula", last: index, texts: [] };
  const last = lineWith(page, index, (below) => below.trimEnd().endsWith("$$"));
  return last === undefined ? undefined : { reason: "a formula", last, texts: [] };
}

function blockName({ text }: GeneratorText, index: number, { start, end }: Span): GeneratorLine | undefined {
  const isName = /^\^[A-Za-z\d-]{1,60}\s*$/u.test(text.slice(start, Math.min(end, start + 80)));
  return isName ? { reason: OF_THE_GENERATOR, last: index, texts: [] } : undefined;
}

/** `\newpage`. */
function command({ text }: GeneratorText, index: number, { start, end }: Span): GeneratorLine | undefined {
  const isCommand = /^\\[a-z]{3,20}(?:\{[!-~]{0,40}\})?\s*$/u.test(
    text.slice(start, Math.min(end, start + 80)),
  );
  return isCommand ? { reason: OF_THE_GENERATOR, last: index, texts: [] } : undefined;
}

const IMPORT = /^import\s+(?:["']|type\s|[\w$*{][^"'\n]*(?:$|from\s+["']))/u;
const EXPORT = /^export\s+(?:const|let|var|default|function|async|class|type|interface|\{|\*)/u;

/** `import` and `export` of MDX: such a block ends at a blank line. */
function module(page: GeneratorText, index: number, line: Span, quote: string): GeneratorLine | undefined {
  const { text, lines } = page;
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
  if (quote !== "" || !(IMPORT.test(content) || EXPORT.test(content))) return undefined;
  let last = index;
  while (last + 1 < lines.length && text.slice(lines[last + 1]?.start, lines[last + 1]?.end).trim() !== "")
    last += 1;
  return { reason: "code", last, texts: [] };
}

/** The first line below `index` that closes what opens there, within a bound. */
function lineWith(
  { text, lines }: GeneratorText,
  index: number,
  closes: (content: string) => boolean,
): number | undefined {
  for (let at = index + 1; at < lines.length && at <= index + MOST_LINES; at += 1) {
    const { start, end } = lines[at] ?? { start: 0, end: 0 };
    if (closes(text.slice(start, Math.min(end, start + LONGEST_LINE)))) return at;
  }
  return undefined;
}

const MOST_LINES = 200;

/** The title of a box: in brackets, in an attribute, or all that stands behind its name. */
function titleIn(text: string, rest: Span, head: string): MarkupText[] {
  const attributes = textsIn(text, { start: rest.start - head.length, end: rest.end }, "heading");
  if (attributes.length > 0) return attributes;
  const bracket = /^\[([^[\]\n]*)\]/u.exec(
    text.slice(rest.start, Math.min(rest.end, rest.start + LONGEST_LINE)),
  )?.[1];
  const braces = text.slice(rest.start, rest.end).search(/\{[^{}]*\}\s*$/u);
  const span =
    bracket === undefined
      ? trimSpan(text, rest.start, braces < 0 ? rest.end : rest.start + braces)
      : { start: rest.start + 1, end: rest.start + 1 + bracket.length };
  return /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) ? [{ ...span, kind: "heading" }] : [];
}

const KINDS: Readonly<Partial<Record<string, ParagraphKind>>> = {
  ...Object.fromEntries(["alt", "caption"].map((name) => [name, "caption"])),
  ...Object.fromEntries(
    ["content", "text", "description", "body", "message", "details", "answer"].map((name) => [name, "prose"]),
  ),
};
const TITLES = new Set(["", "title", "header", "heading", "label", "summary", "question"]);
const ATTRIBUTE = /(?<![\w-])(?:([A-Za-z][\w-]{0,40})[ \t]{0,9}=[ \t]{0,9})?(?:"([^"\n]*)"|'([^'\n]*)')/gu;

/**
 * The Arabic that stands in quotation marks in a command or tag, by its attribute; a title is a `title`, as is in a command
 * what has no name.
 */
export function textsIn(text: string, { start, end }: Span, title: ParagraphKind): MarkupText[] {
  const texts: MarkupText[] = [];
  const isTag = text.charAt(start) === "<";
  for (const match of text.slice(start, Math.min(end, start + LONGEST_LINE)).matchAll(ATTRIBUTE)) {
    const [whole, name = "", double, single] = match;
    const value = double ?? single ?? "";
    const kind = TITLES.has(name.toLowerCase()) ? title : KINDS[name.toLowerCase()];
    if (kind === undefined || (isTag && name === "") || !/\p{Script=Arabic}/u.test(value)) continue;
    const at = start + match.index + whole.length - 1 - value.length;
    texts.push({ start: at, end: at + value.length, kind });
  }
  return texts;
}
