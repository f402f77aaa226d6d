import { connectReranker, createRelevance, ModelServerError, type Relevance } from "../../src/index.ts";
import { causeCode } from "./describe-error.ts";
import type { Settings } from "./settings.ts";

/** Milliseconds between two words on questions that the server left as they were. */
const BETWEEN_WORDS = 60_000;

/** The reranker that the settings name, if they name one. `onMissed` hears at most once a minute why questions go without it, and how many did. */
export function openRelevance(
  { rerank }: Settings,
  onMissed: (reason: string, missed: number) => void,
): Relevance | undefined {
  if (rerank === undefined) return undefined;
  let missed = 0;
  let last = Number.NEGATIVE_INFINITY;
  return createRelevance(connectReranker(rerank), {
    deadline: rerank.deadline,
    onMissed(why) {
      missed++;
      if (performance.now() - last < BETWEEN_WORDS) return;
      last = performance.now();
      onMissed(reasonOf(why), missed);
    },
  });
}

function reasonOf(why: unknown): string {
  if (why === "late") return "the server took too long";
  return why instanceof ModelServerError ? why.message : causeCode(why);
}
