import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fold } from "./folding.ts";
import { tokenize } from "./tokens.ts";

/**
 * What a column of a data file holds: `word` one word or phrase, `words` one or more of them, `affixes` the same or `-` for none,
 * `number` a decimal number or a fraction (1/2), `name` a name in small Latin letters, `text` anything; a list of names one of
 * these.
 */
export type Column = "word" | "words" | "affixes" | "number" | "name" | "text" | readonly string[];

/** How the rows of one section are read. */
export interface SectionForm {
  readonly columns: readonly Column[];
  /**
   * What may stand only once in the section: an entry of the last column, a pair of an entry of the first column and one of the
   * last (a word may then have several rows, one for each sense), or a whole row, in any order of its entries.
   */
  readonly once: "entry" | "pair" | "row";
}

/** The sections of a file by their names; rows outside of sections are those of the section "". */
export type DataForm<Section extends string = string> = Readonly<Record<Section, SectionForm>>;

/** The entries of each column. Words are folded; a phrase has one space between its words. */
export type Row = readonly (readonly string[])[];

/** What a data file holds. */
export interface DataFile<Section extends string = string> {
  /** The rows of a section, in the order of the file. */
  rows(section: Section): readonly Row[];
  /** All entries of a section, row by row and column by column. */
  entries(section: Section): readonly string[];
  /** The folded entry stands in the section. */
  has(section: Section, entry: string): boolean;
  /** An error that names the line of a row. */
  fault(row: Row, told: string): DataFileError;
}

/** Something is wrong with a data file: one sentence a fault, each with the line and the cure. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
}

/** The word lists, which the build copies beside the compiled modules. */
const FOLDER = new URL("./data/", import.meta.url);

/**
 * Reads a file of `src/arabic/data`, from beside this module wherever it is installed.
 *
 * @throws DataFileError
 */
export function readDataFile<Section extends string>(
  file: string,
  form: DataForm<Section>,
): DataFile<Section> {
  const path = fileURLToPath(new URL(file, FOLDER));
  return parseDataFile(path, decode(path, readFileSync(path)), form);
}

/**
 * The rows of a file of `src/arabic/data` that has no sections.
 *
 * @throws DataFileError
 */
export function readRows(file: string, form: SectionForm): readonly Row[] {
  return readDataFile(file, { "": form }).rows("");
}

/**
 * Reads the text of a data file. Its format is told in `data/README.md`. `file` is what faults call it.
 *
 * @throws DataFileError
 */
export function parseDataFile<Section extends string>(
  file: string,
  text: string,
  form: DataForm<Section>,
): DataFile<Section> {
  const sections = new Map<string, SectionForm>(Object.entries(form));
  const rows = new Map([...sections.keys()].map((name): [string, Row[]] => [name, []]));
  const seen = new Map<string, number>();
  const lines = new Map<Row, number>();
  const faults: string[] = [];
  let section = "";
  let line = 0;
  for (const written of text.replace(/^\ufeff/, "").split("\n")) {
    line++;
    const content = written.trimEnd();
    if (content === "" || content.startsWith("#")) continue;
    const tell = (fault: string) => faults.push(`${file}:${line}: ${fault}`);
    const heading = /^\[(.*)\]$/.exec(content)?.[1];
    if (heading !== undefined) {
      section = heading;
      if (!sections.has(section)) tell(`There is no section [${section}]: ${cureOf(sections)}.`);
      continue;
    }
    const sectionForm = sections.get(section);
    if (sectionForm === undefined) {
      if (section === "") tell(`This row stands before the first section: ${cureOf(sections)}.`);
      continue;
    }
    const row = readRow(content, sectionForm.columns, tell);
    if (row === undefined) continue;
    for (const key of keysOf(row, sectionForm.once)) {
      const before = seen.get(`${section}\t${key}`);
      if (before === undefined) seen.set(`${section}\t${key}`, line);
      else tell(`«${key.replace("\t", "», «")}» stands in line ${before} already: take one of them out.`);
    }
    rows.get(section)?.push(row);
    lines.set(row, line);
  }
  const empty = [...rows].filter(([, found]) => found.length === 0).map(([name]) => name);
  if (faults.length === 0)
    for (const name of empty)
      faults.push(`${file}: ${name === "" ? "It" : `[${name}]`} has no row: add one.`);
  if (faults.length > 0) throw new DataFileError(faults.join("\n"));
  const entries = (section: Section) => rows.get(section)?.flat(2) ?? [];
  const sets = new Map<Section, ReadonlySet<string>>();
  return {
    rows: (name) => rows.get(name) ?? [],
    entries,
    has(name, entry) {
      let set = sets.get(name);
      if (set === undefined) {
        set = new Set(entries(name));
        sets.set(name, set);
      }
      return set.has(entry);
    },
    fault: (row, told) => new DataFileError(`${file}:${lines.get(row)}: ${told}`),
  };
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DataFileError(`${file}: It is not in UTF-8: save it in that encoding.`);
  }
}

