import type { Warning } from "./yaml.ts";

/** A line that is not quoted, and why; numbers count from 1, the text is cut at 80 characters. */
export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
  /** Markup holds no text of the article; whether a line is boilerplate of its site, or a copy, is judged and may be wrong. */
  readonly kind: "markup" | "boilerplate" | "copy";
}

/** A passage whose text an earlier article has: it is found there. */
export interface Copy {
  readonly line: number;
  readonly key: string;
  readonly of: { readonly key: string; readonly file: string };
}

/** A file that became an article. */
export interface FileReport {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly author?: string;
  readonly source?: string;
  readonly date?: string;
  readonly encoding: string;
  readonly paragraphs: number;
  readonly passages: number;
  readonly leftOut: readonly LeftOut[];
  readonly copies: readonly Copy[];
  readonly warnings: readonly Warning[];
}

/** A file that became none. */
export interface SkippedFile {
  readonly file: string;
  /** Line of the fault, when it has one. */
  readonly line?: number;
  readonly reason: string;
  /** Somebody should mend it; `isnad corpus` then fails. An empty file is none. */
  readonly fault: boolean;
}

/** What was loaded, what was left out and what is wrong, by file and line: plain data, in the order of the files' names. */
export interface CorpusReport {
  /** Absolute path of the folder. */
  readonly dir: string;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}

/** Whether a file has a fault that somebody should mend. */
export function hasFaults(report: CorpusReport): boolean {
  return report.skipped.some(({ fault }) => fault);
}
