import type { Writable } from "node:stream";

/** Where a command reads and writes: the three standard streams, or a test's own. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly error: Writable;
}

/**
 * Writes a line and waits until it has left, so that its reader gets it at once and a slow reader slows us down.
 * False when nobody reads any more.
 */
export function writeLine(stream: Writable, line: string): Promise<boolean> {
  if (!stream.writable) return Promise.resolve(false);
  return new Promise((resolve) => {
    stream.write(`${line}\n`, (error) => resolve(!error));
  });
}
