import type { z } from "zod";
import { printableJson } from "../../runtime/printable-json.ts";
import { type Streams, writeLine } from "../streams.ts";
import { NOT_UTF8, utf8Lines } from "../utf8-lines.ts";

/** A longer line is no question, and is not parsed. In UTF-16 units. */
const LINE_MAX = 1_000_000;

/**
 * Reads JSON lines one after the other and answers each with one, in order and at once. A line that cannot be read is
 * told of on standard error, as `{"line","error"}`, and the next is read. Ends with the input, or when nobody reads the
 * answers any more.
 */
export async function answerJsonLines<Row>(
  { input, output, error }: Streams,
  schema: z.ZodType<Row>,
  answer: (row: Row) => Promise<unknown>,
): Promise<void> {
  let number = 0;
  for await (const line of utf8Lines(input)) {
    number++;
    if (line?.trim() === "") continue;
    const row = line === undefined ? { problem: NOT_UTF8 } : readJsonLine(line, schema);
    if ("problem" in row)
      await writeLine(error, printableJson(JSON.stringify({ line: number, error: row.problem })));
    else if (!(await writeLine(output, printableJson(JSON.stringify(await answer(row.value)))))) return;
  }
}

/** One line of JSON as `schema` has it, or its fault. */
export function readJsonLine<Row>(
  line: string,
  schema: z.ZodType<Row>,
): { readonly value: Row } | { readonly problem: string } {
  if (line.length > LINE_MAX) return { problem: `longer than ${LINE_MAX} characters` };
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "not JSON" };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return {
    problem: parsed.error.issues
      .map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`)
      .join("; "),
  };
}
