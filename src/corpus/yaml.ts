import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";

/** Something that an operator should know of a file that is used all the same. */
export interface Warning {
  readonly line?: number;
  readonly message: string;
  /** The same in many files has one cause (a template, a setting), and is told once for the folder. */
  readonly isOfFolder?: true;
}

/** What a YAML text says, without the keys whose values are not understood (`faults`); or why nothing of it can be read. */
export type ReadYaml<Value> =
  | {
      readonly value: Value;
      readonly unknown: readonly UnknownKey[];
      readonly faults: readonly { readonly reason: string; readonly line: number }[];
    }
  | { readonly reason: string; readonly line: number };

/** A key that the schema does not have. */
export interface UnknownKey {
  readonly key: string;
  readonly line: number;
}

/**
 * Reads a YAML text by a schema. YAML's core schema only: no dates, no tags that make objects, no aliases, no key twice.
 * `firstLine`: the line of the file that the text begins in.
 */
export function readYaml<Value>(
  yaml: string,
  schema: z.ZodObject & z.ZodType<Value>,
  firstLine: number,
): ReadYaml<Value> {
  if (isDeep(yaml)) return { reason: "nested too deep to be read", line: firstLine };
  const counter = new LineCounter();
  const document = parseDocument(yaml.replace(/\r\n?/gu, "\n"), {
    schema: "core",
    // Compares each key with all before it; `repeatedKey` looks each up.
    uniqueKeys: false,
    lineCounter: counter,
    prettyErrors: false,
    resolveKnownTags: false,
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined)
    return { reason: fault.message.split("\n")[0] ?? "not YAML", line: lineAt(fault.pos[0]) };
  const repeated = repeatedKey(document);
  if (repeated !== undefined)
    return { reason: `the key "${repeated.key}" stands twice`, line: lineAt(repeated.start) };
  const plain = plainValue(() => document.toJS({ maxAliasCount: 0 }));
  if ("reason" in plain) return { ...plain, line: firstLine };
  const lineOfValue = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const start = rangeStart(node);
      if (start !== undefined) return lineAt(start);
    }
    return firstLine;
  };
  const values: Record<string, unknown> = { ...plain.value };
  const faults = (schema.safeParse(values).error?.issues ?? []).map(({ path, message }) => ({
    reason: `${path.join(".") || "it"}: ${message}`,
    line: lineOfValue(path),
    key: String(path[0]),
  }));
  for (const { key } of faults) delete values[key];
  const parsed = schema.safeParse(values);
  if (!parsed.success) return faults[0] ?? { reason: "not understood", line: firstLine };
  const unknown = keysOf(document)
    .filter(({ key }) => !Object.hasOwn(schema.shape, key))
    .map(({ key, start }) => ({ key, line: lineAt(start) }));
  return { value: parsed.data, unknown, faults: faults.map(({ reason, line }) => ({ reason, line })) };
}

/** A line of text; numbers are taken as they are written (`title: 1984`). */
export const line = z
  .union([z.string(), z.number()], "must be text")
  .transform((value) => String(value).trim())
  .refine((value) => !/[\n\r]/u.test(value), "must be one line");

/** An address of the web, or nothing. */
export const link = line.refine(
  (value) => value === "" || isWebAddress(value),
  "must be a web address that begins with https:// or http://",
);

/** What is empty is absent. */
export const some = (schema: z.ZodType<string>) =>
  schema.nullish().transform((value) => (value ? value : undefined));

/** An address of the web that can be linked to. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol) && !/\s/u.test(value);
}

interface Key {
  readonly key: string;
  /** Its offset in the YAML. */
  readonly start: number;
}

function keysOf({ contents }: Document): Key[] {
  return isMap(contents) ? contents.items.flatMap(({ key }) => keyOf(key) ?? []) : [];
}

function keyOf(node: unknown): Key | undefined {
  return isScalar(node) ? { key: String(node.value), start: node.range?.[0] ?? 0 } : undefined;
}

/** The first key that a map has twice, in the whole document. */
function repeatedKey(document: Document): Key | undefined {
  let repeated: Key | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      repeated = items
        .flatMap(({ key }) => keyOf(key) ?? [])
        .find(({ key }) => seen.size === seen.add(key).size);
      return repeated === undefined ? undefined : visit.BREAK;
    },
  });
  return repeated;
}

const DEEPEST = 100;

/**
 * Whether YAML may nest deeper than an operator ever writes. Its reader calls itself for each level, and some thousand
 * levels end the process. Levels are counted as brackets that are open, as indentation and as signs in a row.
 */
function isDeep(yaml: string): boolean {
  for (const line of yaml.split(/[\n\r]/u)) {
    const signs = line.match(/[-?:](?=[ \t])/gu)?.length ?? 0;
    if (signs > DEEPEST || line.search(/\S/u) > 2 * DEEPEST) return true;
  }
  let open = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    open += bracket === "[" || bracket === "{" ? 1 : -1;
    if (open > DEEPEST) return true;
  }
  return false;
}

function rangeStart(node: unknown): number | undefined {
  const range = z.object({ range: z.tuple([z.number(), z.number(), z.number()]) }).safeParse(node);
  return range.success ? range.data.range[0] : undefined;
}

function plainValue(read: () => unknown): { readonly value: object | null } | { readonly reason: string } {
  try {
    const value = read();
    if (value === null || value === undefined) return { value: null };
    if (typeof value === "object" && !Array.isArray(value)) return { value };
    return { reason: "it must be a list of keys and values" };
  } catch (error) {
    if (error instanceof ReferenceError) return { reason: "aliases are not allowed" };
    throw error;
  }
}
