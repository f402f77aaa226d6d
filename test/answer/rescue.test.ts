import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answer/answerer.ts";
import { answererOver, corpusFrom, page } from "./library.ts";

const corpus = corpusFrom({
  "castle.md": page(
    "castle",
    "قلعة الوادي",
    "بنيت قلعة الوادي عام 1744 على تل صخري.",
    "رمم البناؤون سور القلعة.",
    "أضاف المعمار إلى القلعة شرفتين.",
  ),
  "lake.md": page(
    "lake",
    "قانون البحيرة",
    "تبلغ غرامة الصيد في البحيرة ألف دينار.",
    "زارت شركة Novatrek قلعة الوادي.",
  ),
});
let answerer: Answerer;
beforeAll(async () => {
  answerer = await answererOver(corpus);
});
const ask = (question: string) => answerer.answer(question);

describe("a question for which something else is searched", () => {
  it("is read as its keys would write it with the other layout, and says so", async () => {
    const { verdict, findings, adapted } = await ask("ljn fkdj rguj hg,h]d?");
    expect(verdict).toBe("answered");
    expect(findings[0]?.quotation.quote).toContain("1744");
    expect(adapted?.instead).toEqual([
      { written: "ljn fkdj rguj hg,h]d?", searched: "متى بنيت قلعت الوادي؟" },
    ]);
    expect((await ask(adapted?.exactly ?? "")).verdict).toBe("unanswered");
  });

  it("names the word that was taken for a slip, and searches it as it is written on demand", async () => {
    const { findings, adapted } = await ask("كم غرانة الصيد في البحيرة؟");
    expect(findings[0]?.quotation.quote).toContain("ألف دينار");
    expect(adapted?.instead).toEqual([{ written: "غرانة", searched: "غرامة" }]);
    expect(adapted?.exactly).toBe("كم +غرانة الصيد في البحيرة؟");
    expect((await ask("متى بنيت +القلععة؟")).adapted).toBeUndefined();
  });

  it("tells of no mere inflection", async () => {
    for (const question of ["ما شرفتا القلعة؟", "أي معمار جاء القلعة بشرفتين؟"]) {
      const { findings, adapted } = await ask(question);
      expect(findings[0]?.quotation.quote).toContain("شرفتين");
      expect(adapted).toBeUndefined();
    }
  });

  it("tells of no verb as a dialect says it", async () => {
    const spoken = corpusFrom({ "a.md": page("a", "اللغات", "الفارسية يتكلمها نحو 110 ملايين إنسان.") });
    const { verdict, adapted } = await (await answererOver(spoken)).answer("كام واحد بيتكلم الفارسية؟");
    expect(verdict).toBe("answered");
    expect(adapted).toBeUndefined();
  });

  it("is not read with another layout where it has words of its language", async () => {
    // With the other layout: mdt phgi? The collection has مدته, which sounds like it.
    const spells = await answererOver(
      corpusFrom({ "a.md": page("a", "اختبار القيادة", "رسوم الاختبار 75 ريالًا، ومدته أربعون دقيقة.") }),
    );
    expect(await spells.answer("كيف حاله؟")).toMatchObject({ verdict: "unanswered", findings: [] });
  });

  it("leaves out words of any subject that no article has, and then claims nothing", async () => {
    const { verdict, adapted } = await ask("مزيد شرح تفاصيل عن الإضافة");
    expect(verdict).toBe("uncertain");
    expect(adapted?.leftOut).toEqual(["مزيد", "شرح", "تفاصيل"]);
  });

  it("is told of nothing where what was written was searched, nor for a name that no article has", async () => {
    expect((await ask("متى بنيت قلعة الوادي؟")).adapted).toBeUndefined();
    expect(await ask("متى تأسست مدينة حلوان؟")).toMatchObject({ verdict: "unanswered", findings: [] });
  });
});

describe("operators in a question", () => {
  const filesOf = async (question: string) =>
    (await ask(question)).findings.map(({ quotation }) => quotation.passage.article.file);

  it("leave out passages with a word", async () => {
    expect(new Set(await filesOf("قلعة الوادي"))).toEqual(new Set(["castle.md", "lake.md"]));
    expect(new Set(await filesOf("قلعة الوادي -شركة"))).toEqual(new Set(["castle.md"]));
  });

  it("search articles by their titles alone", async () => {
    expect(new Set(await filesOf("قلعة الوادي عنوان:البحيرة"))).toEqual(new Set(["lake.md"]));
  });

  it("find the one article with the title among hundreds that hold the words as well", async () => {
    const alike = Array.from({ length: 400 }, (_, i) => [
      `n${i}.md`,
      page(`n${i}`, `خبر ${i}`, `رمم البناؤون سور القلعة في الربيع للمرة ${i}.`),
    ]);
    const many = corpusFrom({
      ...Object.fromEntries(alike),
      "z.md": page(
        "z",
        "دفتر الحصون",
        "رمم البناؤون في ذلك العام الطويل الماطر أشياء كثيرة منها سور القلعة وباب السوق.",
      ),
    });
    const { findings } = await (await answererOver(many)).answer("سور القلعة عنوان:الحصون");
    expect(findings.map(({ quotation }) => quotation.passage.article.file)).toEqual(["z.md"]);
  });

  it("search passages that hold a phrase as it stands, and say when none does", async () => {
    expect(await filesOf('متى رمم "سور القلعة"')).toEqual(["castle.md"]);
    const { findings, adapted } = await ask('من رمم "سور قلعة الوادي"؟');
    expect(findings.length).toBeGreaterThan(0);
    expect(adapted?.unheld).toEqual(["سور قلعة الوادي"]);
  });
});
