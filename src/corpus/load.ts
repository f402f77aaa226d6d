import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Article, Corpus } from "./article.ts";
import { corpusOf } from "./corpus.ts";
import { decode } from "./decode.ts";
import { codeOf, corpusFiles, FILE_LIMITS, type FileLimits, type SkippedFile } from "./files.ts";
import { OperatorError } from "./operator-error.ts";
import type { CorpusReport } from "./report.ts";
import { segment } from "./segment.ts";
import { linesOf } from "./text-lines.ts";

export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly report: CorpusReport;
}

/**
 * Reads a folder of articles. A file that cannot be used is in the report with its reason; the others load.
 * @throws OperatorError when the folder is missing, or holds nothing usable.
 */
export async function loadCorpus(
  dir: string,
  options: { readonly limits?: FileLimits } = {},
): Promise<LoadedCorpus> {
  const { files, skipped: unread } = await corpusFiles(dir, options.limits ?? FILE_LIMITS);
  const skipped: SkippedFile[] = [...unread];
  const articles: Article[] = [];
  for (const { file, path } of files) {
    try {
      const decoded = decode(await readFile(path));
      if ("reason" in decoded) skipped.push({ file, reason: decoded.reason });
      else articles.push(articleFrom(file, decoded.text));
    } catch (error) {
      skipped.push({ file, reason: `unreadable (${codeOf(error)})` });
    }
  }
  const corpus = corpusOf(articles);
  if (corpus.passages.length === 0)
    throw new OperatorError(
      `There is no article in ${resolve(dir)}: put .md or .txt files with Arabic text into it.`,
    );
  return { corpus, report: { dir: resolve(dir), files: [], skipped } };
}

function articleFrom(file: string, text: string): Article {
  const id = createHash("sha256").update(text).digest("base64url").slice(0, 12);
  const blocks = linesOf(text).map(({ start, end }) => ({
    start,
    end,
    kind: "prose" as const,
    afterGap: false,
  }));
  const { paragraphs, sentences } = segment(text, blocks);
  const first = sentences[0];
  const title = first === undefined ? "" : text.slice(first.start, first.end).slice(0, 60);
  return { id, file, text, title, tags: [], references: [], questions: [], paragraphs, sentences };
}
