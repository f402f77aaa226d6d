import { z } from "zod";
import { type Aliases, aliasGroups } from "./aliases.ts";
import type { Reference } from "./article.ts";
import { calendarDate, dateIn } from "./dates.ts";
import { withoutEntities } from "./entities.ts";
import { readJson, readToml } from "./toml-and-json.ts";
import { isWebAddress, line, link, readYaml, some, type Warning } from "./yaml.ts";

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
interface Format {
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** The line that closes it, as it is told. */
  readonly end: string;
  readonly read: typeof readYaml;
}

const FORMATS: readonly Format[] = [
  {
    opening: /^---[ \t]*(?:\r\n|[\n\r])/u,
    closing: /^(?:---|\.\.\.)[ \t]*$/mu,
    end: "---",
    read: readYaml,
  },
  {
    opening: /^\+\+\+[ \t]*(?:\r\n|[\n\r])/u,
    closing: /^\+\+\+[ \t]*$/mu,
    end: "+++",
    read: readToml,
  },
  {
    // The braces are the object's own.
    opening: /^(?=\{\s*"[^"\n]{1,80}"\s*:)/u,
    closing: /(?<![\s\S])\{[^\n]*\}[ \t]*$|^\}[ \t]*$/mu,
    end: "}",
    read: readJson,
  },
];

/**
 * The front matter of a Markdown text, in YAML between lines of `---`, in TOML between lines of `+++` or as a JSON object,
 * and where its body begins. YAML's core schema only: no dates, no tags that make
 * objects, no aliases, no key twice. A value that is not understood is left out with a warning; only what is no YAML at
 * all costs the file. A line that is YAML once its value stands in quotation marks is read so. `site`: the address that
 * relative links are joined to.
 */
export function readFrontMatter(text: string, site?: string): ReadFrontMatter {
  const blank = blankAbove(text);
  const below = text.slice(blank.length);
  const format = FORMATS.find((each) => each.opening.test(below));
  const opening = blank + (format?.opening.exec(below)?.[0] ?? "");
  const isYaml = format?.read === readYaml;
  if (format === undefined || (isYaml && !opensWithKey(text.slice(opening.length, opening.length + 2000))))
    return { matter: NONE, bodyStart: 0, warnings: [], unused: [] };
  const firstLine = opening.split(/\r\n|[\n\r]/u).length;
  const closing = format.closing.exec(text.slice(opening.length));
  if (closing === null) {
    const reason = `the front matter has no end: close it with a line of ${format.end}`;
    return { reason, line: Math.max(1, firstLine - 1), fault: true };
  }
  const schema = matterOf(site);
  const end = closing.index + (format.read === readJson ? closing[0].length : 0);
  const written = text.slice(opening.length, opening.length + end);
  const asWritten = format.read(written, schema, firstLine);
  const quoted =
    isYaml && "reason" in asWritten ? withQuotes(written, firstLine) : { yaml: written, lines: [] };
  const read = quoted.lines.length > 0 ? readYaml(quoted.yaml, schema, firstLine) : asWritten;
  if ("reason" in read) {
    const { reason, line } = "reason" in asWritten ? asWritten : read;
    return { reason: `front matter: ${reason}`, line, fault: true };
  }
  if (read.value.draft) return { reason: "a draft: it says draft: true", line: 1, fault: false };
  const said = [
    ...quoted.lines.map((line) => ({ line, reason: "put the value in quotation marks: it holds a colon" })),
    ...read.faults.map(({ line, reason }) => ({
      line,
      reason: `${reason}; it is left out`,
      ...(reason.includes(OF_THE_SITE) && { isOfFolder: true as const }),
    })),
    ...read.unknown
      .filter(({ key }) => !UNUSED.has(key))
      .map(({ line, key }) => ({
        line,
        reason: `the key "${key}" is not known`,
        isOfFolder: true as const,
      })),
  ];
  return {
    matter: known(read.value),
    bodyStart: opening.length + closing.index + closing[0].length,
    warnings: said
      .sort((a, b) => a.line - b.line)
      .map(({ reason, ...where }) => ({ ...where, message: `front matter: ${reason}` })),
    unused: read.unknown.map(({ key }) => key).filter((key) => UNUSED.has(key)),
  };
}

