import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";
import { isQuestionWord, isStopWord } from "./words.ts";

export type ExpectedAnswer =
  | "who"
  | "when"
  | "where"
  | "how-many"
  | "how-much"
  | "percent"
  | "why"
  | "how"
  | "which"
  | "definition"
  | "list"
  | "yes-no"
  | "none";

/** A question as it was asked and what can be told of what it wants. */
export interface Question {
  readonly text: string;
  /** All its words. */
  readonly tokens: readonly Token[];
  /** The words that name something: no stop or question word, each term once, in order. */
  readonly content: readonly Token[];
  readonly expected: ExpectedAnswer;
  /** By the script of most of its letters. */
  readonly language: "ar" | "en";
  /** Set only when the text is nothing else. */
  readonly greeting?: "greeting" | "thanks";
  /** It names nothing of its own: «ومتى كان ذلك؟». */
  readonly leans: boolean;
  /** It asks for a field of the article's citation. */
  readonly asksSource?: "author" | "source" | "date" | "title";
  /** The clause that asks, when the text has several. */
  readonly focus: { readonly start: number; readonly end: number };
}

/** Reads a question; never fails. */
export function readQuestion(text: string): Question {
  const tokens = tokenize(text);
  const seen = new Set<string>();
  const content = tokens.filter(({ term }) => {
    if (seen.has(term) || isStopWord(term) || isQuestionWord(term)) return false;
    seen.add(term);
    return true;
  });
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return {
    text,
    tokens,
    content,
    expected: "none",
    language: latin > arabic ? "en" : "ar",
    leans: content.length === 0 && tokens.length > 0,
    focus: { start: 0, end: text.length },
  };
}
