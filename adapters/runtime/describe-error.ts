/** The parts of an error that are told: an allow-list, since errors of clients carry requests, and requests carry texts and tokens. */
export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  /** Telegram's own words for a refusal. */
  readonly description?: string;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/**
 * Why something failed, in one short word for the log: the system's code of the innermost cause (`ENOTFOUND`,
 * `ECONNREFUSED`, `CERT_HAS_EXPIRED`), else the status of an HTTP response (`HTTP 502`), else the error's name.
 * Holds no text of a message, so no address, token or word of a person.
 */
export function causeCode(error: unknown): string {
  const errors = chainOf(error);
  const codes = errors.map(codeOf).filter((code) => typeof code === "string" && SYSTEM_CODE.test(code));
  const status = errors.map(({ status }) => status).find((value) => typeof value === "number");
  return String(
    codes.at(-1) ?? (status === undefined ? errors.at(-1)?.name : `HTTP ${status}`) ?? typeof error,
  );
}

/** As Node, OpenSSL and undici write them: `ECONNRESET`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `UND_ERR_SOCKET`. */
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

/** An error, its cause, the cause of that, and so on; of a list of causes (one for each address tried) the first. */
function chainOf(error: unknown): (Error & { readonly status?: unknown })[] {
  const chain: Error[] = [];
  for (let next = error; next instanceof Error && chain.length <= DEPTH; next = causeOf(next))
    chain.push(next);
  return chain;
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

/** `cause` as JavaScript has it, `error`, under which grammY keeps what it wraps, or the first of several errors. */
function causeOf(error: Error): Error | undefined {
  if (error.cause instanceof Error) return error.cause;
  if ("error" in error && error.error instanceof Error) return error.error;
  return error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : undefined;
}
