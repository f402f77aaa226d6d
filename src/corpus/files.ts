import { lstat, opendir, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { isWithin } from "./is-within.ts";
import { OperatorError } from "./operator-error.ts";
import { printable } from "./printable.ts";
import type { SkippedFile } from "./report.ts";

/** A file that may hold an article: `file` is its path inside the folder, with `/`. */
export interface CorpusFile {
  readonly file: string;
  readonly path: string;
  readonly size: number;
}

export interface FileLimits {
  /** Bytes of one file. */
  readonly file: number;
  /** Bytes of all files together. */
  readonly total: number;
}

export const FILE_LIMITS: FileLimits = { file: 20 * 1024 * 1024, total: 2 * 1024 * 1024 * 1024 };

const ARTICLE = /\.(?:txt|md|mdx|markdown)$/iu;

/**
 * The `.txt` and Markdown (`.md`, `.mdx`, `.markdown`) files of a folder and its subfolders, in an order that depends on their names alone. Hidden
 * files, `node_modules` and README are passed over in silence; files of other kinds, links that leave the folder, special files and files
 * above the limits are reported. Nothing is opened.
 * @throws OperatorError when the folder is missing, is no folder, or cannot be read.
 */
export async function corpusFiles(
  dir: string,
  limits: FileLimits,
): Promise<{ files: CorpusFile[]; skipped: SkippedFile[] }> {
  const root = await rootOf(dir);
  const files: CorpusFile[] = [];
  const skipped: SkippedFile[] = [];
  const seen = new Map<string, string>();
  // Followed last, so that of a file and a link to it the link is told to be the link, whatever their names.
  const links: { readonly path: string; readonly name: string }[] = [];
  const others: string[] = [];
  let total = 0;

  async function visit(folder: string): Promise<void> {
    let names: string[];
    try {
      names = (await readdir(folder)).sort(byCodeUnits);
    } catch (error) {
      if (folder === root) throw error;
      skipped.push({
        file: `${inside(root, folder)}/`,
        reason: `unreadable folder (${codeOf(error)})`,
        fault: true,
      });
      return;
    }
    for (const name of names) {
      const path = join(folder, name);
      if (isPassedOver(name)) continue;
      if (await isLink(path)) links.push({ path, name });
      else await take(path, name, false);
    }
  }

  async function take(path: string, name: string, linked: boolean): Promise<void> {
    const file = inside(root, path);
    try {
      const real = linked ? await realpath(path) : path;
      if (linked && !isWithin(real, root)) {
        skipped.push({ file, reason: "a link out of the folder", fault: true });
        return;
      }
      const stats = await stat(real);
      const isArticle = ARTICLE.test(name);
      if (stats.isDirectory() || (isArticle && stats.isFile())) {
        const earlier = seen.get(real);
        if (earlier !== undefined || (linked && stats.isDirectory() && isWithin(path, real))) {
          skipped.push({ file, reason: `a link to ${earlier ?? "a folder that holds it"}`, fault: false });
          return;
        }
        seen.set(real, file);
      }
      if (stats.isDirectory()) return await visit(real === root ? path : real === path ? path : real);
      if (!isArticle) {
        if (file !== SETTINGS_FILE) others.push(file);
        return;
      }
      if (!stats.isFile()) skipped.push({ file, reason: "not a regular file", fault: true });
      else if (stats.size > limits.file)
        skipped.push({ file, reason: `too large: ${megabytes(stats.size)}`, fault: true });
      else if (total + stats.size > limits.total)
        skipped.push({ file, reason: "the folder's limit of bytes is reached", fault: true });
      else {
        total += stats.size;
        files.push({ file, path: real, size: stats.size });
      }
    } catch (error) {
      skipped.push({ file, reason: `unreadable (${codeOf(error)})`, fault: true });
    }
  }

  await visit(root);
  for (let link = links.shift(); link !== undefined; link = links.shift())
    await take(link.path, link.name, true);
  files.sort((a, b) => byCodeUnits(a.file, b.file));
  return { files, skipped: [...skipped, ...ignored(others)] };
}

/** Whether the articles of a folder have so many bytes: no more files are looked at than tells. A folder that cannot be read has none. */
export async function holdsBytes(dir: string, bytes: number): Promise<boolean> {
  let sum = 0;
  try {
    for await (const entry of await opendir(dir, { recursive: true })) {
      if (!ARTICLE.test(entry.name)) continue;
      sum += (await stat(join(entry.parentPath, entry.name))).size;
      if (sum >= bytes) return true;
    }
  } catch {}
  return false;
}

/** The one file of a folder that is no article and has a meaning: see `readFolderSettings`. */
export const SETTINGS_FILE = "isnad.yaml";

/** Formats that may hold an article, with the way to make text of them. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ...["html", "htm", "docx", "odt", "epub", "rtf", "rst", "org", "tex"].map(
    (ending) => [ending, "make Markdown of it, for example with pandoc -t markdown"] as const,
  ),
  ["pdf", "make text of it, for example with pdftotext -layout"],
  ...["srt", "vtt", "sbv"].map((ending) => [ending, "give it the ending .txt"] as const),
  ["doc", "save it as .docx, and make Markdown of that, for example with pandoc -t markdown"],
]);

/** Files that are no articles: documents one by one, the others (pictures, data) once for each ending. */
function ignored(files: readonly string[]): SkippedFile[] {
  const told = new Map<string, { file: string; count: number; cure: string | undefined }>();
  for (const file of files) {
    const ending = /\.([^./]+)$/u.exec(file)?.[1]?.toLowerCase() ?? "";
    const cure = DOCUMENTS.get(ending);
    const key = cure === undefined ? ending : file;
    const earlier = told.get(key);
    if (earlier === undefined) told.set(key, { file, count: 1, cure });
    else earlier.count += 1;
  }
  return [...told.values()].map(({ file, count, cure }) => {
    const others = count > 1 ? `, like ${count - 1} more of its kind` : "";
    const reason = `ignored${others}: no .md, .mdx, .markdown or .txt`;
    return { file, reason: cure === undefined ? reason : `${reason}; ${cure}`, fault: false };
  });
}

async function rootOf(dir: string): Promise<string> {
  const wanted = resolve(dir);
  try {
    const root = await realpath(wanted);
    if (!(await stat(root)).isDirectory())
      throw new OperatorError(
        `${printable(wanted)} is not a folder: give the folder that holds the articles (.md, .txt).`,
      );
    await readdir(root);
    return root;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const named = printable(wanted);
    if (codeOf(error) === "ENOENT")
      throw new OperatorError(
        `There is no folder ${named}: create it and put articles (.md, .txt) into it, or name another.`,
      );
    throw new OperatorError(
      `The folder ${named} cannot be read (${codeOf(error)}): allow reading it, or name another.`,
    );
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules" || /^readme(?:\..*)?$/iu.test(name);
}

function inside(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The system's name of an error (`EACCES`), for a report. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "unknown error";
}
