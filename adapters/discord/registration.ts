import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { z } from "zod";
import type { Logger } from "../runtime/adapter.ts";
import type { Api } from "./api.ts";
import { commands } from "./commands.ts";

/** Waited before each new try; then once in so many milliseconds. */
const PAUSES_MS = [1000, 5000, 30_000, 300_000];

/**
 * Makes the commands known to Discord where they differ from what it has: to everybody, or to one server for trials,
 * where they then stand alone. Tries again until it succeeds or `signal` says to stop.
 */
export async function registerCommands(
  api: Api,
  applicationId: string,
  guildId: string | undefined,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      await put(
        api,
        applicationId,
        guildId,
        guildId === undefined ? commands : commands.map(forOneServer),
        log,
      );
      // A command that stands in a server and everywhere is shown twice there.
      if (guildId !== undefined) await put(api, applicationId, undefined, [], log);
      return;
    } catch (error) {
      log.error("discord.registration-failed", { tries }, error);
      const wait = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)];
      await pause(wait, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}

async function put(
  api: Api,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  log: Logger,
): Promise<void> {
  const known = await api.commands(applicationId, guildId);
  // What opens an activity is not ours, and Discord refuses a list that leaves it out.
  const foreign = known.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
  const ours = known.filter((command) => !foreign.includes(command));
  if (isDeepStrictEqual(comparable(ours), comparable(wanted))) return;
  await api.setCommands(applicationId, guildId, [...foreign.map(asSent), ...wanted]);
  log.info("discord.commands-registered", {
    count: wanted.length,
    scope: guildId === undefined ? "global" : "server",
  });
}

/** Where a command may be installed and used is only said of those that stand everywhere. */
function forOneServer(
  command: RESTPostAPIApplicationCommandsJSONBody,
): RESTPostAPIApplicationCommandsJSONBody {
  const { integration_types: _types, contexts: _contexts, ...rest } = command;
  return rest;
}

function asSent({ name, type, ...rest }: APIApplicationCommand): RESTPostAPIApplicationCommandsJSONBody {
  return z
    .custom<RESTPostAPIApplicationCommandsJSONBody>()
    .parse({ name, type, handler: Reflect.get(rest, "handler"), ...places(rest) });
}

function places({ integration_types, contexts }: Partial<APIApplicationCommand>): object {
  return { ...(integration_types ? { integration_types } : {}), ...(contexts ? { contexts } : {}) };
}

/** Commands without what Discord adds (ids, versions) and with what it leaves out (defaults), in a fixed order. */
function comparable(list: readonly unknown[]): unknown[] {
  return list
    .map((command) => commandShape.parse(command))
    .sort((a, b) => a.type - b.type || (a.name < b.name ? -1 : 1));
}

const sorted = z
  .array(z.number())
  .nullish()
  .transform((values) => [...(values ?? [])].sort((a, b) => a - b));

const optionShape = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.unknown()).default([]),
});

const commandShape = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  description: z.string().default(""),
  options: z.array(optionShape).default([]),
  integration_types: sorted,
  contexts: sorted,
});
