import { type Answer, type Recorded, type Recorder, startRecorder } from "./recorder.ts";
import { type Connection, startWebSockets } from "./websocket.ts";

export const APPLICATION = "900000000000000001";
export const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.Marker.TokenThatNoLogMayHold-000000";
export const PERSON = "424242000000000001";
export const OTHER = "424242000000000002";
/** A text channel of the server. */
export const CHANNEL = "555000000000000001";
/** Where a person and the bot are alone. */
export const DIRECT_CHANNEL = "555000000000000002";
export const GUILD = "666000000000000001";

/** What an interaction is about; the rest is filled in. */
export interface Sent {
  readonly type: number;
  readonly data: object;
  readonly id?: string;
  readonly person?: string;
  /** In the server, where `permissions` are the person's; otherwise alone with the bot. */
  readonly guild?: boolean;
  readonly permissions?: string;
  readonly message?: object;
}

export interface DiscordServer {
  /** `http://127.0.0.1:PORT/api` */
  readonly root: string;
  readonly requests: readonly Recorded[];
  /** Commands that are registered, by their path. */
  readonly commands: Map<string, readonly unknown[]>;
  /** Messages that can be asked for, by their id. */
  readonly messages: Map<string, object>;
  /** Payloads that came over the gateway. */
  readonly received: readonly { readonly op: number; readonly d: unknown }[];
  /** Codes with which connections ended. */
  readonly closes: readonly number[];
  /** Decides about a request before it is carried out; undefined lets it happen. */
  fault: (request: Recorded) => Answer | undefined | Promise<Answer | undefined>;
  /** Decides about an IDENTIFY: a close code refuses it. */
  refuse: number | undefined;
  /** What the first event of a session says, over all that it says otherwise. */
  ready: object;
  /** How many sessions are left, and over how many connections the servers are to be spread. */
  readonly limits: { sessions: number; resetAfterMs: number; shards: number; concurrency: number };
  /** Answers no IDENTIFY. */
  isMute: boolean;
  /** Acknowledges no heartbeat. */
  isZombie: boolean;
  heartbeatMs: number;
  /** Sends an interaction; gives the requests that came with its token, once one has come and then none for a moment. */
  interact(sent: Sent): Promise<Recorded[]>;
  dispatch(type: string, data: unknown): void;
  /** An opcode without an event. */
  signal(op: number, data: unknown): void;
  close(code: number): void;
  drop(): void;
  until(fits: (request: Recorded) => boolean, ms?: number): Promise<Recorded>;
  end(): Promise<void>;
}

const QUIET_MS = 75;

/** A REST API that says yes and a gateway with one session that can be resumed. Of the platform's rules it knows none. */
export async function startDiscordServer(): Promise<DiscordServer> {
  const received: { op: number; d: unknown }[] = [];
  const closes: number[] = [];
  const log: { s: number; payload: string }[] = [];
  let sequence = 0;
  let nextId = 0;
  let live: Connection | undefined;

  const say = (to: Connection, op: number, d: unknown) =>
    to.send(JSON.stringify({ op, d, s: null, t: null }));
  const gateway = await startWebSockets(
    (connection) => say(connection, 10, { heartbeat_interval: server.heartbeatMs }),
    (connection, text) => {
      const { op, d } = JSON.parse(text) as { op: number; d: { seq?: number; shard?: [number, number] } };
      received.push({ op, d });
      if (op === 1 && !server.isZombie) say(connection, 11, null);
      if (op === 2) {
        if (server.refuse !== undefined) return connection.close(server.refuse);
        live = connection;
        if (server.isMute) return;
        server.dispatch("READY", { ...readyData(gateway.url), shard: d.shard, ...server.ready });
        server.dispatch("GUILD_CREATE", GUILD_DATA);
      }
      if (op === 6) {
        live = connection;
        for (const { s, payload } of log) if (s > (d.seq ?? 0)) connection.send(payload);
        server.dispatch("RESUMED", {});
      }
    },
    (connection, code) => {
      closes.push(code);
      if (connection === live) live = undefined;
    },
  );

  async function answer(request: Recorded): Promise<Answer> {
    const fault = await server.fault(request);
    if (fault) return fault;
    const path = request.path.replace(/\?.*$/, "");
    if (path.endsWith("/gateway/bot")) {
      const { sessions, resetAfterMs, shards, concurrency } = server.limits;
      const session_start_limit = {
        total: 1000,
        remaining: sessions,
        reset_after: resetAfterMs,
        max_concurrency: concurrency,
      };
      return { json: { url: gateway.url, shards, session_start_limit } };
    }
    if (path.endsWith("/commands")) {
      if (request.verb === "PUT") server.commands.set(path, Object.values(request.body).map(stored));
      return { json: server.commands.get(path) ?? [] };
    }
    if (path.endsWith("/callback")) return { status: 204, page: "" };
    const asked = /\/messages\/(\d+)$/.exec(path)?.[1];
    if (request.verb === "GET" && asked !== undefined) {
      const message = server.messages.get(asked);
      return message ? { json: message } : refusal(404, 10008);
    }
    const channel_id = /\/channels\/(\d+)\//.exec(path)?.[1] ?? CHANNEL;
    return {
      json: messageData({ id: String(++nextId), channel_id, author: { id: APPLICATION, bot: true } }),
    };
  }

  const recorder: Recorder = await startRecorder(answer);
  const server: DiscordServer = {
    root: `${recorder.root}/api`,
    requests: recorder.requests,
    commands: new Map(),
    messages: new Map(),
    received,
    closes,
    fault: () => undefined,
    refuse: undefined,
    ready: {},
    limits: { sessions: 900, resetAfterMs: 1000, shards: 1, concurrency: 1 },
    isMute: false,
    isZombie: false,
    heartbeatMs: 45_000,
    async interact(sent) {
      const id = sent.id ?? `7770000000000${String(++nextId).padStart(5, "0")}`;
      const token = tokenOf(id);
      const from = recorder.requests.length;
      const mine = () => recorder.requests.slice(from).filter(({ path }) => path.includes(token));
      server.dispatch("INTERACTION_CREATE", interactionOf(sent, id, token));
      await recorder.until((request) => mine().includes(request));
      for (let count = 0; count < mine().length; ) {
        count = mine().length;
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      }
      return mine();
    },
    dispatch(t, d) {
      const payload = JSON.stringify({ op: 0, t, s: ++sequence, d });
      log.push({ s: sequence, payload });
      live?.send(payload);
    },
    signal: (op, d) => live && say(live, op, d),
    close: (code) => live?.close(code),
    drop: () => live?.drop(),
    until: recorder.until,
    async end() {
      await gateway.close();
      await recorder.close();
    },
  };
  return server;
}

