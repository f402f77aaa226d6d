import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { answererOver, corpusFrom, page } from "./library.ts";
import { expectSound, firstOf, marked } from "./shown.ts";

const QUESTIONS = page(
  "club",
  "أسئلة النادي الجديد",
  "## كيف أحجز ملعب التنس؟",
  "اتصل بالبواب مساء الخميس، واذكر رقم بطاقتك.",
  "## هل يُسمح بإدخال الدراجات؟",
  "لا، تُترك عند السور.",
  "## المدرج",
  "صفوف من الحجر تحيط بالملعب من ثلاث جهات.",
);

const LISTS = page(
  "kitchen",
  "دفتر المطبخ",
  "يحتاج خبز الشعير إلى أربعة أشياء:",
  "- كوب من دقيق الشعير\n- ملعقة خميرة\n- رشة ملح\n- ماء دافئ",
  "يُترك العجين ساعة قبل الخبز.",
  "أدوات الفرن كثيرة، وهذه أسماؤها:",
  Array.from({ length: 12 }, (_, i) => `- الأداة رقم ${i + 1} من المعدن`).join("\n"),
);

async function answerOf(file: string, question: string): Promise<Answer> {
  const answerer = await answererOver(corpusFrom({ "one.md": file }));
  const answer = await answerer.answer(question);
  expectSound(answer);
  return answer;
}

describe("a line that leads to an answer", () => {
  it.each([
    ["كيف أحجز ملعب التنس؟", "اتصل بالبواب مساء الخميس"],
    ["كيف احجز ملعب", "اتصل بالبواب مساء الخميس"],
    ["هل يسمح بادخال الدراجات", "لا، تُترك عند السور."],
    ["ما هو المدرج؟", "صفوف من الحجر"],
  ])("is not its own answer, but what stands below it is: %s", async (question, answer) => {
    const { quotation } = firstOf(await answerOf(QUESTIONS, question));
    expect(marked(quotation)).toContain(answer);
    expect(marked(quotation)).not.toContain("؟");
  });

  it("is never quoted by itself", async () => {
    for (const question of ["أسئلة النادي الجديد", "المدرج", "كيف أحجز ملعب التنس؟"]) {
      const { findings } = await answerOf(QUESTIONS, question);
      for (const { quotation } of findings)
        expect(quotation.quote).not.toMatch(/^(?:أسئلة|المدرج|كيف)[^\n]*$/u);
    }
  });
});

describe("a list that is announced", () => {
  it("is quoted whole behind its announcement, with its bullets, and all items are marked", async () => {
    const { quotation } = firstOf(await answerOf(LISTS, "ما الأشياء التي يحتاج إليها خبز الشعير؟"));
    expect(quotation.quote).toBe(
      "يحتاج خبز الشعير إلى أربعة أشياء:\n\n- كوب من دقيق الشعير\n- ملعقة خميرة\n- رشة ملح\n- ماء دافئ",
    );
    expect(marked(quotation)).toBe("كوب من دقيق الشعير … ملعقة خميرة … رشة ملح … ماء دافئ");
  });

  it("is quoted whole where its first item is the answer by its own words", async () => {
    const file = page(
      "seeds",
      "دفتر المشتل",
      "نزرع بالترتيب:",
      "- شتلات اللوز\n- شتلات التين\n- شتلات الرمان",
    );
    const { quotation } = firstOf(await answerOf(file, "ما ترتيب شتلات اللوز؟"));
    expect(quotation.quote).toContain("شتلات الرمان");
  });

  it("joins a quotation with all its items or not at all", async () => {
    const file = page(
      "mill",
      "دفتر الطاحون",
      "كان للطاحون القديم في وادي الصفصاف شأن كبير عند المزارعين. وكان صاحبه يذكر ثلاثة أمور:",
      "- حجر الرحى من الجبل\n- الماء من العين\n- القمح من السهل",
      "ثم أغلق.",
    );
    const { quotation } = firstOf(
      await answerOf(file, "ما شأن الطاحون القديم في وادي الصفصاف عند المزارعين؟"),
    );
    expect(quotation.quote).toMatch(
      /ثلاثة أمور:\n\n- حجر الرحى من الجبل\n- الماء من العين\n- القمح من السهل$/u,
    );
  });

  it("keeps the bullet of its first item below a heading, which is not quoted", async () => {
    const file = page(
      "tools",
      "دفتر البستان",
      "## أدوات تقليم الكرم",
      "1. مقص حاد\n2. سلم خشبي\n3. قفاز",
      "انتهى الدفتر هنا.",
    );
    const { quotation } = firstOf(await answerOf(file, "ما أدوات تقليم الكرم؟"));
    expect(quotation.quote).toBe("1. مقص حاد\n2. سلم خشبي\n3. قفاز");
  });

  it("is quoted whole with more items than sentences fit into another quotation", async () => {
    const { quotation } = firstOf(await answerOf(LISTS, "ما أسماء أدوات الفرن؟"));
    expect(quotation.quote).toContain("الأداة رقم 1 من المعدن");
    expect(quotation.quote).toContain("الأداة رقم 12 من المعدن");
    expect(quotation.selection.count).toBe(13);
  });
});
