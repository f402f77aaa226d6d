import type { Guard } from "./guard.ts";
import type { Logger } from "./logger.ts";

/** A chat platform, wired up. */
export interface ChatAdapter {
  /**
   * Resolves when it is receiving, which may be long after a platform that is down comes back: nobody waits for it in
   * order to stop. Rejects with an `OperatorError` when the platform refuses us at once.
   */
  start(): Promise<void>;
  /** Takes nothing new and finishes the work that was begun, within `graceMs`; also before `start` has resolved. */
  stop(graceMs: number): Promise<void>;
  /**
   * Resolves when the adapter came to an end that nobody asked for and will not come back by itself: a token revoked
   * while running, an intent that is missing, a platform given up. Never rejects, and stays pending after `stop`.
   */
  readonly ended: Promise<AdapterEnd>;
}

export interface AdapterEnd {
  /** `refused`: an operator must act (exit code 78). `failed`: starting again may help (exit code 1). */
  readonly reason: "refused" | "failed";
  /** One sentence with the event and its cure; no secret in it. */
  readonly message: string;
}

/** The parts that every chat adapter is made of; `S` are its own settings. */
export interface AdapterOptions<S> {
  /** Answers every request of the platform. */
  readonly guard: Guard;
  readonly settings: S;
  readonly log: Logger;
  /** One sentence for the operator, printed as it is: where the bot is found, which modes are switched off. No secret, no text of a person. */
  tell(sentence: string): void;
}
