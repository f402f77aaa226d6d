import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { Reference } from "./article.ts";
import { calendarDate } from "./dates.ts";

/** What the head of a Markdown file says of the article; all of it optional. */
export interface FrontMatter {
  readonly id?: string;
  readonly title?: string;
  readonly author?: string;
  readonly source?: string;
  readonly url?: string;
  readonly date?: string;
  readonly language?: string;
  readonly licence?: string;
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
  readonly questions: readonly string[];
}

export type ReadFrontMatter =
  | { readonly matter: FrontMatter; readonly bodyStart: number; readonly warnings: readonly Warning[] }
  | { readonly reason: string; readonly line: number };

export interface Warning {
  readonly line?: number;
  readonly message: string;
}

const NONE: FrontMatter = { tags: [], references: [], questions: [] };
const OPENING = /^---[ \t]*(?:\r\n|[\n\r])/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/mu;

/**
 * The front matter of a Markdown text and where its body begins. YAML's core schema only: no dates, no tags that make
 * objects, no aliases, no key twice. A fault has the line of the file that it stands in.
 */
export function readFrontMatter(text: string): ReadFrontMatter {
  const opening = OPENING.exec(text)?.[0].length;
  if (opening === undefined || !opensWithKey(text.slice(opening, opening + 2000)))
    return { matter: NONE, bodyStart: 0, warnings: [] };
  const closing = CLOSING.exec(text.slice(opening));
  if (closing === null)
    return { reason: "the front matter has no end: close it with a line of ---", line: 1 };
  const yaml = text.slice(opening, opening + closing.index);
  if (isDeep(yaml)) return { reason: "front matter: nested too deep to be read", line: 2 };
  const counter = new LineCounter();
  const document = parseDocument(yaml.replace(/\r\n?/gu, "\n"), {
    schema: "core",
    // Compares each key with all before it; `repeatedKey` looks each up.
    uniqueKeys: false,
    lineCounter: counter,
    prettyErrors: false,
    resolveKnownTags: false,
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined)
    return { reason: `front matter: ${fault.message.split("\n")[0]}`, line: lineAt(fault.pos[0]) };
  const repeated = repeatedKey(document);
  if (repeated !== undefined)
    return { reason: `front matter: the key "${repeated.key}" stands twice`, line: lineAt(repeated.start) };
  const value = plainValue(() => document.toJS({ maxAliasCount: 0 }));
  if ("reason" in value) return { reason: `front matter: ${value.reason}`, line: 2 };
  const lineOfValue = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const start = rangeStart(node);
      if (start !== undefined) return lineAt(start);
    }
    return 2;
  };
  const parsed = MATTER.safeParse(value.value ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path ?? [];
    return {
      reason: `front matter: ${path.join(".") || "it"}: ${issue?.message ?? "not understood"}`,
      line: lineOfValue(path),
    };
  }
  const bodyStart = opening + closing.index + closing[0].length;
  const warnings = keysOf(document)
    .filter(({ key }) => !Object.hasOwn(MATTER.shape, key))
    .map(({ key, start }) => ({
      line: lineAt(start),
      message: `front matter: the key "${key}" is not known`,
    }));
  return { matter: known(parsed.data), bodyStart, warnings };
}

/** A rule may open a text too: front matter begins with a key or its own end, below blank lines and comments. */
function opensWithKey(head: string): boolean {
  const first = head.split(/[\n\r]/u).find((line) => !/^\s*(?:#|$)/u.test(line));
  return first !== undefined && /^(?:[^\s:]+[ \t]*:|---|\.\.\.)/u.test(first);
}

interface Key {
  readonly key: string;
  /** Its offset in the YAML. */
  readonly start: number;
}

function keysOf({ contents }: Document): Key[] {
  return isMap(contents) ? contents.items.flatMap(({ key }) => keyOf(key) ?? []) : [];
}

function keyOf(node: unknown): Key | undefined {
  return isScalar(node) ? { key: String(node.value), start: node.range?.[0] ?? 0 } : undefined;
}

/** The first key that a map has twice, in the whole document. */
function repeatedKey(document: Document): Key | undefined {
  let repeated: Key | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      repeated = items
        .flatMap(({ key }) => keyOf(key) ?? [])
        .find(({ key }) => seen.size === seen.add(key).size);
      return repeated === undefined ? undefined : visit.BREAK;
    },
  });
  return repeated;
}

const DEEPEST = 100;

/**
 * Whether YAML may nest deeper than front matter ever does. Its reader calls itself for each level, and some thousand
 * levels end the process. Levels are counted as brackets that are open, as indentation and as signs in a row.
 */
function isDeep(yaml: string): boolean {
  if (/^[ \t]{200}|(?:[-?:][ \t]+){100}/mu.test(yaml)) return true;
  let open = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    open += bracket === "[" || bracket === "{" ? 1 : -1;
    if (open > DEEPEST) return true;
  }
  return false;
}

/** A line of text; numbers are taken as they are written (`title: 1984`). */
const line = z
  .union([z.string(), z.number()], "must be text")
  .transform((value) => String(value).trim())
  .refine((value) => !/[\n\r]/u.test(value), "must be one line");
const some = (schema: z.ZodType<string>) =>
  schema.nullish().transform((value) => (value ? value : undefined));
const list = z
  .union(
    [line.transform((value) => [value]), z.array(line, "must be a list of texts")],
    "must be a list of texts",
  )
  .nullish()
  .transform((values) => (values ?? []).filter((value) => value !== ""));
const link = line.refine(
  (value) => value === "" || isWebAddress(value),
  "must be a web address that begins with https:// or http://",
);
const reference = z.union([
  line.transform((title): { title: string; url?: string | undefined } => ({ title })),
  z.object(
    { title: line.refine((value) => value !== "", "must not be empty"), url: some(link) },
    "must be a title, or a title and a url",
  ),
]);

const MATTER = z.object(
  {
    id: some(line.refine((value) => value.length <= 200, "must have at most 200 characters")),
    title: some(line),
    author: some(line),
    source: some(line),
    url: some(link),
    date: some(
      line.refine((value) => value === "" || isDate(value), "must be a date: 2025, 2025-10 or 2025-10-31"),
    ),
    language: some(line),
    licence: some(line),
    tags: list,
    references: z
      .array(reference, "must be a list")
      .nullish()
      .transform((values) => values ?? []),
    questions: list,
  },
  "must be a list of keys and values",
);

function known({ tags, references, questions, ...rest }: z.infer<typeof MATTER>): FrontMatter {
  const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const described = references.map(({ title, url }) => (url === undefined ? { title } : { title, url }));
  return { ...texts, tags, references: described, questions };
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return calendarDate(year ?? 0, month, day) !== undefined;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol) && !/\s/u.test(value);
}

function rangeStart(node: unknown): number | undefined {
  const range = z.object({ range: z.tuple([z.number(), z.number(), z.number()]) }).safeParse(node);
  return range.success ? range.data.range[0] : undefined;
}

function plainValue(read: () => unknown): { readonly value: object | null } | { readonly reason: string } {
  try {
    const value = read();
    if (value === null || value === undefined) return { value: null };
    if (typeof value === "object" && !Array.isArray(value)) return { value };
    return { reason: "it must be a list of keys and values" };
  } catch (error) {
    if (error instanceof ReferenceError) return { reason: "aliases are not allowed" };
    throw error;
  }
}
