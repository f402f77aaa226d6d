import { createInterface } from "node:readline";
import type { Assistant } from "../../src/index.ts";
import { createConversation } from "./conversation.ts";
import { render } from "./render.ts";
import { type Streams, writeLine } from "./streams.ts";
import type { Style } from "./style.ts";
import { wording } from "./wording.ts";

/** Longer lines are hard to read, in a wide window too. */
const COLUMNS_MAX = 88;
const COLUMNS_DEFAULT = 80;
const HISTORY = 200;

/**
 * A chat on a terminal: prompt, history by the arrow keys, colours. Lines are answered one after the other.
 * Resolves when the person takes leave, presses Ctrl-C or Ctrl-D.
 */
export async function chatOnTerminal(
  assistant: Assistant,
  { input, output }: Streams,
  style: Style,
): Promise<void> {
  const opening = await assistant.handle({ kind: "start", language: "ar" });
  const conversation = createConversation(assistant, opening);
  const columns = () => Math.min(output.columns ?? COLUMNS_DEFAULT, COLUMNS_MAX);
  const show = (reply: typeof opening) =>
    writeLine(output, `\n${render(reply, { style, columns: columns(), choices: true })}\n`);
  await show(opening);
  // Lines that come before somebody iterates are lost: nothing is awaited from here to the loop.
  const lines = createInterface({
    input,
    output,
    terminal: true,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    prompt: `${style.title("\u061f")} `,
  });
  lines.on("SIGINT", () => lines.close());
  lines.prompt();
  let isOnPrompt = true;
  for await (const line of lines) {
    const said = await conversation.say(line);
    isOnPrompt = said !== "quit";
    if (said === "quit") break;
    if (said) await show(said);
    lines.prompt();
  }
  lines.close();
  // Ctrl-C and Ctrl-D leave the cursor behind the letters that were typed.
  await writeLine(output, `${isOnPrompt ? "\n" : ""}${wording[conversation.language].goodbye}`);
}
