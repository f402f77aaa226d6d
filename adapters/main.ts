#!/usr/bin/env node

/** The process: hands the command line and the environment to the program, and is the only one that reads them. */

import { parse } from "dotenv";

// Node opens the files of a program side by side while it loads them, so a low limit shows here first.
const { runIsnad } = await import("./program.ts").catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  // A bad line of a word list: the message names it.
  if (error.name === "DataFileError") console.error(error.message);
  else if ("code" in error && error.code === "EMFILE")
    console.error("Isnad may open too few files to be loaded: allow more of them (ulimit -n 1024).");
  else throw error;
  process.exit(78);
});
await runIsnad(process.argv.slice(2), { env: process.env, workingDir: process.cwd(), parseEnvFile: parse });
