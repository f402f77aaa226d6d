import {
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionType,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Reply } from "../../src/index.ts";
import type { Admission } from "../runtime/limits.ts";
import type { Logger } from "../runtime/logger.ts";
import { type AnsweringGuard, replyToCite, replyToQuestion } from "./answering-guard.ts";
import { createAutocomplete } from "./autocomplete.ts";
import { type CommandName, commandNamed, OPTION_NAMES } from "./commands.ts";
import { planForComponent } from "./component-interactions.ts";
import { WAYS_ON_DISCORD } from "./help.ts";
import { isAlone, languageFor } from "./interaction-context.ts";
import { textOfMessage } from "./messages.ts";
import { renderReply } from "./render.ts";
import { type InteractionAnswer, type Plan, respond } from "./respond.ts";

export interface InteractionsOptions {
  readonly guard: AnsweringGuard;
  readonly log: Logger;
  /** Was the same interaction or message served already? A connection that is resumed may bring it twice. */
  isRepeated(id: string): boolean;
}

/** Serves interactions: each is answered, and each once. Never rejects: a fault is told to the person with a code that stands in the log. */
export function createInteractions({ guard, log, isRepeated }: InteractionsOptions) {
  const complete = createAutocomplete(guard, log);

  return async function serve(interaction: Interaction): Promise<void> {
    const receivedAt = performance.now();
    const kind = InteractionType[interaction.type];
    if (isRepeated(interaction.id)) return log.info("discord.repeated-interaction");
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
    const reply = await guard.handle({ kind: "unknown-command", help: "/help", language });
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

function planForCommand(
  guard: AnsweringGuard,
  interaction: TextCommandInteraction,
  command: CommandName,
): Plan {
  const isPrivate = isForOne(interaction, command);
  return {
    deferral: isPrivate ? "private" : "public",
    async work() {
      const isQuestion = ["ask", "cite", "find-source"].includes(command.kind);
      const admission = await guard.admit(isQuestion ? "question" : "press", interaction.user.id);
      const reply = await replyToCommand(guard, interaction, command, admission);
      return answerTo(interaction, reply, isPrivate || (reply.failed === true && !isAlone(interaction)));
    },
  };
}

function replyToCommand(
  guard: AnsweringGuard,
  interaction: TextCommandInteraction,
  command: CommandName,
  admission: Admission,
): Promise<Reply> {
  const text = textOfCommand(interaction, command);
  const language = languageFor(interaction, text, command.language);
  switch (command.kind) {
    case "ask":
      return replyToQuestion(guard, text, language, admission);
    case "cite":
      return replyToCite(guard, text, language, admission);
    case "find-source":
      return guard.handle({ kind: "ask", text, language }, admission);
    case "help":
      return guard.handle({ kind: "help", language, ways: WAYS_ON_DISCORD }, admission);
    case "sources":
    case "privacy":
      return guard.handle({ kind: command.kind, language }, admission);
  }
}

/** Is the answer for the person's eyes alone? Settled before it is known. */
function isForOne(interaction: TextCommandInteraction, { kind }: CommandName): boolean {
  if (isAlone(interaction)) return false;
  if (kind === "find-source" || kind === "help" || kind === "privacy") return true;
  return optionOf(interaction, "private") === true;
}

/** The words that a person typed or pointed at; empty for commands without words. */
function textOfCommand(interaction: TextCommandInteraction, { kind }: CommandName): string {
  if (interaction.isMessageContextMenuCommand()) return textOfMessage(interaction.targetMessage);
  const typed = optionOf(interaction, kind === "cite" ? "passage" : "question");
  return typeof typed === "string" ? typed : "";
}

function optionOf({ options }: TextCommandInteraction, name: keyof typeof OPTION_NAMES) {
  const { en, ar } = OPTION_NAMES[name];
  return (options.get(en) ?? options.get(ar))?.value;
}

function answerTo({ user }: Interaction, reply: Reply, isPrivate: boolean): InteractionAnswer {
  const messages = renderReply(reply, { asker: user.id, isPublic: !isPrivate });
  return { kind: "post", isPrivate, messages };
}
