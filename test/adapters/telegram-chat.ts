import type { Chat, Message, Update, User } from "grammy/types";
import { onTestFinished } from "vitest";
import type { ChatAdapter } from "../../adapters/runtime/adapter.ts";
import { createGuard } from "../../adapters/runtime/guard.ts";
import type { Limits } from "../../adapters/runtime/limits.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { SharedStore } from "../../adapters/runtime/shared-store.ts";
import type { WebhookSettings } from "../../adapters/runtime/webhook-settings.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { type Notice, noticeOf, type Reply, type Request } from "../../src/index.ts";
import {
  type Call,
  ME,
  seconds,
  startTelegramServer,
  type TelegramServer,
  TOKEN,
} from "./telegram-server.ts";

export const ANN: User = { id: 1001, is_bot: false, first_name: "Ann", language_code: "ar" };
export const BOB: User = { id: 1002, is_bot: false, first_name: "Bob", language_code: "en" };
export const BOT: User = { id: ME.id, is_bot: true, first_name: ME.first_name, username: ME.username };
export const GROUP = { id: -1_001_000_000_001, type: "supergroup" as const, title: "Friends" };

export interface OpenTelegram {
  readonly server: TelegramServer;
  readonly adapter: ChatAdapter;
  /** What the assistant was asked. */
  readonly requests: Request[];
  /** What the operator was told. */
  readonly told: string[];
  readonly lines: string[];
  /** Brings an update to the bot; gives the calls that it makes until it is finished with it. */
  bring(update: Omit<Update, "update_id">): Promise<Call[]>;
  close(): Promise<void>;
}

interface TelegramOptions {
  readonly handle?: (request: Request) => Promise<Reply>;
  readonly limits?: Limits;
  readonly me?: object;
  readonly server?: TelegramServer;
  readonly logLevel?: "info" | "debug";
  readonly webhook?: WebhookSettings;
  readonly store?: SharedStore;
}

const UNLIMITED: Limits = { admit: async () => ({ allowed: true }) };

/** A reply that says what was asked, with the buttons of a passage; the bot's own lines as they are. */
export function echo(request: Request): Reply {
  if (isNotice(request)) return noticeOf(request, request.language ?? "ar");
  const text = `${request.kind}: ${"text" in request ? request.text : ""}`;
  return {
    language: request.language ?? "ar",
    blocks: [{ type: "text", text }],
    actions: [
      [
        { type: "press", role: "next", label: "next", data: `press ${text}`.slice(0, 60) },
        { type: "share", label: "share", key: "KEYKEY01" },
      ],
    ],
    reference: "KEYKEY01",
  };
}

const NOTICES = ["unknown-command", "not-text", "no-question", "too-fast", "deletion", "not-asker", "end"];

function isNotice(request: Request): request is Notice & Request {
  return NOTICES.includes(request.kind);
}

/** The real adapter over a server that records, with an assistant that is given or echoes. */
export async function openTelegram(options: TelegramOptions = {}): Promise<OpenTelegram> {
  const server = options.server ?? (await startTelegramServer(options.me));
  const [requests, told, lines]: [Request[], string[], string[]] = [[], [], []];
  const handle = async (request: Request): Promise<Reply> => {
    requests.push(request);
    return options.handle ? options.handle(request) : echo(request);
  };
  const log = createLogger({
    level: options.logLevel ?? "info",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  const limits = options.limits ?? UNLIMITED;
  const adapter = createTelegram({
    guard: createGuard({ handle }, { platform: "telegram", limits, log }),
    log,
    tell: (sentence) => void told.push(sentence),
    store: options.store,
    settings: {
      ...{ token: TOKEN, apiRoot: server.root, proxy: undefined },
      ...(options.webhook && { webhook: options.webhook }),
    },
  });
  await adapter.start();
  return {
    server,
    adapter,
    requests,
    told,
    lines,
    async bring(update) {
      const from = server.calls.length;
      server.push(update);
      while (server.pending.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return server.calls.slice(from).filter(({ method }) => method !== "getUpdates");
    },
    async close() {
      await adapter.stop(1_000);
      await server.close();
    },
  };
}

/** The same for one test: closed when the test is over. */
export async function open(options?: TelegramOptions): Promise<OpenTelegram> {
  const telegram = await openTelegram(options);
  onTestFinished(() => telegram.close());
  return telegram;
}

let nextMessage = 1;

type Content = Partial<Omit<Message, "chat" | "from">>;
type Incoming = NonNullable<Update["message"]>;

/** Something that a person writes or sends in their private chat with the bot. */
export function toBot(from: User, content: string | Content): { message: Incoming } {
  return inChat({ id: from.id, type: "private", first_name: from.first_name }, from, content);
}

export function inGroup(from: User, content: string | Content): { message: Incoming } {
  return inChat(GROUP, from, content);
}

function inChat(
  chat: Exclude<Chat, Chat.ChannelChat>,
  from: User,
  content: string | Content,
): { message: Incoming } {
  const rest = typeof content === "string" ? { text: content } : content;
  return { message: { message_id: nextMessage++, date: seconds(), chat, from, ...rest } as Incoming };
}

/** The same message after its author changed it. */
export function edited({ message }: { message: Incoming }, text: string): Omit<Update, "update_id"> {
  return { edited_message: { ...message, text, edit_date: seconds() } };
}

/** A message of the bot's, as it comes back when somebody replies to it or presses under it. */
export function botMessage(call: Call | undefined, chat: Chat, message_id = 9_500): Message {
  const { text, entities, reply_markup } = call?.body ?? {};
  return { message_id, date: seconds(), chat, from: BOT, text, entities, reply_markup } as Message;
}
