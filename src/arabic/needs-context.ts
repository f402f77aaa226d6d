import { isCue, isCueWithConjunction } from "./question-cues.ts";
import { isQuestionWord } from "./stop-words.ts";
import type { Token } from "./token.ts";

/**
 * A question that names nothing of its own and needs an earlier answer to be understood: «ومتى كان ذلك؟», «وكم كلّفه؟».
 * Told by what is left of it without stop and question words: nothing, general words alone, words with an attached pronoun after a
 * leading و, or a year alone after a leading و.
 */
export function needsContext(text: string, tokens: readonly Token[], content: readonly Token[]): boolean {
  const first = tokens[0]?.term ?? "";
  if (tokens.length < 2 || tokens.length > LONGEST)
    return content.length === 0 && tokens.length > 0 && isCueWithConjunction("alone", first);
  if (content.every(isGeneral)) return true;
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

/**
 * A question that has no subject but one that was named before, whatever it asks of it: «من أشرف عليه؟», «ما مساحته؟», «متى يغلق؟», "what is its
 * height?". Behind an answer it is asked of that answer's subject.
 */
export function leansOnContext(text: string, tokens: readonly Token[], content: readonly Token[]): boolean {
  const [only] = content;
  if (only === undefined || tokens.length > LONGEST || content.length > MOST_OF_ANOTHER) return false;
  const isPlain = ({ term, start, end }: Token) =>
    /^[\u0621-\u064a]/.test(term)
      ? !/^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)/.test(term)
      : /^\p{Ll}/u.test(text.slice(start, end));
  if (!content.every((token) => isPlain(token) || isGeneral(token))) return false;
  // «شنو مشروع ستارجيت وكم قيمته؟» names what it asks of.
  const others = content.filter((token) => !isGeneral(token) && !hasPossessor(text, [token]));
  if (others.length > MOST_BESIDE) return false;
  if (hasPossessor(text, content)) return true;
  if (tokens.some(({ term }) => isCue("pronouns", term.replace(/^[\u0648\u0641]/, "")))) return true;
  const asking = tokens[tokens.findIndex(({ start }) => start === only.start) - 1]?.term ?? "";
  return content.length === 1 && isQuestionWord(asking) && asking !== "\u0645\u0627" && VERB.test(only.term);
}

/** Some word has a pronoun attached: «مساحته». */
export function hasPossessor(text: string, content: readonly Token[]): boolean {
  return content.some((token) => !token.term.startsWith("\u0627\u0644") && hasPronoun(text, token));
}

/** A verb of the third person alone right behind a question word: «كم تعيش؟». */
const VERB = /^[\u064a\u062a][\u0621-\u064a]{2,}$/;
/** A question that has more words of its own, or more beside the general ones and those with a pronoun, has its own subject. */
const MOST_OF_ANOTHER = 3;
const MOST_BESIDE = 1;

function isGeneral({ term }: Token): boolean {
  return isCue("general", term) || isCue("general", term.replace(/^\u0627\u0644/, ""));
}

/** A longer question, in words, names something of its own. */
const LONGEST = 8;

/** «كلّفه», «أسسها»: the word ends in a pronoun as it is written. Ta marbuta folds to the same letter and is no pronoun. */
function hasPronoun(text: string, { start, end }: Token): boolean {
  const word = text.slice(start, end).replace(/[\p{M}\p{Cf}\u0640]/gu, "");
  return word.length >= 4 && /(?:\u0647|\u0647\u0627|\u0647\u0645|\u0647\u0645\u0627)$/.test(word);
}
