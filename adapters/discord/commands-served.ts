import type { Reply } from "../../src/index.ts";
import type { Answer } from "./answer-in-time.ts";
import { type CommandName, OPTION_NAMES } from "./commands.ts";
import type { Incoming } from "./incoming.ts";
import { renderReply } from "./render.ts";
import { type Assistant, languageFor, replyToCite, replyToQuestion } from "./requests.ts";

type Command = Extract<Incoming, { readonly kind: "command" }>;
type MessageCommand = Extract<Incoming, { readonly kind: "message-command" }>;

type Either = Command | MessageCommand;

/** Is it for the person's eyes alone? Settled before the answer is known. */
export function isPrivate(incoming: Either, { kind }: CommandName): boolean {
  if (incoming.alone) return false;
  if (incoming.kind === "message-command" || kind === "help" || kind === "privacy") return true;
  return optionOf(incoming, "private") === true;
}

/** Is it a question, which the limit of questions counts? */
export function isQuestion({ kind }: CommandName): boolean {
  return kind === "ask" || kind === "cite" || kind === "find-source";
}

/** What a person typed or pointed at; empty for commands without words. */
export function textOfCommand(incoming: Either, { kind }: CommandName): string {
  if (incoming.kind === "message-command") return incoming.target.text;
  const typed = optionOf(incoming, kind === "cite" ? "passage" : "question");
  return typeof typed === "string" ? typed : "";
}

/** Serves a command, whichever of its names was used. */
export async function serveCommand(
  assistant: Assistant,
  incoming: Either,
  command: CommandName,
): Promise<Answer> {
  const reply = await replyTo(assistant, incoming, command);
  const onlyMine = isPrivate(incoming, command) || (reply.failed === true && !incoming.alone);
  const place = { asker: incoming.person, isPublic: !onlyMine };
  return { kind: "post", isPrivate: onlyMine, messages: renderReply(reply, place) };
}

function replyTo(assistant: Assistant, incoming: Either, command: CommandName): Promise<Reply> {
  const text = textOfCommand(incoming, command);
  const language = languageFor(incoming, command, text);
  switch (command.kind) {
    case "ask":
      return replyToQuestion(assistant, text, language);
    case "cite":
      return replyToCite(assistant, text, language);
    case "find-source":
      return assistant.handle({ kind: "ask", text, language });
    case "sources":
    case "help":
    case "privacy":
      return assistant.handle({ kind: command.kind, language });
  }
}

function optionOf(
  { options }: Pick<Command, "options">,
  name: keyof typeof OPTION_NAMES,
): string | boolean | undefined {
  return OPTION_NAMES[name].map((one) => options.get(one)).find((value) => value !== undefined);
}
