import type { Api } from "grammy";
import type { AdapterEnd } from "../runtime/adapter.ts";
import { failureOf } from "./failure.ts";

/** Why Telegram gives nothing, for the operator. */
export const REFUSED = {
  token: {
    reason: "refused",
    message:
      "Telegram refuses TELEGRAM_BOT_TOKEN; get the present token from @BotFather with /token and set it.",
  },
  webhook: {
    reason: "refused",
    message:
      "Another process has set a webhook for this bot, so Telegram gives no updates here; stop one of the two, or set WEBHOOK_URL here as well.",
  },
} as const satisfies Record<string, AdapterEnd>;

/** Asks once more by getMe: one stray 401 or 404 of a proxy is no refusal. */
export async function isTokenRefused(api: Api): Promise<boolean> {
  try {
    await api.getMe();
    return false;
  } catch (error) {
    return failureOf(error).kind === "token";
  }
}
