import type { Writable } from "node:stream";
import { wording } from "./wording.ts";

const ERASE_LINE = "\r\u001b[2K";

/** Says on a terminal that articles are being read, and gives a function that erases the line again; elsewhere it says nothing. */
export function showLoading(stream: Writable & { readonly isTTY?: boolean }): () => void {
  if (!stream.isTTY) return () => {};
  stream.write(wording.ar.loading);
  return () => {
    stream.write(ERASE_LINE);
  };
}
