import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { Article } from "./article.ts";
import { type ReadArticle, readArticle } from "./article-file.ts";
import { decode } from "./decode.ts";
import { type CorpusFile, codeOf } from "./files.ts";
import type { FolderSettings } from "./folder-settings.ts";

/** A file of the folder as an article, with the encoding that it was read in; or why it is none. */
export type ReadFile =
  | (Extract<ReadArticle, { article: Article }> & { readonly encoding: string })
  | Extract<ReadArticle, { reason: string }>;

/** Reads a file of at most `limit` bytes. Whatever goes wrong is a fault of the file. */
export async function readFile(
  file: CorpusFile,
  limit: number,
  settings: Pick<FolderSettings, "site" | "keepsAll"> = { keepsAll: false },
  onReading?: (file: CorpusFile) => void,
): Promise<ReadFile> {
  const bytes = await bytesOf(file.path, limit);
  if ("reason" in bytes) return { ...bytes, fault: true };
  onReading?.(file);
  return articleOf(file.file, bytes.content, (name, text) => readArticle(name, text, settings));
}

/** The article that the bytes of `file` hold; `read` is what makes it of text. */
export function articleOf(
  file: string,
  bytes: Uint8Array,
  read: (file: string, text: string) => ReadArticle = readArticle,
): ReadFile {
  try {
    const decoded = decode(bytes);
    if ("reason" in decoded) return decoded;
    const article = read(file, decoded.text);
    if ("reason" in article) return article;
    const warnings = [...decoded.warnings, ...article.warnings];
    return { ...article, encoding: decoded.encoding, warnings };
  } catch (error) {
    return { reason: `reading it failed (${error}): leave it out, and report this`, fault: true };
  }
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
