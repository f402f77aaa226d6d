import type { Span } from "./article.ts";
import type { TextLine } from "./text-lines.ts";

const TAGS = new Set(
  "a abbr article aside audio b bdi bdo big blockquote body br button center cite code dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav noscript object ol p path picture pre q s samp script section small source span strike strong style sub summary sup svg table tbody td tfoot th thead time title tr tt u ul var video wbr".split(
    " ",
  ),
);
const LONGEST_COMMENT = 1000;
const TAG = /<\/?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?\/?>/uy;

/**
 * The end of the HTML tag or comment at `at`, up to `end`, or undefined. `<` in any other place is a sign of the text.
 * Where `components` are given, JSX tags and elements with a hyphen are tags too; a bare `<Enter>` only if its name is
 * one of them.
 */
export function tagEnd(
  text: string,
  at: number,
  end: number,
  components?: ReadonlySet<string>,
): number | undefined {
  if (text.startsWith("<!--", at)) {
    // Bounded, since each `<!--` of a hostile text would else be looked after to the end.
    const close = text.slice(at + 4, Math.min(end, at + LONGEST_COMMENT)).indexOf("-->");
    return close < 0 ? undefined : at + 4 + close + 3;
  }
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  if (match !== null && at + match[0].length <= end && TAGS.has((match[1] ?? "").toLowerCase()))
    return at + match[0].length;
  return components === undefined ? undefined : componentEnd(text, at, end, components);
}

const COMPONENT = /<(\/?)([A-Z][\w.]{0,60}|[a-z]{1,30}-[a-z\d-]{1,60})(?=[\s/>])/uy;
const LONGEST_TAG = 1000;

/** The names of components that a text closes. */
export function componentsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/<\/([A-Za-z][\w.-]{0,60})\s{0,9}>/gu), ([, name]) => name ?? ""));
}

function componentEnd(
  text: string,
  at: number,
  end: number,
  components: ReadonlySet<string>,
): number | undefined {
  // `List<String>` is a type and no tag.
  if (at > 0 && /\w/u.test(text.charAt(at - 1))) return undefined;
  COMPONENT.lastIndex = at;
  const [opening, slash, name = ""] = COMPONENT.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const close = componentClose(text, at + opening.length, Math.min(end, at + LONGEST_TAG));
  if (close === undefined) return undefined;
  const isBare = slash === "" && text.slice(at + opening.length, close).trim() === ">";
  return isBare && !components.has(name) ? undefined : close;
}

/** Behind the `>` that closes a tag: attributes may hold `>` in quotation marks and in braces. */
function componentClose(text: string, from: number, end: number): number | undefined {
  let braces = 0;
  let quote = "";
  for (let at = from; at < end; at += 1) {
    const sign = text.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'" || sign === "`") quote = sign;
    else if (sign === "{") braces += 1;
    else if (sign === "}") braces -= 1;
    else if (sign === ">" && braces <= 0) return at + 1;
    else if (sign === "<" && braces <= 0) return undefined;
  }
  return undefined;
}

/** The HTML tags and comments between two offsets. */
export function tagsIn(text: string, start: number, end: number, components?: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("<", start); at >= 0 && at < end; at = text.indexOf("<", at + 1)) {
    const close = tagEnd(text, at, end, components);
    if (close === undefined) continue;
    spans.push({ start: at, end: close });
    at = close - 1;
  }
  return spans;
}

const ELEMENTS = ["script", "style", "svg", "noscript", "iframe"];

/** Why lines hold markup and no text: tags alone, scripts, styles, comments. By their index. `components`: see `tagEnd`. */
export function markupLines(
  text: string,
  lines: readonly TextLine[],
  components?: ReadonlySet<string>,
): Map<number, string> {
  const markup = new Map<number, string>();
  if (!text.includes("<")) return markup;
  const closings = new Map<string, Closings>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || !/^\s*</u.test(text.slice(line.start, Math.min(line.end, line.start + 100))))
      continue;
    const last = lastLineOf(text, lines, index, closings);
    if (last !== undefined) {
      for (let inside = index; inside <= last; inside += 1) markup.set(inside, "HTML");
      index = last;
    } else {
      const end = components === undefined ? line.end : endOfTags(text, line, components);
      if (withoutTags(text, { start: line.start, end }, components).trim() !== "") continue;
      for (markup.set(index, "HTML"); (lines[index + 1]?.start ?? end) < end; index += 1)
        markup.set(index + 1, "HTML");
    }
  }
  return markup;
}

/** The lines that end an element, in order; `next` is the first of them that may still end one. */
interface Closings {
  readonly lines: readonly { readonly index: number; readonly textBehind: boolean }[];
  next: number;
}

/** The line where the script, style or comment ends that begins the line; undefined when there is none, or text behind it. */
function lastLineOf(
  text: string,
  lines: readonly TextLine[],
  from: number,
  closings: Map<string, Closings>,
): number | undefined {
  const opening = /^\s*<(!--|[a-z]+(?=[\s>]))/iu.exec(contentOf(text, lines[from]))?.[1]?.toLowerCase();
  const closing = opening === "!--" ? "-->" : ELEMENTS.includes(opening ?? "") ? `</${opening}` : undefined;
  if (closing === undefined) return undefined;
  const known = closings.get(closing) ?? { lines: linesWith(closing, text, lines), next: 0 };
  closings.set(closing, known);
  // Asked for lines in order, so that all comments of a page cost one pass over its closings.
  while ((known.lines[known.next]?.index ?? from) < from) known.next += 1;
  const last = known.lines[known.next];
  return last === undefined || last.textBehind ? undefined : last.index;
}

function linesWith(closing: string, text: string, lines: readonly TextLine[]): Closings["lines"] {
  return lines.flatMap((line, index) => {
    const content = contentOf(text, line);
    const at = content.indexOf(closing);
    return at < 0 ? [] : [{ index, textBehind: /\p{Script=Arabic}/u.test(content.slice(at)) }];
  });
}

function contentOf(text: string, line: TextLine | undefined): string {
  return line === undefined ? "" : text.slice(line.start, line.end).toLowerCase();
}

/** The end of the line where a component's tag closes that opens the line and goes on over others; else the line's own end. */
function endOfTags(text: string, { start, end }: Span, components: ReadonlySet<string>): number {
  const opening = text.indexOf("<", start);
  if (opening < 0 || opening >= end || !/^<\/?[A-Z]/u.test(text.slice(opening, opening + 3))) return end;
  const close = componentEnd(text, opening, text.length, components) ?? end;
  if (close <= end) return end;
  const rest = /[\n\r]/u.exec(text.slice(close, close + LONGEST_TAG));
  return rest === null ? close : close + rest.index;
}

function withoutTags(text: string, { start, end }: Span, components?: ReadonlySet<string>): string {
  let kept = "";
  let from = start;
  for (const tag of tagsIn(text, start, end, components)) {
    kept += text.slice(from, tag.start);
    from = tag.end;
  }
  return kept + text.slice(from, end);
}
