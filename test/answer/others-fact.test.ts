import { describe, expect, it } from "vitest";
import { answererOver, corpusFrom, page } from "./library.ts";

const answerer = await answererOver(
  corpusFrom({
    "firms.md": page(
      "firms",
      "شركات الوادي",
      "تأسست شركة «نسيم» للبرمجيات عام 2007 على يد هدى الراوي. بلغت إيراداتها 40 مليون دولار في 2020، ثم ارتفعت إلى 55 مليون دولار في 2021.",
      "يشغل ماجد العلي منصب الرئيس التنفيذي لشركة نسيم منذ 2018.",
      "استحوذت شركة مدار على تطبيق «مائدتي» مقابل 9 ملايين دولار. ويعمل في مدار 700 موظف.",
    ),
    "emirs.md": page(
      "emirs",
      "أمراء القلعة",
      "توفي إدريس بن يعقوب في شوال سنة 655 هـ ودفن في القلعة.",
      "تولى يعقوب بن زيري الإمارة قبله، وبنى سور القلعة.",
    ),
    "club.md": page(
      "club",
      "نادي البرق",
      "هداف النادي هو رامي السالم برصيد 120 هدفًا. أما الحارس عادل الناصر فقد خاض 300 مباراة.",
      "يقيم النادي معسكرًا كل صيف. ونصاب الفوز في الدوري عشر نقاط، ويسأل الناس عن نصابه في الكأس.",
    ),
    "work.md": page(
      "work",
      "دليل العامل",
      "يستحق العامل إجازة سنوية مدتها عشرون يومًا، وتزيد بعد خمس سنوات.",
      "لزكاة المال نصاب، ونصاب الزكاة في الذهب خمسة وثمانون غرامًا.",
    ),
    "chapters.md": page(
      "chapters",
      "سور قصيرة وطويلة",
      "سورة الكهف مكية، وعدد آياتها مئة وعشر آيات. تقرأ يوم الجمعة.",
    ),
    "fair.md": page(
      "fair",
      "معرض الخيل",
      "انطلقت الدورة الأولى من معرض الخيل عام 2003. وأقيمت الدورة العاشرة في ميدان السباق في أبريل 2012.",
      "ترجم كتاب المعرض إلى الفرنسية فريد حداد.",
      "بلغت إيرادات المعرض في مارس ستة ملايين ريال.",
    ),
    "author.md": page(
      "author",
      "الكاتب سعد الدوري",
      "ألف الكاتب سعد الدوري كتاب «نجوم الصيف» في تسعة عشر بابًا.",
    ),
    "bank.md":
      "# أسئلة البنك\n\nس: كم رسوم التحويل الدولي؟\nج: خمسة دنانير لكل حوالة.\n\nس: متى تصل البطاقة الجديدة؟\nج: بعد عشرة أيام عمل.\n",
    "faq.md":
      "# أسئلة النادي\n\n## كيف أسجل ابني في النشاط الرياضي؟\n\nاملأ الاستمارة عند مشرف النشاط قبل نهاية سبتمبر.\n",
  }),
);
const verdictOf = async (question: string) => (await answerer.answer(question)).verdict;

describe("a fact that the article tells of another", () => {
  it.each([
    ["of another company that stands near", "متى تأسست شركة مدار؟"],
    ["of the company before, by a pronoun", "كم بلغت إيرادات مدار؟"],
    ["of another company's head", "من الرئيس التنفيذي لشركة مدار؟"],
    ["of another company, behind a preposition", "كم موظفا يعمل في نسيم؟"],
    ["of another metal", "كم نصاب الزكاة في الفضة؟"],
    ["of the son, where the father is asked for", "متى توفي يعقوب بن زيري؟"],
    ["of another sort of leave", "كم مدة الإجازة المرضية؟"],
    ["under a question for another sort", "كيف أسجل ابني في النشاط المسرحي؟"],
    ["of another chapter, whose name is a plain noun", "متى تقرأ سورة الملك؟"],
    ["in other years", "كم بلغت إيرادات نسيم في 2018؟"],
    ["in another month", "كم بلغت إيرادات المعرض في يونيو؟"],
    ["of the first of several", "متى انطلقت الدورة الثانية من معرض الخيل؟"],
    ["of the tenth of several", "أين أقيمت الدورة التاسعة؟"],
    ["into another language", "من ترجم كتاب المعرض إلى الإنجليزية؟"],
    ["under a question for another sort, in one paragraph", "كم رسوم التحويل المحلي؟"],
    ["of chapters, where books are counted", "كم كتابا ألف سعد الدوري؟"],
    ["of other things that are counted", "كم هدفا سجل عادل الناصر؟"],
    ["of the town, where an office is asked for that nobody names", "من هو عمدة القلعة؟"],
  ])("is not claimed: %s", async (_, question) => {
    expect(await verdictOf(question)).not.toBe("answered");
  });

  it.each([
    "متى تأسست شركة نسيم؟",
    "كم بلغت إيرادات نسيم في 2021؟",
    "من الرئيس التنفيذي لشركة نسيم؟",
    "كم موظفا يعمل في مدار؟",
    "كم نصاب الزكاة في الذهب؟",
    "متى توفي إدريس بن يعقوب؟",
    "كم مدة الإجازة السنوية؟",
    "كيف أسجل ابني في النشاط الرياضي؟",
    "متى تقرأ سورة الكهف؟",
    "كم مباراة خاض عادل الناصر؟",
    "كم بلغت إيرادات المعرض في مارس؟",
    "متى انطلقت الدورة الأولى من معرض الخيل؟",
    "من ترجم كتاب المعرض إلى الفرنسية؟",
    "كم رسوم التحويل الدولي؟",
    "متى تصل البطاقة الجديدة؟",
  ])("is claimed of its own subject: %s", async (question) => {
    expect(await verdictOf(question)).toBe("answered");
  });
});
