import { createInterface } from "node:readline";
import type { ChatParts } from "./chat.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import { render } from "./render.ts";
import { writeLine } from "./streams.ts";
import type { Style } from "./style.ts";
import { wording } from "./wording.ts";

export interface InteractiveOptions extends ChatParts {
  readonly style: Style;
}

/** Longer lines are hard to read, whatever the window has. */
const COLUMNS_MAX = 88;
const COLUMNS_DEFAULT = 80;
const HISTORY = 200;

/**
 * A chat on a terminal: prompt, history by the arrow keys, colours. Lines are answered one after the other.
 * Resolves when the person takes leave, presses Ctrl-C or Ctrl-D.
 */
export async function chatInTerminal(options: InteractiveOptions): Promise<void> {
  const { streams, style, assistant } = options;
  const opening = await assistant.handle({ kind: "start", language: "ar" });
  const conversation = createConversation(assistant, opening);
  const columns = () => Math.min(streams.output.columns ?? COLUMNS_DEFAULT, COLUMNS_MAX);
  const show = (text: string) => writeLine(streams.output, `\n${text}\n`);
  await show(render(opening, { style, columns: columns(), choices: true }));
  // Lines that come before somebody iterates are lost: nothing is awaited from here to the loop.
  const lines = createInterface({
    input: streams.input,
    output: streams.output,
    terminal: true,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    prompt: `${style.title("\u061f")} `,
  });
  lines.on("SIGINT", () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    const said = await answerOf(conversation, line, options);
    if (said === "quit") break;
    if (typeof said === "string") await show(said);
    else if (said) await show(render(said, { style, columns: columns(), choices: true }));
    lines.prompt();
  }
  lines.close();
  await writeLine(streams.output, wording[conversation.language].goodbye);
}

async function answerOf(conversation: Conversation, line: string, options: InteractiveOptions) {
  try {
    return await conversation.say(line);
  } catch (error) {
    return options.apologise(error);
  }
}
