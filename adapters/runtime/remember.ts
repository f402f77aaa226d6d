import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Assistant, Reply } from "../../src/index.ts";

/** So many replies are kept, the last asked for: a few megabytes at most. */
const KEPT = 500;
/** And no longer than this: what `/privacy` promises of everything in memory. */
const KEPT_MS = 60 * 60 * 1000;

/**
 * The assistant with a memory of its last replies. The same request gives the same reply as long as the articles are
 * the same, so what many people ask in a busy hour is worked out once. A request is known by its hash alone: no question is kept.
 */
export function remembering(assistant: Assistant): Assistant {
  const replies = new LRUCache<string, Promise<Reply>>({ max: KEPT, ttl: KEPT_MS });
  return {
    handle(request) {
      const key = createHash("sha256").update(JSON.stringify(request)).digest("base64");
      let reply = replies.get(key);
      if (reply === undefined) {
        reply = assistant.handle(request);
        replies.set(key, reply);
        reply.catch(() => replies.delete(key));
      }
      return reply;
    },
  };
}
