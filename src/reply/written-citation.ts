import type { Quotation } from "../answer/answer.ts";
import { CITATION_FIELDS, type CitationField, type CitationStyle } from "./citation-style.ts";
import { clean } from "./foreign-text.ts";
import { linkTo } from "./link.ts";
import { quoteBlock } from "./quoted.ts";
import type { Language } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** A citation ready to be copied, and what the article does not say. */
export interface WrittenCitation {
  readonly text: string;
  readonly missing: readonly CitationField[];
}

/** Writes the source of a quotation out. Nothing is guessed: what the article does not say is left out and listed. */
export function writtenCitation(
  quotation: Quotation,
  style: CitationStyle,
  language: Language,
): WrittenCitation {
  const known = knownOf(quotation);
  return {
    text: WRITERS[style](known, language),
    missing: CITATION_FIELDS.filter((field) => known[field] === undefined),
  };
}

interface Known extends Partial<Readonly<Record<CitationField, string>>> {
  readonly key: string;
  readonly id: string;
  readonly paragraph: (language: Language) => string;
}

function knownOf(quotation: Quotation): Known {
  const { passage, paragraph, paragraphTo, paragraphs } = quotation;
  const { id, title, author, source, date } = passage.article;
  const shown = quoteBlock(quotation, quotation);
  const fields = { title, author, source, date, url: linkTo(passage.article, shown.text, shown.marks) };
  const told = Object.entries(fields).flatMap(([field, value]) => {
    const text = value === undefined ? "" : field === "url" ? value : clean(value, LONGEST_FIELD);
    return text === "" ? [] : [[field, text]];
  });
  return {
    ...Object.fromEntries(told),
    key: passage.key,
    id,
    paragraph: (language) => wordingOf(language).paragraph(paragraph, paragraphTo, paragraphs),
  };
}

const LONGEST_FIELD = 300;

const WRITERS: Readonly<Record<CitationStyle, (known: Known, language: Language) => string>> = {
  short: ({ title, author, source, date, url }, language) =>
    joined([title, source ?? author, written(date, language), url], " — "),
  full: ({ author, title, source, date, url, key, paragraph }, language) => {
    const people = [...new Set([author, source])];
    const comma = language === "ar" ? "، " : ", ";
    const line = [
      quoted(title, language),
      ...people,
      written(date, language),
      paragraph(language),
      `#${key}`,
    ];
    return joined([joined(line, comma), url], "\n");
  },
  chicago: ({ author, title, source, date, url }, language) => {
    const comma = language === "ar" ? "، " : ", ";
    const published = joined([source === author ? undefined : source, written(date, language)], comma);
    return [author, quoted(title, language), published, url]
      .filter((part) => part !== undefined && part !== "")
      .map((part) => (part?.endsWith(".") ? part : `${part}.`))
      .join(" ");
  },
  bibtex: (known) => {
    const { author, title, source, date, url, key, id, paragraph } = known;
    const fields = {
      // In double braces a name of an institution is no first name and family name.
      author: author && `{${escaped(author)}}`,
      title: title && `{${escaped(title)}}`,
      publisher: source && escaped(source),
      date,
      year: date?.slice(0, 4),
      url,
      note: `${paragraph("en")}, #${key}`,
    };
    const lines = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [`  ${name} = {${value}}`],
    );
    const name = /^[\w:-]+$/.test(id) ? id : `isnad-${key}`;
    return `@misc{${name},\n${lines.join(",\n")}\n}`;
  },
};

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}

function written(date: string | undefined, language: Language): string | undefined {
  return date === undefined ? undefined : wordingOf(language).date(date);
}

/** Between the quotation marks of the language, without marks of direction: it is to be copied. */
function quoted(title: string | undefined, language: Language): string | undefined {
  if (title === undefined) return undefined;
  return language === "ar" ? `«${title}»` : `“${title}”`;
}

/** What TeX would read as a command. A lone brace would end the field. */
function escaped(text: string): string {
  return text
    .replace(/[{}]/gu, "")
    .replace(/\\/gu, "\\textbackslash ")
    .replace(/[#$%&_]/gu, "\\$&")
    .replace(/~/gu, "\\textasciitilde ")
    .replace(/\^/gu, "\\textasciicircum ");
}
