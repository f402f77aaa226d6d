import type { AdapterEnd, ChatAdapter, ChatAdapterOptions } from "../runtime/adapter.ts";
import { OperatorError } from "../runtime/operator-error.ts";
import { type BotApi, type BotApiOptions, createBotApi, type Result } from "./api.ts";
import { createDesk } from "./desk.ts";
import { createDispatch } from "./dispatch.ts";
import { failureOf } from "./failure.ts";
import { whereItIs } from "./first-run.ts";
import { growingPauses, pause } from "./pauses.ts";
import { createPoller, type Poller, REFUSED } from "./poller.ts";
import { register } from "./registration.ts";
import { createSender } from "./sender.ts";

/** Telegram: private chats, groups, inline mode and guest mode, over long polling. */
export function createTelegram(options: ChatAdapterOptions<BotApiOptions>): ChatAdapter {
  const { assistant, limits, log, settings, tell } = options;
  const api = createBotApi(settings);
  const sender = createSender(api, log);
  const stopped = new AbortController();
  let poller: Poller | undefined;
  let end: (end: AdapterEnd) => void = () => {};
  const ended = new Promise<AdapterEnd>((resolve) => {
    end = resolve;
  });

  return {
    ended,
    async start() {
      const me = await introduce(api, stopped.signal, () => log.warn("telegram.unreachable"));
      if (!me || stopped.signal.aborted) return;
      tell(whereItIs(me));
      const desk = createDesk({ assistant, limits, log, sender, me });
      poller = createPoller({ api, log, take: createDispatch(desk) });
      await Promise.race([register(sender), pause(REGISTRATION_MS, stopped.signal)]);
      if (stopped.signal.aborted) return;
      void poller.run().then((reason) => reason && end(reason));
    },
    async stop(graceMs) {
      stopped.abort();
      await poller?.stop(graceMs);
    },
  };
}

const REQUEST_MS = 15_000;
/** Commands are there before the first question is read, unless that takes longer than a person would wait. */
const REGISTRATION_MS = 2_000;

/**
 * Asks Telegram who we are, for as long as it cannot be reached; undefined when stopped meanwhile.
 * @throws OperatorError when the token is refused.
 */
async function introduce(
  api: BotApi,
  stopped: AbortSignal,
  onFailure: () => void,
): Promise<Result<"getMe"> | undefined> {
  const pauses = growingPauses(500, 30_000);
  while (!stopped.aborted) {
    try {
      return await api.request("getMe", {}, AbortSignal.any([stopped, AbortSignal.timeout(REQUEST_MS)]));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "token") throw new OperatorError(REFUSED.token.message);
      if (stopped.aborted) return undefined;
      onFailure();
      await pause(failure.kind === "wait" ? failure.seconds * 1000 : pauses.next(), stopped);
    }
  }
  return undefined;
}
