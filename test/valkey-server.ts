import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { freePort } from "./free-port.ts";

/** Where `npm run valkey` puts the server that it installs. */
export const INSTALLED_VALKEY = resolve(process.env.CACHE_DIR || ".cache", "valkey-server");

/** The path of a server of Valkey or Redis; undefined where none is installed. */
export function findValkey(): string | undefined {
  const dirs = (process.env.PATH ?? "").split(delimiter);
  const paths = ["valkey-server", "redis-server"].flatMap((name) => dirs.map((dir) => join(dir, name)));
  return [INSTALLED_VALKEY, ...paths].find((path) => existsSync(path));
}

export interface Valkey {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends the server; its data are gone with it. */
  close(): Promise<void>;
}

/** Starts a server on the loopback address that keeps nothing on disk. */
export async function startValkey(options: {
  readonly program: string;
  readonly port?: number;
  readonly password?: string;
}): Promise<Valkey> {
  const { program, port = await freePort(), password } = options;
  const dir = mkdtempSync(join(tmpdir(), "isnad-valkey-"));
  const settings = { port: String(port), bind: "127.0.0.1", dir, save: "", appendonly: "no" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const secured = password === undefined ? [] : ["--requirepass", password];
  const child = spawn(program, [...args, ...secured], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes("Ready to accept connections")) resolve();
    });
    ended.then(() => reject(new Error(`${program} ended: ${printed}`)), reject);
  });
  return {
    url: `redis://${password === undefined ? "" : `:${password}@`}127.0.0.1:${port}`,
    child,
    async close() {
      child.kill("SIGKILL");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
