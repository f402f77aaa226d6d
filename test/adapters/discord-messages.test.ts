import { describe, expect, it } from "vitest";
import type { Admission } from "../../adapters/runtime/limits.ts";
import type { Request } from "../../src/index.ts";
import {
  APPLICATION,
  CHANNEL,
  DIRECT_CHANNEL,
  GUILD,
  messageData,
  OTHER,
  PERSON,
  refusal,
} from "./discord-server.ts";
import { echo, open, type Session, type SessionOptions } from "./discord-session.ts";
import { markdownIn, messageIn, shownBy } from "./discord-shown.ts";
import type { Recorded } from "./recorder.ts";

let nextId = 0;
const message = (content: string, more: object = {}) =>
  messageData({
    id: `888000000000000${String(++nextId).padStart(3, "0")}`,
    guild_id: GUILD,
    content,
    author: { id: PERSON, username: "Markername" },
    ...more,
  }) as { id: string };
const direct = (content: string, more: object = {}) =>
  message(content, { guild_id: undefined, channel_id: DIRECT_CHANNEL, channel_type: 1, ...more });
const isReply = ({ path, verb }: Recorded) => verb === "POST" && path.endsWith("/messages");

/** Sends a reply to `replied`, which Discord gives when it is asked for it. */
function replyTo({ server }: Session, replied: { id: string }, content: string, more: object = {}): void {
  server.messages.set(replied.id, replied);
  const message_reference = { message_id: replied.id, channel_id: CHANNEL, guild_id: GUILD, type: 0 };
  const reply = { type: 19, referenced_message: replied, message_reference, ...more };
  server.dispatch("MESSAGE_CREATE", message(content, reply));
}

const ANSWER = message("", {
  author: { id: APPLICATION, bot: true },
  components: [
    {
      type: 17,
      components: [
        { type: 10, content: "ارتفاعها ٤٢ مترًا." },
        { type: 1, components: [{ type: 2, style: 2, label: "نسخ", custom_id: "1c:ar:4-h07Zji" }] },
      ],
    },
  ],
});

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
  server.dispatch("MESSAGE_CREATE", direct("آخر الرسائل"));
  await server.until(({ body }) => markdownIn(messageIn({ body } as never)).includes("آخر الرسائل"));
}

