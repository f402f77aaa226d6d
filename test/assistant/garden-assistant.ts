import { quotationOf } from "../../src/answer/quotation.ts";
import {
  type Answer,
  type Answerer,
  type Assistant,
  type AssistantOptions,
  type Corpus,
  createAssistant,
  createMiniSearchIndex,
  createVerifier,
  libraryOf,
  openAnswerer,
  type Quotation,
  type Selection,
} from "../../src/index.ts";
import { gardenCorpus } from "../reply/garden.ts";

/** The made-up articles, and the real assistant over them: neither is changed by being asked. */
export const corpus: Corpus = await gardenCorpus();
export const assistant: Assistant = await opened(corpus);

/** A question that the articles answer. */
export const HIVES = "كم خلية في وادي الزهر؟";

/** The first sentence of a passage, marked whole. */
export const SENTENCE: Selection = { first: 0, count: 1, mark: { from: 0, count: 1 } };

/** What an assistant knows of a corpus beside its answers. */
export function over(corpus: Corpus): Pick<AssistantOptions, "library" | "verifier"> {
  return { library: libraryOf(corpus), verifier: createVerifier(corpus) };
}

/** The real assistant with the real answerer. */
export async function opened(corpus: Corpus): Promise<Assistant> {
  return createAssistant({ ...over(corpus), answerer: await openAnswerer(corpus, createMiniSearchIndex) });
}

/** An answer of chosen quotations, as the answerer gives it: for what a small corpus does not happen to hold. */
export function answerOf(first: Quotation, rest: Partial<Answer> = {}): Answer {
  const findings = [{ quotation: first, alsoIn: [], differs: [] }];
  return {
    verdict: "answered",
    findings,
    searched: [],
    isUntold: false,
    lacking: [],
    nearest: [],
    cut: false,
    ...rest,
  };
}

/** An answerer that gives this answer to every question. */
export function answering(answer: Answer): Answerer {
  return { answer: async () => answer };
}

/** A quotation of the passage that holds these words; fails where none does. */
export function quotation(holding: string, selection: Selection, from = corpus): Quotation {
  const passage = from.passages.find(({ article, start, end }) =>
    article.text.slice(start, end).includes(holding),
  );
  const found = passage && quotationOf(passage, selection);
  if (found === undefined) throw new Error(`A passage holds ${holding}`);
  return found;
}
