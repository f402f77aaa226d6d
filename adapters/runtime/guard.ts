import { type Assistant, type Language, noticeOf, type Reply, type Request } from "../../src/index.ts";
import type { Admission, Limits } from "./limits.ts";
import { newErrorCode } from "./log.ts";
import type { Logger } from "./logger.ts";

/** The assistant as a chat platform calls it: within limits, and without a throw. */
export interface Guard {
  /**
   * Counts a question or a press of `person`, any string that tells the platform's people apart. An adapter asks when the
   * message arrives, before it waits for its turn: a queue must not spread a flood until nothing of it is in excess.
   */
  admit(kind: "question" | "press", person: string): Promise<Admission>;
  /**
   * The reply to an admitted request, and the line that says how long to wait to a refused one. Left out: nothing limits it.
   * Never rejects: a bug becomes an apology.
   */
  answer(request: Request, admission?: Admission): Promise<Reply>;
  /** The same, but of a run of refused requests only the first gets the line. The others get `undefined`: nothing is said. */
  handle(request: Request, admission?: Admission): Promise<Reply | undefined>;
  /** The reply for a bug outside the assistant (a reply that cannot be laid out): logged under the code that it names. */
  apologise(error: unknown, language: Language): Reply;
}

export interface GuardOptions {
  /** Stands in front of events in the log and of people in the limits: `telegram`. */
  readonly platform: string;
  readonly limits: Limits;
  readonly log: Logger;
}

const ADMITTED: Admission = { allowed: true };

export function createGuard(
  assistant: Pick<Assistant, "handle" | "language">,
  { platform, limits, log }: GuardOptions,
): Guard {
  const languageOf = (request: Request) => assistant.language ?? request.language ?? "ar";
  const apologise = (error: unknown, language: Language) => {
    const code = newErrorCode();
    log.error(`${platform}.answer-failed`, { code }, error);
    return noticeOf({ kind: "apology", code }, assistant.language ?? language);
  };
  const answer: Guard["answer"] = async (request, admission = ADMITTED) => {
    if (!admission.allowed)
      return noticeOf({ kind: "too-fast", seconds: admission.seconds }, languageOf(request));
    try {
      return await assistant.handle(request);
    } catch (error) {
      return apologise(error, languageOf(request));
    }
  };
  return {
    answer,
    admit: (kind, person) => limits.admit(kind, `${platform}:${person}`),
    async handle(request, admission = ADMITTED) {
      return admission.allowed || admission.isFirst ? answer(request, admission) : undefined;
    },
    apologise,
  };
}
