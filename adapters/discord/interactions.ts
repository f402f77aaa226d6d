import {
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionType,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Reply, Request } from "../../src/index.ts";
import type { Guard } from "../runtime/guard.ts";
import type { Admission } from "../runtime/limits.ts";
import type { Logger } from "../runtime/logger.ts";
import { createAutocomplete, readChoice } from "./autocomplete.ts";
import { type CommandName, commandNamed, OPTION_NAMES } from "./commands.ts";
import { planForComponent } from "./component-interactions.ts";
import { WAYS_ON_DISCORD } from "./help.ts";
import { isAlone, languageFor } from "./interaction-context.ts";
import { textOfMessage } from "./messages.ts";
import { renderReply } from "./render.ts";
import { type InteractionAnswer, type Plan, respond } from "./respond.ts";

export interface InteractionsOptions {
  readonly guard: Guard;
  readonly log: Logger;
  /** True once for each id: a connection that is resumed may bring an interaction or a message twice. */
  isFirst(id: string): boolean;
}

/** Serves interactions: each is answered, and each once. Never rejects: a fault is told to the person with a code that stands in the log. */
export function createInteractions({ guard, log, isFirst }: InteractionsOptions) {
  const complete = createAutocomplete(guard, log);

  return async function serve(interaction: Interaction): Promise<void> {
    const receivedAt = performance.now();
    const kind = InteractionType[interaction.type];
    if (!isFirst(interaction.id)) return log.info("discord.repeated-interaction");
    try {
      if (interaction.isAutocomplete()) await complete(interaction, receivedAt);
      else await respond(interaction, receivedAt, withApology(interaction, planFor(interaction)), log);
    } catch (error) {
      log.error("discord.response-failed", { kind }, error);
    }
    log.debug("discord.served", { kind, ms: Math.round(performance.now() - receivedAt) });
  };

  function planFor(interaction: RepliableInteraction): Plan {
    if (interaction.isMessageComponent()) return planForComponent(guard, interaction);
    if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      const command = commandNamed(interaction.commandName);
      if (command !== undefined) return planForCommand(guard, interaction, command);
    }
    return { deferral: "private", work: () => unknownCommand(interaction) };
  }

  /** A command of an older version, or of a kind that this program never had. */
  async function unknownCommand(interaction: RepliableInteraction): Promise<InteractionAnswer> {
    const language = languageFor(interaction, "");
    const reply = await guard.answer({ kind: "unknown-command", help: "/help", language });
    return answerTo(interaction, reply, true);
  }

  /** A bug in laying out a reply becomes an apology too. */
  function withApology(interaction: RepliableInteraction, { deferral, work }: Plan): Plan {
    const apologise = (error: unknown) =>
      answerTo(interaction, guard.apologise(error, languageFor(interaction, "")), true);
    return { deferral, work: () => work().catch(apologise) };
  }
}

type TextCommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

function planForCommand(guard: Guard, interaction: TextCommandInteraction, command: CommandName): Plan {
  const isPrivate = isForOne(interaction, command);
  return {
    deferral: isPrivate ? "private" : "public",
    async work() {
      const isQuestion = !["sources", "help", "privacy"].includes(command.kind);
      const admission = await guard.admit(isQuestion ? "question" : "press", interaction.user.id);
      const compact = !isPrivate && !isAlone(interaction);
      const reply = await replyToCommand(guard, interaction, command, compact, admission);
      const isForPerson = isPrivate || (reply.failed === true && !isAlone(interaction));
      return answerTo(interaction, reply, isForPerson, compact ? addresseeOf(interaction, reply) : undefined);
    },
  };
}

function replyToCommand(
  guard: Guard,
  interaction: TextCommandInteraction,
  command: CommandName,
  compact: boolean,
  admission: Admission,
): Promise<Reply> {
  const text = textOfCommand(interaction, command);
  const language = languageFor(interaction, text, command.language);
  switch (command.kind) {
    case "ask": {
      const article = optionOf(interaction, "article");
      const within = typeof article === "string" && article.trim() !== "" ? { article } : {};
      return replyToTyped(guard, { kind: "ask", text, compact, language, ...within }, admission);
    }
    case "cite":
      return replyToTyped(guard, { kind: "cite", text, compact, language }, admission);
    case "find-source":
      return guard.answer({ kind: "find-source", text, language }, admission);
    case "verify":
    case "verify-quote":
      return guard.answer({ kind: "verify", text, compact, language }, admission);
    case "help":
      return guard.answer({ kind: "help", language, ways: WAYS_ON_DISCORD }, admission);
    case "sources":
    case "privacy":
      return guard.answer({ kind: command.kind, language }, admission);
  }
}

/**
 * The reply to the text that a person typed, or the passage that they chose from the list while they typed: then the text is the
 * passage's key. A word that only looks like a key is a question.
 */
async function replyToTyped(
  guard: Guard,
  request: Request & { readonly text: string; readonly compact: boolean },
  admission: Admission,
): Promise<Reply> {
  const choice = readChoice(request.text);
  if (choice !== undefined && admission.allowed) {
    const { key, ...manner } = choice;
    const passage = await guard.answer({
      kind: "cite",
      text: `#${key}`,
      compact: request.compact,
      ...manner,
    });
    // A list that was offered before the articles changed: its key is gone, and is no word to search for.
    if (!passage.failed || request.text.trim() !== key) return passage;
  }
  return guard.answer(request, admission);
}

/** Is the answer for the person's eyes alone? Settled before it is known. */
function isForOne(interaction: TextCommandInteraction, { kind }: CommandName): boolean {
  if (isAlone(interaction)) return false;
  if (["find-source", "verify-quote", "help", "privacy"].includes(kind)) return true;
  return optionOf(interaction, "private") === true;
}

/** The words that a person typed or pointed at; empty for commands without words. */
function textOfCommand(interaction: TextCommandInteraction, { kind }: CommandName): string {
  if (interaction.isMessageContextMenuCommand()) return textOfMessage(interaction.targetMessage);
  const typed = optionOf(interaction, OPTION_OF[kind] ?? "question");
  return typeof typed === "string" ? typed : "";
}

/** The option that is typed, where it is no question. */
const OPTION_OF: Readonly<Partial<Record<CommandName["kind"], keyof typeof OPTION_NAMES>>> = {
  cite: "passage",
  verify: "text",
};

function optionOf({ options }: TextCommandInteraction, name: keyof typeof OPTION_NAMES) {
  const { en, ar } = OPTION_NAMES[name];
  return (options.get(en) ?? options.get(ar))?.value;
}

/** The person whom the answer is for, where there is something to tell them. */
function addresseeOf(interaction: TextCommandInteraction, reply: Reply): string | undefined {
  const target = optionOf(interaction, "target");
  const tells = reply.reference !== undefined || reply.verification !== undefined;
  return tells && typeof target === "string" && target !== interaction.user.id ? target : undefined;
}

function answerTo(
  { user }: Interaction,
  reply: Reply,
  isPrivate: boolean,
  addressee?: string,
): InteractionAnswer {
  const messages = renderReply(reply, { asker: user.id, isPublic: !isPrivate, addressee });
  return { kind: "post", isPrivate, messages };
}
