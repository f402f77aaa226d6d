import { describe, expect, it } from "vitest";
import { askingClauseOf } from "../../src/arabic/asking-clause.ts";
import { expectedAnswer } from "../../src/arabic/expected-answer.ts";
import { foldHamza } from "../../src/arabic/folding.ts";
import { readQuestion } from "../../src/arabic/question.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { tokenize } from "../../src/arabic/tokens.ts";

/** What readers complain of in Arabic search, and what must agree and must not because of it. */
interface Complaint {
  readonly complaint: string;
  /** What the two sides are compared by. */
  readonly key: (text: string) => string;
  readonly agree: readonly (readonly [string, string])[];
  readonly differ: readonly (readonly [string, string])[];
}

const exact = (text: string) =>
  tokenize(text)
    .map(({ term }) => term)
    .join(" ");
const loose = (text: string) =>
  tokenize(text)
    .map(({ term }) => foldHamza(term))
    .join(" ");
const light = (text: string) =>
  tokenize(text)
    .map(({ term }) => lightStem(term))
    .join(" ");
const deep = (text: string) =>
  tokenize(text)
    .map(({ term }) => deepStem(term))
    .join(" ");

const COMPLAINTS: readonly Complaint[] = [
  {
    complaint: "alef with hamza, madda or wasla is typed bare",
    key: exact,
    agree: [
      ["إدارة", "ادارة"],
      ["أرز", "ارز"],
      ["آمال", "امال"],
      ["ٱلكتاب", "الكتاب"],
      ["ءادم", "آدم"],
      ["الءان", "الآن"],
      ["ا\u0654حمد", "أحمد"],
      ["ا\u0653ثار", "آثار"],
    ],
    differ: [
      ["أمل", "عمل"],
      ["قراءات", "قرات"],
    ],
  },
  {
    complaint: "hamza on waw and ya and hamza alone stay apart where words are compared exactly",
    key: exact,
    agree: [
      ["و\u0654", "ؤ"],
      ["مسؤول", "مسؤول"],
      ["ي\u0654", "ئ"],
    ],
    differ: [
      ["مسئول", "مسؤول"],
      ["قراءة", "قراة"],
    ],
  },
  {
    complaint: "hamza on waw and ya and hamza alone are spelled two ways",
    key: loose,
    agree: [
      ["شئون", "شؤون"],
      ["مسئول", "مسؤول"],
      ["قراءة", "قراة"],
      ["رئيس", "رييس"],
      ["قائد", "قايد"],
      ["مؤتمر", "موتمر"],
      ["قرءان", "قرآن"],
    ],
    differ: [
      ["سؤال", "سال"],
      ["بئر", "بر"],
    ],
  },
  {
    complaint: "alef maqsura for ya and ha for ta marbuta",
    key: exact,
    agree: [
      ["الدورى", "الدوري"],
      ["مستشفى", "مستشفي"],
      ["جامعة", "جامعه"],
      ["على", "علي"],
    ],
    differ: [
      ["هدى", "هدا"],
      ["مدرسة", "مدرست"],
    ],
  },
  {
    complaint: "harakat and the dagger alef",
    key: exact,
    agree: [
      ["مُعَلِّمٌ", "معلم"],
      ["أُولَٰئِكَ", "أولئك"],
      ["شُكْرًا", "شكرا"],
      ["هٰذا", "هذا"],
    ],
    differ: [["عِلْم", "عالم"]],
  },
  {
    complaint: "tatweel",
    key: exact,
    agree: [
      ["كـــم", "كم"],
      ["ســـوق", "سوق"],
      ["الـكتاب", "الكتاب"],
    ],
    differ: [["كم", "كلم"]],
  },
  {
    complaint: "the article and the particles before it",
    key: light,
    agree: [
      ["الكتاب", "كتاب"],
      ["والشمس", "شمس"],
      ["بالقطار", "قطار"],
      ["للطبيب", "الطبيب"],
      ["واضرب", "اضرب"],
      ["وبالمدرسة", "مدرسة"],
      ["مدينتهم", "المدينة"],
    ],
    differ: [
      ["ألبانيا", "بانيا"],
      ["وصية", "صية"],
      ["وزير", "زير"],
      ["والد", "الد"],
    ],
  },
  {
    complaint: "particles of one letter, broken plurals and verb forms",
    key: deep,
    agree: [
      ["بدمج", "دمج"],
      ["لشركة", "شركات"],
      ["مشاريع", "مشروع"],
      ["أسعار", "سعر"],
      ["أسواق", "السوق"],
      ["بيوت", "بيت"],
      ["ارتفع", "ارتفاع"],
      ["ينخفض", "انخفاض"],
      ["يستخدم", "استخدام"],
      ["سيتراجع", "تراجع"],
    ],
    differ: [
      ["كبير", "بير"],
      ["بلاد", "لاد"],
      ["فكرة", "كرة"],
      ["سيارة", "يارة"],
    ],
  },
  {
    complaint: "digits of three scripts and their marks",
    key: exact,
    agree: [
      ["٢٠٢٤", "2024"],
      ["۲۰۲۴", "2024"],
      ["٤٥٬٠٠٠", "45,000"],
      ["٢٫٥", "2.5"],
      ["2,5", "2.50"],
      ["１２", "12"],
    ],
    differ: [
      ["٢٠٢٤", "2025"],
      ["2.5", "25"],
    ],
  },
  {
    complaint: "letters of Persian and Urdu keyboards",
    key: exact,
    agree: [
      ["کتاب", "كتاب"],
      ["علی", "علي"],
      ["پاريس", "باريس"],
      ["گاز", "غاز"],
      ["ڤيينا", "فيينا"],
      ["جامعۀ", "جامعه"],
    ],
    differ: [["کتاب", "قتاب"]],
  },
  {
    complaint: "presentation forms, no-break blanks, zero width, soft hyphen and bidi marks",
    key: exact,
    agree: [
      ["\ufedb\ufe98\ufe8e\ufe8f", "كتاب"],
      ["\ufefb", "لا"],
      ["كت\u200cاب", "كتاب"],
      ["كت\u200bاب", "كتاب"],
      ["\u202bكتاب\u202c", "كتاب"],
      ["كتاب\u00a0جديد", "كتاب جديد"],
      ["soft\u00adware", "software"],
      ["\ufeffكتاب", "كتاب"],
    ],
    differ: [["كتاب جديد", "كتابجديد"]],
  },
  {
    complaint: "words of two scripts glued together",
    key: exact,
    agree: [
      ["CPUالمعالج", "cpu المعالج"],
      ["الـWiFi", "ال wifi"],
      ["15متر", "15 متر"],
      ["8%زيادة", "8 زيادة"],
      ["RTX3060", "RTX 3060"],
      ["GPT-4", "GPT4"],
      ["Beyoncé", "beyonce"],
      ["ﬁlm", "film"],
      ["NASA's", "nasa"],
    ],
    differ: [["H800", "H 800"]],
  },
  {
    complaint: "question words of the dialects",
    key: (text) => expectedAnswer(tokenize(text).map(({ term }) => term)),
    agree: [
      ["ليش تأخر القطار", "لماذا تأخر القطار"],
      ["ليه القطر اتأخر", "لماذا تأخر القطار"],
      ["علاش تعطل القطار", "لماذا تأخر القطار"],
      ["فين المتحف", "أين المتحف"],
      ["وين المتحف", "أين المتحف"],
      ["إمتى يفتح المتحف", "متى يفتح المتحف"],
      ["شوكت يفتح المتحف", "متى يفتح المتحف"],
      ["إزاي أعمل الخبز", "كيف أصنع الخبز"],
      ["كيفاش نصنع الخبز", "كيف أصنع الخبز"],
      ["مين كتب الرواية", "من كتب الرواية"],
      ["شكون كتب الرواية", "من كتب الرواية"],
      ["بكام التذكرة", "بكم التذكرة"],
      ["بشحال التذكرة", "بكم التذكرة"],
      ["شكثر عدد الزوار", "كم عدد الزوار"],
      ["قديش عدد الزوار", "كم عدد الزوار"],
    ],
    differ: [
      ["ليش تأخر القطار", "وين تأخر القطار"],
      ["مين فتح المتحف", "إمتى فتح المتحف"],
    ],
  },
  {
    complaint: "function words of the dialects name nothing",
    key: (text) =>
      readQuestion(text)
        .content.map(({ term }) => term)
        .join(" "),
    agree: [
      ["الكتاب اللي بتاع التاريخ", "الكتاب التاريخ"],
      ["هاد المتحف مشان الأطفال", "المتحف الأطفال"],
      ["عايز المتحف ده", "المتحف"],
      ["ما فتحوش المتحف", "فتحو المتحف"],
      ["وش سعر التذكرة حق المتحف", "سعر التذكرة المتحف"],
    ],
    differ: [["حق الملكية", "الملكية"]],
  },
  {
    complaint: "؟ ؛ and ۔ end a sentence",
    key: (text) => {
      const { start, end } = askingClauseOf(text, tokenize(text));
      return text.slice(start, end);
    },
    agree: [
      ["زرت القلعة؛ متى بنيت؟", "متى بنيت؟"],
      ["زرت القلعة۔ متى بنيت القلعة؟", "متى بنيت القلعة؟"],
      ["متى بنيت القلعة؟ شكرا لكم", "متى بنيت القلعة؟"],
      ["قرأت عن القلعة كثيرًا، فأين تقع القلعة؟", "فأين تقع القلعة؟"],
    ],
    differ: [["متى بنيت القلعة، التي في الشمال؟", "التي في الشمال؟"]],
  },
];

describe.each(COMPLAINTS)("$complaint", ({ key, agree, differ }) => {
  it.each(agree)("%s agrees with %s", (a, b) => {
    expect(key(a)).toBe(key(b));
  });
  it.each(differ)("%s differs from %s", (a, b) => {
    expect(key(a)).not.toBe(key(b));
  });
});

describe("marks on a found word", () => {
  it("cover the whole word as it was written, never a part of it", () => {
    const text = "قال المُعَلِّـمُ: «الكِتابُ» لـDeepMind.";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "قال",
      "المُعَلِّـمُ",
      "الكِتابُ",
      "لـ",
      "DeepMind",
    ]);
  });
});
