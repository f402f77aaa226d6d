import { connectReranker, createRelevance, ModelServerError, type Relevance } from "../../src/index.ts";
import { causeCode } from "./describe-error.ts";
import type { Logger } from "./logger.ts";
import { type Settings, serves } from "./settings.ts";

/** Milliseconds between two words on questions that the server left as they were. */
const BETWEEN_WORDS = 60_000;

/**
 * The reranker that the settings name, if they name one. Why questions go without it is said at most once a minute: in the log of a service,
 * else told in a sentence.
 */
export function openRelevance(
  settings: Settings,
  command: string,
  log: Pick<Logger, "warn">,
  tell: (sentence: string) => void,
): Relevance | undefined {
  const { rerank } = settings;
  if (rerank === undefined) return undefined;
  const isService = serves(command, settings);
  let missed = 0;
  let last = Number.NEGATIVE_INFINITY;
  return createRelevance(connectReranker(rerank), {
    deadline: rerank.deadline,
    onMissed(why) {
      missed++;
      if (performance.now() - last < BETWEEN_WORDS) return;
      last = performance.now();
      const reason = reasonOf(why);
      if (isService) log.warn("rerank.question-missed", { reason, missed });
      else tell(`No reranking: ${reason}. The order stays as it was.`);
    },
  });
}

function reasonOf(why: unknown): string {
  if (why === "late") return "the server took too long";
  return why instanceof ModelServerError ? why.message : causeCode(why);
}
