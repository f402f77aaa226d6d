import { createInterface } from "node:readline";
import type { ChatParts } from "./chat.ts";
import { render } from "./render.ts";
import { writeLine } from "./streams.ts";
import { plain } from "./style.ts";
import { wording } from "./wording.ts";

/**
 * The chat without a terminal: a question a line, each answered plainly and by itself, until the input ends or nobody
 * reads any more. Without any question, one that the articles answer is shown with its answer.
 */
export async function answerLines(options: ChatParts): Promise<void> {
  const { streams } = options;
  let asked = 0;
  for await (const line of createInterface({ input: streams.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    if (asked++ > 0 && !(await writeLine(streams.output, ""))) return;
    if (!(await writeLine(streams.output, await answered(line, options)))) return;
  }
  if (asked === 0) await showSample(options);
}

async function showSample(options: ChatParts): Promise<void> {
  const examples = await options.assistant.handle({ kind: "examples", language: "ar" });
  const example = examples.actions.flat().find((action) => action.type === "ask");
  if (!example) {
    await writeLine(options.streams.output, render(examples, { style: plain }));
    return;
  }
  await writeLine(options.streams.output, `${wording.ar.sample} ${example.text}\n`);
  await writeLine(options.streams.output, await answered(example.text, options));
}

async function answered(text: string, options: ChatParts): Promise<string> {
  try {
    return render(await options.assistant.handle({ kind: "ask", text }), { style: plain });
  } catch (error) {
    return options.apologise(error);
  }
}
