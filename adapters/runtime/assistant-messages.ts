import { OperatorError, type Reply, type Request } from "../../src/index.ts";
import type { CorpusSummary } from "./corpus-report.ts";
import type { ErrorDescription } from "./describe-error.ts";
import type { LogFields, Logger } from "./logger.ts";
import type { Settings } from "./settings.ts";

/** What a worker thread is given when it starts. */
export interface WorkerTask {
  readonly dir: string;
  readonly command: string;
  readonly settings: Settings;
}

/** From the main thread to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: Request;
}

/** From the worker to the main thread. */
export type WorkerMessage =
  | {
      readonly kind: "log";
      readonly level: keyof Logger;
      readonly event: string;
      readonly fields?: LogFields | undefined;
      readonly cause?: ErrorDescription | undefined;
    }
  /** A sentence for the operator. */
  | { readonly kind: "tell"; readonly sentence: string }
  /** It answers from now on; `note`: a sentence for the person at a terminal. */
  | { readonly kind: "ready"; readonly summary: CorpusSummary; readonly note: string | undefined }
  /** It cannot answer, and ends. */
  | { readonly kind: "refused"; readonly error: ErrorDescription }
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply }
  | { readonly kind: "failed"; readonly id: number; readonly error: ErrorDescription };

/** The error that was described: between threads an error keeps neither its kind nor its code. */
export function errorOf({ cause, ...described }: ErrorDescription): Error {
  const error = described.name === "OperatorError" ? new OperatorError(described.message) : new Error();
  return Object.assign(error, described, cause && { cause: errorOf(cause) });
}
