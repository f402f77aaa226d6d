#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { config } from "dotenv";
import type { Assistant } from "../src/index.ts";
import type { ChatAdapter, Logger } from "./runtime/adapter.ts";
import { createGuard } from "./runtime/guard.ts";
import { createLogger } from "./runtime/log.ts";
import { openAssistant } from "./runtime/open-assistant.ts";
import { EXIT_CONFIG, OperatorError } from "./runtime/operator-error.ts";
import { remembering } from "./runtime/remember.ts";
import { type Running, runAdapters } from "./runtime/run-adapters.ts";
import { createScrub } from "./runtime/scrub.ts";
import { readSettings, type Settings } from "./runtime/settings.ts";
import { openChat } from "./terminal/chat.ts";
import { type Command, EXIT_USAGE, parseCommandLine, USAGE, UsageError } from "./terminal/command-line.ts";
import { runCommand } from "./terminal/commands/run-command.ts";
import { styleFor } from "./terminal/style.ts";

/** From a signal to the end of what was begun; the process is gone a second later at the latest. */
const GRACE_MS = 4000;
/** The same after a bug: the state is not to be trusted for longer than that. */
const CRASH_GRACE_MS = 2000;

/** The articles that ship, wherever the program is installed. */
const SHIPPED_CORPUS = fileURLToPath(new URL("../../corpus", import.meta.url));
const streams = { input: process.stdin, output: process.stdout, error: process.stderr };

let log: Logger = createLogger({ level: "info" });
let scrub = createScrub([]);
let running: Running | undefined;
let crashing = false;

process.on("uncaughtException", (error) => void crash(error));
process.on("unhandledRejection", (error) => void crash(error));
for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);

try {
  end(await run(parseCommandLine(process.argv.slice(2))));
} catch (error) {
  end(await failed(error));
}

async function run(command: Command): Promise<number> {
  const env = readEnvironment();
  const { settings, warnings } = readSettings(env, process.cwd());
  const secrets = secretsOf(settings);
  log = createLogger({ level: settings.logLevel, secrets });
  scrub = createScrub(secrets);
  const open = () => openAssistant(command.corpus ?? settings.corpusDir ?? SHIPPED_CORPUS, log);
  const style = styleFor(process.stdout.isTTY, env.NO_COLOR);
  if (command.name !== "run" && command.name !== "serve") {
    return runCommand(command, { streams, style, version: versionOf(), open });
  }
  for (const warning of warnings) tell(warning);
  const tokens = tokensOf(settings).length;
  if (tokens === 0 && command.name === "serve") {
    throw new OperatorError(
      "No chat platform has a token: set TELEGRAM_BOT_TOKEN or DISCORD_TOKEN (or both) in the environment or in .env.",
    );
  }
  const { assistant } = await open();
  if (tokens > 0) return serve(settings, assistant);
  if (!process.stdin.isTTY)
    tell("No token is set (TELEGRAM_BOT_TOKEN, DISCORD_TOKEN): this is the terminal chat.");
  await openChat({ assistant, streams, style, log });
  return 0;
}

/** Runs the platforms until a signal or the end of the last of them. */
async function serve(settings: Settings, assistant: Assistant): Promise<number> {
  let stopping = false;
  const stop = () => {
    if (stopping || !running) process.exit(stopping ? 1 : 0);
    stopping = true;
    log.info("stopping");
    void running.stop(GRACE_MS);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The examples are needed at once, and looking for them warms up what the first questions would wait for.
  await assistant.handle({ kind: "examples" });
  running = runAdapters(await platformsOf(settings, remembering(assistant)), { log, tell });
  return running.finished;
}

/** One line for each platform; it is loaded only when it has a token. */
async function platformsOf(settings: Settings, assistant: Assistant): Promise<Map<string, ChatAdapter>> {
  const { createLimits } = await import("./runtime/limits.ts");
  const limits = createLimits(settings.rateLimit);
  const parts = (platform: string, answersExcess = false) => ({
    assistant,
    limits,
    log,
    tell,
    guard: createGuard(assistant, { platform, limits, log, answersExcess }),
  });
  const platforms = new Map<string, ChatAdapter>();
  if (settings.telegram) {
    const { createTelegram } = await import("./telegram/telegram.ts");
    platforms.set("telegram", createTelegram({ ...parts("telegram"), settings: settings.telegram }));
  } else tell("Telegram is off: TELEGRAM_BOT_TOKEN is not set.");
  if (settings.discord) {
    const { createDiscord } = await import("./discord/discord.ts");
    platforms.set("discord", createDiscord({ ...parts("discord", true), settings: settings.discord }));
  } else tell("Discord is off: DISCORD_TOKEN is not set.");
  return platforms;
}

/** What stands in `.env` counts where the environment itself says nothing. */
function readEnvironment(): Record<string, string | undefined> {
  const fromFile: Record<string, string> = {};
  const { error } = config({ quiet: true, processEnv: fromFile });
  if (error && error.code !== "ENOENT") {
    throw new OperatorError(
      `The file .env cannot be read (${error.code}): correct its rights, or remove it.`,
    );
  }
  return { ...fromFile, ...process.env };
}

function tokensOf({ telegram, discord }: Settings): string[] {
  return [telegram, discord].flatMap((platform) => (platform ? [platform.token] : []));
}

/** What no line may hold: the tokens, and the password of a proxy. */
function secretsOf(settings: Settings): string[] {
  const { proxy } = settings.telegram ?? {};
  return [...tokensOf(settings), proxy === undefined ? "" : new URL(proxy).password];
}

function versionOf(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

/** The exit code for what ended the run: an operator's or a caller's mistake in one sentence, a bug with its stack. */
async function failed(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    tell(`${error.message}; usage: ${USAGE}`);
    return EXIT_USAGE;
  }
  if (error instanceof OperatorError) {
    tell(error.message);
    return EXIT_CONFIG;
  }
  await crash(error);
  return 1;
}

/** A bug that nobody caught: what was begun is finished, what comes next is a fresh process. */
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

/** A sentence for whoever runs the program. */
function tell(sentence: string): void {
  console.error(scrub(sentence));
}

/** Whoever read us went away (`isnad batch | head`): that is no fault, and the next write ends the command. */
function ignoreClosedPipe(error: Error): void {
  if (!("code" in error) || error.code !== "EPIPE") throw error;
}
