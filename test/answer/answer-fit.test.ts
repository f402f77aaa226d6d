import { describe, expect, it } from "vitest";
import { createAnswerFit } from "../../src/answer/answer-fit.ts";
import { readQuery } from "../../src/answer/query.ts";
import { readText } from "../../src/answer/read-text.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { FIT } from "../../src/answer/weights.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, page } from "./library.ts";

/** How far each text holds what the question asks for. */
function fits(question: string, ...texts: readonly string[]): number[] {
  const collection = collect(corpusFrom({ "a.md": page("a", "دفتر", ...texts) }).passages);
  const fitOf = createAnswerFit(readQuery(question, collection, createVariants(collection)), collection);
  return texts.map((text) => fitOf(readText(text)));
}

function expectFirstFits(question: string, ...texts: readonly string[]): void {
  const [first = 0, ...others] = fits(question, ...texts);
  for (const other of others) expect(first).toBeGreaterThan(other);
}

describe("createAnswerFit", () => {
  it.each([
    ["متى افتتحت الحديقة؟", "افتتحت الحديقة يوم الأربعاء قبل العصر.", "افتتحت الحديقة أمام الجمهور كله."],
    ["متى بنيت القلعة؟", "بنيت القلعة في الثلاثينيات.", "بنيت القلعة من حجر أسود."],
    ["متى توفي الخطاط؟", "توفي الخطاط في رمضان.", "توفي الخطاط بين أهله."],
  ])("finds a time in words that are no date: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it("finds a cause, and none in a valley: وادي is not وأدى", () => {
    expectFirstFits(
      "لماذا بني الجسر؟",
      "أدى غرق القوارب إلى بناء الجسر.",
      "بني الجسر فوق وادي الريحان.",
      "بني الجسر في وادي السدر إلى الشمال.",
    );
    expect(fits("لماذا فاض النهر؟", "هطل المطر وأدى إلى فيضان النهر.")).toEqual([1]);
  });

  it("counts a date more than another time, and a date that the question gives not at all", () => {
    expectFirstFits("متى بنيت القلعة؟", "بنيت القلعة عام 1744.", "بنيت القلعة في الشتاء.");
    expect(fits("ماذا حدث متى بنيت القلعة عام 1744؟", "بنيت القلعة عام 1744.")).toEqual([0]);
  });

  it.each([
    ["كم قرية في الوادي؟", "في الوادي سبع قرى.", "يبعد الوادي أربعين ميلا.", "في الوادي منازل كثيرة."],
    ["كم عدد البوابات في السور؟", "للسور بوابتان.", "عاش خلف السور أربعون حارسا."],
    ["كم عمر النخلة؟", "عمر النخلة مئة سنة.", "أعطت النخلة أربعين ثمرة."],
    ["كم ضعفا زاد المحصول؟", "زاد المحصول ثلاث مرات.", "زاد المحصول تسعة أطنان."],
    ["كم سنة نحتاج إلى بناء السد؟", "يحتاج بناء السد إلى عشر سنوات.", "للسد بوابتان."],
    ["كم استغرق بناء الجسر؟", "بني الجسر في أربعة أشهر.", "بناء الجسر من 900 حجر."],
    ["خلال أي مدة ارتفع الإنتاج؟", "تضاعف الإنتاج في ثلاثة أشهر.", "ارتفع الإنتاج 300 في المئة."],
    ["كم ارتفاع المنارة؟", "ترتفع المنارة عشرين مترا.", "بنيت المنارة في تسعة أشهر."],
  ])("finds a figure that counts what is asked for before another: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it("takes no figure of another measure for an answer", () => {
    expect(fits("كم مدة الرحلة؟", "مدة الرحلة ساعتان.", "قطعت الرحلة 40 كيلومترا.")).toEqual([1, 0]);
  });

  it.each([
    ["متى رممت القلعة؟", "رممت القلعة عام 1950.", "بنيت القلعة عام 1744."],
    ["متى ولد زين المرابط؟", "زين المرابط (1901 - 1977) خطاط.", "كتب زين المرابط لوحته عام 1950."],
  ])("finds the date of what is asked for before another: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it("finds the text that sets two things against each other before those that name both", () => {
    expectFirstFits(
      "ما الفرق بين الناي والمزمار؟",
      "والفرق بينهما في القصبة التي ينفخ فيها العازف.",
      "عزف الفتيان على الناي والمزمار في العرس.",
    );
  });

  it("finds the text that takes a stand before one that reports what others say", () => {
    expectFirstFits(
      "هل الخط الكوفي أقدم الخطوط؟",
      "لكن الخط الكوفي ليس أقدم الخطوط.",
      "كتب الخطاطون بالخط الكوفي في الكوفة.",
    );
    expectFirstFits(
      "هل الخط الكوفي أقدم الخطوط؟",
      "كتب الخطاطون بالخط الكوفي في الكوفة.",
      "من السهل أن يقال إن الخط الكوفي أقدم الخطوط.",
    );
  });

  it.each([
    ["أين تقع واحة النبق؟", "تقع واحة النبق في شمال الإقليم.", "تشتهر واحة النبق بتمرها."],
    ["وين المتحف البحري", "المتحف البحري في شارع الميناء.", "المتحف البحري مفتوح للزوار."],
  ])("finds where something is: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it.each([
    ["من صمم البوابة؟", "البوابة من تصميم المهندس رائد الحلو.", "أعجب الزوار بلون البوابة."],
    ["من هو زين المرابط؟", "زين المرابط (1901 - 1977) خطاط من أهل الساحل.", "زار زين المرابط السوق مرتين."],
    ["مين مدير المكتبة", "مديرة المكتبة هي سلوى الأمين.", "قال الناس إن مدير السوق غاب عن المكتبة."],
  ])("finds who did something, and who somebody is: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it.each([
    ["ما هو الشادوف؟", "الشادوف هو رافعة خشبية للماء.", "استعمل الفلاحون الشادوف قرونًا."],
    ["ما معنى كلمة النوريا", "كلمة النوريا تعني دولابًا يرفع الماء.", "رأى الرحالة النوريا على النهر."],
    ["ما النوريا؟", "النوريا، في كلام أهل النهر، دولاب يرفع الماء.", "يدور كل صباح دولاب النوريا هنا."],
    ["شو يعني الصاع", "والصاع مكيال يسع أربعة أمداد.", "يباع القمح هنا بالصاع."],
  ])("finds the sentence that says what something is: %s", (question, ...texts) => {
    expectFirstFits(question, ...texts);
  });

  it("finds what a label names, whatever the kind of the question", () => {
    expectFirstFits("ما عملة الجزيرة؟", "العملة: الدينار القديم", "في الجزيرة سوق للعملة.");
  });

  it("finds a definition behind the word and a colon, and a dual as a number", () => {
    expect(fits("ما تعريف الصاع؟", "الصاع: ما يكال به القمح.", "تعريف قديم للصاع.")[0]).toBe(1);
    expect(fits("كم قمرا للكوكب؟", "للكوكب قمران صغيران.", "يدور الكوكب في 24 ساعة.")).toEqual([
      1,
      FIT.otherFigure,
    ]);
  });

  it("takes routines and spans behind بعد for times", () => {
    for (const text of ["يؤخذ الدواء بعد الطعام.", "يصل الدواء بعد عشرة أيام عمل.", "السابعة والنصف صباحًا."])
      expect(fits("متى يؤخذ الدواء؟", text, "يؤخذ الدواء مع الماء.")).toEqual([FIT.timeWithoutDate, 0]);
  });

  it("counts a year of long ago after في, and not another number", () => {
    expect(fits("متى بني السور؟", "بني السور في 1645 من الحجر.", "بني السور من 1645 حجرًا.")).toEqual([1, 0]);
  });

  it("finds a reason by whole words", () => {
    expectFirstFits("لماذا أغلق السوق؟", "أغلق السوق بسبب المطر.", "إذا أغلق السوق عاد الناس.");
  });
});
