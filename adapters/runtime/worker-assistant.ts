import { Worker } from "node:worker_threads";
import { OperatorError, type Reply, type Request } from "../../src/index.ts";
import { errorOf, type WorkerMessage, type WorkerRequest, type WorkerTask } from "./assistant-messages.ts";
import { growingPauses, pause } from "./pauses.ts";
import type { Service, ServiceOptions } from "./service.ts";

export interface WorkerOptions extends ServiceOptions {
  /** The program of the worker. */
  readonly script?: URL;
  /** Milliseconds from a request to its reply: more than the hardest question takes with others before it. */
  readonly deadlineMs?: number;
}

const SCRIPT = new URL("./assistant-worker.js", import.meta.url);
const DEADLINE_MS = 30_000;
/** Requests that the worker has at one time, since some wait for a server of embeddings. The others wait here, and are dropped at their deadline unasked. */
const AT_WORK = 16;
/** Milliseconds before a worker is built again that could not be. */
const REBUILD = { firstMs: 100, longestMs: 60_000 };

interface Ask {
  readonly request: Request;
  readonly timer: NodeJS.Timeout;
  resolve(reply: Reply): void;
  reject(error: Error): void;
  /** When the worker was sent it. */
  sentAt?: number;
}

type Ready = Extract<WorkerMessage, { kind: "ready" }>;

/**
 * The assistant in a worker thread: the main thread is free while articles are read and questions are answered. A request whose reply does
 * not come in time is rejected. A worker that is silent for half of that time is ended then and, like one that died, built anew; meanwhile
 * requests wait, no longer than until their deadlines.
 * @throws OperatorError, or a bug, of the worker that cannot be built the first time
 */
export async function openInWorker(options: WorkerOptions): Promise<Service> {
  const { dir, command, settings, log, tell, script = SCRIPT, deadlineMs = DEADLINE_MS } = options;
  const task: WorkerTask = { dir, command, settings };
  const waiting = new Set<Ask>();
  const atWork = new Map<number, Ask>();
  let lastId = 0;
  let worker: Worker | undefined;
  /** It answers, and is not being built any more. */
  let isReady = false;
  /** When it spoke last. */
  let heardAt = 0;
  let closed = false;

  const send = (): void => {
    for (const ask of waiting) {
      if (!isReady || atWork.size >= AT_WORK) return;
      waiting.delete(ask);
      ask.sentAt = performance.now();
      atWork.set(++lastId, ask);
      const message: WorkerRequest = { id: lastId, request: ask.request };
      worker?.postMessage(message);
    }
  };

  const take = (id: number): Ask | undefined => {
    const ask = atWork.get(id);
    atWork.delete(id);
    clearTimeout(ask?.timer);
    send();
    return ask;
  };

  const late = (ask: Ask): void => {
    ask.reject(new Error(`No reply within ${deadlineMs} ms.`));
    if (waiting.delete(ask)) return;
    for (const [id, other] of atWork) if (other === ask) atWork.delete(id);
    const silentMs = performance.now() - Math.max(heardAt, ask.sentAt ?? 0);
    if (silentMs < deadlineMs / 2) {
      send();
      return;
    }
    const hung = worker;
    lose(new Error(`The worker was silent for ${Math.round(silentMs)} ms.`));
    void hung?.terminate();
  };

  /** Gives up what was being answered, and builds a new worker. */
  const lose = (fault: Error): void => {
    isReady = false;
    for (const ask of atWork.values()) {
      clearTimeout(ask.timer);
      ask.reject(fault);
    }
    atWork.clear();
    if (!closed) void rebuild(fault);
  };

  /** Resolves when a new worker answers; rejects when it cannot. */
  const build = (): Promise<Ready> =>
    new Promise((resolve, reject) => {
      const built = new Worker(script, { workerData: task });
      worker = built;
      let fault = new Error("The worker ended.");
      built.on("message", (message: WorkerMessage) => {
        heardAt = performance.now();
        switch (message.kind) {
          case "log":
            return log[message.level](message.event, message.fields, message.cause && errorOf(message.cause));
          case "tell":
            return tell(message.sentence);
          case "ready":
            isReady = true;
            resolve(message);
            return send();
          case "refused":
            fault = errorOf(message.error);
            return void built.terminate();
          case "reply":
            return take(message.id)?.resolve(message.reply);
          case "failed":
            return take(message.id)?.reject(errorOf(message.error));
        }
      });
      built.on("error", (error) => {
        fault = memoryFault(error) ?? error;
      });
      built.on("exit", () => {
        reject(fault);
        if (worker === built && isReady) lose(fault);
      });
    });

  const rebuild = async (fault: Error): Promise<void> => {
    log.error("worker.ended", {}, fault);
    const pauses = growingPauses(REBUILD.firstMs, REBUILD.longestMs);
    while (!closed) {
      try {
        await build();
        return log.info("worker.ready");
      } catch (error) {
        log.error("worker.not-built", {}, error);
        await pause(pauses.next());
      }
    }
  };

  const { summary, note } = await build();
  log.info("worker.ready");
  return {
    summary,
    note,
    assistant: {
      language: settings.language,
      handle: (request) =>
        new Promise((resolve, reject) => {
          const ask: Ask = { request, resolve, reject, timer: setTimeout(() => late(ask), deadlineMs) };
          waiting.add(ask);
          send();
        }),
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}

/** What an operator is told of a worker that had too little memory. */
function memoryFault(error: Error): OperatorError | undefined {
  if (!("code" in error) || error.code !== "ERR_WORKER_OUT_OF_MEMORY") return undefined;
  return new OperatorError(
    "The articles need more memory than Node may use: start it with NODE_OPTIONS=--max-old-space-size=8192 (megabytes).",
  );
}
