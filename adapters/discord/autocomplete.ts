import { closersOf, type Language, type Suggestion } from "../../src/index.ts";
import { CHOICE_LIMIT, CHOICE_TEXT_LIMIT } from "./platform-limits.ts";
import { short } from "./short.ts";

/** Of a choice's hundred characters, what the title may take when there is more to show. */
const TITLE_LIMIT = 40;

/** For the ends of isolates that a cut has taken away. */
const CLOSING_ROOM = 2;

/** Passages as choices: «title — first words», whose value is the passage's key. No two look or mean the same. */
export function choicesOf(
  suggestions: readonly Suggestion[],
  language: Language,
): { readonly name: string; readonly value: string }[] {
  const names = new Set<string>();
  const values = new Set<string>();
  const choices: { name: string; value: string }[] = [];
  for (const { key, title, description } of suggestions) {
    const cut = short(`${short(title, TITLE_LIMIT)} — ${description}`, CHOICE_TEXT_LIMIT - CLOSING_ROOM);
    const name = cut + closersOf(cut);
    if (names.has(name) || values.has(key)) continue;
    names.add(name);
    values.add(key);
    choices.push({ name, value: language === "en" ? `${key}${ENGLISH}` : key });
    if (choices.length === CHOICE_LIMIT) break;
  }
  return choices;
}

/** What was chosen from such a list, or typed to look like it; undefined for words. */
export function readChoice(text: string): { readonly key: string; readonly language: Language } | undefined {
  const [, key, english] = /^([\w-]{8}(?:[\w-]{3})?)(:en)?$/.exec(text.trim()) ?? [];
  return key === undefined ? undefined : { key, language: english === ENGLISH ? "en" : "ar" };
}

/** Ends the value of a choice that was offered to someone who typed in English: what is chosen says nothing more of it. */
const ENGLISH = ":en";
