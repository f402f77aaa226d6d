import type { Assistant } from "../../src/index.ts";
import { render } from "./render.ts";
import { type Streams, writeLine } from "./streams.ts";
import { plainStyle } from "./style.ts";
import { notUtf8, utf8Lines } from "./utf8-lines.ts";
import { wording } from "./wording.ts";

/**
 * The chat without a terminal: a question a line, each answered plainly and by itself, until the input ends or nobody
 * reads any more. Without any question, one that the articles answer is shown with its answer.
 * @throws OperatorError when a line is not UTF-8
 */
export async function chatByLines(assistant: Assistant, { input, output }: Streams): Promise<void> {
  const answer = async (text: string) =>
    render(await assistant.handle({ kind: "ask", text }), { style: plainStyle });
  let asked = 0;
  for await (const line of utf8Lines(input)) {
    if (line === undefined) throw notUtf8();
    if (line.trim() === "") continue;
    if (asked++ > 0 && !(await writeLine(output, ""))) return;
    if (!(await writeLine(output, await answer(line)))) return;
  }
  if (asked > 0) return;
  const examples = await assistant.handle({ kind: "examples", language: "ar" });
  const example = examples.actions.flat().find((action) => action.type === "ask");
  if (example)
    await writeLine(output, `${wording.ar.sample} ${example.text}\n\n${await answer(example.text)}`);
  else await writeLine(output, render(examples, { style: plainStyle }));
}
