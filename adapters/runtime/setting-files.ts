import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { OperatorError } from "../../src/index.ts";
import { causeCode } from "./describe-error.ts";

/** Variables by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Where variables come from. */
export interface VariableSource {
  /** The environment of the process. */
  readonly env: Variables;
  /** The folder of the file `.env`; relative paths count from it. */
  readonly workingDir: string;
  /** Reads the text of a `.env`. */
  parseEnvFile(text: string): Variables;
}

/** Keys that may also be given as a file, by the same name with `_FILE`. */
export const SECRET_KEYS = [
  "TELEGRAM_BOT_TOKEN",
  "WEBHOOK_SECRET",
  "DISCORD_TOKEN",
  "EMBEDDINGS_KEY",
  "RERANK_KEY",
  "OPENSEARCH_PASSWORD",
  "REDIS_URL",
] as const;

/** Longer than any token; a file of this size is something else. */
const SECRET_BYTES = 4096;

/**
 * The environment, the file `.env` and the files of secrets together, trimmed, the empty ones left out. An empty variable is as
 * good as none, as `TELEGRAM_BOT_TOKEN=` is that Docker Compose passes on: it hides no value of `.env`. A variable that is set
 * counts before the file's. A problem or a warning is a clause or a sentence without any value in it.
 * @throws OperatorError when `.env` cannot be read, or is not UTF-8
 */
export function readVariables({ env, workingDir, parseEnvFile }: VariableSource) {
  const path = join(workingDir, ".env");
  const fromFile = given(parseEnvFile(readText(path)));
  const variables = { ...fromFile, ...given(env) };
  const problems: string[] = [];
  const warnings: string[] = [];
  const warnIfOpen = (file: string, what: string) => {
    if (isOpenToAll(statSync(file).mode)) warnings.push(`${what}: chmod 600 would keep it to you.`);
  };
  if (SECRET_KEYS.some((key) => key in fromFile))
    warnIfOpen(path, `The file ${path} holds a token, and everybody on this machine may read it`);

  // As container platforms hand secrets over: each a short text in a file of its own.
  for (const key of SECRET_KEYS) {
    const name = `${key}_FILE`;
    const file = variables[name] && resolve(workingDir, variables[name]);
    if (file && variables[key]) problems.push(`${key} and ${name} are both given: keep one of them`);
    else if (file) {
      try {
        const { size } = statSync(file);
        const secret = size > SECRET_BYTES ? "" : readFileSync(file, "utf8").trim();
        if (secret === "") problems.push(`${name} names a file of ${size} bytes that is no secret, ${file}`);
        else variables[key] = secret;
        warnIfOpen(file, `${name} names a file that everybody on this machine may read`);
      } catch (error) {
        problems.push(`${name} names a file that cannot be read, ${file} (${causeCode(error)})`);
      }
    }
  }
  return { variables, problems, warnings };
}

/**
 * May every user of the machine read a file of this mode? A group is no stranger: 0640 is how a service gets its file.
 * Windows has rights of another kind, and gives 0666 for every file.
 */
export function isOpenToAll(mode: number, platform: NodeJS.Platform = process.platform): boolean {
  return platform !== "win32" && (mode & 0o004) !== 0;
}

/** The text of a `.env`; "" where there is none. A file in UTF-16 without a mark reads as UTF-8 with a zero after every letter. */
function readText(path: string): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    if (!text.includes("\0")) return text;
  } catch (error) {
    const code = causeCode(error);
    if (code === "ENOENT") return "";
    if (code !== "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new OperatorError(`The file ${path} cannot be read (${code}): correct its rights, or remove it.`);
  }
  throw new OperatorError(
    `The file ${path} is not UTF-8: save it in that encoding (PowerShell writes UTF-16; Set-Content -Encoding utf8 writes UTF-8).`,
  );
}

function given(variables: Variables): Record<string, string> {
  const trimmed = Object.entries(variables).map(([key, value]) => [key, value?.trim() ?? ""] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}
