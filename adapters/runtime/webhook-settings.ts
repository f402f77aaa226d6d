import { createHmac } from "node:crypto";

/** Where Telegram brings its updates, and how they are told from those of a stranger. */
export interface WebhookSettings {
  /** The address that Telegram calls. */
  readonly url: string;
  /** Of this process; plain HTTP, behind a front that ends the TLS. */
  readonly port: number;
  /** Telegram sends it back with each update. */
  readonly secret: string;
}

/** What an operator may set. */
interface Given {
  readonly TELEGRAM_BOT_TOKEN?: string | undefined;
  readonly TELEGRAM_API_ROOT?: string | undefined;
  readonly WEBHOOK_URL?: string | undefined;
  readonly WEBHOOK_PORT?: number | undefined;
  readonly WEBHOOK_SECRET?: string | undefined;
}

const DEFAULT_PORT = 8080;
/** "Ports currently supported for webhooks", https://core.telegram.org/bots/api#setwebhook; "" is 443. */
const TELEGRAM_PORTS = ["", "80", "88", "443", "8443"];

/** The webhook; undefined without an address or a token. A clause of `problems` says what cannot be used, with its cure. */
export function webhookOf(given: Given, problems: string[]): WebhookSettings | undefined {
  const { TELEGRAM_BOT_TOKEN: token, WEBHOOK_URL: url } = given;
  if (url === undefined) {
    for (const key of ["WEBHOOK_PORT", "WEBHOOK_SECRET"] as const)
      if (given[key] !== undefined)
        problems.push(
          `${key} needs WEBHOOK_URL beside it: set the address that Telegram calls, or remove both`,
        );
    return undefined;
  }
  // A Bot API server of one's own calls any address; a loopback address is for trials.
  if (given.TELEGRAM_API_ROOT === undefined) {
    const { protocol, port, hostname } = new URL(url);
    if (protocol !== "https:" && !isLoopback(hostname))
      problems.push("WEBHOOK_URL must start with https://: Telegram calls no other address");
    else if (!TELEGRAM_PORTS.includes(port) && !isLoopback(hostname))
      problems.push("WEBHOOK_URL must be on port 443, 80, 88 or 8443: Telegram calls no other");
  }
  if (token === undefined) return undefined;
  const secret = given.WEBHOOK_SECRET ?? secretFrom(token);
  return { url, port: given.WEBHOOK_PORT ?? DEFAULT_PORT, secret };
}

/** The same for every replica, and known to nobody without the token. */
function secretFrom(token: string): string {
  return createHmac("sha256", token).update("webhook secret").digest("base64url");
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
