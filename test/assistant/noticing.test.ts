import { describe, expect, it } from "vitest";
import type { Request } from "../../src/index.ts";
import { assistant } from "./garden-assistant.ts";
import { textsOf } from "./reply-parts.ts";

async function said(request: Request): Promise<string> {
  return textsOf(await assistant.handle(request));
}

describe("createAssistant", () => {
  it("leads over to what is to be copied", async () => {
    expect(await said({ kind: "command-below", language: "en" })).toMatch(/copy this command/);
  });

  it("says what to do with a message that is no question", async () => {
    expect(await said({ kind: "not-text" })).toMatch(/^أقرأ النصوص فقط/);
    expect(await said({ kind: "unknown-command", help: "/help" })).toContain("أو أرسل \u2068/help\u2069");
    expect(await said({ kind: "unknown-command", help: "«مساعدة»" })).toContain("أو أرسل «مساعدة»");
    expect(await said({ kind: "no-question", after: "command" })).toMatch(/بعد الأمر/);
    expect(await said({ kind: "no-question", after: "name", language: "en" })).toMatch(/after my name/);
  });

  it("tells how long to wait, in words that count right", async () => {
    const waits = [1, 10, 11, 60, 61, 120, 121, 900];
    const lines = await Promise.all(waits.map((seconds) => said({ kind: "too-fast", seconds })));
    expect(lines.map((line) => /انتظر (.+)، ثم/.exec(line)?.[1])).toEqual([
      "نحو عشر ثوانٍ",
      "نحو عشر ثوانٍ",
      "نحو ٢٠ ثانية",
      "نحو ٦٠ ثانية",
      "دقيقتين",
      "دقيقتين",
      "نحو ٣ دقائق",
      "نحو ١٥ دقيقة",
    ]);
  });

  it("marks as failed what was refused, so that a platform may show it as a toast", async () => {
    const failed = async (request: Request) => (await assistant.handle(request)).failed === true;
    expect(await failed({ kind: "deletion", outcome: "done" })).toBe(false);
    expect(await failed({ kind: "deletion", outcome: "not-yours" })).toBe(true);
    expect(await failed({ kind: "deletion", outcome: "too-late" })).toBe(true);
    expect(await failed({ kind: "not-text" })).toBe(false);
  });

  it("greets a group with how it is asked there and what it sees, and with an example", async () => {
    const hello = await said({ kind: "welcome", command: "/ask@isnad_bot", seesAll: false });
    expect(hello).toMatch(/^أهلًا بكم!/);
    expect(hello).toMatch(/لا أرى من رسائل المجموعة إلا/);
    expect(hello).toMatch(/\u2068\/ask@isnad_bot\u2069 \S+/);
    expect(await said({ kind: "welcome", command: "/ask", seesAll: true })).toMatch(/رسائل المجموعة تصلني/);
  });
});
