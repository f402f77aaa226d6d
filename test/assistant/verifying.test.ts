import { describe, expect, it } from "vitest";
import type { Reply, Request } from "../../src/index.ts";
import { assistant, HIVES } from "./garden-assistant.ts";
import { quotesOf, textsOf } from "./reply-parts.ts";

type Options = Partial<Extract<Request, { kind: "verify" }>>;

const verify = (text: string, options: Options = {}) =>
  assistant.handle({ kind: "verify", text, ...options });
/** The marked words of the first quotation. */
function marked(reply: Reply): string[] {
  const [quote] = quotesOf(reply);
  return (quote?.marks ?? []).map(({ start, end }) => quote?.text.slice(start, end) ?? "");
}

describe("createAssistant", () => {
  describe("a text that is checked", () => {
    it("is told to be exact, with its source and what shares it", async () => {
      const reply = await verify("وتأخذ أحواض النعناع ضعف ما تأخذه أحواض الزعتر");
      expect(reply).toMatchObject({ verification: "exact", language: "ar" });
      expect(textsOf(reply)).toMatch(/^مطابق\./);
      expect(quotesOf(reply).map(({ text }) => text)).toEqual([
        "وتأخذ أحواض النعناع ضعف ما تأخذه أحواض الزعتر.",
      ]);
      expect(marked(reply)).toEqual([]);
      expect(reply.actions.flat().map(({ type }) => type)).toContain("share");
    });

    it("that differs shows the article's words with the differing ones marked, the number first", async () => {
      const reply = await verify("في وادي الزهر سبعون خلية كبيرة من خلايا النحل");
      expect(reply.verification).toBe("altered");
      const [first, second] = textsOf(reply, "notice").split("\n");
      expect(first).toBe("تغيّر العدد: في نصك «سبعون»، وفي المقال «أربعون».");
      expect(second).toBe("ما يختلف: زيادة «كبيرة».");
      expect(marked(reply)).toEqual(["أربعون"]);
    });

    it("of several places is told part by part, with what was left out", async () => {
      const reply = await verify(
        "في وادي الزهر أربعون خلية من خلايا النحل. وتنتج الخلايا ٣٠٠ كيلوغرام من العسل كل عام. عسل السدر أغلى أنواع العسل في السوق.",
      );
      expect(reply.verification).toBe("stitched");
      expect(quotesOf(reply)).toHaveLength(3);
      expect(textsOf(reply)).toMatch(/الجزء ٢، مطابق: «.+»\nحُذف قبل هذا الجزء جملة \(٩ كلمات\)\./);
    });

    it("that is not there is not called false, and gets what is nearest", async () => {
      const reply = await verify("هدى الكرمي تكره المطر وتخاف كثيرًا على نحلها");
      expect(reply.verification).toBe("not-found");
      expect(textsOf(reply)).toContain(
        "لم أجد هذا النص في هذه المقالات، وقد يكون في غيرها. أقرب ما فيها إليه:",
      );
      const nothing = await verify("يهاجر طائر اللقلق في أواخر الصيف نحو الجنوب");
      expect(quotesOf(nothing)).toEqual([]);
      expect(textsOf(nothing)).not.toContain("أقرب");
    });

    it("that is ascribed to somebody else says so", async () => {
      const reply = await verify("قال طه حسين: «عسل السدر أغلى أنواع العسل في السوق»");
      expect(reply.verification).toBe("exact");
      expect(textsOf(reply, "notice")).toContain("نسبتَ النص إلى «طه حسين»");
      const true_ = await verify("قالت سلمى الحداد: «ويزور الوادي في الربيع طلاب المدارس»");
      expect(textsOf(true_, "notice")).toBe("");
    });

    it("too short, too long or empty is told what can be checked", async () => {
      for (const text of ["كلمتان فقط", "كلمة ".repeat(1000)])
        expect(textsOf(await verify(text))).toBe("أتحقق من نص من ٣ كلمات فأكثر، إلى ٤٬٠٠٠ حرف.");
      const reply = await verify("  ", { language: "en" });
      expect(reply.failed).toBe(true);
      expect(textsOf(reply)).toContain("as a reply to a message");
    });

    it("is asked instead, where it may be a question and is one", async () => {
      expect(await verify(HIVES, { orAsk: true })).toMatchObject({ verdict: "answered" });
      expect((await verify("عسل السدر", { orAsk: true })).verdict).toBeDefined();
      expect((await verify(HIVES)).verification).toBeDefined();
    });

    it("fits a compact card", async () => {
      const text = "وقالت هدى الكرمي إن العسل الأبيض أندر أنواع العسل في الوادي";
      const reply = await verify(text, { compact: true });
      expect(reply.verification).toBe("exact");
      expect(quotesOf(reply)[0]?.text.length).toBeLessThanOrEqual(700);
    });
  });

  describe("the source of what somebody wrote", () => {
    const find = (text: string) => assistant.handle({ kind: "find-source", text });

    it("is where it stands, with what differs", async () => {
      const reply = await find("عسل السدر أرخص أنواع العسل في السوق");
      expect(reply.verification).toBe("altered");
      expect(textsOf(reply, "notice")).toBe("ما يختلف: «أرخص» بدل «أغلى».");
    });

    it("is looked for as an answer, where it asks or stands nowhere", async () => {
      expect((await find(HIVES)).verdict).toBe("answered");
      expect((await find("سعر الكيلوغرام الواحد من عسل السدر في السوق")).verdict).toBeDefined();
    });

    it("tells which figures and negations of a retold sentence the passage has otherwise, or not at all", async () => {
      const told = async (text: string) => textsOf(await find(text), "notice").split("\n");
      const other = "لم يرد هذا النص بلفظه في المقالات.";
      expect(await told("كل سنة يأتي من تلك الخلايا ٥٠٠ كيلوغرام من العسل في وادي الزهر")).toEqual([
        other,
        "تغيّر العدد: في نصك «٥٠٠ كيلوغرام»، وفي المقال «٣٠٠ كيلوغرام».",
        expect.stringMatching(/^هذا .*:$/),
      ]);
      expect(await told("كل سنة يأتي من تلك الخلايا ثلاثمئة كيلوغرام من العسل في وادي الزهر")).toEqual([
        expect.stringMatching(/^لم يرد هذا النص بلفظه في المقالات\. هذا .*:$/),
      ]);
      const denied = await told(
        "طلاب المدارس ما عادوا منذ عشرين سنة يأتون في الربيع كي يزوروا الوادي لم يتعلموا",
      );
      expect(denied).toContain("في نصك نفي («لم»)، ولا نفي في الموضع التالي.");
      expect(denied).toContain("في نصك «عشرين سنة»، ولا يرد هذا في الموضع التالي.");
    });

    it("is not an amount or a name alone in a text that says something else", async () => {
      const reply = await find("تعيش في وادي الزهر طيور مهاجرة وغزلان وأرانب لا يعرف أحد عددها");
      expect(reply.verification === "altered").toBe(false);
    });

    it("is told to be in no article where nothing near is", async () => {
      const reply = await find("يهاجر طائر اللقلق في أواخر الصيف نحو الجنوب");
      expect(reply.verification).toBe("not-found");
      expect(textsOf(reply)).toMatch(/^غير وارد\./);
    });
  });
});
