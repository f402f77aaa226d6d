import { printable } from "./printable.ts";
import type { CorpusReport, FileReport, LeftOut, SkippedFile } from "./report.ts";

/** The report as an operator reads it, in English; a place is `file:line`, which editors open. */
export function describeReport(report: CorpusReport): string {
  const passages = report.files.reduce((sum, file) => sum + file.passages, 0);
  const leftOut = report.files.reduce(
    (sum, file) => sum + file.leftOut.filter(({ kind }) => kind !== "markup").length,
    0,
  );
  const copies = report.files.reduce((sum, file) => sum + file.copies.length, 0);
  const summary = [
    count(report.files.length, "article"),
    count(passages, "passage"),
    `${count(leftOut, "line")} left out`,
    ...(copies > 0 ? [count(copies, "copy", "copies")] : []),
    ...(report.skipped.length > 0 ? [`${count(report.skipped.length, "file")} skipped`] : []),
  ];
  return [
    printable(report.dir),
    ...report.files.map(describeFile),
    describeSkipped(report.skipped),
    describeDoubtful(report),
    `${summary.join(", ")}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function describeFile(file: FileReport): string {
  const origin = [file.author, file.source, file.date].filter((value) => value !== undefined).join(", ");
  const encoding = file.encoding === "utf-8" ? "" : `, read as ${file.encoding}`;
  const lines = [
    printable(file.file),
    `  title: ${printable(file.title)}`,
    ...(origin === "" ? [] : [`  origin: ${printable(origin)}`]),
    `  ${count(file.paragraphs, "paragraph")}, ${count(file.passages, "passage")}${encoding} (id ${printable(file.id)})`,
    ...file.warnings.map(
      ({ line, message }) => `  warning: ${place(file.file, line)}: ${printable(message)}`,
    ),
    ...describeLeftOut(file),
    ...file.copies.map(
      ({ line, of }) =>
        `  copy: ${place(file.file, line)}: the same text as ${of.key} in ${printable(of.file)}`,
    ),
  ];
  return lines.join("\n");
}

/**
 * Each line that was judged to be no text of the article, those that read as sentences first and with a question mark:
 * there a mistake would be. Markup is counted by its reason.
 */
function describeLeftOut({ file, leftOut }: FileReport): string[] {
  const judged = leftOut.filter(({ kind }) => kind !== "markup");
  const lineOf = (sign: string) => (line: LeftOut) =>
    `  left out${sign}: ${place(file, line.line)}: ${line.reason}: ${printable(line.text)}`;
  const markup = new Map<string, number>();
  for (const { kind, reason } of leftOut)
    if (kind === "markup") markup.set(reason, (markup.get(reason) ?? 0) + 1);
  const counts = [...markup].map(([reason, number]) => `${reason} (${count(number, "line")})`);
  return [
    ...judged.filter(isDoubtful).map(lineOf("?")),
    ...judged.filter((line) => line.kind === "boilerplate" && !isDoubtful(line)).map(lineOf("")),
    ...runsOf(judged.filter(({ kind }) => kind === "copy")).map(
      ([first, ...more]) =>
        `  left out: ${place(file, first.line)}: ${first.reason}${more.length > 0 ? `, and ${count(more.length, "line")} below that too` : ""}: ${printable(first.text)}`,
    ),
    ...(counts.length > 0 ? [`  markup: ${counts.join(", ")}`] : []),
  ];
}

/** Copies that follow each other, so that a page that stands twice is told in one line. */
function runsOf(copies: readonly LeftOut[]): [LeftOut, ...LeftOut[]][] {
  const runs: [LeftOut, ...LeftOut[]][] = [];
  for (const copy of copies) {
    const run = runs.at(-1);
    if (run !== undefined && copy.line - (run.at(-1)?.line ?? 0) <= NEAR) run.push(copy);
    else runs.push([copy]);
  }
  return runs;
}

/** Lines from one copy to the next of a run, blank ones too. */
const NEAR = 8;
const LEAST_WORDS = 5;

/** Boilerplate that reads as a sentence: the article's own line, perhaps. */
function isDoubtful({ kind, text }: LeftOut): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]+/gu)?.length ?? 0;
  return kind === "boilerplate" && words >= LEAST_WORDS && /[.\u061F!\u2026]["\u00BB)]?$/u.test(text);
}

/** What an operator should look at, and how nothing is left out. */
function describeDoubtful({ files }: CorpusReport): string {
  const doubtful = files.reduce((sum, { leftOut }) => sum + leftOut.filter(isDoubtful).length, 0);
  return doubtful === 0
    ? ""
    : `Look at the ${count(doubtful, "line")} marked with "left out?": ${doubtful === 1 ? "it reads" : "they read"} as a sentence. A file isnad.yaml with "keep: all" keeps every line.`;
}

function describeSkipped(skipped: readonly SkippedFile[]): string {
  if (skipped.length === 0) return "";
  const lines = skipped.map(
    ({ file, line, reason, fault }) =>
      `  ${fault ? "fault" : "notice"}: ${place(file, line)}: ${printable(reason)}`,
  );
  return ["Skipped:", ...lines].join("\n");
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? printable(file) : `${printable(file)}:${line}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
