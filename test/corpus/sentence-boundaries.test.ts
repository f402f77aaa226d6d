import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clausesIn, MOST_CLAUSES } from "../../src/corpus/clauses.ts";
import { LONGEST_SENTENCE, sentencesIn } from "../../src/corpus/sentence-boundaries.ts";

const cut = (text: string) =>
  sentencesIn(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
const clauses = (text: string) =>
  clausesIn(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe("sentencesIn", () => {
  it.each([
    ["full stops and question marks", "نام الطفل. هل حلم؟ نعم!", ["نام الطفل.", "هل حلم؟", "نعم!"]],
    [
      "a full stop without a space",
      "انتهى العرض.وقال المخرج إنه راض.",
      ["انتهى العرض.", "وقال المخرج إنه راض."],
    ],
    [
      "a full stop behind a figure or a bracket",
      "ربح 17%.وخسر غيره (قليلًا).ثم نام.",
      ["ربح 17%.", "وخسر غيره (قليلًا).", "ثم نام."],
    ],
    ["a stop before a Latin name", "اشترتها شركة كبرى.Zenith تنفي.", ["اشترتها شركة كبرى.", "Zenith تنفي."]],
    [
      "a quotation that ends with its stop",
      'قال: "انتهى الأمر." ثم خرج.',
      ['قال: "انتهى الأمر."', "ثم خرج."],
    ],
    ["a stop behind the quotation mark", "قال: «انتهى الأمر». ثم خرج.", ["قال: «انتهى الأمر».", "ثم خرج."]],
    [
      "a short word as the last",
      "لا يعرف أحد إن كان ذلك صحيحًا أم لا. ومع ذلك صدقوه.",
      ["لا يعرف أحد إن كان ذلك صحيحًا أم لا.", "ومع ذلك صدقوه."],
    ],
    ["a spaced full stop", "نام الجميع . وبقي الحارس .", ["نام الجميع .", "وبقي الحارس ."]],
    ["an Urdu full stop", "نام الجميع۔ وبقي الحارس۔", ["نام الجميع۔", "وبقي الحارس۔"]],
    [
      "a stop with the number of a note behind it",
      "بُني البرج سنة 1899.[2][3] وفُتح بعدها.",
      ["بُني البرج سنة 1899.[2][3]", "وفُتح بعدها."],
    ],
    ["no stop at all", "سطر بلا نقطة", ["سطر بلا نقطة"]],
    [
      "an era at the end of a sentence",
      "هُدم السور سنة 1840 م. وبُني مكانه سوق.",
      ["هُدم السور سنة 1840 م.", "وبُني مكانه سوق."],
    ],
  ])("cuts at %s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it.each([
    ["a decimal point", "بلغ الطول 3.5 أمتار في المتوسط."],
    ["a title", "قال د. سامي عمر ود. هدى إن م. نبيل غاب."],
    ["a page", "انظر ص. 12 من الكتاب."],
    ["an era that goes on", "حكمت الأسرة من عام 300 ق.م. إلى عام 120 ق.م. بلا انقطاع."],
    ["initials", "كتبها ج. ك. منصور ثم J. R. Smith معًا."],
    ["Latin abbreviations", "وقعت شركة Acme Inc. العقد مع U.S. Steel أمس."],
    ["a site's address", "نشر موقع example.com الخبر نقلًا عن الجزيرة.نت أمس."],
    ["the number of a list item", "1. يُغسل الأرز جيدًا"],
    ["the number of an item in a sentence", "قال ثلاث جمل: 1. لا خوف على أحد"],
    ["an ellipsis before small Latin letters", "قال بالإنجليزية wait... what ثم سكت."],
    ["a mark in brackets", "باع البيت (!) ثم اشتراه من جديد."],
    ["a question that the sentence is about", "«هل نعود؟» سؤال لم يجبه أحد."],
    ["a quotation before its speaker", '"لن نعود!" قال القبطان.'],
    ["a comma behind the quotation", "«متى نصل؟»، سأل الطفل أباه."],
    ["semicolons", "جاء المطر؛ فاخضرّت الأرض."],
  ])("does not cut at %s", (_, text) => {
    expect(cut(text)).toEqual([text]);
  });

  it("bounds a text without any stop", () => {
    for (const text of [
      "ك".repeat(50_000),
      "كلمة ".repeat(20_000),
      "كلمة، ".repeat(20_000),
      "😀".repeat(10_001),
    ]) {
      const spans = sentencesIn(text, 0, text.length);
      expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(spans.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true);
      expect(
        spans
          .map(({ start, end }) => text.slice(start, end))
          .join("")
          .replace(/\s/gu, ""),
      ).toBe(text.replace(/\s/gu, ""));
    }
  });
});

const arabicText = fc
  .array(
    fc.constantFrom(
      "كلمة",
      "قال",
      "د",
      "15,000",
      "3.5",
      "Nova",
      "U.S",
      " ",
      "  ",
      "\n",
      ".",
      "؟",
      "!",
      "…",
      "،",
      "؛",
      ":",
      '"',
      "«",
      "»",
      "(",
      ")",
      " - ",
      "😀",
      "\u064b",
      "1",
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(""));

describe("sentencesIn and clausesIn, for any text", () => {
  it("cover all but white space, in order, without overlap, trimmed", () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        let at = 0;
        for (const sentence of sentencesIn(text, 0, text.length)) {
          expect(text.slice(at, sentence.start).trim()).toBe("");
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(text.slice(sentence.start, sentence.end)).toBe(
            text.slice(sentence.start, sentence.end).trim(),
          );
          let inside = sentence.start;
          const parts = clausesIn(text, sentence.start, sentence.end);
          expect(parts.length).toBeLessThanOrEqual(MOST_CLAUSES);
          for (const clause of parts) {
            expect(text.slice(inside, clause.start).trim()).toBe("");
            expect(clause.end).toBeGreaterThan(clause.start);
            inside = clause.end;
          }
          expect(inside).toBe(sentence.end);
          at = sentence.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  it("find in a part of a text what they find in that part alone", () => {
    fc.assert(
      fc.property(arabicText, arabicText, (before, text) => {
        const shifted = sentencesIn(text, 0, text.length).map(({ start, end }) => ({
          start: start + before.length,
          end: end + before.length,
        }));
        expect(sentencesIn(before + text, before.length, before.length + text.length)).toEqual(shifted);
      }),
    );
  });
});

describe("clausesIn", () => {
  it.each([
    [
      "commas and semicolons",
      "غابت الشمس خلف الجبال، وعاد الرعاة إلى القرية؛ ثم سكن كل شيء",
      ["غابت الشمس خلف الجبال،", "وعاد الرعاة إلى القرية؛", "ثم سكن كل شيء"],
    ],
    [
      "a colon",
      "وأضاف الوزير في كلمته: لن نرفع الأسعار هذا العام",
      ["وأضاف الوزير في كلمته:", "لن نرفع الأسعار هذا العام"],
    ],
    [
      "a spaced dash",
      "كانت المدينة هادئة – كما يذكر الرحالة – قبل الحرب الأولى",
      ["كانت المدينة هادئة –", "كما يذكر الرحالة –", "قبل الحرب الأولى"],
    ],
    [
      "a line end",
      "يبدأ الموسم في الشتاء\nوينتهي مع أول المطر",
      ["يبدأ الموسم في الشتاء", "وينتهي مع أول المطر"],
    ],
  ])("cuts at %s", (_, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ["a number", "بلغ عدد السكان 15,000 نسمة في ذلك العام"],
    ["short brackets", "زار ثلاث مدن (عمّان، والسلط، وإربد) في يوم واحد"],
    ["short quotation marks", "سمّاه أهله «أبو الريح، وسيد البحر» منذ طفولته"],
    ["a web address", "نشره على https://example.org/a,b:c أمس مساء"],
    ["a time", "تبدأ المباراة في 20:30 بتوقيت المدينة القديمة"],
  ])("does not cut inside %s", (_, text) => {
    expect(clauses(text)).toEqual([text]);
  });

  it("joins a clause of one word to its neighbour", () => {
    expect(clauses("أولًا، يُغسل الأرز بالماء البارد ثلاث مرات")).toEqual([
      "أولًا، يُغسل الأرز بالماء البارد ثلاث مرات",
    ]);
  });
});
