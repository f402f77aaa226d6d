import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersIn, numberTerms } from "../../src/arabic/numbers.ts";

const read = (text: string) =>
  numbersIn(text).map(({ start, end, value, kind, unit, date }) => [
    text.slice(start, end),
    value,
    kind,
    date ?? unit,
  ]);

describe("numbersIn", () => {
  it.each([
    ["٢٫٥ مليار", 2.5e9],
    ["2.5 billion", 2.5e9],
    ["مليارين ونصف", 2.5e9],
    ["مليارين ونصف المليار", 2.5e9],
    ["٢٬٥٠٠ مليون", 2.5e9],
    ["مليون ونصف مليون", 1.5e6],
    ["مئة وعشرين مليار", 120e9],
    ["خمسة وعشرون", 25],
    ["ثلاثمائة", 300],
    ["ثلاث مئة وخمسون ألفًا", 350_000],
    ["خمسة عشر", 15],
    ["ثلاثة وعشرون مليونًا ومئتا ألف", 23_200_000],
    ["١٢ ألفًا و٥٠٠", 12_500],
    ["ألف وتسعمئة وثلاثة وتسعين", 1993],
    ["تريليونا دولار", 2e12],
    ["ألفي دولار", 2000],
    ["78k", 78_000],
    ["two hundred and fifty", 250],
    ["five-trillion", 5e12],
    ["twenty-five thousand", 25_000],
  ])("reads %s as %d, whole", (text, value) => {
    const [mention, ...others] = numbersIn(text);
    expect([mention?.value, mention?.start, mention?.end, others.length]).toEqual([value, 0, text.length, 0]);
  });

  it.each([
    ["بلغ السعر 15,000 دولار أمس", "15,000 دولار", 15_000, "money", "currency:usd"],
    ["raised $4.5 million", "$4.5 million", 4.5e6, "money", "currency:usd"],
    ["€20", "€20", 20, "money", "currency:eur"],
    ["بيعت بمبلغ ٥٤٩٩ يوانًا في السوق", "٥٤٩٩ يوانًا", 5499, "money", "currency:cny"],
    ["خمسة جنيهات", "خمسة جنيهات", 5, "money", "currency:egp"],
    ["ارتفع 8% فقط", "8%", 8, "percent", "percent"],
    ["ارتفع ٪٨ فقط", "٪٨", 8, "percent", "percent"],
    ["ارتفع ٨٫٥ في المئة", "٨٫٥ في المئة", 8.5, "percent", "percent"],
    ["عشرين بالمئة منهم", "عشرين بالمئة", 20, "percent", "percent"],
    ["تأسست في عام 1993", "1993", 1993, "year", "1993"],
    ["سنة ٧٥٠ للميلاد", "٧٥٠", 750, "year", "750"],
    ["بعد ثلاث سنوات", "ثلاث سنوات", 3, "duration", "duration:year"],
    ["خلال شهرين", "شهرين", 2, "duration", "duration:month"],
    ["بعد سنة ونصف", "سنة ونصف", 1.5, "duration", "duration:year"],
    ["مسافة ٢٠ كم", "٢٠ كم", 20, "measure", "length:km"],
    ["يكفي لتران من الماء", "لتران", 2, "measure", "volume:l"],
    ["وزنه خمسة كيلوغرامات", "خمسة كيلوغرامات", 5, "measure", "mass:kg"],
    ["الربع الثالث من العام", "الربع الثالث", 3, "ordinal", "quarter"],
    ["results of Q3", "Q3", 3, "ordinal", "quarter"],
    ["المرتبة الثالثة", "الثالثة", 3, "ordinal", undefined],
    ["عُشر السكان", "عُشر", 0.1, "fraction", undefined],
    ["نصف السكان", "نصف", 0.5, "fraction", undefined],
    ["ثلاثة أرباع السكان", "ثلاثة أرباع", 0.75, "fraction", undefined],
    ["1/10 من السكان", "1/10", 0.1, "fraction", undefined],
    ["يوم ٣١ أكتوبر ٢٠٢٥ مساء", "٣١ أكتوبر ٢٠٢٥", 2025, "date", "2025-10-31"],
    ["في كانون الثاني 2024", "كانون الثاني 2024", 2024, "date", "2024-01"],
    ["في 30 يوليوز 2024", "30 يوليوز 2024", 2024, "date", "2024-07-30"],
    ["في أغسطس/آب 2023", "أغسطس/آب 2023", 2023, "date", "2023-08"],
    ["في مارس الماضي", "مارس", 3, "date", "--03"],
    ["صدر في 2025-10-31", "2025-10-31", 2025, "date", "2025-10-31"],
    ["صدر في 31/10/2025", "31/10/2025", 2025, "date", "2025-10-31"],
    ["on July 4, 1776", "July 4, 1776", 1776, "date", "1776-07-04"],
  ])("reads in «%s» the %s", (text, slice, value, kind, told) => {
    expect(read(text)).toContainEqual([slice, value, kind, told]);
  });

  it.each([
    "واحد من الناس",
    "ست الدار",
    "ألف كتابًا",
    "ثمن الكتاب",
    "مارس الرياضة",
    "كم الساعة",
    "الأب والأم",
    "one of them",
    "may be",
    "",
  ])("finds no number in «%s»", (text) => {
    expect(numbersIn(text)).toEqual([]);
  });

  it.each([
    ["بيعت بألفي درهم", 2000],
    ["بمليار دولار", 1e9],
    ["بثلاثة ملايين", 3e6],
    ["لعشرين عامًا", 20],
  ])("reads a number behind a particle: %s", (text, value) => {
    expect(numbersIn(text).map((mention) => mention.value)).toEqual([value]);
  });

  it("keeps two years of a span apart and adds no year to another", () => {
    expect(numbersIn("بين ٢٠٢٥ و٢٠٢٧").map(({ value }) => value)).toEqual([2025, 2027]);
  });

  it("gives mentions in order that do not overlap, of any words of number in any order", () => {
    const word = fc.constantFrom(
      ..."مليون ونصف مئة وعشرين ألف 15,000 ٢٫٥ % $ دولار الربع الثالث و سنة مارس 2025 / - خمسة عشر ملياران في المئة billion half كم 1 10".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(" ");
        let at = 0;
        for (const { start, end, value } of numbersIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(Number.isFinite(value)).toBe(true);
          at = end;
        }
      }),
    );
  });

  it("comes to an end on 100 kB of numbers", () => {
    for (const unit of ["1 ", "1,", "مليون ", "ونصف ", "1/", "و", "9".repeat(50)]) {
      expect(numbersIn(unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(50_000);
    }
  });
});

