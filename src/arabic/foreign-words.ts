import { isQuestionWord, isStopWord } from "./stop-words.ts";
import { talkOf } from "./talk.ts";
import { tokenize } from "./tokens.ts";
import { translationsOf } from "./translations.ts";

/** Words of a text that are looked up, at most. */
const MOST_WORDS = 200;

/** Some word in Latin letters is an English or a French one, and no mere name; or the text is talk. */
export function hasForeignWords(text: string): boolean {
  const terms = tokenize(text.slice(0, MOST_WORDS * 10)).map(({ term }) => term);
  const latin = terms.filter((term) => /^[a-z]+$/.test(term)).slice(0, MOST_WORDS);
  return (
    latin.some((term) => isStopWord(term) || isQuestionWord(term) || isWord(term)) ||
    (latin.length > 0 && talkOf(text, latin) !== undefined)
  );
}

/** In the dictionary, and longer than the abbreviations in it (gpu, ai). */
function isWord(term: string): boolean {
  return term.length > 3 && translationsOf(term).length > 0;
}
