import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MAIN = join(ROOT, "dist/adapters/main.js");
/** The word lists, which stand beside the modules that read them. */
const DATA = "src/arabic/data";
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

export interface ProgramRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  /** Standard input, whole. Absent: it stays open. */
  readonly input?: string;
  /** All that the program has of an environment, beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A line of shell that starts it as `exec "$@"`, for what only a shell sets: redirections and limits. */
  readonly shell?: string;
}

/** A module of the built program, which is built anew when a source is younger: a thread reads no TypeScript. */
export function builtModule(path: string): URL {
  buildOnce();
  return pathToFileURL(join(ROOT, "dist", path));
}

/** Starts the built program, which is built anew when a source is younger. */
export function startProgram({ args = [], input, env = {}, cwd = ROOT, shell }: ProgramOptions) {
  buildOnce();
  const command = [...(shell ? ["sh", "-c", shell, "sh"] : []), process.execPath, MAIN, ...args];
  const child = spawn(command[0] ?? "", command.slice(1), { cwd, env: { PATH: process.env.PATH, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => {});
  if (input !== undefined) child.stdin.end(input);
  const ended = once(child, "close").then(([code, signal]): ProgramRun => ({ code, signal, stdout, stderr }));
  /** Resolves when what the program printed fits; rejects when it ended before. */
  const prints = async (pattern: RegExp): Promise<void> => {
    const over = ended.then(() => true);
    while (!pattern.test(stdout + stderr)) {
      const tick = new Promise<false>((resolve) => setTimeout(resolve, 10, false));
      if ((await Promise.race([over, tick])) && !pattern.test(stdout + stderr)) {
        throw new Error(`ended without printing ${pattern}: ${stdout}${stderr}`);
      }
    }
  };
  return { child, ended, prints };
}

/** Runs the built program to its end. */
export function runProgram(options: ProgramOptions): Promise<ProgramRun> {
  return startProgram({ input: "", ...options }).ended;
}

/** Writes files into a folder; folders between are made. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

let isBuilt = false;
function buildOnce(): void {
  if (isBuilt) return;
  const youngest = Math.max(...["src", "adapters"].flatMap((dir) => timesIn(join(ROOT, dir))));
  // Faults of types are the type checker's to report; what was emitted runs.
  if (timeOf(MAIN) < youngest) {
    spawnSync(process.execPath, [TSC, "-p", "tsconfig.build.json"], { cwd: ROOT });
    cpSync(join(ROOT, DATA), join(ROOT, "dist", DATA), { recursive: true });
  }
  isBuilt = true;
}

function timesIn(dir: string): number[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" }).map((file) => timeOf(join(dir, file)));
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
