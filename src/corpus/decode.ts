/** How a file's bytes became text, or why they did not. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly reason: string; readonly fault: boolean };

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256";

const BINARY_WINDOW = 8192;
const LEAST_ARABIC = 0.8;

/**
 * The text of a file, after its byte order mark. UTF-8 is strict; UTF-16 needs its mark; a file that is not UTF-8 is
 * read as Windows-1256 when four fifths of its letters come out Arabic, since old Arabic sites wrote that.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingByMark(bytes);
  if (marked !== undefined) {
    const text = decodeAs(marked, bytes);
    return text === undefined
      ? { reason: `damaged ${marked.toUpperCase()}`, fault: true }
      : { text, encoding: marked };
  }
  const binary = bytes.subarray(0, BINARY_WINDOW).indexOf(0);
  if (binary >= 0) return { reason: `binary: a NUL at byte ${binary}`, fault: false };
  const format = formatOf(bytes);
  if (format !== undefined) return { reason: `binary: ${format}, not text`, fault: false };
  const text = decodeAs("utf-8", bytes);
  if (text !== undefined) return { text, encoding: "utf-8" };
  const old = decodeAs("windows-1256", bytes) ?? "";
  if (arabicShare(old) >= LEAST_ARABIC) return { text: old, encoding: "windows-1256" };
  return { reason: `invalid UTF-8 at byte ${firstBadByte(bytes)}; save the file as UTF-8`, fault: true };
}

/** How many of the letters are Arabic, from 0 to 1; 0 when there are none. */
export function arabicShare(text: string): number {
  let arabic = 0;
  let others = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Nearly all letters of a text are of these two ranges; only the rest is worth the question.
    if ((code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3)) arabic += 1;
    else if (code < 0x80) others += (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 1 : 0;
    else if (/\p{L}/u.test(text.charAt(at))) {
      if (/\p{Script=Arabic}/u.test(text.charAt(at))) arabic += 1;
      else others += 1;
    }
  }
  return arabic + others === 0 ? 0 : arabic / (arabic + others);
}

function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

// Formats that people put into a folder of texts under a wrong name; a PDF may hold no NUL in its first bytes.
const FORMATS: readonly [signature: string, format: string][] = [
  ["%PDF-", "a PDF"],
  ["\u0089PNG", "an image"],
  ["\u00FF\u00D8\u00FF", "an image"],
  ["GIF8", "an image"],
  ["PK\u0003\u0004", "a ZIP or Office document"],
  ["{\\rtf", "an RTF document"],
];

function formatOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  return FORMATS.find(([signature]) => head.startsWith(signature))?.[1];
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first byte that is no part of valid UTF-8: the longest decodable prefix, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