/** An error as the API gives it. */
export function refusal(status: number, code: number): Answer {
  return { status, json: { code, message: `refused with ${code}` } };
}

/** Answers the first requests that fit with these, and lets the others happen. */
export function first(fits: (request: Recorded) => boolean, ...answers: Answer[]): DiscordServer["fault"] {
  return (request) => (fits(request) ? answers.shift() : undefined);
}

/** Is it the first response to an interaction? */
export function isCallback({ path }: Recorded): boolean {
  return path.includes("/callback");
}

/** The token that the interaction `id` comes with. */
export function tokenOf(id: string): string {
  return `markertoken${id}`;
}

/** An interaction as Discord sends it. */
export function interactionOf(sent: Sent, id: string, token: string): object {
  const user = { id: sent.person ?? PERSON, username: "Markername" };
  const { type, data, message, permissions = "0" } = sent;
  const place = sent.guild
    ? { guild_id: GUILD, member: { user, permissions, roles: [] }, context: 0, channel: CHANNEL_DATA }
    : { user, context: 1, channel: { id: DIRECT_CHANNEL, type: 1, recipients: [user] } };
  const owners = sent.guild ? { 0: GUILD } : { 1: user.id };
  const rest = {
    application_id: APPLICATION,
    channel_id: place.channel.id,
    locale: "en-US",
    version: 1,
    app_permissions: "0",
    entitlements: [],
  };
  return {
    id,
    token,
    type,
    data,
    ...place,
    ...rest,
    authorizing_integration_owners: owners,
    ...(message && { message: messageData({ channel_id: place.channel.id, ...message }) }),
  };
}

/** A message as Discord gives it, with these fields. */
export function messageData(more: object): object {
  return {
    id: "888000000000000000",
    channel_id: CHANNEL,
    type: 0,
    content: "",
    author: { id: OTHER, username: "Markername" },
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    timestamp: "2026-01-01T00:00:00.000Z",
    edited_timestamp: null,
    flags: 0,
    pinned: false,
    tts: false,
    ...more,
  };
}

const CHANNEL_DATA = { id: CHANNEL, guild_id: GUILD, type: 0, name: "general", position: 0 };

const GUILD_DATA = {
  id: GUILD,
  name: "Guild",
  unavailable: false,
  roles: [],
  emojis: [],
  stickers: [],
  members: [],
  channels: [CHANNEL_DATA],
  threads: [],
};

function stored(command: unknown, i: number): unknown {
  return {
    id: String(i + 1),
    version: "1",
    application_id: APPLICATION,
    nsfw: false,
    ...(command as object),
  };
}

function readyData(url: string): object {
  return {
    v: 10,
    user: { id: APPLICATION, username: "isnad", discriminator: "0", bot: true },
    application: { id: APPLICATION, flags: 0 },
    guilds: [{ id: GUILD, unavailable: true }],
    session_id: "session",
    resume_gateway_url: url,
    shard: [0, 1],
  };
}
