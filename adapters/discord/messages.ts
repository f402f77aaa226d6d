import { LRUCache } from "lru-cache";
import { languageOf, type Reply, wordingOf } from "../../src/index.ts";
import type { Logger, UnguardedLimits } from "../runtime/adapter.ts";
import { newErrorCode } from "../runtime/log.ts";
import type { Api } from "./api.ts";
import { deliver } from "./delivery.ts";
import { escapeInside } from "./escape.ts";
import { type Addressed, readAddressed } from "./incoming-message.ts";
import { personOf } from "./interactions.ts";
import { type Payload, textPayload } from "./payload.ts";
import { renderReply } from "./render.ts";
import type { Assistant } from "./requests.ts";

export interface MessagesOptions {
  readonly assistant: Assistant;
  readonly limits: UnguardedLimits;
  readonly log: Logger;
  readonly api: Api;
}

const SEEN_MS = 15 * 60_000;
const SEEN_LIMIT = 20_000;

/**
 * Answers mentions of the bot `me`, replies to it and direct messages, each once, in the channel or thread where they stand;
 * silent to all else. Never rejects.
 */
export function createMessages({ assistant, limits, log, api }: MessagesOptions) {
  const seen = new LRUCache<string, true>({ max: SEEN_LIMIT, ttl: SEEN_MS });

  return async function serve(data: unknown, me: string): Promise<void> {
    const message = readAddressed(data, me);
    if (message === undefined || seen.has(message.id)) return;
    seen.set(message.id, true);
    try {
      await send(message, await answer(message));
    } catch (error) {
      const code = newErrorCode();
      log.error("discord.bug", { kind: "message", code }, error);
      await send(message, [lineOf(wordingOf(languageOf(message.text)).apology(code))]).catch(() => {});
    }
  };

  async function answer(message: Addressed): Promise<readonly Payload[]> {
    const allowed = await limits.question(personOf(message));
    // A message can wait for an answer without harm: one line is enough for a run of excess.
    if (allowed === "excess") return [];
    if (allowed === "first") return [lineOf(wordingOf(languageOf(message.text)).tooFast(10))];
    return renderReply(await replyTo(message), { asker: message.person, isPublic: !message.alone });
  }

  function replyTo({ text, context }: Addressed): Promise<Reply> {
    if (text === "") return assistant.handle({ kind: "start" });
    return assistant.handle({ kind: "ask", text, ...(context === undefined ? {} : { context }) });
  }

  async function send(message: Addressed, payloads: readonly Payload[]): Promise<void> {
    for (const [i, payload] of payloads.entries()) {
      const nonce = i === 0 ? message.id : `${message.id}-${i}`;
      const outcome = await deliver(() => api.reply(message.channel, message.id, payload, nonce), true);
      if (outcome === "sent") continue;
      log.info("discord.message-refused", { what: "reply", outcome });
      return;
    }
  }
}

function lineOf(line: string): Payload {
  return textPayload(escapeInside(line));
}
