import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "dotenv";
import { OperatorError } from "../../src/index.ts";

/** Variables by their names; empty ones are left out. */
export type Variables = Readonly<Record<string, string>>;

/** Keys that may also be given as a file, by the same name with `_FILE`. */
export const SECRET_KEYS = ["TELEGRAM_BOT_TOKEN", "DISCORD_TOKEN"] as const;

/** Longer than any token; a file of this size is something else. */
const SECRET_BYTES = 4096;

/**
 * The environment and the file `.env` of `dir` together. An empty variable is as good as none, as `TELEGRAM_BOT_TOKEN=`
 * is that Docker Compose passes on: it hides no value of the file. A variable that is set counts before the file's.
 * @throws OperatorError when the file cannot be read, or is not UTF-8
 */
export function withEnvFile(
  env: Readonly<Record<string, string | undefined>>,
  dir: string,
): { readonly variables: Variables; readonly warnings: readonly string[] } {
  const path = join(dir, ".env");
  const bytes = readIfThere(path);
  const fromFile = given(bytes === undefined ? {} : parse(decoded(bytes, path)));
  const isOpen = SECRET_KEYS.some((key) => key in fromFile) && isOpenToAll(statSync(path).mode);
  return {
    variables: { ...fromFile, ...given(env) },
    warnings: isOpen
      ? [
          `The file ${path} holds a token, and everybody on this machine may read it: chmod 600 would keep it to you.`,
        ]
      : [],
  };
}

/**
 * Secrets as container platforms hand them over, each a short text in a file that `KEY_FILE` names. Never throws.
 * A problem or a warning is a clause or a sentence without any value in it.
 */
export function secretsFromFiles(env: Variables, workingDir: string) {
  const found: Record<string, string> = {};
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const key of SECRET_KEYS) {
    const name = `${key}_FILE`;
    const file = env[name];
    if (file === undefined) continue;
    const path = resolve(workingDir, file);
    if (env[key] !== undefined) problems.push(`${key} and ${name} are both given: keep one of them`);
    else
      try {
        const { mode, size } = statSync(path);
        const text = size > SECRET_BYTES ? "" : readFileSync(path, "utf8").trim();
        if (size > SECRET_BYTES)
          problems.push(`${name} names a file of ${size} bytes, ${path}, which is no secret`);
        else if (text === "") problems.push(`${name} names an empty file, ${path}`);
        found[key] = text;
        if (isOpenToAll(mode))
          warnings.push(
            `${name} names a file that everybody on this machine may read: chmod 600 would keep it to you.`,
          );
      } catch (error) {
        problems.push(`${name} names a file that cannot be read, ${path} (${codeOf(error)})`);
      }
  }
  return { found, problems, warnings };
}

/**
 * May every user of the machine read a file of this mode? A group is no stranger: 0640 is how a service gets its file.
 * Windows has rights of another kind, and gives 0666 for every file.
 */
export function isOpenToAll(mode: number, platform: NodeJS.Platform = process.platform): boolean {
  return platform !== "win32" && (mode & 0o004) !== 0;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new OperatorError(
      `The file ${path} cannot be read (${codeOf(error)}): correct its rights, or remove it.`,
    );
  }
}

function decoded(bytes: Buffer, path: string): string {
  if (bytes.includes(0) || /^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1", 0, 2)))
    throw new OperatorError(
      `The file ${path} is in UTF-16, as PowerShell writes it: save it as UTF-8 (Set-Content -Encoding utf8).`,
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new OperatorError(`The file ${path} is not UTF-8: save it in that encoding.`);
  }
}

function given(env: Readonly<Record<string, string | undefined>>): Variables {
  const all = Object.entries(env).map(([key, value]) => [key, value?.trim() ?? ""] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
