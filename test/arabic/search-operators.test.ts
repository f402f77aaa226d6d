import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOperators } from "../../src/arabic/search-operators.ts";

describe("readOperators", () => {
  it("reads phrases, words to leave out, words of the title and words as they are written", () => {
    const { text, phrases, excluded, inTitle, exact } = readOperators(
      'كم +عمق "بئر القرية" القديمة -البحيرة عنوان:"أخبار الماء" title:قرية',
    );
    expect(phrases).toEqual([{ written: "بئر القرية", terms: ["بئر", "القريه"] }]);
    expect(excluded).toEqual(["البحيره"]);
    expect(inTitle).toEqual(["اخبار", "الماء", "قريه"]);
    expect([...exact]).toEqual(["عمق"]);
    expect(text.split(/\s+/).filter(Boolean)).toEqual(["كم", "عمق", '"بئر', 'القرية"', "القديمة"]);
  });

  it.each([
    "- متى بنيت القلعة؟",
    "-متى بنيت القلعة؟",
    "هل بنيت القلعة -فعلا- عام 1744؟",
    "القلعة - البرج",
    "10-20",
    "C++ و a+b",
    'قال "نعم"',
    "العنوان الجديد للمكتبة",
    "5 + 3",
  ])("takes no sign of ordinary writing for an operator: %s", (question) => {
    expect(readOperators(question)).toEqual({
      text: question,
      phrases: [],
      excluded: [],
      inTitle: [],
      exact: new Set(),
    });
  });

  it("asks for the words of the title where nothing else is asked", () => {
    expect(readOperators("عنوان:البحيرة").text.trim()).toBe("البحيرة");
    expect(readOperators("عنوان:البحيرة").inTitle).toEqual(["البحيره"]);
  });

  it("keeps what it leaves in its place", () => {
    const word = fc.constantFrom("قلعة", "-برج", "+سور", '"باب المدينة"', "title:نهر", "كم", "-", "+", ":");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const question = words.join(" ");
        const { text } = readOperators(question);
        expect(text.length).toBe(question.length);
        [...text].forEach((sign, at) => {
          if (sign !== " ") expect(question[at]).toBe(sign);
        });
      }),
    );
  });
});
