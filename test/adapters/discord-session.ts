import { onTestFinished } from "vitest";
import { createDiscord } from "../../adapters/discord/discord.ts";
import type { ChatAdapter } from "../../adapters/runtime/adapter.ts";
import { createGuard } from "../../adapters/runtime/guard.ts";
import type { Limits } from "../../adapters/runtime/limits.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { Logger } from "../../adapters/runtime/logger.ts";
import type { DiscordSettings } from "../../adapters/runtime/settings.ts";
import { noticeOf, type Reply, type Request } from "../../src/index.ts";
import { type DiscordServer, startDiscordServer, TOKEN } from "./discord-server.ts";

/** The adapter at work against a server of its own, for one test. */
export interface Session {
  readonly server: DiscordServer;
  readonly adapter: ChatAdapter;
  /** Lines of the log. */
  readonly lines: readonly string[];
  /** Sentences for the operator. */
  readonly told: readonly string[];
  end(): Promise<void>;
}

export interface SessionOptions {
  readonly handle?: (request: Request) => Promise<Reply>;
  readonly limits?: Limits;
  readonly settings?: Partial<DiscordSettings>;
  /** Sets the server up before the adapter starts. */
  readonly prepare?: (server: DiscordServer) => void;
  /** Leaves `start` to the test. */
  readonly isIdle?: boolean;
}

/** A reply that repeats what was asked for, with a button to turn to; above a text to be copied, what the core says there. */
export async function echo(request: Request): Promise<Reply> {
  if (request.kind === "command-below" || request.kind === "not-asker")
    return noticeOf(request, request.language ?? "ar");
  const text = "text" in request ? request.text : "data" in request ? request.data : request.kind;
  return {
    language: "ar",
    blocks: [{ type: "text", text: `${request.kind}: ${text}` }],
    actions: [[{ type: "press", role: "next", label: "التالي", data: "1aNEXT" }]],
  };
}

const unlimited: Limits = { admit: async () => ({ allowed: true }) };

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const server = await startDiscordServer();
  const lines: string[] = [];
  const told: string[] = [];
  const log: Logger = createLogger({
    level: "debug",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  options.prepare?.(server);
  const adapter = createDiscord({
    guard: createGuard(
      { handle: options.handle ?? echo },
      { platform: "discord", limits: options.limits ?? unlimited, log },
    ),
    log,
    tell: (sentence) => told.push(sentence),
    settings: {
      token: TOKEN,
      apiRoot: server.root,
      applicationId: undefined,
      guildId: undefined,
      mentions: true,
      ...options.settings,
    },
  });
  if (!options.isIdle) await adapter.start();
  return {
    server,
    adapter,
    lines,
    told,
    async end() {
      await adapter.stop(500);
      await server.end();
    },
  };
}

/** The same for one test: ended when the test is over. */
export async function open(options?: SessionOptions): Promise<Session> {
  const session = await openSession(options);
  onTestFinished(() => session.end());
  return session;
}
