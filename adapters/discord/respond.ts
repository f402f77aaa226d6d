import { MessageFlags, type RepliableInteraction } from "discord.js";
import type { Logger } from "../runtime/logger.ts";
import { deliver, deliverFirst, LATE, unlessLate } from "./delivery.ts";
import { isBotMember } from "./interaction-context.ts";
import { FOLLOW_UP_LIMIT } from "./platform-limits.ts";
import type { RenderedMessage } from "./render.ts";

/** The answer to an interaction. */
export type InteractionAnswer =
  /** New messages, for everybody or for the person alone. */
  | {
      readonly kind: "post";
      readonly isPrivate: boolean;
      readonly messages: readonly [RenderedMessage, ...RenderedMessage[]];
    }
  /** The message that the button stands in becomes this one. */
  | { readonly kind: "update"; readonly message: RenderedMessage }
  /** The message that the button stands in is deleted; `otherwise` is said to the person when it cannot be. */
  | { readonly kind: "delete"; readonly otherwise: RenderedMessage };

/** How an answer that is late is announced: privacy has to be settled before the answer is known. */
export type Deferral = "public" | "private" | "update";

/** How an interaction is answered. */
export interface Plan {
  readonly deferral: Deferral;
  /** Gives the answer. Called once, when the interaction arrives. */
  work(): Promise<InteractionAnswer>;
}

/** Discord gives three seconds for a first response: half of them are left for the way. */
const DEFER_AFTER_MS = 1500;

/**
 * Answers `interaction`, received at `receivedAt` (of `performance.now()`), once: directly while there is time, else by a
 * deferral that the answer then fills.
 * @throws the error of a call that Discord refuses as wrong, and the error that `work` rejects with
 */
export async function respond(
  interaction: RepliableInteraction,
  receivedAt: number,
  { deferral, work }: Plan,
  log: Logger,
): Promise<void> {
  const working = work();
  const answer = await unlessLate(working, receivedAt + DEFER_AFTER_MS - performance.now());
  if (answer !== LATE) return respondWith(answer);
  log.info("discord.deferred", { deferral });
  if (await first(() => defer(deferral))) await fill(await working);

  async function respondWith(answer: InteractionAnswer): Promise<void> {
    switch (answer.kind) {
      case "post": {
        const [message, ...others] = answer.messages;
        const flags = flagsOf(answer);
        if (await first(() => interaction.reply({ ...message, flags }))) await follow(others, answer);
        return;
      }
      case "update":
        await first(() => update(answer.message));
        return;
      case "delete":
        if (await first(() => defer("update"))) await remove(answer.otherwise);
    }
  }

  /** The answer to an interaction whose first response said that it would come. */
  async function fill(answer: InteractionAnswer): Promise<void> {
    if (answer.kind === "delete") return remove(answer.otherwise);
    // A deferred change of the message can still be answered beside the message, and only there.
    if (answer.kind === "post" && deferral === "update") return follow(answer.messages, answer);
    const [message, ...others] = answer.kind === "update" ? [answer.message] : answer.messages;
    const outcome = await deliver("edit", () => interaction.editReply(message), log);
    if (outcome === "sent" && answer.kind === "post") await follow(others, answer);
  }

  async function first(send: () => Promise<unknown>): Promise<boolean> {
    const outcome = await deliverFirst(send, receivedAt, log);
    // Where only the answer to a response was lost, the library does not know that it came through.
    if (outcome === "sent" && !interaction.deferred) interaction.replied = true;
    return outcome === "sent";
  }

  function defer(how: Deferral): Promise<unknown> {
    if (how === "update" && interaction.isMessageComponent()) return interaction.deferUpdate();
    return interaction.deferReply(how === "private" ? { flags: MessageFlags.Ephemeral } : {});
  }

  function update(message: RenderedMessage): Promise<unknown> {
    return interaction.isMessageComponent() ? interaction.update(message) : interaction.reply(message);
  }

  async function follow(messages: readonly RenderedMessage[], privacy: Privacy): Promise<void> {
    const flags = flagsOf(privacy);
    for (const message of isBotMember(interaction) ? messages : messages.slice(0, FOLLOW_UP_LIMIT)) {
      const send = () => interaction.followUp({ ...message, flags });
      if ((await deliver("follow-up", send, log, false)) !== "sent") return;
    }
  }

  async function remove(otherwise: RenderedMessage): Promise<void> {
    const outcome = await deliver("delete", () => interaction.deleteReply(), log);
    if (outcome === "forbidden") await follow([otherwise], { isPrivate: true });
  }
}

interface Privacy {
  readonly isPrivate: boolean;
}

function flagsOf({ isPrivate }: Privacy): (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral)[] {
  return isPrivate ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] : [MessageFlags.IsComponentsV2];
}
