import type { Language, Notice, Reply } from "./reply.ts";
import { courtesy, failedReply, textReply } from "./text-replies.ts";
import { wordingOf } from "./wording/index.ts";

/** The reply to a message that asks nothing of the articles. It never throws, and is `failed` where something could not be done. */
export function noticeOf(notice: Notice, language: Language): Reply {
  const words = wordingOf(language);
  switch (notice.kind) {
    case "unknown-command":
      return courtesy(language, words.unknownCommand(notice.help));
    case "not-text":
      return courtesy(language, words.notText);
    case "no-question":
      return courtesy(language, notice.after === "name" ? words.askAfterName : words.askAfterCommand);
    case "too-fast":
      return failedReply(language, words.tooFast(notice.seconds));
    case "unavailable":
      return failedReply(language, words.unavailable);
    case "apology":
      return failedReply(language, words.apology(notice.code));
    case "deletion":
      return deletionOf(notice.outcome, language);
    case "not-asker":
      return courtesy(language, words.notAsker[notice.instead]);
    case "command-below":
      return textReply(language, [words.commandBelow]);
    case "end":
      return courtesy(language, words.noFurther[notice.role]);
  }
}

function deletionOf(outcome: Extract<Notice, { kind: "deletion" }>["outcome"], language: Language): Reply {
  const words = wordingOf(language);
  switch (outcome) {
    case "done":
      return textReply(language, [words.deleted]);
    case "not-yours":
      return failedReply(language, words.notYours);
    case "too-late":
      return failedReply(language, words.expired);
  }
}
