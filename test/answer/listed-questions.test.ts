import { describe, expect, it } from "vitest";
import { answererOver, corpusFrom } from "./library.ts";

const harvest = (questions: string) =>
  `---\ntitle: موسم القرية\n${questions}---\n\nخسر الفلاحون نصف القمح في عاصفة الربيع.\n`;
const rain = "---\ntitle: أخبار المطر\n---\n\nفرح الفلاحون بالمطر في عاصفة الربيع.\n";
const QUESTION = "ماذا حدث للفلاحين في عاصفة الربيع؟";

describe("a question that an article lists", () => {
  it("is answered from that article where another repeats more of it", async () => {
    const fileOf = async (texts: Record<string, string>) => {
      const answerer = await answererOver(corpusFrom(texts));
      const { findings } = await answerer.answer(QUESTION);
      return findings[0]?.quotation.passage.article.file;
    };
    expect(await fileOf({ "harvest.md": harvest(""), "rain.md": rain })).toBe("rain.md");
    const listed = harvest(`questions:\n  - ماذا حدث للفلاحين في عاصفة الربيع\n`);
    expect(await fileOf({ "harvest.md": listed, "rain.md": rain })).toBe("harvest.md");
    const listedByBoth = rain.replace("المطر\n", `المطر\nquestions:\n  - ${QUESTION}\n`);
    expect(await fileOf({ "harvest.md": listed, "rain.md": listedByBoth })).toBe("rain.md");
  });
});
