import { readRows } from "./data-file.ts";

const keys = readRows("keyboard-layouts.tsv", { columns: ["text", "text", "text"], once: "row" }).map(
  ([qwerty = [], azerty = [], arabic = []]) => ({
    latin: [qwerty[0] ?? "", azerty[0] ?? ""],
    arabic: arabic[0] ?? "",
  }),
);

/** By layout: what a key writes in Latin → in Arabic, and the other way. */
const LAYOUTS = [0, 1].map((layout) => ({
  toArabic: new Map(keys.map(({ latin, arabic }) => [latin[layout] ?? "", arabic])),
  toLatin: new Map(keys.map(({ latin, arabic }) => [arabic, latin[layout] ?? ""])),
}));

/**
 * What a text says when its keys were meant for the other script, on a QWERTY and on an AZERTY keyboard: «ljn jHssj» is «متى
 * تأسست», «ىرهيهش» is nvidia. Empty for a text in both scripts or in neither.
 */
export function readingsByLayout(text: string): string[] {
  const isLatin = /\p{Script=Latin}/u.test(text);
  if (isLatin === /\p{Script=Arabic}/u.test(text.replace(/[\u060c\u061b\u061f]/g, ""))) return [];
  const readings = LAYOUTS.map(({ toArabic, toLatin }) =>
    isLatin ? throughKeys(text, toArabic) : throughKeys(text, toLatin),
  );
  return [...new Set(readings)].filter((reading) => reading !== text);
}

/** لا is one key: two letters are looked up before one. A capital without a letter of its own is that of the key. */
function throughKeys(text: string, keyOf: ReadonlyMap<string, string>): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const two = keyOf.get(text.slice(at, at + 2));
    const one = text.charAt(at);
    out += two ?? keyOf.get(one) ?? keyOf.get(one.toLowerCase()) ?? one;
    at += two === undefined ? 1 : 2;
  }
  return out;
}
