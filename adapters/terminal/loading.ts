import type { Writable } from "node:stream";
import { wording } from "./wording.ts";

const ERASE_LINE = "\r\u001b[2K";

/**
 * Says on a terminal that articles are being read, until `open` has read them; elsewhere it says nothing. `open` is given what tells a
 * sentence on a line of its own.
 */
export async function whileLoading<T>(
  stream: (Writable & { readonly isTTY?: boolean }) | undefined,
  open: (tell: (sentence: string) => void) => Promise<T>,
  tell: (sentence: string) => void,
): Promise<T> {
  let shown = stream?.isTTY === true;
  const erase = () => {
    if (shown) stream?.write(ERASE_LINE);
    shown = false;
  };
  if (shown) stream?.write(wording.ar.loading);
  try {
    return await open((sentence) => {
      erase();
      tell(sentence);
    });
  } finally {
    erase();
  }
}
