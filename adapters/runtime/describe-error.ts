/** What is told of an error: an allow-list, since errors of clients carry requests, and requests carry texts and tokens. */
export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  /** Telegram's own words for what it refused. */
  readonly description?: string;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** How far causes of causes are followed. */
const DEPTH = 3;

/** `error` by name, code, description, message and stack, every text passed through `scrub`; of a value that is no error, its type. */
export function describeError(
  error: unknown,
  scrub: (text: string) => string,
  depth = DEPTH,
): ErrorDescription {
  if (!(error instanceof Error)) {
    return { name: "NotAnError", message: typeof error === "string" ? scrub(error) : typeof error };
  }
  const code = codeOf(error);
  const description = "description" in error ? error.description : undefined;
  const status = "status" in error ? error.status : undefined;
  const cause = depth > 1 ? causeOf(error) : undefined;
  return {
    name: error.name,
    message: scrub(error.message),
    ...(code === undefined ? {} : { code }),
    ...(typeof description === "string" ? { description: scrub(description) } : {}),
    ...(typeof status === "number" ? { status } : {}),
    ...(error.stack === undefined ? {} : { stack: scrub(error.stack) }),
    ...(cause === undefined ? {} : { cause: describeError(cause, scrub, depth - 1) }),
  };
}

function codeOf(error: Error): string | number | undefined {
  for (const key of ["code", "error_code", "errno"]) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === "string" || typeof value === "number") return value;
  }
  return undefined;
}

/** `cause` as JavaScript has it, or `error`, under which grammY keeps what it wraps. */
function causeOf(error: Error): Error | undefined {
  if (error.cause instanceof Error) return error.cause;
  return "error" in error && error.error instanceof Error ? error.error : undefined;
}
