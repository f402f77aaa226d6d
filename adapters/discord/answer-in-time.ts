import type { Logger } from "../runtime/adapter.ts";
import type { Api, FirstResponse } from "./api.ts";
import { type Delivered, deliver, deliverFirst } from "./delivery.ts";
import type { Caller } from "./incoming.ts";
import { onlyForOne, type Payload } from "./payload.ts";
import { FOLLOW_UP_LIMIT } from "./platform-limits.ts";

/** What an interaction is answered with. */
export type Answer =
  /** New messages, for everybody or for the person alone. */
  | {
      readonly kind: "post";
      readonly isPrivate: boolean;
      readonly messages: readonly [Payload, ...Payload[]];
    }
  /** The message that the button stands in becomes this one. */
  | { readonly kind: "update"; readonly message: Payload }
  /** The message that the button stands in is deleted; `otherwise` is said to the person when it cannot be. */
  | { readonly kind: "delete"; readonly otherwise: Payload };

/** How an answer that is late is announced: privacy has to be settled before the answer is known. */
export type Deferral = "public" | "private" | "update";

export interface Responder {
  /** Answers `caller`, once, whatever `work` does: directly while there is time, else by a deferral that the answer then fills. */
  answer(caller: Caller, receivedAt: number, deferral: Deferral, work: () => Promise<Answer>): Promise<void>;
  /** Choices while a person types: there is no deferral for these, and none come late. */
  choices(
    caller: Caller,
    receivedAt: number,
    work: () => Promise<readonly { readonly name: string; readonly value: string }[]>,
  ): Promise<void>;
}

/** Of the three seconds that Discord gives, half are left for the way. */
const DEFER_AFTER_MS = 1500;

export function createResponder(api: Api, log: Logger): Responder {
  const first = async (caller: Caller, receivedAt: number, response: FirstResponse) => {
    const outcome = await deliverFirst((signal) => api.respond(caller, response, signal), receivedAt);
    if (outcome !== "sent") {
      log.warn("discord.response-refused", { outcome, ms: Math.round(performance.now() - receivedAt) });
    }
    return outcome;
  };
  const told = (outcome: Delivered, what: string) => {
    if (outcome !== "sent") log.info("discord.message-refused", { what, outcome });
    return outcome;
  };
  const follow = async (caller: Caller, messages: readonly Payload[]) => {
    for (const message of caller.botIsThere ? messages : messages.slice(0, FOLLOW_UP_LIMIT)) {
      const outcome = told(await deliver(() => api.followUp(caller, message), false), "follow-up");
      if (outcome !== "sent") return;
    }
  };
  const remove = async (caller: Caller, otherwise: Payload) => {
    const outcome = told(await deliver(() => api.deleteOriginal(caller), true), "delete");
    if (outcome === "forbidden") await follow(caller, [onlyForOne(otherwise)]);
  };

  return {
    async answer(caller, receivedAt, deferral, work) {
      const working = work();
      const answer = await inTime(working, receivedAt + DEFER_AFTER_MS - performance.now());
      if (answer === undefined) {
        const response: FirstResponse =
          deferral === "update"
            ? { kind: "later-update" }
            : { kind: "later", isPrivate: deferral === "private" };
        log.info("discord.deferred", { deferral });
        if ((await first(caller, receivedAt, response)) !== "sent") return;
        await fill(caller, deferral, await working);
        return;
      }
      switch (answer.kind) {
        case "post": {
          const [message, ...others] = privately(answer);
          const outcome = await first(caller, receivedAt, { kind: "message", message });
          if (outcome === "sent") await follow(caller, others);
          return;
        }
        case "update":
          await first(caller, receivedAt, { kind: "update", message: answer.message });
          return;
        case "delete":
          if ((await first(caller, receivedAt, { kind: "later-update" })) === "sent") {
            await remove(caller, answer.otherwise);
          }
      }
    },
    async choices(caller, receivedAt, work) {
      const choices = (await inTime(work(), receivedAt + DEFER_AFTER_MS - performance.now())) ?? [];
      await first(caller, receivedAt, { kind: "choices", choices });
    },
  };

  /** The answer to an interaction whose first response said that it would come. */
  async function fill(caller: Caller, deferral: Deferral, answer: Answer): Promise<void> {
    if (answer.kind === "delete") return remove(caller, answer.otherwise);
    const [message, ...others] = answer.kind === "update" ? [answer.message] : privately(answer);
    // What is deferred as a change of the message can still be answered beside it, and only there.
    if (answer.kind === "post" && deferral === "update") return follow(caller, [message, ...others]);
    const edited = { ...message, flags: message.flags & ~onlyForOne({ ...message, flags: 0 }).flags };
    const outcome = told(await deliver(() => api.editOriginal(caller, edited), true), "edit");
    if (outcome === "sent") await follow(caller, others);
  }
}

function privately(answer: Answer & { kind: "post" }): readonly [Payload, ...Payload[]] {
  const [message, ...others] = answer.messages;
  return answer.isPrivate ? [onlyForOne(message), ...others.map(onlyForOne)] : answer.messages;
}

/** The outcome of `work`, or undefined when it takes longer than `ms`. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
