import type { Judgement } from "../../src/answer/verdict.ts";
import type { Corpus } from "../../src/corpus/article.ts";
import { answererOver } from "./library.ts";

/** What the outcome of questions over a corpus rests on; `undefined` where nothing was found to quote. */
export async function judgesOver(
  corpus: Corpus,
): Promise<(question: string) => Promise<Judgement | undefined>> {
  const answerer = await answererOver(corpus);
  return async (question) => {
    let judged: Judgement | undefined;
    await answerer.answer(question, {
      onJudged(judgement) {
        judged = judgement;
      },
    });
    return judged;
  };
}
