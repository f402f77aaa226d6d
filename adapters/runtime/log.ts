import { randomInt } from "node:crypto";
import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import { pino } from "pino";
import { describeError } from "./describe-error.ts";
import type { LogFields, Logger } from "./logger.ts";
import { printableJson } from "./printable-json.ts";
import { createScrub } from "./scrub.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where the lines go: standard error, or anything that takes a string and says how much of it is still waiting. */
export interface LogSink {
  /** A line that cannot be written may throw: it is counted. */
  write(line: string): unknown;
  readonly writableLength: number;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** Default: standard error. */
  readonly sink?: LogSink;
  /** Texts that no line may hold: the tokens in use. */
  readonly secrets?: readonly string[];
}

/** Characters that may wait for a reader of the log that does not read; lines beyond them are dropped and counted. */
const WAITING_LIMIT = 1 << 20;

/**
 * JSON lines `{level, time, event, …fields, err?}` on standard error. An error is logged by name, code, description,
 * message and stack; never by its payload, URL or request body, which hold texts of people and tokens.
 * A sink that blocks, is full or is gone never stops the program: lines are dropped, and the next that passes says how
 * many. No line holds a control character, whatever the fields do.
 */
export function createLogger(options: LogOptions): Logger {
  const scrub = createScrub(options.secrets ?? []);
  const log = pino(
    {
      level: options.level,
      base: null,
      messageKey: "event",
      // pino's own serializer copies every field of an error, tokens and texts with them.
      serializers: { err: (described) => described },
      formatters: { level: (label) => ({ level: label }) },
    },
    droppingSink(options.sink ?? standardError(), scrub),
  );
  return {
    debug: (event, fields, cause) => log.debug(withCause(fields, cause, scrub), event),
    info: (event, fields) => log.info(fields ?? {}, event),
    warn: (event, fields) => log.warn(fields ?? {}, event),
    error: (event, fields, cause) => log.error(withCause(fields, cause, scrub), event),
  };
}

/**
 * A code of six letters and digits that are hard to mistake for each other. It stands in the apology that a person gets
 * and in the line of the log, so that an operator who is told the one finds the other.
 */
export function newErrorCode(): string {
  return Array.from({ length: 6 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join("");
}

const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

function withCause(fields: LogFields | undefined, cause: unknown, scrub: (text: string) => string): object {
  return cause === undefined ? { ...fields } : { ...fields, err: describeError(cause, scrub) };
}

/**
 * Standard error. A file or a device is written to directly: Node's stream for it closes for good with the first line that
 * a full disk does not take, and nothing would be logged any more when there is room again.
 */
export function standardError(): LogSink {
  return isFile(STANDARD_ERROR)
    ? { writableLength: 0, write: (line) => writeSync(STANDARD_ERROR, line) }
    : process.stderr;
}

const STANDARD_ERROR = 2;

function isFile(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return !isatty(descriptor) && (stats.isFile() || stats.isCharacterDevice());
  } catch {
    return false;
  }
}

/** The last sieve: no secret leaves with a line, by whichever field it came into it. */
function droppingSink(sink: LogSink, scrub: (text: string) => string): { write(line: string): void } {
  let dropped = 0;
  return {
    write(line) {
      if (sink.writableLength > WAITING_LIMIT) {
        dropped++;
        return;
      }
      try {
        if (dropped > 0) {
          sink.write(
            `${JSON.stringify({ level: "warn", time: Date.now(), event: "log.dropped", lines: dropped })}\n`,
          );
          dropped = 0;
        }
        sink.write(printableJson(scrub(line)));
      } catch {
        dropped++;
      }
    },
  };
}
