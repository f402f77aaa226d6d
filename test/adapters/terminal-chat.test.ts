import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { type OpenAssistant, openAssistant } from "../../adapters/runtime/open-assistant.ts";
import { type ChatOptions, openChat } from "../../adapters/terminal/chat.ts";
import { whileLoading } from "../../adapters/terminal/loading.ts";
import { plainStyle } from "../../adapters/terminal/style.ts";
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
  const over = openChat({ assistant, streams: { input, output, error }, style: plainStyle, log });
  return {
    over,
    /** Types a line and gives what was shown since, once it holds `expected`. */
    async type(line: string, expected: string | RegExp) {
      const from = shown.length;
      input.write(`${line}\n`);
      await expect.poll(() => shown.slice(from), { timeout: 10_000 }).toMatch(expected);
      return shown.slice(from);
    },
    press: (keys: string | Uint8Array) => input.write(keys),
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
    const key = /#([\w-]{8})/.exec(answer)?.[1] ?? "";
    await type("السياق", "يربّي أهل قرية الوادي الأخضر");
    expect(await type("العودة", "← ")).toContain("┃ تجني القرية عسل السدر في شهر نوفمبر.");
    await type("المصدر", "النحل في جبال السروات — مجلة الحقل — ٩ مارس ٢٠٢٤");
    await type("المقالات", "منارة رأس الحمام");
    await type("list", "منارة رأس الحمام");
    await type("/start", "أهلًا بك في إسناد");
    expect(await type(key, `#${key}`)).toContain("تجني القرية عسل السدر");
    await type("مساعدة", "خروج: إنهاء المحادثة");
    await type("1", "┃ ");
    await type("77", "ليس هنا خيار بهذا الرقم أو الاسم.");
    await type("خروج", "إلى اللقاء");
    await over;
  });

  it("goes on from an answer, and not from one before a question that has no answer", async () => {
    const { type, end, over } = chat(true);
    await type(questions.honey, "النحل في جبال السروات");
    await type("ومتى كان ذلك؟", "النحل في جبال السروات");
    await type("كم عدد سكان القاهرة؟", "ليس في هذه المقالات جواب");
    await type("ومتى كان ذلك؟", "لا أعرف عمّ تسأل");
    end();
    await over;
  });

  it("opens an article of the list, reads it, and asks it alone", async () => {
    const { type, over, end } = chat(true);
    await type("في المقال: متى بُنيت؟", "افتح مقالًا أولًا");
    const list = await type("المقالات", "منارة رأس الحمام");
    expect(list).toMatch(/١\. «النحل في جبال السروات»/);
    expect(list).not.toContain("[1]");
    const card = await type("2", "في المقال:");
    expect(card).toContain("«منارة رأس الحمام»");
    expect(await type("1", "العودة إلى المقال")).toContain("┃ بُنيت منارة رأس الحمام");
    await type("رجوع", "قراءة المقال من أوله");
    const asked = await type("في المقال: متى تجني القرية عسل السدر؟", "ليس في هذا المقال");
    expect(asked).toContain("البحث في المقالات كلها");
    await type("1", "تجني القرية عسل السدر");
    expect(await type("المقالات", "منارة")).toContain("النحل");
    end();
    await over;
  });

  it("takes an example by its number", async () => {
    const { type, over, shown, end } = chat(true);
    await expect.poll(shown, { timeout: 10_000 }).toContain("[1] ");
    await type("١", "┃ ");
    end();
    await over;
  });

  it("goes on to the next passage after the context of one", async () => {
    const { type, over, end } = chat(true);
    await type("متى كان ذلك في القرية والمنارة؟", /التالي/);
    await type("السياق", "العودة إلى الجواب");
    expect(await type("n", /[٢2]/)).toMatch(/السابق/);
    end();
    await over;
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("takes leave on a line of its own after %s", async (_name, pressed) => {
    const { press, over, shown } = chat(true);
    await expect.poll(shown, { timeout: 10_000 }).toContain("أهلًا بك");
    if (pressed === "\u0003") press("متى تأ");
    press(pressed);
    await over;
    expect(shown()).toMatch(/\nإلى اللقاء\.\n$/);
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
      event: "terminal.answer-failed",
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
    await type(questions.unknown, "ليس في هذه المقالات جواب");
    end();
    await over;
    expect(shown()).toMatch(/^┃ /);
  });

  it("says of input that is not UTF-8 how to convert it, and searches for nothing", async () => {
    const { over, press, end, shown } = chat(false);
    press(Buffer.from([0xe3, 0xca, 0xec, 0x3f, 0x0a]));
    end();
    await expect(over).rejects.toThrow(/^Standard input is not UTF-8: .*iconv/);
    expect(shown()).toBe("");
  });

  it("reads a letter whose bytes come one by one, and a last line without an end", async () => {
    const { over, press, end, shown } = chat(false);
    for (const byte of Buffer.from(questions.honey)) press(Buffer.of(byte));
    end();
    await over;
    expect(shown()).toContain("شهر نوفمبر");
  });
});

describe("whileLoading", () => {
  it("writes on a terminal, and takes it away again before anything is told", async () => {
    const stream = Object.assign(new PassThrough().setEncoding("utf8"), { isTTY: true });
    const tell = (sentence: string) => stream.write(sentence);
    const opened = await whileLoading(
      stream,
      async (told) => [stream.read(), told("!"), stream.read()],
      tell,
    );
    expect(opened).toEqual(["أقرأ المقالات…", undefined, "\r\u001b[2K!"]);
    expect(stream.read()).toBeNull();
    await whileLoading(stream, async () => {}, tell);
    expect(stream.read()).toBe("أقرأ المقالات…\r\u001b[2K");
  });

  it("writes nothing elsewhere", async () => {
    const stream = new PassThrough();
    await whileLoading(
      stream,
      async () => {},
      () => {},
    );
    expect(stream.read()).toBeNull();
  });
});
