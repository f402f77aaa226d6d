import { type Answer, type Recorded, type Recorder, startRecorder } from "./recorder.ts";
import { type Connection, startWebSockets } from "./websocket.ts";

export const APPLICATION = "900000000000000001";
export const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.Marker.TokenThatNoLogMayHold-000000";
export const PERSON = "424242000000000001";
export const OTHER = "424242000000000002";
export const CHANNEL = "555000000000000001";
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
  /** Payloads that came over the gateway. */
  readonly received: readonly { readonly op: number; readonly d: unknown }[];
  /** Codes with which connections ended. */
  readonly closes: readonly number[];
  /** Decides about a request before it is carried out; undefined lets it happen. */
  fault: (request: Recorded) => Answer | undefined | Promise<Answer | undefined>;
  /** Decides about an IDENTIFY: a close code refuses it. */
  refuse: number | undefined;
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

const QUIET_MS = 30;

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
      const { op, d } = JSON.parse(text) as { op: number; d: { seq?: number } };
      received.push({ op, d });
      if (op === 1 && !server.isZombie) say(connection, 11, null);
      if (op === 2) {
        if (server.refuse !== undefined) return connection.close(server.refuse);
        live = connection;
        server.dispatch("READY", readyData(gateway.url));
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
      const session_start_limit = { total: 1000, remaining: 900, reset_after: 1000, max_concurrency: 1 };
      return { json: { url: gateway.url, shards: 1, session_start_limit } };
    }
    if (path.endsWith("/commands")) {
      if (request.verb === "PUT") server.commands.set(path, Object.values(request.body).map(stored));
      return { json: server.commands.get(path) ?? [] };
    }
    return { json: { id: String(++nextId) } };
  }

  const recorder: Recorder = await startRecorder(answer);
  const server: DiscordServer = {
    root: `${recorder.root}/api`,
    requests: recorder.requests,
    commands: new Map(),
    received,
    closes,
    fault: () => undefined,
    refuse: undefined,
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

/** The token that the interaction `id` comes with. */
export function tokenOf(id: string): string {
  return `markertoken${id}`;
}

/** An interaction as Discord sends it. */
export function interactionOf(sent: Sent, id: string, token: string): object {
  const user = { id: sent.person ?? PERSON, username: "Markername" };
  const { type, data, message, permissions = "0" } = sent;
  const place = sent.guild
    ? { guild_id: GUILD, member: { user, permissions }, context: 0 }
    : { user, context: 1 };
  const owners = sent.guild ? { 0: GUILD } : { 1: user.id };
  const rest = { application_id: APPLICATION, channel_id: CHANNEL, locale: "en-US", version: 1 };
  return {
    id,
    token,
    type,
    data,
    ...place,
    ...rest,
    authorizing_integration_owners: owners,
    ...(message && { message }),
  };
}

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
    guilds: [],
    session_id: "session",
    resume_gateway_url: url,
    shard: [0, 1],
  };
}
