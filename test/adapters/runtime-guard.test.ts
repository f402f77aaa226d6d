import { describe, expect, it } from "vitest";
import { createGuard } from "../../adapters/runtime/guard.ts";
import { createLimits } from "../../adapters/runtime/limits.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { Reply, Request } from "../../src/index.ts";

const ANSWER: Reply = { language: "ar", blocks: [{ type: "text", text: "جواب" }], actions: [] };
const ask: Request = { kind: "ask", text: "متى؟" };

function guarded({ handle = async () => ANSWER, count = 1 } = {}) {
  const lines: string[] = [];
  const log = createLogger({ level: "info", sink: { write: (line) => lines.push(line), writableLength: 0 } });
  const limits = createLimits([{ count, seconds: 60 }]);
  return { lines, limits, guard: createGuard({ handle }, { platform: "post", limits, log }) };
}

it("speaks the language that the operator chose, whatever the person's is", async () => {
  const log = createLogger({ level: "silent" });
  const handle = () => Promise.reject(new Error("bug"));
  const guard = createGuard({ handle, language: "en" }, { platform: "post", limits: createLimits([]), log });
  expect((await guard.answer({ ...ask, language: "ar" })).language).toBe("en");
  const refused = { allowed: false, isFirst: true, seconds: 9 } as const;
  expect((await guard.handle({ ...ask, language: "ar" }, refused))?.language).toBe("en");
  expect(guard.apologise(new Error("bug"), "ar").language).toBe("en");
});

function textOf(reply: Reply | undefined): string | undefined {
  const block = reply?.blocks[0];
  return block?.type === "text" ? block.text : undefined;
}

describe("createGuard", () => {
  it("answers what is admitted, says once how long to wait, and then says nothing", async () => {
    const { guard } = guarded();
    const replies = [];
    for (let i = 0; i < 4; i++) replies.push(await guard.handle(ask, await guard.admit("question", "7")));
    expect(replies[0]).toBe(ANSWER);
    expect(textOf(replies[1])).toBe("أسئلتك متتابعة بسرعة. انتظر نحو ٦٠ ثانية، ثم اسأل من جديد.");
    expect(replies.slice(2)).toEqual([undefined, undefined]);
  });

  it("counts a question when it is admitted, however late it is handled", async () => {
    const { guard } = guarded({ count: 2 });
    const admissions = await Promise.all([1, 2, 3, 4].map(() => guard.admit("question", "7")));
    const replies = await Promise.all(admissions.map((admission) => guard.handle(ask, admission)));
    expect(replies.filter((reply) => reply === ANSWER)).toHaveLength(2);
  });

  it("says it every time where the platform demands an answer to each request", async () => {
    const { guard } = guarded();
    const replies = [];
    for (let i = 0; i < 4; i++) replies.push(await guard.answer(ask, await guard.admit("question", "7")));
    expect(replies.slice(1).map((reply) => /انتظر/.test(textOf(reply) ?? ""))).toEqual([true, true, true]);
  });

  it("counts people of another platform by themselves", async () => {
    const { guard, limits } = guarded();
    await guard.admit("question", "7");
    expect(await limits.admit("question", "telegram:7")).toEqual({ allowed: true });
    expect(await limits.admit("question", "post:7")).toMatchObject({ allowed: false });
  });

  it("turns a bug into an apology with a code that stands in the log beside the stack", async () => {
    const handle = async () => {
      throw new Error("broken");
    };
    const { guard, lines } = guarded({ handle });
    const reply = await guard.handle({ ...ask, language: "en" });
    const code = /Error code: \W*([2-9A-Z]{6})/.exec(textOf(reply) ?? "")?.[1] ?? "none";
    expect(reply).toMatchObject({ language: "en", failed: true });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      event: "post.answer-failed",
      code,
      err: { message: "broken" },
    });
  });
});
