import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Aliases, aliasGroups } from "./aliases.ts";
import { codeOf, SETTINGS_FILE as FILE } from "./files.ts";
import type { SkippedFile } from "./report.ts";
import { link, readYaml, some } from "./yaml.ts";

/** What a folder's `isnad.yaml` says; all of it optional. */
export interface FolderSettings {
  /** The address that relative links are joined to. */
  readonly site?: string | undefined;
  /** Words that mean the same. */
  readonly aliases: readonly Aliases[];
  /** Nothing is left out as boilerplate. */
  readonly keepsAll: boolean;
}

const SCHEMA = z.object(
  { site: some(link), aliases: aliasGroups, keep: z.literal("all", 'must be "all"').nullish() },
  "must be a list of keys and values",
);

const NONE: FolderSettings = { aliases: [], keepsAll: false };

/**
 * Reads the `isnad.yaml` of a folder; without one all is as usual. What is wrong with it is told with its line: a file
 * with a fault has no effect, and neither has a key that is not known.
 */
export async function readFolderSettings(
  dir: string,
): Promise<{ settings: FolderSettings; told: readonly SkippedFile[] }> {
  const fault = (reason: string, line?: number) => ({
    settings: NONE,
    told: [{ file: FILE, ...(line !== undefined && { line }), reason, fault: true }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(join(dir, FILE));
  } catch (error) {
    return codeOf(error) === "ENOENT" ? { settings: NONE, told: [] } : fault(`unreadable (${codeOf(error)})`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fault("not in UTF-8: save it in that encoding");
  }
  const read = readYaml(text, SCHEMA, 1);
  const wrong = "reason" in read ? read : read.faults[0];
  if ("reason" in read || wrong !== undefined) return fault(wrong?.reason ?? "", wrong?.line);
  const { site, aliases, keep } = read.value;
  return {
    settings: { ...(site !== undefined && { site }), aliases, keepsAll: keep === "all" },
    told: read.unknown.map(({ key, line }) => ({
      file: FILE,
      line,
      reason: `the key "${key}" is not known: use site, aliases or keep`,
      fault: true,
    })),
  };
}
