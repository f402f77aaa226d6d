import { describe, expect, it } from "vitest";
import type { UnguardedLimits } from "../../adapters/runtime/adapter.ts";
import type { Request } from "../../src/index.ts";
import { APPLICATION, CHANNEL, GUILD, OTHER, PERSON } from "./discord-server.ts";
import { echo, open, type Session, type SessionOptions } from "./discord-session.ts";
import { markdownIn, messageIn, shownBy } from "./discord-shown.ts";

let nextId = 0;
const message = (content: string, more: object = {}) => ({
  id: `888000000000000${String(++nextId).padStart(3, "0")}`,
  channel_id: CHANNEL,
  guild_id: GUILD,
  type: 0,
  content,
  author: { id: PERSON, username: "Markername" },
  ...more,
});
const isReply = ({ path }: { path: string }) => path.endsWith(`/channels/${CHANNEL}/messages`);

async function watched(options: SessionOptions = {}): Promise<{ session: Session; seen: Request[] }> {
  const seen: Request[] = [];
  const handle = async (request: Request) => {
    seen.push(request);
    return echo(request);
  };
  return { session: await open({ handle, ...options }), seen };
}

/** Whatever of these is answered has been answered when a direct message after them is. */
async function settle({ server }: Session): Promise<void> {
  server.dispatch("MESSAGE_CREATE", message("آخر الرسائل", { guild_id: undefined }));
  await server.until(({ body }) => markdownIn(messageIn({ body } as never)).includes("آخر الرسائل"));
}

describe("a message", () => {
  it("is a question where the bot is mentioned, and is answered below it without a ping", async () => {
    const { session, seen } = await watched();
    const asked = message(`<@${APPLICATION}> كم ارتفاع <#123> المنارة؟`);
    session.server.dispatch("MESSAGE_CREATE", asked);
    const { body } = await session.server.until(isReply);
    expect(seen).toEqual([{ kind: "ask", text: "كم ارتفاع   المنارة؟" }]);
    expect(body.message_reference).toEqual({ message_id: asked.id, fail_if_not_exists: false });
    expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
    // Of a reply that is sent twice because its answer was lost, Discord keeps the first.
    expect([body.nonce, body.enforce_nonce]).toEqual([asked.id, true]);
    expect(shownBy(messageIn({ body } as never)).buttons.some(({ data }) => data === `1d:ar:${PERSON}`)).toBe(
      true,
    );
  });

  it("is a question in a direct message, and in reply to an answer, whose article is its context", async () => {
    const { session, seen } = await watched();
    const row = { type: 1, components: [{ type: 2, style: 2, label: "نسخ", custom_id: "1c:ar:4-h07Zji" }] };
    const answer = { content: "", author: { id: APPLICATION, bot: true }, components: [row] };
    session.server.dispatch(
      "MESSAGE_CREATE",
      message("ومتى كان ذلك؟", { type: 19, referenced_message: answer }),
    );
    await settle(session);
    expect(seen).toEqual([
      { kind: "ask", text: "ومتى كان ذلك؟", context: "4-h07Zji" },
      { kind: "ask", text: "آخر الرسائل" },
    ]);
  });

  it("that only mentions the bot asks what the message says that it replies to, or is welcomed", async () => {
    const { session, seen } = await watched();
    const other = { content: "كم ارتفاع المنارة؟", author: { id: OTHER } };
    session.server.dispatch(
      "MESSAGE_CREATE",
      message(`<@!${APPLICATION}>`, { type: 19, referenced_message: other }),
    );
    session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}>`));
    await settle(session);
    expect(seen.slice(0, 2)).toEqual([{ kind: "ask", text: "كم ارتفاع المنارة؟" }, { kind: "start" }]);
  });

  it("U25: that is not meant for the bot is left alone", async () => {
    const { session, seen } = await watched();
    for (const quiet of [
      message("@everyone كم ارتفاع المنارة؟"),
      message(`<@${OTHER}> كم؟`),
      message(`<@${APPLICATION}> كم؟`, { author: { id: OTHER, bot: true } }),
      message(`<@${APPLICATION}> كم؟`, { author: { id: APPLICATION } }),
      message(`<@${APPLICATION}> كم؟`, { webhook_id: "1" }),
      message(`<@${APPLICATION}>`, { type: 7 }),
      // A reply to the bot whose text may not be read.
      message("", { type: 19, referenced_message: { content: "", author: { id: APPLICATION, bot: true } } }),
    ])
      session.server.dispatch("MESSAGE_CREATE", quiet);
    await settle(session);
    expect(seen).toHaveLength(1);
  });

  it("that comes twice is answered once", async () => {
    const { session, seen } = await watched();
    const twice = message(`<@${APPLICATION}> كم؟`);
    session.server.dispatch("MESSAGE_CREATE", twice);
    session.server.dispatch("MESSAGE_CREATE", twice);
    await settle(session);
    expect(seen).toHaveLength(2);
  });

  it("A1: in excess gets one line, and then silence", async () => {
    const verdicts = ["first", "excess", "excess", "ok"] as const;
    let count = 0;
    const limits: UnguardedLimits = {
      question: async () => verdicts[count++] ?? "ok",
      press: async () => true,
    };
    const { session } = await watched({ limits });
    for (let i = 0; i < 3; i++) session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}> كم؟`));
    await settle(session);
    expect(session.server.requests.filter(isReply)).toHaveLength(2);
  });
});

describe("without mentions", () => {
  it("asks for no messages and answers none", async () => {
    const { session, seen } = await watched({ settings: { mentions: false } });
    const identify = session.server.received.find(({ op }) => op === 2)?.d as { intents: number };
    expect(identify.intents).toBe(1);
    session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}> كم؟`));
    await session.server.interact({ type: 2, data: { id: "1", type: 1, name: "help" } });
    expect(seen).toEqual([{ kind: "help", language: "en" }]);
  });
});

describe("with mentions", () => {
  it("asks for no intent that is privileged", async () => {
    const { session } = await watched();
    const identify = session.server.received.find(({ op }) => op === 2)?.d as { intents: number };
    const [guilds, guildMessages, directMessages] = [1 << 0, 1 << 9, 1 << 12];
    expect(identify.intents).toBe((guilds ?? 0) | (guildMessages ?? 0) | (directMessages ?? 0));
  });
});
