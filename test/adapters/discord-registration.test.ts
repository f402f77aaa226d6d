import { afterEach, describe, expect, it } from "vitest";
import { commandsFor } from "../../adapters/discord/commands.ts";
import { APPLICATION, type DiscordServer, GUILD } from "./discord-server.ts";
import { openSession, type Session, type SessionOptions } from "./discord-session.ts";

const GLOBAL = `/api/v10/applications/${APPLICATION}/commands`;
const SERVER = `/api/v10/applications/${APPLICATION}/guilds/${GUILD}/commands`;
const commands = commandsFor("everywhere");
const isList = ({ path, verb }: { path: string; verb: string }) => path.startsWith(GLOBAL) && verb === "GET";
const isPut = ({ verb }: { verb: string }) => verb === "PUT";

let session: Session | undefined;
afterEach(async () => {
  await session?.end();
  session = undefined;
});

async function open(options: SessionOptions): Promise<DiscordServer> {
  session = await openSession(options);
  return session.server;
}

/** What Discord gives back of commands: ids and versions more, defaults filled in, in an order of its own. */
const kept = () =>
  commands
    .map((command, i) => ({
      ...command,
      id: String(i),
      version: "7",
      nsfw: false,
      default_member_permissions: null,
    }))
    .reverse();

describe("registerCommands", () => {
  it("registers all commands, everywhere, at the first start", async () => {
    const server = await open({});
    const put = await server.until(isPut);
    expect(put.path).toBe(GLOBAL);
    expect(Object.values(put.body)).toEqual(JSON.parse(JSON.stringify(commands)));
  });

  it("registers nothing when Discord has them already", async () => {
    const server = await open({ prepare: (server) => server.commands.set(GLOBAL, kept()) });
    await expect.poll(() => session?.lines.join("")).toContain("discord.commands-unchanged");
    expect(server.requests.filter(isPut)).toEqual([]);
    // Without this word Discord leaves out the names in other languages.
    expect(server.requests.find(isList)?.path).toContain("with_localizations=true");
  });

  it("registers them when a description, an option or a place has changed", async () => {
    for (const change of [
      { description: "another" },
      { options: [] },
      { contexts: [0] },
      { name: "older" },
      { name_localizations: { fr: "demander" } },
    ]) {
      const [first, ...others] = kept();
      const last = others.pop();
      const server = await open({
        prepare: (server) => server.commands.set(GLOBAL, [first, ...others, { ...last, ...change }]),
      });
      await server.until(isPut);
      await session?.end();
    }
  });

  it("passes a command along that opens an activity, since Discord refuses a list without it", async () => {
    const opener = {
      id: "99",
      name: "launch",
      type: 4,
      handler: 2,
      contexts: [0],
      integration_types: [0, 1],
    };
    const server = await open({
      prepare: (server) => server.commands.set(GLOBAL, [{ ...opener, version: "1" }, ...kept().slice(1)]),
    });
    const put = await server.until(isPut);
    const [first, ...others] = Object.values(put.body);
    expect(first).toEqual({
      name: "launch",
      type: 4,
      handler: 2,
      contexts: [0],
      integration_types: [0, 1],
    });
    expect(others).toHaveLength(commands.length);
  });

  it("registers them to one server for trials, where they then stand alone", async () => {
    const server = await open({
      settings: { guildId: GUILD },
      prepare: (server) => server.commands.set(GLOBAL, kept()),
    });
    const put = await server.until(({ path, verb }) => verb === "PUT" && path === SERVER);
    expect(Object.values(put.body).every((command) => !Object.hasOwn(command as object, "contexts"))).toBe(
      true,
    );
    const cleared = await server.until(({ path, verb }) => verb === "PUT" && path === GLOBAL);
    expect(Object.values(cleared.body)).toEqual([]);
  });

  it("tries again when Discord fails, and serves meanwhile", async () => {
    let failures = 1;
    const server = await open({
      prepare: (server) => {
        server.fault = (request) =>
          isList(request) && failures-- > 0 ? { status: 500, json: {} } : undefined;
      },
    });
    expect(await server.interact({ type: 2, data: { id: "1", type: 1, name: "help" } })).toHaveLength(1);
    await server.until(isPut);
  });

  it("says where the bot is added, to a server and to a person", async () => {
    await open({});
    const links = session?.told.join(" ").match(/https:\S+/g) ?? [];
    const asked = links.map((url) => Object.fromEntries(new URL(url).searchParams));
    expect(asked).toEqual([
      {
        client_id: APPLICATION,
        integration_type: "0",
        permissions: "274877975552",
        scope: "bot applications.commands",
      },
      { client_id: APPLICATION, integration_type: "1", scope: "applications.commands" },
    ]);
  });
});
