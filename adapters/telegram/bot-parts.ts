import type { Guard } from "../runtime/guard.ts";
import type { Logger } from "../runtime/logger.ts";

/** The parts that every composer of the bot works with. */
export interface BotParts {
  readonly guard: Guard;
  readonly log: Logger;
  /** True once for each `key` within a minute: for messages that come twice, and albums. */
  isFirst(key: string): boolean;
  /** Does work that no update waits for. */
  background(work: () => Promise<unknown>): void;
}
