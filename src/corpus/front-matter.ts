import { z } from "zod";
import { type Aliases, aliasGroups } from "./aliases.ts";
import type { Reference } from "./article.ts";
import { calendarDate } from "./dates.ts";
import { line, link, readYaml, some, type Warning } from "./yaml.ts";

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
  readonly aliases: readonly Aliases[];
}

export type ReadFrontMatter =
  | { readonly matter: FrontMatter; readonly bodyStart: number; readonly warnings: readonly Warning[] }
  | { readonly reason: string; readonly line: number };

const NONE: FrontMatter = { tags: [], references: [], questions: [], aliases: [] };
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
  const read = readYaml(yaml, MATTER, 2);
  if ("reason" in read) return { ...read, reason: `front matter: ${read.reason}` };
  const bodyStart = opening + closing.index + closing[0].length;
  const warnings = read.unknown.map(({ key, line }) => ({
    line,
    message: `front matter: the key "${key}" is not known`,
  }));
  return { matter: known(read.value), bodyStart, warnings };
}

/** A rule may open a text too: front matter begins with a key or its own end, below blank lines and comments. */
function opensWithKey(head: string): boolean {
  const first = head.split(/[\n\r]/u).find((line) => !/^\s*(?:#|$)/u.test(line));
  return first !== undefined && /^(?:[^\s:]+[ \t]*:|---|\.\.\.)/u.test(first);
}

const list = z
  .union(
    [line.transform((value) => [value]), z.array(line, "must be a list of texts")],
    "must be a list of texts",
  )
  .nullish()
  .transform((values) => (values ?? []).filter((value) => value !== ""));
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
    aliases: aliasGroups,
  },
  "must be a list of keys and values",
);

function known({ tags, references, questions, aliases, ...rest }: z.infer<typeof MATTER>): FrontMatter {
  const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const described = references.map(({ title, url }) => (url === undefined ? { title } : { title, url }));
  return { ...texts, tags, references: described, questions, aliases };
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return calendarDate(year ?? 0, month, day) !== undefined;
}
