import { LRUCache } from "lru-cache";
import { wordingOf } from "../../src/index.ts";
import type { Logger, UnguardedLimits } from "../runtime/adapter.ts";
import { newErrorCode } from "../runtime/log.ts";
import type { Answer, Deferral, Responder } from "./answer-in-time.ts";
import { choicesOf } from "./autocomplete.ts";
import { commandNamed } from "./commands.ts";
import { isPrivate, isQuestion, serveCommand, textOfCommand } from "./commands-served.ts";
import { escapeInside } from "./escape.ts";
import { type Caller, type Incoming, readInteraction } from "./incoming.ts";
import { createLatest } from "./latest.ts";
import { textPayload } from "./payload.ts";
import { CHOICE_LIMIT } from "./platform-limits.ts";
import { deferralOf, meaningOf, servePress } from "./presses.ts";
import { type Assistant, languageFor } from "./requests.ts";

export interface InteractionsOptions {
  readonly assistant: Assistant;
  readonly limits: UnguardedLimits;
  readonly log: Logger;
  readonly responder: Responder;
}

type Typing = Extract<Incoming, { readonly kind: "autocomplete" }>;

/** Longer than any connection takes to be resumed and to bring what it brought before. */
const SEEN_MS = 15 * 60_000;
const SEEN_LIMIT = 20_000;

/**
 * Serves interactions as Discord sends them, from the gateway or over HTTP: each is answered, and each once. Never rejects: what
 * goes wrong is said to the person with a code that stands in the log.
 */
export function createInteractions({ assistant, limits, log, responder }: InteractionsOptions) {
  const seen = new LRUCache<string, true>({ max: SEEN_LIMIT, ttl: SEEN_MS });
  const latestChoices = createLatest(choicesFor);

  return async function serve(data: unknown): Promise<void> {
    const receivedAt = performance.now();
    const incoming = readInteraction(data);
    if (incoming === undefined) return log.warn("discord.unreadable-interaction");
    if (seen.has(incoming.id)) return log.info("discord.repeated-interaction");
    seen.set(incoming.id, true);
    try {
      if (incoming.kind === "autocomplete") {
        await responder.choices(incoming, receivedAt, () => choices(incoming));
      } else {
        const { deferral, work } = plan(incoming);
        await responder.answer(incoming, receivedAt, deferral, () => sorry(incoming, work));
      }
    } catch (error) {
      log.error("discord.response-failed", { kind: incoming.kind, code: newErrorCode() }, error);
    }
    log.debug("discord.served", { kind: incoming.kind, ms: Math.round(performance.now() - receivedAt) });
  };

  /** What is to be done, and where the answer will stand. */
  function plan(incoming: Exclude<Incoming, { kind: "autocomplete" }>): {
    deferral: Deferral;
    work: () => Promise<Answer>;
  } {
    if (incoming.kind === "press" || incoming.kind === "select") {
      const meaning = meaningOf(incoming);
      const allowed = () => (meaning?.kind === "ask" ? mayAsk(incoming) : limits.press(personOf(incoming)));
      return {
        deferral: deferralOf(incoming, meaning),
        work: async () => ((await allowed()) ? servePress(assistant, incoming, meaning) : tooFast(incoming)),
      };
    }
    const command = incoming.kind === "unknown" ? undefined : commandNamed(incoming.name);
    if (command === undefined || incoming.kind === "unknown") {
      const { unknownCommand } = wordingOf(languageFor(incoming));
      return { deferral: "private", work: async () => toPerson(unknownCommand("/help")) };
    }
    const allowed = () => (isQuestion(command) ? mayAsk(incoming) : limits.press(personOf(incoming)));
    return {
      deferral: isPrivate(incoming, command) ? "private" : "public",
      work: async () =>
        (await allowed())
          ? serveCommand(assistant, incoming, command)
          : tooFast(incoming, languageFor(incoming, command, textOfCommand(incoming, command))),
    };
  }

  async function choices(incoming: Typing) {
    const person = personOf(incoming);
    if (!(await limits.press(person))) return [];
    return latestChoices(`${person} ${incoming.name}`, incoming);
  }

  async function choicesFor(incoming: Typing) {
    try {
      const language = languageFor(incoming, commandNamed(incoming.name), incoming.typed);
      const request = { kind: "suggest", text: incoming.typed, limit: CHOICE_LIMIT, language } as const;
      return choicesOf((await assistant.handle(request)).suggestions ?? [], language);
    } catch (error) {
      log.error("discord.bug", { kind: incoming.kind, code: newErrorCode() }, error);
      return [];
    }
  }

  /** A bug becomes an apology with a code that an operator finds in the log. */
  async function sorry(incoming: Incoming, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      const code = newErrorCode();
      log.error("discord.bug", { kind: incoming.kind, code }, error);
      return toPerson(wordingOf(languageFor(incoming)).apology(code));
    }
  }

  async function mayAsk(incoming: Caller): Promise<boolean> {
    return (await limits.question(personOf(incoming))) === "ok";
  }
}

/** Every excess gets the same line: an interaction may not be left without a response. */
function tooFast(incoming: Caller, language = languageFor(incoming)): Answer {
  return toPerson(wordingOf(language).tooFast(10));
}

function toPerson(line: string): Answer {
  return { kind: "post", isPrivate: true, messages: [textPayload(escapeInside(line))] };
}

/** The name of a person in limits that all platforms share. */
export function personOf({ person }: { readonly person: string }): string {
  return `discord:${person}`;
}
