import { holdsBytes } from "../../src/index.ts";
import { openHere, type Service } from "./service.ts";
import type { WorkerOptions } from "./worker-assistant.ts";

export interface OpenServiceOptions extends WorkerOptions {
  /** Bytes of articles from which on a worker thread answers. */
  readonly large?: number;
}

/** About 10,000 passages: of newspaper articles and an encyclopaedia one takes 700 to 850 bytes. */
const LARGE = 7_000_000;

/**
 * Opens the articles of a folder for a chat or a service: a large folder in a worker thread, so that reading it and answering from it hold
 * nothing else up. A small one is read and answered from at once, which a thread would only delay.
 * @throws OperatorError when the folder is missing, cannot be read, or holds no article
 */
export async function openService({ large = LARGE, ...options }: OpenServiceOptions): Promise<Service> {
  if (!(await holdsBytes(options.dir, large))) return openHere(options);
  const { openInWorker } = await import("./worker-assistant.ts");
  return openInWorker(options);
}
