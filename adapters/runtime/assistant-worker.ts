/**
 * A worker thread with the whole assistant in it: it loads the folder and answers what the main thread sends, which meanwhile reads and
 * writes to the platforms. `openInWorker` starts it.
 */

import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage, WorkerRequest, WorkerTask } from "./assistant-messages.ts";
import { describeError } from "./describe-error.ts";
import { LOG_LEVELS } from "./log.ts";
import type { Logger } from "./logger.ts";
import { openHere } from "./service.ts";

const task: WorkerTask = workerData;
const post = (message: WorkerMessage) => parentPort?.postMessage(message);
/** The main thread drops secrets from what it logs. */
const describe = (error: unknown) => describeError(error, (text) => text);

const least = LOG_LEVELS.indexOf(task.settings.logLevel);
const logAt =
  (level: keyof Logger): Logger["error"] =>
  (event, fields, cause) => {
    // Every file that is read is worth a line of debugging, and none crosses that nobody wants.
    if (LOG_LEVELS.indexOf(level) < least) return;
    post({ kind: "log", level, event, fields, cause: cause === undefined ? undefined : describe(cause) });
  };
const log: Logger = {
  debug: logAt("debug"),
  info: logAt("info"),
  warn: logAt("warn"),
  error: logAt("error"),
};

try {
  const { assistant, summary, note } = await openHere({
    ...task,
    log,
    tell: (sentence) => post({ kind: "tell", sentence }),
  });
  parentPort?.on("message", ({ id, request }: WorkerRequest) => {
    assistant.handle(request).then(
      (reply) => post({ kind: "reply", id, reply }),
      (error: unknown) => post({ kind: "failed", id, error: describe(error) }),
    );
  });
  post({ kind: "ready", summary, note });
} catch (error) {
  post({ kind: "refused", error: describe(error) });
}
