import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { type OpenAssistant, openAssistant } from "../../adapters/runtime/open-assistant.ts";
import { type ChatOptions, openChat } from "../../adapters/terminal/chat.ts";
import { plain } from "../../adapters/terminal/style.ts";
import { articles, questions } from "../articles.ts";
import { writeFiles } from "../program.ts";

let folder = "";
let opened: OpenAssistant;
const logged: string[] = [];
const log = createLogger({ level: "info", sink: { writableLength: 0, write: (line) => logged.push(line) } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "isnad-chat-"));
  writeFiles(folder, articles);
  opened = await openAssistant(folder, log);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A chat over streams that say that they are a terminal, or that they are none. */
function chat(isTTY: boolean, assistant: ChatOptions["assistant"] = opened.assistant) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 60 });
  const error = new PassThrough();
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const over = openChat({ assistant, streams: { input, output, error }, style: plain, log });
  return {
    over,
    /** Types a line and gives what was shown since, once it holds `expected`. */
    async type(line: string, expected: string | RegExp) {
      const from = shown.length;
      input.write(`${line}\n`);
      await expect.poll(() => shown.slice(from), { timeout: 10_000 }).toMatch(expected);
      return shown.slice(from);
    },
    end: () => input.end(),
    shown: () => shown,
  };
}

describe("openChat on a terminal", () => {
  it("greets, answers, shows the context and the way back, lists the articles, and takes leave", async () => {
    const { type, over, shown } = chat(true);
    await expect.poll(shown, { timeout: 10_000 }).toContain("أهلًا بك في إسناد");
    const answer = await type(questions.honey, "النحل في جبال السروات");
    expect(answer).toContain("┃ تجني القرية عسل السدر في شهر نوفمبر.");
    await type("السياق", "يربّي أهل قرية الوادي الأخضر");
    expect(await type("العودة", "← ")).toContain("┃ تجني القرية عسل السدر في شهر نوفمبر.");
    await type("المقالات", "منارة رأس الحمام");
    await type("مساعدة", "خروج: إنهاء المحادثة");
    await type("1", "┃ ");
    await type("77", "لا خيار كهذا هنا");
    await type("خروج", "إلى اللقاء");
    await over;
  });

  it("takes an example by its number", async () => {
    const { type, over, shown, end } = chat(true);
    await expect.poll(shown, { timeout: 10_000 }).toContain("[1] ");
    await type("١", "┃ ");
    end();
    await over;
  });

  it("ends with the input", async () => {
    const { over, end, shown } = chat(true);
    await expect.poll(shown, { timeout: 10_000 }).toContain("أهلًا بك");
    end();
    await over;
    expect(shown()).toContain("إلى اللقاء");
  });

  it("apologises for a bug with a code that stands in the log, beside the stack and not the question", async () => {
    const { type, over, end } = chat(true, {
      handle: async (request) => {
        if (request.kind === "ask") throw new TypeError("broken inside");
        return opened.assistant.handle(request);
      },
    });
    const said = await type("سؤال لا يُسجَّل", "رمز الخطأ");
    const [code = "?"] = /[2-9A-Z]{6}/.exec(said) ?? [];
    const line = logged.find((entry) => entry.includes(code)) ?? "{}";
    expect(JSON.parse(line)).toMatchObject({
      event: "terminal.failed",
      code,
      err: { message: "broken inside" },
    });
    expect(line).not.toContain("سؤال");
    end();
    await over;
  });
});

describe("openChat without a terminal", () => {
  it("answers each line by itself, plainly, without a greeting or a prompt", async () => {
    const { type, over, end, shown } = chat(false);
    await type(questions.honey, /#[\w-]{8}\n/);
    await type(questions.lighthouse, "1923");
    await type(questions.unknown, "لم أجد جوابًا");
    end();
    await over;
    expect(shown()).toMatch(/^┃ /);
  });
});
