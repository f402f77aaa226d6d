import { resolve } from "node:path";
import type { Article, Corpus, Passage } from "./article.ts";
import { derivedId } from "./article-file.ts";
import { corpusOf } from "./corpus.ts";
import { type CorpusFile, corpusFiles, FILE_LIMITS, type FileLimits } from "./files.ts";
import { type FolderSettings, readFolderSettings } from "./folder-settings.ts";
import { OperatorError } from "./operator-error.ts";
import { paragraphCount } from "./paragraph-number.ts";
import { printable } from "./printable.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import type { Copy, CorpusReport, FileReport, SkippedFile } from "./report.ts";
import { linesOf } from "./text-lines.ts";
import type { Warning } from "./yaml.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly report: CorpusReport;
}

export interface LoadOptions {
  readonly limits?: Partial<FileLimits>;
  /**
   * Called just before a file's text is read, which holds up everything else: a caller that tells of it names the file
   * that takes long while it does. `size` is in bytes.
   */
  readonly onReading?: (file: CorpusFile) => void;
}

/** Files open at one time. */
const AT_ONCE = 16;

/**
 * Reads a folder of articles (`.md`, `.txt`) and its subfolders. A file that cannot be used is in the report with its
 * reason; the others load. The outcome depends on the files' names and bytes alone.
 * @throws OperatorError when the folder is missing, cannot be read, or holds nothing usable.
 */
export async function loadCorpus(dir: string, options: LoadOptions = {}): Promise<LoadedCorpus> {
  const limits = { ...FILE_LIMITS, ...options.limits };
  const { files, skipped } = await corpusFiles(dir, limits);
  const { settings, told } = await readFolderSettings(dir);
  const read = await readAll(files, limits.file, settings, options.onReading);
  const { loaded, refused } = withUniqueIds(files, read);
  const corpus = corpusOf(
    loaded.map(({ article }) => article),
    settings.aliases,
  );
  const report: CorpusReport = {
    dir: resolve(dir),
    files: reportsOf(loaded, corpus),
    skipped: [...told, ...skipped, ...refused].sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
    ),
  };
  if (corpus.passages.length === 0) throw nothingUsable(report);
  return { corpus, report };
}

type Loaded = Extract<ReadFile, { article: Article }>;

async function readAll(
  files: readonly CorpusFile[],
  limit: number,
  settings: FolderSettings,
  onReading: LoadOptions["onReading"],
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file !== undefined) read[index] = await readFile(file, limit, settings, onReading);
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, files.length) }, work));
  return read;
}

/** Of two files that give one id the second is refused; where the id is derived it is told apart by the file's path. */
function withUniqueIds(
  files: readonly CorpusFile[],
  read: readonly ReadFile[],
): { loaded: Loaded[]; refused: SkippedFile[] } {
  const loaded: Loaded[] = [];
  const refused: SkippedFile[] = [];
  const fileOf = new Map<string, string>();
  read.forEach((entry, index) => {
    if ("article" in entry && entry.hasOwnId && !fileOf.has(entry.article.id))
      fileOf.set(entry.article.id, files[index]?.file ?? "");
  });
  read.forEach((entry, index) => {
    const file = files[index]?.file ?? "";
    if ("reason" in entry) {
      refused.push({ file, ...entry });
      return;
    }
    const { id } = entry.article;
    const holder = fileOf.get(id);
    if (holder === undefined || holder === file) {
      fileOf.set(id, file);
      loaded.push(entry);
    } else if (entry.hasOwnId) {
      refused.push({
        file,
        reason: `the id "${id}" is that of ${holder}: give each article its own`,
        fault: true,
      });
    } else {
      loaded.push({ ...entry, article: { ...entry.article, id: derivedId(entry.article.title, id, file) } });
    }
  });
  return { loaded, refused };
}

function reportsOf(loaded: readonly Loaded[], corpus: Corpus): FileReport[] {
  const passagesOf = new Map<Article, Passage[]>(corpus.articles.map((article) => [article, []]));
  for (const passage of corpus.passages) passagesOf.get(passage.article)?.push(passage);
  // Each key that means nothing here is told once: a generator writes it into every file, and real faults must stand out.
  const told = new Set<string>();
  const ofFolder = warningsOfFolder(loaded);
  return loaded.map(({ article, leftOut, warnings, encoding, unused }) => {
    const fresh = unused.filter((key) => !told.has(key));
    for (const key of fresh) told.add(key);
    const passages = passagesOf.get(article) ?? [];
    const { file, id, title, author, source, date } = article;
    return {
      file,
      id,
      title,
      ...(author === undefined ? {} : { author }),
      ...(source === undefined ? {} : { source }),
      ...(date === undefined ? {} : { date }),
      encoding,
      paragraphs: paragraphCount(article),
      passages: passages.length,
      leftOut,
      copies: copiesOf(article, passages, corpus),
      warnings: [...warnings.flatMap(ofFolder), ...(fresh.length === 0 ? [] : [meaninglessKeys(fresh)])],
    };
  });
}

/** From so many files on a warning that has one cause is told once. */
const MANY_FILES = 3;

/** What becomes of each warning in turn: one of the folder stands at its first file alone, with the number of the others. */
function warningsOfFolder(loaded: readonly Loaded[]): (warning: Warning) => Warning[] {
  const counts = new Map<string, number>();
  for (const { warnings } of loaded)
    for (const { message, isOfFolder } of warnings)
      if (isOfFolder === true) counts.set(message, (counts.get(message) ?? 0) + 1);
  const told = new Set<string>();
  return ({ isOfFolder, ...warning }) => {
    const count = counts.get(warning.message) ?? 0;
    if (isOfFolder !== true || count < MANY_FILES) return [warning];
    if (told.has(warning.message)) return [];
    told.add(warning.message);
    return [{ ...warning, message: `${warning.message} (so in ${count - 1} more files)` }];
  };
}

function meaninglessKeys(keys: readonly string[]): Warning {
  return { message: `front matter: of no effect here, in any file: ${keys.join(", ")}` };
}

function copiesOf(article: Article, passages: readonly Passage[], corpus: Corpus): Copy[] {
  const copies = passages.filter(({ copyOf }) => copyOf !== undefined);
  if (copies.length === 0) return [];
  const lines = linesOf(article.text);
  let at = 0;
  return copies.flatMap(({ key, copyOf, start }) => {
    const original = corpus.byKey.get(copyOf ?? "");
    while ((lines[at]?.end ?? start) < start) at += 1;
    const line = lines[at]?.number ?? 1;
    return original === undefined
      ? []
      : [{ line, key, of: { key: original.key, file: original.article.file } }];
  });
}

function nothingUsable({ dir, skipped }: CorpusReport): OperatorError {
  const reasons = skipped.slice(0, 3).map(({ file, reason }) => `${file}: ${reason}`);
  const seen = reasons.length === 0 ? "" : ` (${reasons.join("; ")}${skipped.length > 3 ? "; …" : ""})`;
  return new OperatorError(
    `There is no usable article in ${printable(`${dir}${seen}`)}: put .md or .txt files with Arabic text into it, or name another folder.`,
  );
}
