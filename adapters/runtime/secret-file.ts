import { readFileSync, statSync } from "node:fs";

export type SecretFile =
  | { readonly text: string; readonly worldReadable: boolean }
  /** What is wrong with the file, to go on after the key's name. */
  | { readonly problem: string };

/** Longer than any token; a file of this size is something else. */
const SIZE_LIMIT = 4096;

/** Reads a secret as container platforms hand it over: one short text in a file of its own. Never throws. */
export function readSecretFile(path: string): SecretFile {
  try {
    const { mode, size } = statSync(path);
    if (size > SIZE_LIMIT) return { problem: `names a file of ${size} bytes, ${path}, which is no secret` };
    const text = readFileSync(path, "utf8");
    if (text.trim() === "") return { problem: `names an empty file, ${path}` };
    return { text, worldReadable: (mode & 0o004) !== 0 };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { problem: `names a file that cannot be read, ${path} (${code})` };
  }
}
