import { printable } from "./printable.ts";
import type { CorpusReport, FileReport, SkippedFile } from "./report.ts";

/** The report as an operator reads it, in English; a place is `file:line`, which editors open. */
export function describeReport(report: CorpusReport): string {
  const passages = report.files.reduce((sum, file) => sum + file.passages, 0);
  const leftOut = report.files.reduce((sum, file) => sum + file.leftOut.length, 0);
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
    ...file.leftOut.map(
      ({ line, text, reason }) => `  left out: ${place(file.file, line)}: ${reason}: ${printable(text)}`,
    ),
    ...file.copies.map(
      ({ line, of }) =>
        `  copy: ${place(file.file, line)}: the same text as ${of.key} in ${printable(of.file)}`,
    ),
  ];
  return lines.join("\n");
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
