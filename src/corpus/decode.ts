import { linesOf } from "./text-lines.ts";
import { badBytesIn, hasArabicUtf8 } from "./utf8.ts";
import type { Warning } from "./yaml.ts";

/** How a file's bytes became text, or why they did not. `line` counts from 1. */
export type Decoded =
  | { readonly text: string; readonly encoding: string; readonly warnings: readonly Warning[] }
  | { readonly reason: string; readonly fault: boolean; readonly line?: number };

const BINARY_WINDOW = 8192;

/**
 * The text of a file, after its byte order mark. UTF-16 needs its mark. UTF-8 may be damaged in a few places: each
 * reads as U+FFFD and is warned of; more places, or longer ones, cost the file. A file that shows no Arabic in UTF-8
 * is read, with a warning, in the encoding that the head of its HTML names, else as Windows-1256, since old Arabic sites
 * wrote that; its words must come out as Arabic words.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingByMark(bytes);
  if (marked !== undefined && marked !== "utf-8") {
    const text = decodeAs(marked, bytes);
    return text === undefined
      ? { reason: `damaged ${marked.toUpperCase()}: save the file as UTF-8`, fault: true }
      : { text, encoding: marked, warnings: [] };
  }
  const binary = bytes.subarray(0, BINARY_WINDOW).indexOf(0);
  if (binary >= 0) return { reason: `binary: a NUL at byte ${binary}`, fault: false };
  const format = formatOf(bytes);
  if (format !== undefined) return { reason: `binary: ${format}, not text`, fault: false };
  const text = decodeAs("utf-8", bytes);
  if (text !== undefined) return { text, encoding: "utf-8", warnings: [] };
  if (marked === "utf-8" || hasArabicUtf8(bytes)) return damagedUtf8(bytes);
  for (const encoding of [encodingByHead(bytes), "windows-1256"]) {
    const old = encoding === undefined ? undefined : decodeAs(encoding, bytes);
    if (encoding !== undefined && old !== undefined && readsAsArabic(old))
      return { text: old, encoding, warnings: [readAs(encoding)] };
  }
  return notUtf8(bytes, "");
}

function readAs(encoding: string): Warning {
  const name = encoding.replace(/^(?:iso|.)/u, (letters) => letters.toUpperCase());
  return { message: `is no UTF-8 and was read as ${name}: look at its title and save the file as UTF-8` };
}

const HEAD_WINDOW = 2048;

/** The encoding that the head of an HTML or XML text names, as Node calls it. */
function encodingByHead(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_WINDOW)).toString("latin1");
  const label = /\b(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{1,40})/iu.exec(head)?.[1];
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
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

/** More damaged places than this, or one of more bytes than a letter has, are no accident: the file mixes encodings. */
const MOST_PLACES = 10;
const LONGEST_PLACE = 4;

function damagedUtf8(bytes: Uint8Array): Decoded {
  const places = badBytesIn(bytes, MOST_PLACES + 1);
  const isMixed = places.length > MOST_PLACES || places.some(({ length }) => length > LONGEST_PLACE);
  if (isMixed) return notUtf8(bytes, ", among others");
  return {
    text: new TextDecoder().decode(bytes),
    encoding: "utf-8",
    warnings: places.map(({ at, length }) => ({
      line: lineOf(bytes, at),
      message:
        at + length === bytes.length
          ? `ends inside a letter, at byte ${at}: the file may be cut, so fetch it again`
          : `invalid UTF-8 at byte ${at}, read as \uFFFD: correct the letter and save the file as UTF-8`,
    })),
  };
}

function notUtf8(bytes: Uint8Array, others: string): Decoded {
  const at = badBytesIn(bytes, 1)[0]?.at ?? 0;
  const reason = `invalid UTF-8 at byte ${at}${others}: save the file as UTF-8`;
  return { reason, line: lineOf(bytes, at), fault: true };
}

function lineOf(bytes: Uint8Array, at: number): number {
  return linesOf(new TextDecoder().decode(bytes.subarray(0, at))).length;
}

/** Of the words with Arabic letters, at most this share may hold letters of other scripts too. */
const MOST_MIXED = 0.05;
/** Of all letters at least this share is Arabic: a text in Latin letters with an accent or two is none. */
const LEAST_ARABIC = 0.2;

/**
 * Whether a text read as Windows-1256 is Arabic. A word is of one script: in ISO-8859-6, Windows-1251 and other wrong
 * readings most words mix Arabic with accented Latin letters («اâنçوا»).
 */
function readsAsArabic(text: string): boolean {
  let arabic = 0;
  let mixed = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!/\p{Script=Arabic}/u.test(word)) continue;
    arabic += 1;
    if (/\p{Script=Latin}/u.test(word)) mixed += 1;
  }
  return arabic > 0 && mixed <= arabic * MOST_MIXED && arabicShare(text) >= LEAST_ARABIC;
}

function encodingByMark(bytes: Uint8Array): string | undefined {
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

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
