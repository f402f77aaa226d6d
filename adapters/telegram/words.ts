/** Arabic words that do in a private chat what a command does; Telegram's commands can only be Latin. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["ابدأ", "start"],
  ["اسأل", "ask"],
  ["ابحث", "ask"],
  ["استشهد", "cite"],
  ["المصادر", "sources"],
  ["مصادر", "sources"],
  ["مساعدة", "help"],
  ["المساعدة", "help"],
  ["الخصوصية", "privacy"],
  ["خصوصية", "privacy"],
]);

/** A passage's key, alone or in a link or behind `#`: what «استشهد» is followed by when it is meant as a command. */
const REFERENCE = /^(?:#|p_|\S*[?&]start=p_)?[A-Za-z0-9_-]{8,11}$/;

/**
 * The command that a text stands for: one of the words by itself, or «استشهد» with a key behind it. In front of other
 * words it opens a question («استشهد في المعركة…») and is none.
 */
export function commandInWords(text: string): { readonly name: string; readonly text: string } | undefined {
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const name = FOLDED.get(folded(first));
  if (name === undefined) return undefined;
  if (rest.length === 0) return { name, text: "" };
  const [key = "", ...more] = rest;
  return name === "cite" && more.length === 0 && REFERENCE.test(key) ? { name, text: key } : undefined;
}

/** As people type it: without marks, with or without hamza, with ه for ة. */
function folded(word: string): string {
  return word
    .replace(/[\u0640\u064b-\u0652]/g, "")
    .replace(/[\u0622\u0623\u0625]/g, "\u0627")
    .replace(/\u0629$/, "\u0647")
    .replace(/[.!؟]+$/, "");
}

const FOLDED = new Map([...WORDS].map(([word, name]) => [folded(word), name]));