describe("a message", () => {
  it("is a question where the bot is mentioned, and is answered below it without a ping", async () => {
    const { session, seen } = await watched();
    const asked = message(`<@${APPLICATION}> كم ارتفاع <#123> المنارة؟`);
    session.server.dispatch("MESSAGE_CREATE", asked);
    const { body } = await session.server.until(isReply);
    expect(seen).toEqual([{ kind: "ask", text: "كم ارتفاع   المنارة؟", compact: true, language: "ar" }]);
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
    replyTo(session, ANSWER, "ومتى كان ذلك؟");
    await session.server.until(isReply);
    await settle(session);
    expect(seen).toEqual([
      { kind: "ask", text: "ومتى كان ذلك؟", context: "4-h07Zji", compact: true, language: "ar" },
      { kind: "ask", text: "آخر الرسائل", compact: false, language: "ar" },
    ]);
  });

  it("asks an article alone in reply to its card", async () => {
    const { session, seen } = await watched();
    const button = { type: 2, style: 2, label: "١", custom_id: `1a:${PERSON}:0:1baeln5TZi2` };
    const card = message("", {
      author: { id: APPLICATION, bot: true },
      components: [{ type: 1, components: [button] }],
    });
    replyTo(session, card, "متى بُنيت؟");
    await session.server.until(isReply);
    expect(seen).toMatchObject([{ kind: "ask", text: "متى بُنيت؟", article: "eln5TZi2" }]);
  });

  it("is answered for itself when the answer that it replies to cannot be read again", async () => {
    const { session, seen } = await watched();
    session.server.fault = ({ verb, path }) =>
      verb === "GET" && path.includes("/messages/") ? refusal(403, 50001) : undefined;
    replyTo(session, ANSWER, "ومتى كان ذلك؟");
    await session.server.until(isReply);
    expect(seen).toEqual([{ kind: "ask", text: "ومتى كان ذلك؟", compact: true, language: "ar" }]);
    expect(session.lines.join("")).toContain("discord.reference-unreadable");
  });

  it("that only mentions the bot asks the question of the message that it replies to", async () => {
    const { session, seen } = await watched();
    replyTo(session, message("كم ارتفاع المنارة؟", { author: { id: OTHER } }), `<@!${APPLICATION}>`);
    await session.server.until(isReply);
    const embeds = [{ type: "rich", title: "متى رُمّمت؟" }];
    replyTo(session, message("", { author: { id: OTHER }, embeds }), `<@${APPLICATION}>`);
    await expect
      .poll(() => seen.map((request) => "text" in request && request.text))
      .toEqual(["كم ارتفاع المنارة؟", "متى رُمّمت؟"]);
  });

  it("that only mentions the bot, or holds no text, is told how to ask", async () => {
    const { session, seen } = await watched();
    session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}>`));
    session.server.dispatch("MESSAGE_CREATE", direct(""));
    await expect
      .poll(() => seen)
      .toEqual([
        { kind: "no-question", after: "name", language: "ar" },
        { kind: "not-text", language: "ar" },
      ]);
  });

  it("that is not meant for the bot is left alone", async () => {
    const { session, seen } = await watched();
    for (const quiet of [
      message("@everyone كم ارتفاع المنارة؟"),
      message(`<@${OTHER}> كم؟`),
      message(`<@${APPLICATION}> كم؟`, { author: { id: OTHER, bot: true } }),
      message(`<@${APPLICATION}> كم؟`, { author: { id: APPLICATION } }),
      message(`<@${APPLICATION}> كم؟`, { webhook_id: "1" }),
      message(`<@${APPLICATION}>`, { type: 7 }),
      // A reply to the bot whose text may not be read.
      message("", {
        type: 19,
        referenced_message: ANSWER,
        message_reference: { message_id: ANSWER.id, channel_id: CHANNEL },
      }),
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

  it("in excess gets one line that says how long to wait, and then silence", async () => {
    const refused = { allowed: false, seconds: 10 } as const;
    const verdicts: Admission[] = [
      { ...refused, isFirst: true },
      { ...refused, isFirst: false },
    ];
    const admit = async (): Promise<Admission> => verdicts.shift() ?? { allowed: true };
    const { session, seen } = await watched({ limits: { admit } });
    for (let i = 0; i < 2; i++) session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}> كم؟`));
    await settle(session);
    const replies = session.server.requests.filter(isReply).map((request) => markdownIn(messageIn(request)));
    expect(replies).toEqual([expect.stringContaining("انتظر"), "ask: آخر الرسائل"]);
    expect(seen).toHaveLength(1);
  });

  it("is answered in all its messages where the answer is longer than one", async () => {
    const long = Array.from({ length: 400 }, (_, i) => `الجملة رقم ${i}.`).join(" ");
    const { session } = await watched({
      handle: async () => ({ language: "ar", blocks: [{ type: "text", text: long }], actions: [] }),
    });
    const asked = direct("سؤال");
    session.server.dispatch("MESSAGE_CREATE", asked);
    await session.server.until(({ body }) => markdownIn(messageIn({ body } as never)).includes("رقم 399"));
    const replies = session.server.requests.filter(isReply).map(({ body }) => body.nonce);
    expect(replies).toEqual([asked.id, `${asked.id}-1`]);
  });

  it("is not answered an hour late: an answer that Discord would hold back so long is dropped with a line", async () => {
    const { session } = await watched();
    const hour = { "retry-after": "3600", "x-ratelimit-remaining": "0", "x-ratelimit-reset-after": "3600" };
    session.server.fault = ({ path }) =>
      path.includes(CHANNEL) ? { status: 429, json: { retry_after: 3600 }, headers: hour } : undefined;
    for (let i = 0; i < 3; i++) session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}> كم؟`));
    await settle(session);
    await expect
      .poll(() => session.lines.filter((line) => line.includes('"outcome":"dropped"')))
      .toHaveLength(3);
    // The queue of that channel knows of the limit and asks no more.
    expect(session.server.requests.filter(({ path }) => path.includes(CHANNEL))).toHaveLength(1);
  });
});

describe("without mentions", () => {
  it("asks for no messages and answers none", async () => {
    const { session, seen } = await watched({ settings: { mentions: false } });
    const identify = session.server.received.find(({ op }) => op === 2)?.d as { intents: number };
    expect(identify.intents).toBe(1);
    session.server.dispatch("MESSAGE_CREATE", message(`<@${APPLICATION}> كم؟`));
    await session.server.interact({ type: 2, data: { id: "1", type: 1, name: "help" } });
    expect(seen).toMatchObject([{ kind: "help", language: "en" }]);
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
