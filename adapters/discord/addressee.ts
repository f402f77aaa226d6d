import {
  type APITextDisplayComponent,
  ComponentType,
  type Message,
  TextDisplayBuilder,
  userMention,
} from "discord.js";

/** Characters of the name of a person, which is their id in a mention. */
export const NAME_LIMIT = 24;

/** The line that says whom a message is for. */
export function nameOf(person: string): APITextDisplayComponent {
  return new TextDisplayBuilder().setContent(userMention(person)).toJSON();
}

/** Id of the person whom a message of the bot's is for, as its first line says. */
export function addresseeOf({ components: [first] }: Pick<Message, "components">): string | undefined {
  if (first?.type !== ComponentType.TextDisplay) return undefined;
  return /^<@(\d{1,20})>$/.exec(first.content)?.[1];
}
