import { parse, TomlError } from "smol-toml";
import type { z } from "zod";
import { type ReadYaml, readYaml } from "./yaml.ts";

/**
 * Reads a TOML text by a schema, as `readYaml` reads YAML; a day with its time comes as text. `firstLine`: the line of
 * the file that the text begins in.
 */
export function readToml<Value>(
  toml: string,
  schema: z.ZodObject & z.ZodType<Value>,
  firstLine: number,
): ReadYaml<Value> {
  let json: string;
  try {
    json = JSON.stringify(parse(toml));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { reason: error.message.split("\n")[0] ?? "not TOML", line: firstLine + error.line - 1 };
  }
  // JSON is YAML: one reader judges the values of both.
  const read = readYaml(json, schema, firstLine);
  if ("reason" in read) return read;
  const lines = toml.split(/\r\n|[\n\r]/u);
  const lineOf = (key: string) => {
    const index = lines.findIndex((line) => line.replace(/["'\s[]/gu, "").startsWith(key));
    return firstLine + Math.max(0, index);
  };
  return {
    value: read.value,
    unknown: read.unknown.slice(0, MOST_TOLD).map(({ key }) => ({ key, line: lineOf(key) })),
    faults: read.faults.map(({ reason }) => ({ reason, line: lineOf(/^[^.:]*/u.exec(reason)?.[0] ?? "") })),
  };
}

/** Of more unknown keys nobody reads; and each is looked for in all lines. */
const MOST_TOLD = 100;
