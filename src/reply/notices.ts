import { failureOf, sayingOf } from "./plain.ts";
import type { Language, Notice, Reply } from "./reply.ts";
import { wordingOf } from "./wording.ts";

/** The reply to what asks nothing of the articles. It never throws, and `failed` is set on what could not be done. */
export function noticeOf(notice: Notice, language: Language): Reply {
  const words = wordingOf(language);
  switch (notice.kind) {
    case "unknown-command":
      return sayingOf(language, [words.unknownCommand(notice.help)]);
    case "not-text":
      return sayingOf(language, [words.notText]);
    case "no-question":
      return sayingOf(language, [notice.after === "name" ? words.askAfterName : words.askAfterCommand]);
    case "too-fast":
      return failureOf(language, words.tooFast(notice.seconds));
    case "apology":
      return failureOf(language, words.apology(notice.code));
    case "deletion":
      return deletionOf(notice.outcome, language);
  }
}

function deletionOf(outcome: Extract<Notice, { kind: "deletion" }>["outcome"], language: Language): Reply {
  const words = wordingOf(language);
  switch (outcome) {
    case "done":
      return sayingOf(language, [words.deleted]);
    case "not-yours":
      return failureOf(language, words.notYours);
    case "too-late":
      return failureOf(language, words.expired);
  }
}
