import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/answer/answer.ts";
import { answererOver, corpusFrom, page } from "./library.ts";

const answerer = await answererOver(
  corpusFrom({
    "towns.md": page(
      "towns",
      "مدن السهل",
      "تأسست مدينة الحمراء عام 1880 على يد تجار الملح.",
      "يبلغ عدد سكان الحمراء تسعين ألف نسمة، ويزرع أهلها الزيتون.",
      "أشهر أكلات الحمراء الفول بالكمون.",
      "يقع جبل الصقر شمال الحمراء، ويبلغ ارتفاعه ألفي متر.",
    ),
    "league.md": page(
      "league",
      "موسم الكرة",
      "سجل المهاجم نادر الحلو عشرين هدفًا هذا الموسم مع نادي السهم.",
      "انتقل نادر الحلو إلى نادي السهم عام 2020 مقابل أربعة ملايين دينار.",
      "فاز نادي السهم بكأس السهل عام 2021 بعد ركلات الترجيح.",
    ),
    "firm.md": page(
      "firm",
      "شركة المرجان للأجهزة",
      "تأسست شركة المرجان عام 1999، ورئيسها التنفيذي المهندس حسام الراوي.",
      "بلغت إيرادات المرجان ستين مليون دينار عام 2022.",
      "بيع الهاتف Vento 300 بألف دينار، وكان أرخص ما صنعته المرجان.",
      "باع كثيرون أسهم المرجان بعد الخسارة.",
      "ذكر الناطق باسم المرجان أن منافستها شركة Zenka أغلقت متجرها في الميناء.",
    ),
    "book.md": page(
      "book",
      "كتاب الملاحة القديم",
      "ألف الربان عيسى النجار كتاب الملاحة سنة 1750 في خمسة أجزاء.",
      "توفي عيسى النجار عام 1790 ودفن قرب الميناء.",
    ),
  }),
);
const ask = (question: string) => answerer.answer(question);

describe("a fact of the article's own subject", () => {
  it.each([
    "متى تأسست مدينة الحمراء؟",
    "كم عدد سكان الحمراء؟",
    "ما أشهر أكلات الحمراء؟",
    "كم هدفا سجل نادر الحلو هذا الموسم؟",
    "بكم انتقل نادر الحلو إلى نادي السهم؟",
    "متى تأسست شركة المرجان؟",
    "كم بلغت إيرادات المرجان عام 2022؟",
    "بكم بيع الهاتف Vento 300؟",
    "متى ألف عيسى النجار كتاب الملاحة؟",
  ])("is claimed: %s", async (question) => {
    expect((await ask(question)).verdict).toBe("answered");
  });

  it.each([
    ["in a dialect", "إمتى تأسست مدينة الحمرا؟"],
    ["with a slip", "كم هدفا سجل نادر الحلوو هذا الموسم؟"],
    ["in English letters", "بكم بيع الهاتف فينتو 300؟"],
    ["by a synonym", "كم ثمن الهاتف Vento 300؟"],
  ])("is not denied to who writes it otherwise: %s", async (_, question) => {
    expect((await ask(question)).verdict).not.toBe("unanswered");
  });
});

describe("another subject's fact", () => {
  const never: readonly Verdict[] = ["uncertain", "unanswered"];

  it.each([
    ["another town", "متى تأسست مدينة أسوان؟"],
    ["another town's people", "كم عدد سكان صنعاء؟"],
    ["another town's dish", "ما أشهر أكلات وهران؟"],
    ["another mountain", "كم ارتفاع جبل سيناء؟"],
    ["another player", "كم هدفا سجل محمد صلاح هذا الموسم؟"],
    ["another player by one name", "كم هدفا سجل ميسي هذا الموسم؟"],
    ["another player's price", "بكم انتقل ميسي إلى نادي السهم؟"],
    ["another cup", "من فاز بكأس آسيا 2021؟"],
    ["another firm", "متى تأسست سوني؟"],
    ["another firm's head", "من رئيس شركة أرامكو التنفيذي؟"],
    ["another firm's revenue", "كم بلغت إيرادات سوني عام 2022؟"],
    ["a firm that is named elsewhere", "متى تأسست شركة Zenka؟"],
    ["another model", "بكم بيع الهاتف Vento 900؟"],
    ["another year", "كم بلغت إيرادات المرجان عام 2015؟"],
    ["another book", "متى ألف عيسى النجار كتاب البخلاء؟"],
    ["another author", "متى توفي الجاحظ؟"],
    ["what is not told of one", "متى ولد حسام الراوي؟"],
    ["advice", "هل أشتري أسهم المرجان؟"],
    ["advice on a sale", "بتنصحني أبيع أسهم المرجان؟"],
    ["figures alone", "2021 + 300"],
  ])("is never claimed: %s", async (_, question) => {
    expect(never, question).toContain((await ask(question)).verdict);
  });

  it("does not forbid to say what somebody did: he is no person who asks for advice", async () => {
    expect((await ask("هل باع كثيرون أسهم المرجان بعد الخسارة؟")).verdict).toBe("answered");
  });
});

describe("a question of which the articles hold nothing but generic words", () => {
  it.each([
    ["كم عدد سكان القاهرة؟", ["القاهرة"]],
    ["من هو صلاح الدين الأيوبي؟", ["صلاح", "الدين", "الأيوبي"]],
    ["كم المسافة بين الرياض وجدة؟", ["الرياض"]],
    ["ما عاصمة اليابان؟", ["عاصمة", "اليابان"]],
  ])("is unanswered, names what they lack and no article as near: %s", async (question, lacking) => {
    expect(await ask(question)).toMatchObject({ verdict: "unanswered", findings: [], nearest: [] });
    expect((await ask(question)).lacking).toEqual(expect.arrayContaining(lacking));
  });
});
