import {
  type ApplicationCommand,
  type ApplicationCommandData,
  ApplicationCommandType,
  type Client,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Logger } from "../runtime/logger.ts";
import { growingPauses, pause } from "../runtime/pauses.ts";
import { commandsFor } from "./commands.ts";

/**
 * Makes the commands known to Discord where they differ from those that it has: to everybody, or to one server for trials,
 * where they then stand alone. Tries again until it succeeds or `signal` says to stop.
 */
export async function registerCommands(
  client: Client<true>,
  guildId: string | undefined,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const pauses = growingPauses(1_000, 300_000);
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      if (guildId === undefined) {
        await register(client, undefined, commandsFor("everywhere"), log);
      } else {
        await register(client, guildId, commandsFor("one-server"), log);
        // A command that stands in a server and everywhere is shown twice there.
        await register(client, undefined, [], log);
      }
      return;
    } catch (error) {
      log.error("discord.registration-failed", { tries }, error);
      await pause(pauses.next(), signal);
    }
  }
}

async function register(
  { application }: Client<true>,
  guildId: string | undefined,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  log: Logger,
): Promise<void> {
  const where = guildId === undefined ? {} : { guildId };
  const registered = await application.commands.fetch({ ...where, withLocalizations: true });
  // The command that opens an activity is made by Discord, which refuses a list that leaves it out.
  const [foreign, own] = registered.partition(
    ({ type }) => type === ApplicationCommandType.PrimaryEntryPoint,
  );
  const isSame = wanted.every((command) => own.some((known) => known.equals(asSent(command))));
  const scope = guildId === undefined ? "global" : "server";
  if (isSame && own.size === wanted.length) return log.debug("discord.commands-unchanged", { scope });
  const list = [...foreign.map(entryPoint), ...wanted];
  await (guildId === undefined ? application.commands.set(list) : application.commands.set(list, guildId));
  log.info("discord.commands-registered", { count: wanted.length, scope });
}

/** A command without the fields that are left open, which the library would compare with those that Discord fills in. */
function asSent(command: RESTPostAPIApplicationCommandsJSONBody): ApplicationCommandData {
  return JSON.parse(JSON.stringify(command));
}

/** The command of an activity as it is sent back: the library would write an `ApplicationCommand` with its own field names. */
function entryPoint({ name, handler, integrationTypes, contexts }: ApplicationCommand) {
  return {
    type: ApplicationCommandType.PrimaryEntryPoint as const,
    name,
    ...(handler === null ? {} : { handler }),
    ...(integrationTypes === null ? {} : { integrationTypes }),
    ...(contexts === null ? {} : { contexts }),
  };
}

/** To read a question in a channel or a thread, and to answer it there; commands need nothing. */
const PERMISSIONS = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
]).bitfield;

/** Where the bot is added, to a server and to a person's own account. */
export function inviteSentence(applicationId: string): string {
  const page = `https://discord.com/oauth2/authorize?client_id=${applicationId}`;
  const commands = OAuth2Scopes.ApplicationsCommands;
  const server = `${page}&integration_type=0&permissions=${PERMISSIONS}&scope=${OAuth2Scopes.Bot}+${commands}`;
  const person = `${page}&integration_type=1&scope=${commands}`;
  return `Discord: add the bot to a server: ${server} or to yourself: ${person}`;
}
