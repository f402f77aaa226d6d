import { isCue } from "./question-cues.ts";
import type { Token } from "./token.ts";

/**
 * A question that names nothing of its own and needs an earlier answer to be understood: «ومتى كان ذلك؟», «وكم كلّفه؟».
 * Told by what is left of it without stop and question words: nothing, general words alone, words with an attached pronoun after a
 * leading و, or a year alone after a leading و.
 */
export function needsContext(text: string, tokens: readonly Token[], content: readonly Token[]): boolean {
  const first = tokens[0]?.term ?? "";
  if (tokens.length < 2 || tokens.length > LONGEST)
    return content.length === 0 && tokens.length > 0 && isCue("alone", first.replace(/^[\u0648\u0641]/, ""));
  if (
    content.every(({ term }) => isCue("general", term) || isCue("general", term.replace(/^\u0627\u0644/, "")))
  )
    return true;
  // "why did he resign?": who he is stands in no word of it.
  if (content.length <= 1 && tokens.length <= 6 && tokens.some(({ term }) => isCue("persons", term)))
    return true;
  const carriesOn =
    /^[\u0648\u0641]/.test(first) || first === "and" || tokens.some(({ term }) => isCue("pointers", term));
  return (
    carriesOn &&
    content.every(
      (token) => isCue("general", token.term) || /^\d{4}$/.test(token.term) || hasPronoun(text, token),
    )
  );
}

/** A longer question, in words, names something of its own. */
const LONGEST = 8;

/** «كلّفه», «أسسها»: the word ends in a pronoun as it is written. Ta marbuta folds to the same letter and is no pronoun. */
function hasPronoun(text: string, { start, end }: Token): boolean {
  const word = text.slice(start, end).replace(/[\p{M}\p{Cf}\u0640]/gu, "");
  return word.length >= 4 && /(?:\u0647|\u0647\u0627|\u0647\u0645|\u0647\u0645\u0627)$/.test(word);
}
