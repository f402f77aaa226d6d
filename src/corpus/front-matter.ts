import { z } from "zod";
import { type Aliases, aliasGroups } from "./aliases.ts";
import type { Reference } from "./article.ts";
import { calendarDate, dateIn } from "./dates.ts";
import { readToml } from "./toml.ts";
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
  | {
      readonly matter: FrontMatter;
      readonly bodyStart: number;
      readonly warnings: readonly Warning[];
      /** Keys that generators of sites read and that say nothing of the article. */
      readonly unused: readonly string[];
    }
  | { readonly reason: string; readonly line: number; readonly fault: boolean };

const NONE: FrontMatter = { tags: [], references: [], questions: [], aliases: [] };
const OPENING = /^---[ \t]*(?:\r\n|[\n\r])/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/mu;

const TOML_OPENING = /^\+\+\+[ \t]*(?:\r\n|[\n\r])/u;
const TOML_CLOSING = /^\+\+\+[ \t]*$/mu;

/**
 * The front matter of a Markdown text, in YAML between lines of `---` or in TOML between lines of `+++`, and where its
 * body begins. YAML's core schema only: no dates, no tags that make
 * objects, no aliases, no key twice. A value that is not understood is left out with a warning; only what is no YAML at
 * all costs the file. A line that is YAML once its value stands in quotation marks is read so.
 */
export function readFrontMatter(text: string): ReadFrontMatter {
  const isToml = TOML_OPENING.test(text);
  const opening = (isToml ? TOML_OPENING : OPENING).exec(text)?.[0].length;
  if (opening === undefined || !(isToml || opensWithKey(text.slice(opening, opening + 2000))))
    return { matter: NONE, bodyStart: 0, warnings: [], unused: [] };
  const closing = (isToml ? TOML_CLOSING : CLOSING).exec(text.slice(opening));
  if (closing === null) {
    const reason = `the front matter has no end: close it with a line of ${isToml ? "+++" : "---"}`;
    return { reason, line: 1, fault: true };
  }
  const yaml = text.slice(opening, opening + closing.index);
  const asWritten = isToml ? readToml(yaml, MATTER, 2) : readYaml(yaml, MATTER, 2);
  const quoted = !isToml && "reason" in asWritten ? withQuotes(yaml) : { yaml, lines: [] };
  const read = quoted.lines.length > 0 ? readYaml(quoted.yaml, MATTER, 2) : asWritten;
  if ("reason" in read) {
    const { reason, line } = "reason" in asWritten ? asWritten : read;
    return { reason: `front matter: ${reason}`, line, fault: true };
  }
  if (read.value.draft) return { reason: "a draft: it says draft: true", line: 1, fault: false };
  const said = [
    ...quoted.lines.map((line) => ({ line, reason: "put the value in quotation marks: it holds a colon" })),
    ...read.faults.map(({ line, reason }) => ({ line, reason: `${reason}; it is left out` })),
    ...read.unknown
      .filter(({ key }) => !UNUSED.has(key))
      .map(({ line, key }) => ({ line, reason: `the key "${key}" is not known` })),
  ];
  return {
    matter: known(read.value),
    bodyStart: opening + closing.index + closing[0].length,
    warnings: said
      .sort((a, b) => a.line - b.line)
      .map(({ line, reason }) => ({ line, message: `front matter: ${reason}` })),
    unused: read.unknown.map(({ key }) => key).filter((key) => UNUSED.has(key)),
  };
}

/** Keys of the generators of sites (Hugo, Jekyll, Docusaurus, Starlight, VitePress, Astro) that say nothing of the text. */
const UNUSED = new Set(
  "layout type slug description summary excerpt image images cover thumbnail banner keywords weight order menu nav toc sidebar sidebar_label sidebar_position pagination_next pagination_prev hide_title hide_table_of_contents head hero template editUrl custom_edit_url prev next outline navbar footer comments featured pinned math mermaid series resources cascade outputs build expiryDate lastmod lastUpdated last_updated last_modified_at updated updatedDate modified redirect_from readingTime params taxonomies extra".split(
    " ",
  ),
);

/** The same YAML with quotation marks around values that hold a colon (`title: one: two`), and the lines of the file that got them. */
function withQuotes(yaml: string): { yaml: string; lines: number[] } {
  const lines: number[] = [];
  const quoted = yaml.split(/\r\n|[\n\r]/u).map((line, index) => {
    const [, key, value] = /^([\w-]+:[ \t]+)([^\s"'[\]{}|>&*!#%@`][^:]*:.*)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined) return line;
    lines.push(index + 2);
    return `${key}${JSON.stringify(value.trim())}`;
  });
  return { yaml: quoted.join("\n"), lines };
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

const PERSON = z.union([line, z.object({ name: line }).transform(({ name }) => name)]);

/** One name, several, or such as have a name and more: `{name: …, url: …}`. */
const people = z
  .union([PERSON.transform((name) => [name]), z.array(PERSON)], "must be a name, or a list of names")
  .nullish()
  .transform((names) => (names ?? []).filter((name) => name !== "").join("، ") || undefined);

/** As people and generators write it; of one that can be read in two ways the year alone. */
const date = some(
  line
    .refine(
      (value) => !isHijri(value),
      "is of the Hijri calendar: write the Gregorian day, such as 2025-10-31",
    )
    .transform((value) => (value === "" ? "" : (dateOf(value) ?? "?")))
    .refine((value) => value !== "?", "must be a date: 2025, 2025-10 or 2025-10-31"),
);

const MATTER = z.object(
  {
    authors: people,
    pubDate: date,
    publishDate: date,
    published: date,
    permalink: some(link),
    canonical_url: some(link),
    canonicalURL: some(link),
    lang: some(line),
    license: some(line),
    categories: list,
    draft: z.boolean("must be true or false").nullish(),
    id: some(line.refine((value) => value.length <= 200, "must have at most 200 characters")),
    title: some(line),
    author: people,
    source: some(line),
    url: some(link),
    date,
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

function known(said: z.infer<typeof MATTER>): FrontMatter {
  const { id, title, source, references, questions, aliases } = said;
  const rest = {
    id,
    title,
    author: said.author ?? said.authors,
    source,
    url: said.url ?? said.permalink ?? said.canonical_url ?? said.canonicalURL,
    date: said.date ?? said.pubDate ?? said.publishDate ?? said.published,
    language: said.language ?? said.lang,
    licence: said.licence ?? said.license,
  };
  const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const described = references.map(({ title, url }) => (url === undefined ? { title } : { title, url }));
  return { ...texts, tags: [...said.tags, ...said.categories], references: described, questions, aliases };
}

function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** «١٥ شوال ١٤٤٣ هـ», `1445-08-28`; a text that names a Gregorian day beside it is none. */
function isHijri(value: string): boolean {
  const digits = westernDigits(value);
  return /(?<!\d)1[34]\d\d(?!\d)/u.test(digits) && dateIn(digits) === undefined;
}

function dateOf(value: string): string | undefined {
  const digits = westernDigits(value);
  const parts = /^(\d{4})(?:[-/](\d{1,2}))?$/u.exec(digits);
  if (parts === null) return dateIn(digits);
  return calendarDate(Number(parts[1]), parts[2] === undefined ? undefined : Number(parts[2]));
}
