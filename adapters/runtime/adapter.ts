/** A chat platform, wired up. `start` resolves when it is receiving; `stop` finishes what was begun, within `graceMs`. */
export interface ChatAdapter {
  start(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** Where events go. Fields are an allow-list by construction: numbers, short codes, never a person's text, name or id. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `cause` is logged by name, code, scrubbed message and stack. */
  error(event: string, fields?: LogFields, cause?: unknown): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Says whether a person may ask now. Questions and presses have buckets of their own.
 * `first` is said once for a run of excess, so that one courteous line can be sent.
 */
export interface Limits {
  question(person: string): Promise<"ok" | "first" | "excess">;
  press(person: string): Promise<boolean>;
}
