import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { articles } from "./articles.ts";
import { startProgram, writeFiles } from "./program.ts";

export const TELEGRAM = "7012345678:AAF-marker_token_of_a_test_00000000000";
export const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmArKe.marker-token-of-a-test-000000000000";
/** Nothing listens on the port of the discard protocol: a platform that is down. */
export const DOWN = "http://127.0.0.1:9";

/**
 * A folder for the tests of a file, removed after them, with two articles in `corpus` below it. What else a test needs stands
 * beside these, since the tests run side by side.
 */
export function folderWithArticles(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `isnad-${name}-`));
  const corpus = join(folder, "articles");
  writeFiles(corpus, articles);
  afterAll(() => rmSync(folder, { recursive: true }));
  /** Starts `isnad serve` over the articles with Telegram alone, which is down. */
  const serve = (env: Readonly<Record<string, string>> = {}, shell?: string) =>
    startProgram({
      args: ["serve"],
      env: { TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_API_ROOT: DOWN, CORPUS_DIR: corpus, ...env },
      ...(shell === undefined ? {} : { shell }),
    });
  return { folder, corpus, serve };
}

export function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}

/** Answers one call of a platform. */
export type Respond = (status: number, body: unknown) => void;

/** A server in place of a platform. */
export async function listening(answer: (path: string, respond: Respond) => void): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    answer(request.url ?? "", (status, body) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

export function rootOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