describe("numberTerms", () => {
  it.each([
    ["٢٫٥ مليار", "2.5 billion", "مليارين ونصف"],
    ["15,000 دولار", "١٥ ألف دولار", "خمسة عشر ألف دولار"],
    ["8%", "٨ في المئة", "ثمانية بالمئة"],
    ["٣١ أكتوبر ٢٠٢٥", "31 تشرين الأول 2025", "October 31, 2025"],
    ["الربع الثالث", "Q3", "third quarter"],
  ])("are the same for %s, %s and %s", (...texts) => {
    const terms = texts.map((text) =>
      numberTerms(numbersIn(text)[0] ?? { start: 0, end: 0, value: Number.NaN, kind: "number" }).join(" "),
    );
    expect(new Set(terms).size).toBe(1);
    expect(terms[0]).not.toContain("NaN");
  });

  it("let a year find a full date, a month a day of it, and a tenth ten percent", () => {
    const of = (text: string) => numbersIn(text).flatMap(numberTerms);
    expect(of("٣١ أكتوبر ٢٠٢٥")).toEqual(
      expect.arrayContaining(of("عام 2025").slice(1).concat(of("أكتوبر 2025").slice(0, 1))),
    );
    expect(of("عُشر السكان")).toContain("p:10");
    expect(of("10%")).toContain("p:10");
  });

  it("tell 2.5 from 25 and from 2.5 billion", () => {
    expect(
      new Set(["2.5", "25", "2.5 مليار"].flatMap((text) => numbersIn(text).flatMap(numberTerms))).size,
    ).toBe(3);
  });
});
