import { describe, expect, it } from "vitest";
import { remembering } from "../../adapters/runtime/remember.ts";
import type { Reply, Request } from "../../src/index.ts";

const replyTo = (request: Request): Reply => ({
  language: "ar",
  blocks: [{ type: "text", text: JSON.stringify(request) }],
  actions: [],
});

function counting(fails = false) {
  const asked: Request[] = [];
  const assistant = remembering({
    async handle(request) {
      asked.push(request);
      if (fails) throw new Error("broken");
      return replyTo(request);
    },
  });
  return { asked, assistant };
}

describe("remembering", () => {
  it("works out a request once, and gives each who asks the same reply", async () => {
    const { asked, assistant } = counting();
    const request: Request = { kind: "ask", text: "متى تفتح المكتبة؟" };
    const replies = await Promise.all([1, 2, 3].map(() => assistant.handle({ ...request })));
    expect(asked).toHaveLength(1);
    expect(replies).toEqual([replyTo(request), replyTo(request), replyTo(request)]);
  });

  it("tells requests apart that differ in anything", async () => {
    const { asked, assistant } = counting();
    const text = "متى تفتح المكتبة؟";
    await assistant.handle({ kind: "ask", text });
    await assistant.handle({ kind: "ask", text, compact: true });
    await assistant.handle({ kind: "ask", text, context: "AAAAAAAA" });
    await assistant.handle({ kind: "cite", text });
    expect(asked).toHaveLength(4);
  });

  it("asks again after a fault", async () => {
    const { asked, assistant } = counting(true);
    const request: Request = { kind: "help" };
    await expect(assistant.handle(request)).rejects.toThrow("broken");
    await expect(assistant.handle(request)).rejects.toThrow("broken");
    expect(asked).toHaveLength(2);
  });

  it("forgets the oldest when many are asked", async () => {
    const { asked, assistant } = counting();
    const ask = (n: number) => assistant.handle({ kind: "ask", text: `سؤال ${n}` });
    for (let n = 0; n <= 500; n++) await ask(n);
    await ask(0);
    expect(asked).toHaveLength(502);
  });
});
