import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/index.ts";
import { gardenCorpus } from "../reply/garden.ts";
import {
  answering,
  answerOf,
  assistant,
  corpus,
  opened,
  over,
  quotation,
  SENTENCE,
} from "./garden-assistant.ts";
import { pressOf, rolesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("other requests", () => {
    it("start with up to three questions that are answered", async () => {
      const reply = await assistant.handle({ kind: "start" });
      const questions = reply.actions.flat().flatMap((action) => (action.type === "ask" ? action.text : []));
      expect(questions.length).toBeGreaterThan(0);
      expect(questions.length).toBeLessThanOrEqual(3);
      for (const text of questions)
        expect((await assistant.handle({ kind: "ask", text })).verdict, text).toBe("answered");
      expect(textsOf(reply)).toMatch(/^أهلًا بك في إسناد!\n.*لديّ ٣ مقالات\.\nجرّب أحد هذه الأسئلة:$/);
    });

    it("list the articles, ten on a page", async () => {
      const many = await gardenCorpus(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `n${i}.md`,
            `---\ntitle: مقال ${i}\n---\n\nنص المقال رقم ${i} قصير.\n`,
          ]),
        ),
      );
      const one = await opened(many);
      const first = await one.handle({ kind: "sources" });
      expect(first.blocks).toHaveLength(12);
      expect(textsOf(first)).toMatch(
        /^٢٣ مقالًا، اختر أحدها لتفتحه:\n١\. «نحل الوادي» — مجلة الحقل — ٥ مارس ٢٠٢٤\n[\s\S]*الصفحة ١ من ٣$/,
      );
      const second = await one.handle({ kind: "action", data: pressOf(first, "page").data });
      expect(textsOf(second)).toMatch(/الصفحة ٢ من ٣$/);
      expect(rolesOf(second).filter((role) => role !== "entry")).toEqual(["page", "page"]);
      for (const page of [0, -1, 99, Number.NaN, Number.POSITIVE_INFINITY])
        expect((await one.handle({ kind: "sources", page })).blocks.length).toBeGreaterThan(1);
    });

    it("say that questions go to a server, and that replicas count them together, where they do", async () => {
      const answerer = answering(answerOf(quotation("عسل السدر أغلى", SENTENCE)));
      const told = async (options: { sendsQuestions?: boolean; sharesCounts?: boolean }) =>
        textsOf(await createAssistant({ ...over(corpus), answerer, ...options }).handle({ kind: "privacy" }));
      expect(await told({ sendsQuestions: true })).toContain("إلى خادم اختاره مشغّل البوت");
      expect(await told({ sharesCounts: true })).toContain("في ذاكرة اختارها مشغّل البوت");
      expect(await told({})).not.toMatch(/خادم|مشغّل البوت/);
    });

    it("say what is kept and how to ask, in the person's language", async () => {
      expect(textsOf(await assistant.handle({ kind: "privacy", language: "en" }))).toMatch(
        /neither your question/,
      );
      expect(textsOf(await assistant.handle({ kind: "help" }))).toMatch(/^اكتب سؤالك/);
      const ways = { ar: "• في المجموعات", en: "• In groups" };
      const helped = await assistant.handle({ kind: "help", ways });
      expect(helped.blocks.at(-1)).toEqual({ type: "text", text: ways.ar });
      expect(textsOf(await assistant.handle({ kind: "examples" }))).toBe("أسئلة تجيب عنها المقالات:");
    });
  });
});
