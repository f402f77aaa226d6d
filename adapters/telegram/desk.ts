import type { UserFromGetMe } from "grammy/types";
import { LRUCache } from "lru-cache";
import type { Reply, Request } from "../../src/index.ts";
import { wordingOf } from "../../src/index.ts";
import type { Logger, UnguardedLimits } from "../runtime/adapter.ts";
import { newErrorCode } from "../runtime/log.ts";
import type { Sender } from "./sender.ts";

/** What every handler works with. Everything remembered here may be lost at any time: it only makes things nicer. */
export interface Desk {
  readonly assistant: { handle(request: Request): Promise<Reply> };
  readonly limits: UnguardedLimits;
  readonly log: Logger;
  readonly sender: Sender;
  /** The bot as getMe described it last. */
  me: UserFromGetMe;
  /** Messages that answered a question, by `chat message`, so that an edited question edits its answer. */
  readonly answers: LRUCache<string, readonly number[]>;
  /** What was taken on a moment ago: albums, and group messages that come a second time as a guest query. */
  readonly taken: LRUCache<string, true>;
}

const ANSWERS = { max: 10_000, ttl: 3_600_000 };
const TAKEN = { max: 1_000, ttl: 60_000 };

export function createDesk(parts: Omit<Desk, "answers" | "taken">): Desk {
  return { ...parts, answers: new LRUCache(ANSWERS), taken: new LRUCache(TAKEN) };
}

/** The assistant's reply, or an apology. */
export async function replyFor(desk: Desk, request: Request): Promise<Reply> {
  try {
    return await desk.assistant.handle(request);
  } catch (error) {
    return apology(desk, error, request.language ?? "ar");
  }
}

/** What a person gets for a mistake of ours: a line with a code that stands in the log beside the stack. */
export function apology(desk: Desk, error: unknown, language: Reply["language"]): Reply {
  const code = newErrorCode();
  desk.log.error("telegram.answer-failed", { code }, error);
  return { ...saying(language, wordingOf(language).apology(code)), failed: true };
}

/** A line of ours as a reply. */
export function saying(language: Reply["language"], text: string): Reply {
  return { language, blocks: [{ type: "text", text }], actions: [] };
}

/** True once for each `key` within a minute. */
export function takes(desk: Desk, key: string): boolean {
  if (desk.taken.has(key)) return false;
  desk.taken.set(key, true);
  return true;
}

/** Who somebody is to the limits: the platform's name in front, since other platforms count people too. */
export function limitKey(id: number): string {
  return `telegram:${id}`;
}
