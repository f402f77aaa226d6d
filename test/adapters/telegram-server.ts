import type { Update } from "grammy/types";
import { type Answer, type Recorded, type Recorder, startRecorder } from "./recorder.ts";

export const TOKEN = "7000000001:AAmarkerTokenThatNoLogMayHold_00000";

/** The id of the first update that is pushed without one. */
export const FIRST_UPDATE = 500;

export const ME = {
  id: 7000000001,
  is_bot: true,
  first_name: "Isnad",
  username: "isnad_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  supports_guest_queries: true,
} as const;

/** A call of the Bot API as the bot made it. */
export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface TelegramServer {
  readonly root: string;
  readonly calls: readonly Call[];
  /** Puts an update into the queue, with the next id unless it has one. */
  push(update: Omit<Update, "update_id"> & { update_id?: number }): number;
  /** Puts an update into the queue as it is, confirmed or not. */
  redeliver(update: Update): void;
  /** Ids that are not confirmed yet. */
  readonly pending: readonly number[];
  /** Decides about a call before it is carried out; undefined lets it happen. */
  fault: (call: Call) => Answer | undefined | Promise<Answer | undefined>;
  /** The first call that fits, of all so far and to come. */
  until(fits: (call: Call) => boolean, ms?: number): Promise<Call>;
  close(): Promise<void>;
}

/** Keeps unconfirmed updates as Telegram does, numbers the messages, and says yes to everything else. */
export async function startTelegramServer(me: object = ME): Promise<TelegramServer> {
  const calls: Call[] = [];
  const results: Record<string, () => unknown> = {
    getMe: () => me,
    getMyCommands: () => [],
    getMyName: () => ({ name: "" }),
    getMyDescription: () => ({ description: "" }),
    getMyShortDescription: () => ({ short_description: "" }),
    getChatMember: () => ({ status: "member", user: me }),
  };
  let queue: Update[] = [];
  let nextUpdate = FIRST_UPDATE;
  let nextMessage = 9_000;
  let poke = () => {};

  async function getUpdates({ offset, timeout, limit }: Record<string, unknown>): Promise<Update[]> {
    const from = Number(offset ?? 0);
    queue = queue.filter((update) => update?.update_id >= from || again.delete(update));
    if (queue.length === 0 && timeout) {
      await new Promise<void>((resolve) => {
        poke = resolve;
        setTimeout(resolve, Number(timeout) * 1000).unref();
      });
    }
    return queue.slice(0, Number(limit ?? 100));
  }
  const again = new Set<Update>();

  async function answer(request: Recorded): Promise<Answer> {
    const call = callOf(request);
    calls.push(call);
    const fault = await server.fault(call);
    if (fault) return fault;
    if (call.method === "getUpdates") return { json: { ok: true, result: await getUpdates(call.body) } };
    const message = { message_id: nextMessage++, date: seconds(), chat: { id: call.body.chat_id } };
    const result = results[call.method]?.() ?? (call.method.startsWith("send") ? message : true);
    return { json: { ok: true, result } };
  }

  const recorder: Recorder = await startRecorder(answer);
  const server: TelegramServer = {
    root: recorder.root,
    calls,
    push(update) {
      const update_id = update.update_id ?? nextUpdate++;
      queue.push({ ...update, update_id });
      poke();
      return update_id;
    },
    redeliver(update) {
      again.add(update);
      queue.unshift(update);
      poke();
    },
    get pending() {
      return queue.map((update) => update?.update_id);
    },
    fault: () => undefined,
    async until(fits, ms) {
      return callOf(await recorder.until((request) => fits(callOf(request)), ms));
    },
    async close() {
      poke();
      await recorder.close();
    },
  };
  return server;
}

/** An error as the Bot API gives it. */
export function refusal(code: number, description: string, parameters?: object): Answer {
  return {
    status: code,
    json: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

/** Unix time, as messages carry it. */
export function seconds(agoS = 0): number {
  return Math.floor(Date.now() / 1000) - agoS;
}

function callOf({ path, body, at }: Recorded): Call {
  return { method: path.split("/").at(-1) ?? "", body, at };
}
