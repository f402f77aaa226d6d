import type { DataFile, Row, SectionForm } from "./data-file.ts";
import { fold } from "./folding.ts";

/** The section of lists that patterns name, in each file of patterns. */
export const LISTS: SectionForm = { columns: ["name", "affixes", "words", "affixes"], once: "row" };

/**
 * Compiles the patterns of a section, which stand in the last column of its rows; the head of `data/expected-answers.tsv` tells how
 * they are written. They are to be matched against folded terms with one space between two.
 *
 * @throws DataFileError for a pattern that is no regular expression or names no list
 */
export function compilePatterns<Section extends string>(
  file: DataFile<Section | "lists">,
  section: Section,
): readonly { readonly row: Row; readonly pattern: RegExp }[] {
  const lists = listsOf(file.rows("lists"));
  return file.rows(section).map((row) => {
    const written = row.at(-1)?.[0] ?? "";
    const unknown = [...written.matchAll(/<([^<>]*)>/g)].find(([, name = ""]) => !lists.has(name))?.[0];
    if (unknown !== undefined) throw file.fault(row, `There is no list ${unknown}: add it to [lists].`);
    const source = written
      .replace(/[\p{Script=Arabic}\p{M}]+/gu, fold)
      .replace(/\((?!\?)/g, "(?:")
      .replace(/<([^<>]*)>/g, (_, name: string) => lists.get(name) ?? "");
    try {
      return { row, pattern: wholeWords(source) };
    } catch (error) {
      throw file.fault(row, `This pattern is no regular expression (${String(error)}): mend it.`);
    }
  });
}

function wholeWords(source: string): RegExp {
  return source.startsWith("^")
    ? new RegExp(`^(?:${source.slice(1)})(?= |$)`)
    : new RegExp(`(?<= |^)[\\u0648\\u0641]?(?:${source})(?= |$)`);
}

/** The lists as patterns by their names; rows of one name are one list. */
function listsOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const lists = new Map([["word", "[^ ]+"]]);
  for (const [[name = ""] = [], before = [], words = [], after = []] of rows) {
    const list = optional(before) + anyOf(words) + optional(after);
    const above = lists.get(name);
    lists.set(name, above === undefined ? list : `(?:${above}|${list})`);
  }
  return lists;
}

function optional(affixes: readonly string[]): string {
  return affixes.length === 0 ? "" : `${anyOf(affixes)}?`;
}

function anyOf(words: readonly string[]): string {
  return `(?:${words.join("|")})`;
}
