import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Assistant, OperatorError, printable } from "../src/index.ts";
import { openPlatforms } from "./platforms.ts";
import { commandOpeners } from "./runtime/command-openers.ts";
import { logLoaded } from "./runtime/corpus-report.ts";
import { causeCode } from "./runtime/describe-error.ts";
import { createLogger, standardError } from "./runtime/log.ts";
import type { Logger } from "./runtime/logger.ts";
import { openService } from "./runtime/open-service.ts";
import { EXIT_CONFIG, type Running, runAdapters } from "./runtime/run-adapters.ts";
import { createScrub } from "./runtime/scrub.ts";
import type { VariableSource } from "./runtime/setting-files.ts";
import { readSettings, type Settings, secretsOf, tokensOf } from "./runtime/settings.ts";
import { openChat } from "./terminal/chat.ts";
import { type Command, EXIT_USAGE, parseCommandLine, USAGE, UsageError } from "./terminal/command-line.ts";
import { runCommand } from "./terminal/commands/run-command.ts";
import { whileLoading } from "./terminal/loading.ts";
import { styleFor } from "./terminal/style.ts";

/** From a signal to the end of the work that was begun; the process is gone a second later at the latest. */
const GRACE_MS = 4000;
/** The same after a bug: the state is not to be trusted for longer than that. */
const CRASH_GRACE_MS = 2000;

/** The articles that ship, wherever the program is installed. */
const SHIPPED_CORPUS = fileURLToPath(new URL("../../corpus", import.meta.url));
const streams = { input: process.stdin, output: process.stdout, error: process.stderr };
const operator = standardError();

let log: Logger = createLogger({ level: "info" });
let scrub = createScrub([]);
let running: Running | undefined;
let crashing = false;
/** Why standard output could not be written to. */
let outputFault: string | undefined;

/** Runs a command line to its end, and ends the process with its exit code. */
export async function runIsnad(args: readonly string[], source: VariableSource): Promise<void> {
  process.on("uncaughtException", (error) => void crash(error));
  process.on("unhandledRejection", (error) => void crash(error));
  // Without a listener this signal opens Node's debugger, to which anybody on this machine could connect.
  process.on("SIGUSR1", () => log.info("signal.ignored", { signal: "SIGUSR1" }));
  process.stdout.on("error", (error) => {
    outputFault ??= "code" in error ? String(error.code) : error.name;
  });
  process.stderr.on("error", () => {});
  try {
    end(await run(parseCommandLine(args), source));
  } catch (error) {
    end(await failed(error));
  }
}

async function run(command: Command, source: VariableSource): Promise<number> {
  const { env } = source;
  const { settings, warnings } = readSettings(source);
  const secrets = secretsOf(settings);
  log = createLogger({ level: settings.logLevel, secrets });
  scrub = createScrub(secrets);
  const loading = env.TERM === "dumb" ? undefined : process.stderr;
  const dir = command.corpus ?? settings.corpusDir ?? SHIPPED_CORPUS;
  // A folder that the command line names goes before the cluster.
  const opensearch = command.corpus === undefined ? settings.opensearch : undefined;
  const style = styleFor(process.stdout.isTTY, env.NO_COLOR);
  if (command.name !== "run" && command.name !== "serve") {
    const openers = await commandOpeners({
      ...{ command: command.name, dir, opensearch, settings, log, tell },
      noWait: "noWait" in command,
      whileLoading: (load) => whileLoading(loading, load, tell),
    });
    const code = await runCommand(command, {
      ...{ streams, style, version: versionOf(), opensearch: settings.opensearch },
      ...{ corpusDir: dir, namedCorpus: command.corpus ?? settings.corpusDir },
      ...openers,
    });
    tell(openers.missed());
    // Nobody reads the answers any more (`isnad batch | head`): that is no fault.
    if (outputFault === undefined || outputFault === "EPIPE") return code;
    tell(`The output could not be written (${outputFault}).`);
    return 1;
  }
  for (const warning of warnings) tell(warning);
  const tokens = tokensOf(settings).length;
  if (tokens === 0 && command.name === "serve") {
    throw new OperatorError(
      "No chat platform has a token: set TELEGRAM_BOT_TOKEN or DISCORD_TOKEN (or both) in the environment or in .env.",
    );
  }
  const began = performance.now();
  const open = (told: (sentence: string) => void) =>
    openService({ dir, opensearch, command: command.name, settings, log, tell: told });
  const { assistant, summary, note } = await whileLoading(loading, open, tell);
  if (tokens > 0) {
    logLoaded(summary, performance.now() - began, log);
    return serve(settings, assistant);
  }
  if (!process.stdin.isTTY)
    tell("No token is set (TELEGRAM_BOT_TOKEN, DISCORD_TOKEN): this is the terminal chat.");
  tell(note);
  await openChat({ assistant, streams, style, log });
  return 0;
}

/** Runs the platforms until a signal or the end of the last of them. */
async function serve(settings: Settings, assistant: Assistant): Promise<number> {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // A terminal that closes may say so twice, to the shell's job and to each of its processes.
    if (stopping && signal === "SIGHUP") return;
    if (stopping || !running) process.exit(stopping ? 1 : 0);
    stopping = true;
    log.info("stopping", { signal });
    void running.stop(GRACE_MS);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"] as const) process.on(signal, stop);
  // The examples are needed at once, and looking for them warms up the code that the first questions would wait for.
  await assistant.handle({ kind: "examples" });
  running = runAdapters(await openPlatforms(settings, assistant, { log, tell }), { log, tell });
  return running.finished;
}

function versionOf(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

/** The exit code of an error that ended the run: an operator's or a caller's mistake in one sentence, a bug with its stack. */
async function failed(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    tell(`${error.message}; usage: ${USAGE}`);
    return EXIT_USAGE;
  }
  if (error instanceof OperatorError) {
    tell(error.message);
    return EXIT_CONFIG;
  }
  if (causeCode(error) === "EMFILE") {
    tell("Isnad may open too few files: allow more of them (ulimit -n 1024).");
    return EXIT_CONFIG;
  }
  await crash(error);
  return 1;
}

/** A bug that nobody caught: the work that was begun is finished, and a fresh process takes over. */
async function crash(error: unknown): Promise<void> {
  if (crashing) return;
  crashing = true;
  log.error("crash", {}, error);
  await running?.stop(CRASH_GRACE_MS);
  process.exit(1);
}

function end(code: number): void {
  if (!crashing) process.exit(code);
}

/** A sentence for the person who runs the program. One that cannot be written is lost, as a line of the log is. */
function tell(sentence: string | undefined): void {
  if (sentence === undefined) return;
  try {
    operator.write(`${printable(scrub(sentence))}\n`);
  } catch {}
}
