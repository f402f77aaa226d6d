import { arabiziWord } from "./arabizi.ts";
import { readDataFile } from "./data-file.ts";

const file = readDataFile("arabizi-talk.tsv", { "": { columns: ["text", "word"], once: "row" } });
const spelled = new Map(
  file
    .rows("")
    .flatMap(([[typed = ""] = [], [word = ""] = []]) =>
      typed.split(" ").map((one): [string, string] => [spelling(one), word]),
    ),
);

/** A longer text is more than talk; in UTF-16 units. */
const LONGEST = 120;
/** The article, as it is typed apart or before its word. */
const ARTICLE = /^[aei]?l(?=...)/;

/**
 * The Arabic terms of talk that is typed in Latin letters and digits («saba7 el 5er», «shukran ktir»); `undefined` where one of its words
 * is none of talk.
 */
export function arabicOfTalk(text: string): readonly string[] | undefined {
  if (text.length > LONGEST || /\p{Script=Arabic}/u.test(text)) return undefined;
  const typed = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let isTalk = false;
  const words: string[] = [];
  for (const one of typed) {
    const word = wordOf(one);
    isTalk ||= word !== undefined;
    const read = word ?? arabiziWord(one);
    if (read === undefined) return undefined;
    const before = words.at(-1);
    // «el 5er» is one word, and so is «wa sahlan».
    if (before === "\u0627\u0644" || before === "\u0648")
      words[words.length - 1] = read.startsWith("\u0648") ? read : before + read;
    else words.push(read);
  }
  return isTalk ? words.flatMap((word) => word.split(" ")) : undefined;
}

function wordOf(typed: string): string | undefined {
  const word = spelled.get(spelling(typed));
  if (word !== undefined) return word;
  const bare = spelled.get(spelling(typed.replace(ARTICLE, "")));
  return bare && `\u0627\u0644${bare}`;
}

/** One for the ways in which a word is typed: choukran, shokran, shukran. Vowels are three, and no letter stands twice. */
function spelling(typed: string): string {
  return typed
    .replace(/\d/g, (digit) => LETTERS.get(digit) ?? "")
    .replace(/ch/g, "sh")
    .replace(/[ey]/g, "i")
    .replace(/o/g, "u")
    .replace(/(.)\1+/g, "$1");
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["5", "kh"],
  ["6", "t"],
  ["7", "h"],
  ["8", "gh"],
  ["9", "q"],
]);