/** The blank lines that an editor or a template left above. */
function blankAbove(text: string): string {
  return /^\s*(?:\r\n|[\n\r])(?=\S)/u.exec(text.slice(0, LONGEST_BLANK))?.[0] ?? "";
}

const LONGEST_BLANK = 400;

/** Keys of the generators of sites (Hugo, Jekyll, Docusaurus, Starlight, VitePress, Astro) that say nothing of the text. */
const UNUSED = new Set(
  "layout type slug description summary excerpt image images cover thumbnail banner keywords weight order menu nav toc sidebar sidebar_label sidebar_position pagination_next pagination_prev hide_title hide_table_of_contents head hero template editUrl custom_edit_url prev next outline navbar footer comments featured pinned math mermaid series resources cascade outputs build expiryDate lastmod lastUpdated last_updated last_modified_at updated updatedDate modified redirect_from readingTime params taxonomies extra".split(
    " ",
  ),
);

/** The same YAML with quotation marks around values that hold a colon (`title: one: two`), and the lines of the file that got them. */
function withQuotes(yaml: string, firstLine: number): { yaml: string; lines: number[] } {
  const lines: number[] = [];
  const quoted = yaml.split(/\r\n|[\n\r]/u).map((line, index) => {
    const [, key, value] = /^([\w-]+:[ \t]+)([^\s"'[\]{}|>&*!#%@`][^:]*:.*)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined) return line;
    lines.push(index + firstLine);
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

const OF_THE_SITE =
  'is a part of an address: name the site\'s in isnad.yaml, as in "site: https://example.org"';

/** As generators join them: `/guide/` of a site at `https://example.org/docs` stands below `/docs/`. */
function joinedTo(site: string, path: string): string | undefined {
  const below = path.replace(/^\//u, "");
  const base = site.endsWith("/") ? site : `${site}/`;
  return URL.canParse(below, base) ? new URL(below, base).href : undefined;
}

/** An address of the web; a relative one is joined to the site's, where that is known. */
function address(site: string | undefined) {
  return some(
    line.transform((value, context) => {
      if (value === "" || isWebAddress(value)) return value;
      const isRelative = /^[^:\s]+$/u.test(value);
      const joined = site === undefined || !isRelative ? undefined : joinedTo(site, value);
      if (joined !== undefined) return joined;
      const message =
        site === undefined && isRelative
          ? OF_THE_SITE
          : "must be a web address that begins with https:// or http://";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
  );
}

const schemas = new Map<string | undefined, ReturnType<typeof createMatter>>();

/** The schema of front matter in a folder with such a `site`. */
function matterOf(site: string | undefined): ReturnType<typeof createMatter> {
  let schema = schemas.get(site);
  if (schema === undefined) {
    schema = createMatter(site);
    schemas.set(site, schema);
  }
  return schema;
}

const createMatter = (site: string | undefined) =>
  z.object(
    {
      authors: people,
      pubDate: date,
      publishDate: date,
      published: date,
      permalink: address(site),
      canonical_url: address(site),
      canonicalURL: address(site),
      lang: some(line),
      license: some(line),
      categories: list,
      draft: z.boolean("must be true or false").nullish(),
      id: some(line.refine((value) => value.length <= 200, "must have at most 200 characters")),
      title: some(line),
      author: people,
      source: some(line),
      url: address(site),
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

function known(said: z.infer<ReturnType<typeof createMatter>>): FrontMatter {
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
  const texts = Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, key === "url" || key === "id" ? value : withoutEntities(value)]],
    ),
  );
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
