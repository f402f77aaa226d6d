import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGuard } from "../../adapters/runtime/guard.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { ANN, echo, toBot } from "./telegram-chat.ts";
import { startTelegramServer, type TelegramServer, TOKEN } from "./telegram-server.ts";

let telegram: TelegramServer;
let proxy: Server;
/** What was asked of the proxy: where to connect to, and the credentials. */
let tunnels: { readonly to: string; readonly credentials: string | undefined }[];
/** What the proxy says instead of connecting. */
let refuses: string | undefined;

beforeEach(async () => {
  telegram = await startTelegramServer();
  tunnels = [];
  refuses = undefined;
  proxy = createServer((_request, response) => response.writeHead(400).end());
  proxy.on("connect", ({ url, headers }, socket) => {
    tunnels.push({ to: url ?? "", credentials: headers["proxy-authorization"] });
    if (refuses !== undefined) return socket.end(`HTTP/1.1 ${refuses}\r\n\r\n`);
    const upstream = connect(Number(url?.split(":")[1]), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on("error", () => {});
    return undefined;
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await telegram.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

function adapterThrough(lines: string[]) {
  const { port } = proxy.address() as AddressInfo;
  const log = createLogger({
    level: "info",
    secrets: [TOKEN],
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  const limits = { admit: async () => ({ allowed: true }) as const };
  return createTelegram({
    guard: createGuard({ handle: async (request) => echo(request) }, { platform: "telegram", limits, log }),
    log,
    tell: () => {},
    settings: { token: TOKEN, apiRoot: telegram.root, proxy: `http://ann:secret@127.0.0.1:${port}` },
  });
}

describe("Telegram behind a proxy", () => {
  it("is reached through it alone, by few tunnels that are kept, with the proxy's password", async () => {
    const adapter = adapterThrough([]);
    await adapter.start();
    for (let i = 0; i < 20; i++) {
      telegram.push(toBot(ANN, `${i}`));
      await telegram.until(({ body }) => body.text === `ask: ${i}`);
    }
    await adapter.stop(1_000);
    expect(new Set(tunnels.map(({ to }) => to))).toEqual(new Set([new URL(telegram.root).host]));
    expect(tunnels[0]?.credentials).toBe(`Basic ${Buffer.from("ann:secret").toString("base64")}`);
    // A dozen calls are made side by side to register commands; twenty answers need none beyond their tunnels.
    expect(tunnels.length).toBeLessThan(16);
    expect(telegram.calls.length).toBeGreaterThan(50);
  });

  it("is said to be unreachable when the proxy refuses, with its status and without the proxy's password", async () => {
    refuses = "407 Proxy Authentication Required";
    const lines: string[] = [];
    const adapter = adapterThrough(lines);
    const started = adapter.start();
    while (lines.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await adapter.stop(500);
    await started;
    expect(telegram.calls).toEqual([]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "telegram.proxy-refused", status: 407 },
      { event: "telegram.unreachable", proxy: true },
    ]);
    expect(lines.join("")).not.toContain("secret");
  });
});
