import type { Message } from "grammy/types";
import { wordingOf } from "../../src/index.ts";
import { asked, commanded } from "./commands.ts";
import { type Desk, takes } from "./desk.ts";
import { contentOf, isByMachine, languageOfPerson } from "./incoming.ts";
import { type Answering, answerMessage } from "./questions.ts";
import { privateSurface } from "./surfaces.ts";
import { commandInWords } from "./words.ts";

/** In a private chat everything is meant for us; whatever is no question gets one line that helps. */
export async function onPrivateMessage(desk: Desk, message: Message, edited: boolean): Promise<void> {
  if (isByMachine(message, desk.me)) return;
  const answering = askedInPrivate(desk, message, edited);
  if (answering) await answerMessage(desk, message, answering, () => privateSurface(desk));
}

function askedInPrivate(desk: Desk, message: Message, edited: boolean): Answering | undefined {
  const words = wordingOf(languageOfPerson(message.from));
  const content = contentOf(message, desk.me);
  switch (content.kind) {
    case "command": {
      if (content.bot !== undefined && content.bot !== desk.me.username.toLowerCase()) return undefined;
      const known = commanded(content.name, content.text, message, desk.me, false);
      return known ?? { kind: "say", text: words.unknownCommand("/help") };
    }
    case "text": {
      const word = commandInWords(content.text);
      const known = word && commanded(word.name, word.text, message, desk.me, false);
      return known ?? asked(content.text, message, desk.me, false);
    }
    case "media": {
      // An album comes as several messages, a location that moves as edits.
      const isNew = message.media_group_id === undefined || takes(desk, `album ${message.media_group_id}`);
      return isNew && !edited ? { kind: "say", text: words.notText } : undefined;
    }
    case "nothing":
      return undefined;
  }
}
