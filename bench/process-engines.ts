import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { readSettings } from "../adapters/runtime/settings.ts";
import { openInWorker } from "../adapters/runtime/worker-assistant.ts";
import { openAnswerer, openPassages } from "./open.ts";

/** What is measured at one size. */
export interface MeasuredEngine {
  /** What it is, above its column. */
  readonly title: string;
  /** Makes what is not measured, such as files that it reads, and gives what opens it. */
  prepare(texts: readonly string[]): Promise<() => Promise<OpenEngine>>;
}

export interface OpenEngine {
  ask(question: string): Promise<unknown>;
  /** Megabytes of its index, of an engine that keeps it on disk. */
  diskMb?(): Promise<number>;
  close?(): Promise<void>;
}

/** By the name that its process is started with. The first is what the others are held against. */
export const engines: Readonly<Record<string, MeasuredEngine>> = {
  stock: {
    title: "MiniSearch",
    prepare: async (texts) => async () => {
      const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return {
        ask: async (question) =>
          index
            .search(question)
            .slice(0, 10)
            .map(({ id }) => texts[id]),
      };
    },
  },
  ours: {
    title: "Isnad",
    prepare: async (texts) => async () => {
      const answerer = await openAnswerer(openPassages(texts));
      return { ask: (question) => answerer.answer(question) };
    },
  },
  thread: {
    title: "in a thread",
    async prepare(texts) {
      const dir = writeFolder(texts);
      const { settings } = readSettings({ env: {}, workingDir: dir, parseEnvFile: () => ({}) });
      const ignore = () => {};
      const log = { debug: ignore, info: ignore, warn: console.error, error: console.error };
      return async () => {
        const { assistant, close } = await openInWorker({ dir, command: "run", settings, log, tell: ignore });
        rmSync(dir, { recursive: true });
        return { ask: (text) => assistant.handle({ kind: "ask", text }), close };
      };
    },
  },
};

/** Passages of one article; a folder of articles is what the program reads. */
const IN_ARTICLE = 20;

function writeFolder(texts: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), "isnad-scale-"));
  for (let first = 0; first < texts.length; first += IN_ARTICLE) {
    const folder = join(dir, String(Math.floor(first / 20_000)));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${first}.txt`), texts.slice(first, first + IN_ARTICLE).join("\n\n"));
  }
  return dir;
}
