import type { Action, Language, Reply } from "./reply.ts";

/** A reply of the bot's own sentences, with questions to tap below them. */
export function textReply(
  language: Language,
  texts: readonly string[],
  questions: readonly string[] = [],
): Reply {
  return {
    language,
    blocks: texts.map((text) => ({ type: "text", text })),
    actions: questions.map((question) => [questionAction(question)]),
  };
}

/** A reply to what asks nothing of the articles, in one line. */
export function courtesy(language: Language, text: string, questions: readonly string[] = []): Reply {
  return { ...textReply(language, [text], questions), courtesy: true };
}

/** A question as a button: a tap asks it. */
export function questionAction(question: string): Action {
  return { type: "ask", label: question, text: question };
}

/** The reply to a request that could not be read or found: one sentence with a way on. */
export function failedReply(language: Language, text: string): Reply {
  return { ...courtesy(language, text), failed: true };
}
