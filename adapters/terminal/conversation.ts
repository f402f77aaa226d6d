import { type Action, type Assistant, type Language, type Reply, withHint } from "../../src/index.ts";
import { readTypedLine } from "./typed-line.ts";
import { wording } from "./wording.ts";

/** Answers lines one after the other, and remembers the last replies so that their choices can be taken. */
export interface Conversation {
  /** The reply to a line; `undefined` when it says nothing, "quit" when the person takes leave. */
  say(line: string): Promise<Reply | "quit" | undefined>;
  readonly language: Language;
}

/** A chat with one person at one terminal. A question is asked with the last answer's article as its context. */
export function createConversation(assistant: Assistant, opening?: Reply): Conversation {
  let last = opening;
  /** The last reply with a quotation that can be turned: «التالي» goes on from it after «السياق» or «مساعدة» as well. */
  let answer: Reply | undefined;
  let language: Language = opening?.language ?? "ar";
  let context: string | undefined;
  /** The key of the article that was opened last, or of a passage of the one that was quoted last. */
  let article: string | undefined;

  const remember = (reply: Reply): Reply => {
    last = reply;
    language = reply.language;
    if (hasContext(reply)) answer = reply;
    const cited = reply.blocks.find((block) => block.type === "citation");
    if (cited) context = reply.reference ?? cited.key;
    // What was asked has no answer, and the next question may go on from it: not from the answer before.
    else if (isUnanswered(reply)) context = undefined;
    article = reply.article ?? cited?.key ?? article;
    return withHint(reply, hints);
  };
  const ask = (text: string) =>
    assistant.handle({ kind: "ask", text, language, ...(context !== undefined && { context }) });
  const take = async (action: Action): Promise<Reply> => {
    if (action.type === "ask") return remember(await ask(action.text));
    if (action.type === "press")
      return remember(await assistant.handle({ kind: "action", data: action.data }));
    return textReply(language, action.type === "copy" ? `${action.text}\n#${action.key}` : action.label);
  };

  return {
    get language() {
      return language;
    },
    async say(line) {
      const typed = readTypedLine(line, [last, answer]);
      switch (typed.kind) {
        case "nothing":
          return undefined;
        case "quit":
          return "quit";
        case "no-such-choice":
          return textReply(language, wording[language].noSuchChoice);
        case "not-utf8":
          return textReply(language, wording[language].notUtf8);
        case "help":
          return remember(withKeys(await assistant.handle({ kind: "help", language })));
        case "take":
          return take(typed.action);
        case "cite":
          return remember(await assistant.handle({ kind: "cite", text: typed.text, language }));
        case "verify":
          return remember(await assistant.handle({ kind: "verify", text: typed.text, language }));
        case "question":
          return remember(await ask(typed.text));
        case "question-in-article":
          if (article === undefined) return textReply(language, wording[language].noArticle);
          return remember(
            await assistant.handle({
              kind: "ask",
              text: typed.text,
              language,
              article,
              ...(context !== undefined && { context }),
            }),
          );
        default:
          return remember(await assistant.handle({ kind: typed.kind, language }));
      }
    },
  };
}

const hints = { ar: wording.ar.askArticle, en: wording.en.askArticle };

function hasContext({ actions }: Reply): boolean {
  return actions.flat().some((action) => action.type === "press" && action.role === "context");
}

/** A question was asked, and not mere talk. */
function isUnanswered({ verdict, courtesy = false }: Reply): boolean {
  return verdict === "unanswered" && !courtesy;
}

function withKeys(help: Reply): Reply {
  return { ...help, blocks: [...help.blocks, { type: "text", text: wording[help.language].keys }] };
}

function textReply(language: Language, text: string): Reply {
  return { language, blocks: [{ type: "text", text }], actions: [] };
}
