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
  try {
    return readObject(JSON.stringify(parse(toml)), toml, schema, firstLine);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { reason: error.message.split("\n")[0] ?? "not TOML", line: firstLine + error.line - 1 };
  }
}

/** The same of a JSON text. */
export function readJson<Value>(
  json: string,
  schema: z.ZodObject & z.ZodType<Value>,
  firstLine: number,
): ReadYaml<Value> {
  try {
    return readObject(JSON.stringify(JSON.parse(json)), json, schema, firstLine);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Nearly all of JSON is YAML: with a comma too many it is read all the same, and a fault has its line.
    return readYaml(json, schema, firstLine);
  }
}

/** Reads an object that is JSON without white space; `written` is what stands in the file. */
function readObject<Value>(
  json: string,
  written: string,
  schema: z.ZodObject & z.ZodType<Value>,
  firstLine: number,
): ReadYaml<Value> {
  // JSON is YAML: one reader judges the values of both.
  const read = readYaml(json, schema, firstLine);
  if ("reason" in read) return read;
  const lines = written.split(/\r\n|[\n\r]/u);
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