function cureOf(sections: ReadonlyMap<string, SectionForm>): string {
  const names = [...sections.keys()].filter((name) => name !== "").map((name) => `[${name}]`);
  if (names.length === 0) return "this file has none, so write the heading as a comment, after #";
  return `put it under ${names.join(", ")}`;
}

/** Undefined when something is wrong, which was told. */
function readRow(
  content: string,
  columns: readonly Column[],
  tell: (fault: string) => void,
): Row | undefined {
  const cells = content.split("\t");
  if (cells.length !== columns.length) {
    tell(`This row has ${cells.length} of ${columns.length} columns: put one tab between two columns.`);
    return undefined;
  }
  let told = false;
  const row = cells.map((cell, at) => {
    const read = readCell(cell, columns[at] ?? "text");
    if (typeof read !== "string") return read;
    tell(read);
    told = true;
    return [];
  });
  return told ? undefined : row;
}

/** The entries of a cell, or what is wrong with it. */
function readCell(cell: string, column: Column): readonly string[] | string {
  if (column === "text" && cell !== "") return [cell];
  const entries = cell.split(" ").filter((entry) => entry !== "");
  if (entries.length === 0) return "A column is empty: write something into it.";
  if (column === "affixes" && cell === "-") return [];
  if (column !== "words" && column !== "affixes" && entries.length > 1)
    return `«${cell}» is more than one entry: write one, with _ between the words of a phrase.`;
  if (typeof column !== "string")
    return column.includes(cell) ? entries : `«${cell}» is unknown: write one of ${column.join(", ")}.`;
  if (column === "number" || column === "name") {
    const pattern = column === "number" ? /^\d+(?:\.\d+)?(?:\/\d+)?$/ : /^[a-z][a-z:-]*$/;
    return pattern.test(cell) ? entries : `«${cell}» is no ${column}: write one here.`;
  }
  const read: string[] = [];
  for (const entry of entries) {
    const term = termOf(entry);
    if (term === undefined)
      return `«${entry}» is not one word: join the words of a phrase by _, without other signs.`;
    if (read.includes(term)) return `«${entry}» stands twice in this row: take one out.`;
    read.push(term);
  }
  return read;
}

/** The folded words of an entry, as the tokens of a text have them. */
function termOf(entry: string): string | undefined {
  // Most entries, and many times faster than to tokenise them.
  if (/^(?:[\u0621-\u063a\u0641-\u064a]{1,40}|[a-z]{1,40})$/.test(entry)) return fold(entry);
  const terms: string[] = [];
  for (const word of entry.split("_")) {
    const [token, ...more] = tokenize(word);
    if (token === undefined || more.length > 0 || token.end - token.start !== word.length) return undefined;
    terms.push(token.term);
  }
  return terms.join(" ");
}

/** What may stand once. */
function keysOf(row: Row, once: SectionForm["once"]): readonly string[] {
  const [first = [], last = []] = [row[0], row.at(-1)];
  if (once === "entry") return last;
  if (once === "row") return [row.map((cell) => cell.toSorted().join(" ")).join("\t")];
  return first.flatMap((a) => last.map((b) => `${a}\t${b}`));
}
