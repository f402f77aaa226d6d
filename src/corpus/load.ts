import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Article, Corpus, Passage } from "./article.ts";
import { derivedId, type ReadArticle, readArticle } from "./article-file.ts";
import { corpusOf } from "./corpus.ts";
import { decode } from "./decode.ts";
import { type CorpusFile, codeOf, corpusFiles, FILE_LIMITS, type FileLimits } from "./files.ts";
import { OperatorError } from "./operator-error.ts";
import type { Copy, CorpusReport, FileReport, SkippedFile } from "./report.ts";
import { linesOf } from "./text-lines.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly report: CorpusReport;
}

/** Files open at one time. */
const AT_ONCE = 16;

/**
 * Reads a folder of articles (`.md`, `.txt`) and its subfolders. A file that cannot be used is in the report with its
 * reason; the others load. The outcome depends on the files' names and bytes alone.
 * @throws OperatorError when the folder is missing, cannot be read, or holds nothing usable.
 */
export async function loadCorpus(
  dir: string,
  options: { readonly limits?: Partial<FileLimits> } = {},
): Promise<LoadedCorpus> {
  const limits = { ...FILE_LIMITS, ...options.limits };
  const { files, skipped } = await corpusFiles(dir, limits);
  const read = await readAll(files, limits.file);
  const { loaded, refused } = withUniqueIds(files, read);
  const corpus = corpusOf(loaded.map(({ article }) => article));
  const report: CorpusReport = {
    dir: resolve(dir),
    files: reportsOf(loaded, corpus),
    skipped: [...skipped, ...refused].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
  if (corpus.passages.length === 0) throw nothingUsable(report);
  return { corpus, report };
}

type Read =
  | (Extract<ReadArticle, { article: Article }> & { readonly encoding: string })
  | Extract<ReadArticle, { reason: string }>;
type Loaded = Extract<Read, { article: Article }>;

async function readAll(files: readonly CorpusFile[], limit: number): Promise<Read[]> {
  const read: Read[] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file !== undefined) read[index] = await readOne(file, limit);
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, files.length) }, work));
  return read;
}

async function readOne({ file, path }: CorpusFile, limit: number): Promise<Read> {
  const bytes = await bytesOf(path, limit);
  if ("reason" in bytes) return { ...bytes, fault: true };
  const decoded = decode(bytes.content);
  if ("reason" in decoded) return { reason: decoded.reason, fault: decoded.fault };
  const article = readArticle(file, decoded.text);
  return "reason" in article ? article : { ...article, encoding: decoded.encoding };
}

// What was a small regular file when the folder was listed may by now be a pipe, a link or huge: look again, once open.
async function bytesOf(path: string, limit: number): Promise<{ content: Uint8Array } | { reason: string }> {
  try {
    const handle = await open(
      path,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > limit) return { reason: "it changed while it was read" };
      return { content: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { reason: `unreadable (${codeOf(error)})` };
  }
}

/** Of two files that give one id the second is refused; where the id is derived it is told apart by the file's path. */
function withUniqueIds(
  files: readonly CorpusFile[],
  read: readonly Read[],
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
  return loaded.map(({ article, leftOut, warnings, encoding }) => {
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
      paragraphs: article.paragraphs.length,
      passages: passages.length,
      leftOut,
      copies: copiesOf(article, passages, corpus),
      warnings,
    };
  });
}

function copiesOf(article: Article, passages: readonly Passage[], corpus: Corpus): Copy[] {
  const copies = passages.filter(({ copyOf }) => copyOf !== undefined);
  if (copies.length === 0) return [];
  const lines = linesOf(article.text);
  return copies.flatMap(({ key, copyOf, start }) => {
    const original = corpus.byKey.get(copyOf ?? "");
    const line = lines.find(({ end }) => end >= start)?.number ?? 1;
    return original === undefined
      ? []
      : [{ line, key, of: { key: original.key, file: original.article.file } }];
  });
}

function nothingUsable({ dir, skipped }: CorpusReport): OperatorError {
  const reasons = skipped.slice(0, 3).map(({ file, reason }) => `${file}: ${reason}`);
  const seen = reasons.length === 0 ? "" : ` (${reasons.join("; ")}${skipped.length > 3 ? "; …" : ""})`;
  return new OperatorError(
    `There is no usable article in ${dir}${seen}: put .md or .txt files with Arabic text into it, or name another folder.`,
  );
}
