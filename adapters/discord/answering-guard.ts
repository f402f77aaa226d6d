import { type Language, languageOf, type Reply, type Request } from "../../src/index.ts";
import type { Guard } from "../runtime/guard.ts";
import type { Admission } from "../runtime/limits.ts";
import { readChoice } from "./autocomplete.ts";

/** The guard as interactions need it: Discord shows an error below an interaction that has no response. */
export interface AnsweringGuard extends Guard {
  handle(request: Request, admission?: Admission): Promise<Reply>;
}

/** @throws from `handle` when `guard` was not made to answer a request in excess */
export function answering(guard: Guard): AnsweringGuard {
  return {
    ...guard,
    async handle(request, admission) {
      const reply = await guard.handle(request, admission);
      if (reply === undefined) throw new Error("The guard of Discord must be made with answersExcess");
      return reply;
    },
  };
}

/**
 * The reply to a question, or the passage that was chosen from the list while it was typed: then the question is the
 * passage's key. A word that only looks like a key is a question.
 */
export async function replyToQuestion(
  guard: AnsweringGuard,
  text: string,
  language: Language,
  admission: Admission,
): Promise<Reply> {
  const passage = await passageChosen(guard, text, admission);
  return passage ?? guard.handle({ kind: "ask", text, language }, admission);
}

/** The passage that a key names, or the passages that are found for words. */
export async function replyToCite(
  guard: AnsweringGuard,
  text: string,
  language: Language,
  admission: Admission,
): Promise<Reply> {
  const passage = await passageChosen(guard, text, admission);
  return passage ?? guard.handle({ kind: "cite", text, language: languageOf(text, language) }, admission);
}

async function passageChosen(
  guard: AnsweringGuard,
  text: string,
  admission: Admission,
): Promise<Reply | undefined> {
  const choice = readChoice(text);
  if (choice === undefined || !admission.allowed) return undefined;
  const reply = await guard.handle({ kind: "cite", text: `#${choice.key}`, language: choice.language });
  return reply.failed ? undefined : reply;
}
