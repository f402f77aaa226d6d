import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/index.ts";
import {
  answering,
  answerOf,
  assistant,
  corpus,
  HIVES,
  over,
  quotation,
  SENTENCE,
} from "./garden-assistant.ts";
import { quotesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  it("never sends a quotation that is not what the article holds, and tells the operator", async () => {
    const real = quotation("أربعون خلية", SENTENCE);
    const tampered = [
      { ...real, quote: real.quote.replace("أربعون", "خمسون") },
      { ...real, start: real.start + 1 },
      { ...real, highlights: [{ start: real.start, end: real.end + 1 }] },
    ];
    for (const wrong of tampered) {
      const told: unknown[] = [];
      const answerer = answering(answerOf(wrong));
      const one = createAssistant({
        ...over(corpus),
        answerer,
        onMismatch: (mismatch) => told.push(mismatch),
      });
      const reply = await one.handle({ kind: "ask", text: HIVES });
      expect(reply).toMatchObject({ failed: true, actions: [] });
      expect(quotesOf(reply)).toEqual([]);
      expect(textsOf(reply)).toMatch(/^عذرًا، لم يطابق الاقتباس/);
      expect(told).toEqual([{ key: real.passage.key, article: "bees" }]);
    }
  });

  it("answers any text at all, with lines of ours that stay balanced and well-formed", async () => {
    const word = fc.constantFrom(
      "النحل",
      "العسل",
      "constructor",
      "__proto__",
      "\u202E",
      "../../etc/passwd",
      "'; DROP",
      "#",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(word).map((words) => words.join(" ")),
    );
    const kind = fc.constantFrom("ask" as const, "cite" as const, "suggest" as const);
    await fc.assert(
      fc.asyncProperty(text, kind, fc.option(text), async (one, kind, context) => {
        const reply = await assistant.handle({
          kind,
          text: one,
          limit: 5,
          ...(context !== null && { context }),
        });
        expect(reply.blocks.length + (reply.suggestions?.length ?? 0)).toBeGreaterThan(0);
        for (const block of reply.blocks) {
          if (block.type !== "text" && block.type !== "notice") continue;
          expect(block.text.isWellFormed()).toBe(true);
          expect(block.text.split("\u2068").length).toBe(block.text.split("\u2069").length);
          expect(block.text).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
