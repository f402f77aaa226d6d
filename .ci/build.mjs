// Compiles the program into dist/, or with `bench` as argument the program and its benches into dist-bench/, and copies
// the word lists beside the modules that read them. By Node's own fs alone, so that it runs on Windows too.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DATA = "src/arabic/data";
const bench = process.argv[2] === "bench";
const out = bench ? "dist-bench" : "dist";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync(out, { recursive: true, force: true });
const tsc = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "-p", bench ? "tsconfig.bench.json" : "tsconfig.build.json"],
  { stdio: "inherit" },
);
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
cpSync(DATA, `${out}/${DATA}`, { recursive: true, filter: (path) => !path.endsWith(".md") });
// npm makes the program executable where it installs it; this is for those who start dist/adapters/main.js itself.
if (!bench) chmodSync("dist/adapters/main.js", 0o755);
