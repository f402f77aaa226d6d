import { createHmac } from "node:crypto";
import { setImmediate, setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { causeCode } from "./describe-error.ts";
import type { Logger } from "./logger.ts";

/** A command that is not answered by then has failed, and its connection is given up: a person waits for it. */
const COMMAND_MS = 500;
const CONNECT_MS = 1_000;
/** A connection that is being made, and is silent for so long, is begun anew. */
const SILENT_MS = 5_000;
const DISCONNECT_MS = 100;
/** Pauses between attempts to connect. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** 132 bits of a digest tell all that is counted in a day from one another. */
const KEY_LENGTH = 22;

/** Valkey or Redis, in which several processes count and claim together. It may fail at any time, and nothing else fails with it. */
export interface SharedStore {
  readonly client: Redis;
  /** A key that tells nobody without `secret` what it stands for. */
  keyOf(kind: string, id: string): string;
  /**
   * The result of commands; undefined when the store cannot be reached or does not answer. Never rejects, and takes half a second
   * at most. One line of the log says that the store fails, and one that it is back.
   */
  attempt<T>(commands: (client: Redis) => Promise<T>): Promise<T | undefined>;
  close(): void;
}

export interface SharedStoreOptions {
  /** `redis://` or `rediss://`, maybe with a name, a password and the number of a database. */
  readonly url: string;
  /** The same in every replica. */
  readonly secret: string;
  readonly log: Logger;
}

/** Connects, and goes on connecting; resolves when the store is there, when the first attempt has failed, or after a second. */
export async function openSharedStore({ url, secret, log }: SharedStoreOptions): Promise<SharedStore> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectionName: "isnad",
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    // A store that hangs does not end its side of a connection.
    disconnectTimeout: DISCONNECT_MS,
    // Nothing is kept for when the store is back: by then it was counted without it.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // The connection is begun anew for as long as the store is away.
    retryStrategy: (times) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** times),
  });
  let isFailing = false;
  const fail = (error: unknown) => {
    if (isFailing) return;
    isFailing = true;
    log.warn("store.failed", { code: codeOf(error) });
  };
  const work = () => {
    if (isFailing) log.info("store.back");
    isFailing = false;
  };
  client.on("error", fail).on("ready", work);
  // One that hangs, or still reads its data, takes connections and does not answer.
  await Promise.race([client.connect().catch(fail), setTimeout(CONNECT_MS, undefined, { ref: false })]);
  if (client.status !== "ready") fail(new OutOfTime());

  return {
    client,
    keyOf: (kind, id) =>
      `isnad:${kind}:${createHmac("sha256", secret).update(`${kind}:${id}`).digest("base64url").slice(0, KEY_LENGTH)}`,
    async attempt(commands) {
      if (client.status !== "ready") return undefined;
      const settled = new AbortController();
      try {
        const result = await Promise.race([commands(client), outOfTime(settled.signal)]);
        work();
        return result;
      } catch (error) {
        fail(error);
        if (error instanceof OutOfTime) client.disconnect(true);
        return undefined;
      } finally {
        settled.abort();
      }
    },
    close: () => client.disconnect(),
  };
}

class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

/**
 * Rejects when a command has waited too long. ioredis' own `commandTimeout` is not used: behind work that held up the process
 * for so long its timer goes off before the answer, which is there, is read. This one lets the answer be read first.
 */
async function outOfTime(settled: AbortSignal): Promise<never> {
  await setTimeout(COMMAND_MS, undefined, { signal: settled });
  await setImmediate();
  await setImmediate();
  throw new OutOfTime();
}

/** `WRONGPASS`, `NOAUTH`: the first word of the store's own refusal; else the code of the system. */
function codeOf(error: unknown): string {
  const refusal = error instanceof Error && error.name === "ReplyError" ? error.message.split(" ")[0] : "";
  return refusal || causeCode(error);
}
