import { createBreaker } from "./breaker.ts";
import { type BuildParts, buildVectors, type Vectors } from "./build-vectors.ts";
import type { TitledText } from "./embedder.ts";
import { standardScores } from "./standard-scores.ts";

/** How near the texts are to a question by what they mean. */
export interface Nearness {
  /** The embedder's model. */
  readonly model: string;
  /** For each list of texts the z-score of each text's cosine, over the texts of its list. */
  readonly scores: readonly Float32Array[];
}

/** Compares questions with texts by their meaning. Where it cannot, the answer by words stands. */
export interface Meaning {
  /** `undefined` while vectors are missing, and when the server fails or takes too long. Never rejects. */
  compare(question: string): Promise<Nearness | undefined>;
  /** Resolves to true when all texts have their vectors; to false when the server has failed repeatedly, though it is asked further. */
  readonly complete: Promise<boolean>;
  /** What became of the questions so far. */
  readonly counts: Readonly<QuestionCounts>;
  /** Stops making vectors. */
  close(): void;
}

/** Questions, by what became of them. */
export interface QuestionCounts {
  compared: number;
  /** Vectors were missing. */
  early: number;
  /** The server took longer than the deadline. */
  late: number;
  failed: number;
  /** The server was not asked, since it had failed just before. */
  rested: number;
}

/** Makes a meaning of lists of texts, and begins to embed them. The composition root chooses how. */
export type OpenMeaning = (lists: readonly (readonly TitledText[])[]) => Meaning;

export interface MeaningOptions extends BuildParts {
  /** Milliseconds that a question waits for its vector. */
  readonly deadline?: number;
  /** Called with each question that the server left without a vector: `"late"`, or the error. */
  readonly onMissed?: (why: unknown) => void;
}

/** Milliseconds that a question waits for its vector, if nothing else is said. */
export const QUESTION_DEADLINE = 400;

/** UTF-16 units of a question that are embedded, from its start. Models read some 500 tokens. */
const LONGEST_QUESTION = 1000;

export function createMeaning(options: MeaningOptions): OpenMeaning {
  const { deadline = QUESTION_DEADLINE, onMissed = () => {} } = options;
  return (lists) => {
    const stop = new AbortController();
    const breaker = createBreaker({ failures: 3, rest: 5_000, longestRest: 60_000 });
    const counts: QuestionCounts = { compared: 0, early: 0, late: 0, failed: 0, rested: 0 };
    let vectors: Vectors | undefined;
    const complete = new Promise<boolean>((settle) => {
      buildVectors(lists, options, stop.signal, () => settle(false)).then(
        (all) => {
          vectors = all;
          settle(true);
        },
        (error: unknown) => {
          settle(false);
          if (!stop.signal.aborted) options.onFault?.(error, "server");
        },
      );
    });
    return {
      complete,
      counts,
      close: () => stop.abort(),
      async compare(question) {
        if (vectors === undefined) counts.early++;
        else if (!breaker.allows()) counts.rested++;
        else {
          const { embedder, cosines } = vectors;
          const text = question.slice(0, LONGEST_QUESTION);
          const inTime = AbortSignal.timeout(deadline);
          try {
            const [vector] = await embedder.embed([{ text }], "query", inTime);
            breaker.succeeded();
            counts.compared++;
            return vector && { model: embedder.model, scores: cosines(vector).map(standardScores) };
          } catch (error) {
            breaker.failed();
            counts[inTime.aborted ? "late" : "failed"]++;
            onMissed(inTime.aborted ? "late" : error);
          }
        }
        return undefined;
      },
    };
  };
}
