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
