import {
  ApplicationIntegrationType,
  type BaseInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import { type Language, languageOf } from "../../src/index.ts";

/** Is the person alone with the bot, so that nobody else sees what is said? */
export function isAlone({ guildId, context }: BaseInteraction): boolean {
  return guildId === null && (context ?? InteractionContextType.BotDM) === InteractionContextType.BotDM;
}

/** Is the bot itself in this place, and not only installed by the person? */
export function isBotMember(interaction: BaseInteraction): boolean {
  const owners = interaction.authorizingIntegrationOwners;
  return isAlone(interaction) || owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** May the person delete other people's messages here? */
export function managesMessages({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}

/**
 * The language of a reply, by the person's own text first: Discord has no Arabic client, so that the client's language says
 * little. Where the text does not tell, it is `named`, the language of the command's name, else that of the client.
 */
export function languageFor({ locale }: BaseInteraction, text: string, named?: Language): Language {
  return languageOf(text, named ?? (locale.startsWith("en") ? "en" : "ar"));
}
