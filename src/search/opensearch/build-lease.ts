import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "../../corpus/operator-error.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { ADMIN_PATIENCE, indicesOf, writeDescription } from "./indices.ts";
import { INDEX_FORMAT, type IndexDescription } from "./stored-documents.ts";

/** Says of an index that somebody is building it. */
export interface BuildLease {
  /** Ends it, with what the index says of itself from now on. Done once; nothing afterwards. */
  release(description?: IndexDescription): Promise<void>;
}

/** Milliseconds between two signs of life, and for which none means that nobody is at work. */
const SIGN_EVERY = 3000;
const NO_SIGN_FOR = 8000;

/** Takes the lease of an index, and keeps it. */
export async function holdLease(cluster: OpenSearchCluster, index: string): Promise<BuildLease> {
  const name = randomUUID();
  let signs = 0;
  const sign = () =>
    writeDescription(cluster, index, { format: INDEX_FORMAT, builder: `${name}:${signs++}` });
  await sign();
  // One that fails is followed by another.
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(sign).catch(() => {});
  }, SIGN_EVERY).unref();
  let isHeld = true;
  return {
    async release(description = { format: INDEX_FORMAT }) {
      if (!isHeld) return;
      isHeld = false;
      clearInterval(timer);
      await last;
      await writeDescription(cluster, index, description);
    },
  };
}

/**
 * Waits until it is sure that nobody is building under an alias: clocks of two machines may differ, so that a sign of life is one that changes.
 * @throws OperatorError where somebody is
 */
export async function expectNoBuilder(
  cluster: OpenSearchCluster,
  alias: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const signs = async () =>
    (await indicesOf(cluster, alias, ADMIN_PATIENCE))
      .flatMap(({ description }) => description?.builder ?? [])
      .join();
  const before = await signs();
  if (before === "") return;
  await pause(NO_SIGN_FOR, undefined, signal && { signal });
  if ((await signs()) === before) return;
  throw new OperatorError("Another process is building this index: wait for it, or end it.");
}
