import { onTestFinished } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { openSharedStore, type SharedStore } from "../../adapters/runtime/shared-store.ts";
import { TOKEN } from "./telegram-server.ts";

/** A connection to a store for one test, as each replica has one, and the lines of its log. */
export async function openStore(url: string): Promise<{ store: SharedStore; lines: string[] }> {
  const lines: string[] = [];
  const sink = { write: (line: string) => lines.push(line), writableLength: 0 };
  const store = await openSharedStore({ url, secret: TOKEN, log: createLogger({ level: "info", sink }) });
  onTestFinished(() => store.close());
  return { store, lines };
}
