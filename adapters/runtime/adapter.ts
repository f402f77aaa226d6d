import type { Guard } from "./guard.ts";

/** A chat platform, wired up. */
export interface ChatAdapter {
  /**
   * Resolves when it is receiving, which may be long after a platform that is down comes back: nobody waits for it in
   * order to stop. Rejects with an `OperatorError` when the platform refuses us at once.
   */
  start(): Promise<void>;
  /** Takes nothing new and finishes what was begun, within `graceMs`; also before `start` has resolved. */
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
  /** One sentence that says what happened and the cure; no secret in it. */
  readonly message: string;
}

/** What every chat adapter is made with; `S` are its own settings. */
export interface AdapterOptions<S> {
  /** Answers every request of the platform. */
  readonly guard: Guard;
  readonly settings: S;
  readonly log: Logger;
  /** One sentence for the operator, printed as it is: where the bot is found, what is switched off. No secret, no text of a person. */
  tell(sentence: string): void;
}

/** Where events go. Fields are an allow-list by construction: numbers, short codes, never a person's text, name or id. */
export interface Logger {
  /** `cause` as with `error`: a refused call is told here in the platform's own words. */
  debug(event: string, fields?: LogFields, cause?: unknown): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `cause` is logged by name, code, scrubbed message and stack. */
  error(event: string, fields?: LogFields, cause?: unknown): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Counts what people do. Questions and presses (type-ahead too) have buckets of their own. */
export interface Limits {
  admit(kind: "question" | "press", person: string): Promise<Admission>;
}

/** May a person ask now? */
export type Admission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Until the person may ask again. */
      readonly seconds: number;
      /** The first refusal of a run: one courteous line is due, and silence after it. */
      readonly isFirst: boolean;
    };
