import type { SkippedFile } from "./files.ts";

/** Lines that are not quoted, and why; line numbers count from 1. */
export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface FileReport {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly passages: number;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
}

/** What was loaded, what was left out and what is wrong, by file and line. */
export interface CorpusReport {
  readonly dir: string;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}
