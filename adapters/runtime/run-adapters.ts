import { OperatorError } from "../../src/index.ts";
import type { AdapterEnd, ChatAdapter } from "./adapter.ts";
import type { Logger } from "./logger.ts";

/** `EX_CONFIG` of BSD's sysexits.h: starting again without a change of the settings is no use. */
export const EXIT_CONFIG = 78;

/** Adapters at work. */
export interface Running {
  /** Resolves with the exit code when none is left at work: 0 after `stop`, 78 when all were refused, 1 otherwise. */
  readonly finished: Promise<number>;
  /** Stops all at once and waits for them, hardly longer than `graceMs`. Never rejects. */
  stop(graceMs: number): Promise<void>;
}

export interface RunOptions {
  readonly log: Logger;
  tell(sentence: string): void;
}

/** An adapter that overruns its grace is waited for so much longer, and no more. */
const OVERRUN_MS = 300;

/**
 * Starts adapters side by side, by their names. One that comes to an end is told of, and the others go on:
 * a token that one platform revoked does not silence the other.
 */
export function runAdapters(adapters: ReadonlyMap<string, ChatAdapter>, options: RunOptions): Running {
  const atWork = new Map(adapters);
  const reasons = new Set<AdapterEnd["reason"]>();
  let stopping = false;
  let finish: (code: number) => void = () => {};
  const finished = new Promise<number>((resolve) => {
    finish = resolve;
  });

  const ended = async (name: string, end: AdapterEnd): Promise<void> => {
    const adapter = atWork.get(name);
    if (stopping || !adapter) return;
    atWork.delete(name);
    reasons.add(end.reason);
    options.log.warn("platform.ended", { platform: name, reason: end.reason, left: atWork.size });
    options.tell(end.message);
    await Promise.race([quietly(adapter.stop(0)), later(OVERRUN_MS)]);
    if (atWork.size === 0 && !stopping) finish(reasons.has("failed") ? 1 : EXIT_CONFIG);
  };

  for (const [name, adapter] of adapters) {
    adapter.start().then(
      () => {
        // A start that was given up, because all are told to stop, resolves as well.
        if (!stopping) options.log.info("platform.ready", { platform: name });
      },
      (error: unknown) => ended(name, endOf(name, error, options.log)),
    );
    void adapter.ended.then((end) => ended(name, end));
  }

  return {
    finished,
    async stop(graceMs) {
      stopping = true;
      const stops = [...atWork.values()].map((adapter) => quietly(adapter.stop(graceMs)));
      await Promise.race([Promise.all(stops), later(graceMs + OVERRUN_MS)]);
      finish(0);
    },
  };

  async function quietly(stopped: Promise<void>): Promise<void> {
    try {
      await stopped;
    } catch (error) {
      options.log.error("platform.stop-failed", {}, error);
    }
  }
}

function endOf(name: string, error: unknown, log: Logger): AdapterEnd {
  if (error instanceof OperatorError) return { reason: "refused", message: error.message };
  log.error("platform.start-failed", { platform: name }, error);
  return { reason: "failed", message: `${name} could not be started: the log says why.` };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
