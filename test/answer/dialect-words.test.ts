import { describe, expect, it } from "vitest";
import { standardWordsOf } from "../../src/arabic/dialect-words.ts";
import { fold } from "../../src/arabic/folding.ts";
import { answererOver, corpusFrom } from "./library.ts";
import { firstOf } from "./shown.ts";

const TEXTS = {
  "bridge.txt": "تعبر السيارات الجسر كل صباح، وأجرتها عشرون ليرة.\n\nيغلق الحارس بوابة الجسر في المساء.\n",
  "school.txt": "تُدرَّس اللغة العربية في مدرسة الوادي منذ ثلاثين سنة.\n\nتقع المدرسة قرب النهر.\n",
};

const first = async (question: string) => {
  const answer = await (await answererOver(corpusFrom(TEXTS))).answer(question);
  return answer.findings.length === 0 ? "" : firstOf(answer).quotation.passage.article.file;
};

describe("a word that means something else in a dialect", () => {
  it("is read as the dialect's in a question of the dialect", async () => {
    expect(await first("بكام أجرة العربية اللي بتعدي الجسر؟")).toBe("bridge.txt");
  });

  it.each(["عربية", "العربية", "بعربية", "وبالعربية"])("is known with its particles: %s", (written) => {
    expect(standardWordsOf(fold(written))).toContain("سياره");
  });

  it("is read as itself in every other question, and never found for the other word", async () => {
    expect(await first("أين تدرس العربية؟")).toBe("school.txt");
    const answer = await (await answererOver(corpusFrom(TEXTS))).answer("كم سيارة في الحي؟");
    expect(answer.findings.map(({ quotation }) => quotation.passage.article.file)).not.toContain(
      "school.txt",
    );
    const plain = await (await answererOver(corpusFrom(TEXTS))).answer("ما تاريخ العربية؟");
    expect(plain.findings.map(({ quotation }) => quotation.passage.article.file)).not.toContain("bridge.txt");
  });
});
