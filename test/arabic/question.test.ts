import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/arabic/question.ts";

const content = (text: string) => readQuestion(text).content.map(({ term }) => term);

describe("readQuestion: the kind of answer", () => {
  const KINDS: Readonly<Record<string, readonly string[]>> = {
    who: [
      "Qui est le gardien du phare ?",
      "من اخترع المطبعة؟",
      "مين كسب الماتش؟",
      "لمين هاي السيارة؟",
      "ما اسم مدرب المنتخب؟",
      "أي لاعب سجل الهدف الأول؟",
      "مؤسس علم الاجتماع",
      "Who painted the ceiling?",
    ],
    when: [
      "Quand le pont a-t-il été construit ?",
      "En quelle année le musée a-t-il ouvert ?",
      "متى بنيت القلعة؟",
      "في أي سنة بنيت القلعة؟",
      "القلعة دي اتبنت سنة كام؟",
      "إمتى بيبدأ الموسم؟",
      "شوكت تفتح المكتبة؟",
      "تاريخ بناء القلعة",
      "What year did the war end?",
    ],
    where: [
      "Où se trouve le château ?",
      "أين تقع البتراء؟",
      "وين أحسن مطعم؟",
      "فين المتحف؟",
      "في أي مدينة ولد الشاعر؟",
      "ما عاصمة منغوليا؟",
      "Where is the museum?",
    ],
    "how-many": [
      "Combien de ruches y a-t-il ?",
      "كم عدد سكان المدينة؟",
      "كام مرة فاز الفريق؟",
      "كم سنة حكم الملك؟",
      "ما طول النهر؟",
      "شحال من يوم فالسنة؟",
      "How many goals did she score?",
      "How long is the river?",
    ],
    "how-much": [
      "Combien coûte un billet ?",
      "كم سعر التذكرة؟",
      "بكام الكيلو؟",
      "بقديش التذكرة؟",
      "شكثر كلفت الرحلة؟",
      "ما ثمن اللوحة؟",
      "كم خسر النادي؟",
      "سعر الذهب",
      "How much does the ticket cost?",
      "What is the price of gold?",
    ],
    percent: [
      "كم نسبة البطالة؟",
      "ما نسبة السكر في الدم؟",
      "بكم بالمئة ارتفعت المبيعات؟",
      "نسبة النجاح في الامتحان",
      "What percentage of adults smoke?",
    ],
    why: [
      "Pourquoi le prix du blé a-t-il baissé ?",
      "لماذا هاجرت الطيور؟",
      "ليش السما زرقا؟",
      "ما سبب الصداع؟",
      "ما الذي يجعل الخبز ينتفخ؟",
      "أسباب الحرب",
      "Why did the empire fall?",
    ],
    how: [
      "كيف يحضر الخبز؟",
      "إزاي أعمل كشري؟",
      "شلون أوصل المطار؟",
      "ما طريقة تحضير الخبز؟",
      "How do vaccines work?",
    ],
    definition: [
      "ما هو التضخم؟",
      "شو يعني تضخم؟",
      "ما المقصود بالتضخم؟",
      "وش معنى التضخم؟",
      "What is inflation?",
      "What does inflation mean?",
      "Qu'est-ce que l'inflation ?",
    ],
    list: [
      "ما أعراض السكري؟",
      "ما هي شروط العقد؟",
      "ما مكونات الكشري؟",
      "أي شركات شاركت في المعرض؟",
      "Which countries won the cup?",
    ],
    "yes-no": ["هل يورث البيت؟", "الدوا ده بينفع ولا لأ؟", "Is the museum open?"],
    which: ["أي الفريقين أقوى؟", "ما القاعدة التي وضعها أرسطو؟", "من أي مادة صنع التمثال؟"],
  };
  it.each(
    Object.entries(KINDS).flatMap(([kind, questions]) =>
      questions.map((question) => [question, kind] as const),
    ),
  )("«%s» expects %s", (question, kind) => {
    expect(readQuestion(question).expected).toBe(kind);
  });

  it("takes the first of two questions, and what one asks whether somebody knows", () => {
    expect(readQuestion("متى بدأت الحرب وكم استمرت؟").expected).toBe("when");
    expect(readQuestion("هل تعرفون متى يفتح المتحف؟").expected).toBe("when");
    expect(readQuestion("هل فتح المتحف متى أراد الحارس؟").expected).toBe("yes-no");
  });
});

describe("readQuestion: what it names", () => {
  it.each([
    ["متى تأسست الجامعة؟", ["تاسست", "الجامعه"]],
    ["في أي سنة بنيت القلعة؟", ["بنيت", "القلعه"]],
    ["القلعة القلعة القلعة", ["القلعه"]],
    ["كم في المئة من الطلاب نجحوا بفضل المعلم؟", ["الطلاب", "نجحوا", "المعلم"]],
    ["مساء الخير يا جماعة 🙏 كم سعر التذكرة؟ @Ahmad", ["سعر", "التذكره"]],
    ["يا شباب مين فاز بكأس آسيا ٢٠١٩؟", ["فاز", "بكاس", "اسيا", "2019"]],
    ["ماذا حدث للسفينة؟", ["للسفينه"]],
    ["وش صار بالسفينة؟", ["بالسفينه"]],
    ["متى حدث الزلزال؟", ["حدث", "الزلزال"]],
    ["كيف حالك اليوم؟ كم سعر التذكرة؟", ["سعر", "التذكره"]],
    ["شكرا جزيلا! متى بنيت القلعة؟ الله يعطيكم العافية", ["بنيت", "القلعه"]],
    ["ok كم سعر التذكرة", ["سعر", "التذكره"]],
    ["ياهلا بالشباب، كم سعر التذكرة؟", ["سعر", "التذكره"]],
    ["الله يعافيك كم سعر التذكرة", ["سعر", "التذكره"]],
    ["السلام في الشرق", ["السلام", "الشرق"]],
    ["شباب الجزائر", ["شباب", "الجزائر"]],
    ["ما نجحتش التجربة ليه", ["نجحت", "التجربه"]],
    ["How long is the US border?", ["us", "border"]],
    ["انظر https://example.com/a/b متى", ["انظر"]],
  ])("«%s» names %s", (text, terms) => {
    expect(content(text)).toEqual(terms);
  });

  it("reads a question typed with tatweel, harakat, emoji and zero-width characters like the plain one", () => {
    expect(content("كـــم سِعْرُ الذّهَـب\u200b 🤔🙏؟")).toEqual(content("كم سعر الذهب؟"));
  });

  it("has nothing to search for in blanks, signs, emoji, marks or stop words alone", () => {
    for (const text of ["", "   ", "؟؟!", "🤔", "\u064e\u064f", "في على من"])
      expect(content(text)).toEqual([]);
  });

  it("reads the whole of a long message, whose question may stand at its end", () => {
    const text = `${"كنت في السوق أمس مع صديق قديم. ".repeat(120)}متى بنيت القلعة؟`;
    expect(readQuestion(text).expected).toBe("when");
    expect(content(text)).toEqual(expect.arrayContaining(["بنيت", "القلعه"]));
  });

  it("names a word repeated a thousand times once", () => {
    expect(content("القلعة ".repeat(1000))).toEqual(["القلعه"]);
  });

  it("comes to an end on 100 kB of hostile text", () => {
    for (const unit of [
      "(a+)+$",
      "من ",
      "كم كم ",
      "؟",
      "ما ",
      "@",
      "http://",
      "what is ",
      "، ",
      "هل تعرف ",
    ]) {
      const text = unit.repeat(100_000 / unit.length);
      expect(readQuestion(text).content.length).toBeLessThan(4);
    }
  });
});

describe("readQuestion: what needs an earlier answer", () => {
  it.each([
    "ومتى كان ذلك؟",
    "وكم كلّفه؟",
    "ومن أسسها؟",
    "لماذا؟",
    "وأين ولد؟",
    "متى تأسست؟",
    "وفي 2024؟",
    "وليش؟",
    "وإيمتى؟",
    "emta?",
    "طب وبكام؟",
    "and when was that?",
    "why did he resign?",
    "why?",
    "How much did it cost?",
  ])("«%s» does", (text) => {
    expect(readQuestion(text).needsContext).toBe(true);
  });
  it.each([
    "متى بنيت القلعة؟",
    "وكم سعر التذكرة؟",
    "سعر الذهب",
    "الذهب",
    "ومن أسس المدينة؟",
    "ما هذا المرض؟",
    "",
    "؟",
    "شكرا",
    "when was the castle built?",
    "2024",
  ])("«%s» stands alone", (text) => {
    expect(readQuestion(text).needsContext).toBe(false);
  });

  it.each([
    ["من أشرف عليه؟", true],
    ["ما مساحته؟", true],
    ["طيب وكم عدد زواره؟", true],
    ["متى يغلق؟", true],
    ["what is its height?", true],
    ["شو مشروع ستارغيت وكم قيمته؟", false],
    ["من أشرف على الترميم؟", false],
    ["ما المياه الجوفية؟", false],
    ["what is it called in Egypt?", false],
  ])("«%s» has no subject but one that was named before: %s", (text, leans) => {
    expect(readQuestion(text).leans).toBe(leans);
  });

  it("a question word with و goes on from what was said, no other word with it", () => {
    for (const text of ["ومتى دخلت السوق؟", "فكم سعر التذكرة؟"])
      expect(readQuestion(text).carriesOn).toBe(true);
    for (const text of ["متى دخلت السوق؟", "وجدت كنزا", "وين المتحف؟"])
      expect(readQuestion(text).carriesOn).toBe(false);
  });
});

describe("readQuestion: what asks for a citation", () => {
  it.each([
    ["من كتب المقال عن القلعة؟", "author"],
    ["كاتب مقال القلعة", "author"],
    ["مقال القلعة اسم الكاتب", "author"],
    ["Who wrote the article about the castle?", "author"],
    ["ما مصدر هذا الخبر؟", "source"],
    ["شباب المقال اللي عن القلعة وش مصدره؟", "source"],
    ["متى نشر المقال عن القلعة؟", "date"],
    ["ما عنوان المقال؟", "title"],
  ])("«%s» asks for the %s", (text, field) => {
    expect(readQuestion(text).asksSource).toBe(field);
    expect(content(text).filter((term) => !/القلعه|castle/.test(term))).toEqual([]);
  });
  it.each([
    "من كتب رواية الحرافيش؟",
    "ما مصدر الطاقة في الشمس؟",
    "متى صدر تقرير المناخ؟",
    "بماذا وصف الكاتب القلعة؟",
    "تاريخ القلعة",
  ])("«%s» does not", (text) => {
    expect(readQuestion(text).asksSource).toBeUndefined();
  });
});

describe("readQuestion: what asks of today", () => {
  it.each([
    "بكم كيلو التمر اليوم؟",
    "كم سعر الذهب الآن",
    "بكام الدولار دلوقتي",
    "قديش الليرة هلق",
    "gold price today",
  ])("«%s» does", (text) => {
    expect(readQuestion(text).asksOfToday).toBe(true);
  });
  it.each(["كم كان سعر التمر عام 1990؟", "ما أسماء أيام الأسبوع؟", "متى بُنيت القلعة؟"])(
    "«%s» does not",
    (text) => {
      expect(readQuestion(text).asksOfToday).toBe(false);
    },
  );
});

describe("readQuestion: what asks for advice", () => {
  it.each([
    "أقترض من بنك التنمية ولا لا؟",
    "هل يستاهل الجهاز سعره؟",
    "هل أوقف دواء الضغط؟",
    "هل أرفع قضية على المؤجر؟",
    "هل من الأفضل أن أغادر المدينة قبل الظهر؟",
    "هل أشتري أسهم الشركة؟",
    "هل اشتري البيت الآن",
    "أبيع ولا أحتفظ؟",
    "هل من الأفضل أن أختار الدراسة في الخارج؟",
    "هل تنصحني بشراء السيارة؟",
    "شو رأيك بشتري الأرض",
    "ما رأيك في الاستثمار في الذهب؟",
    "هل الوقت مناسب لشراء الذهب؟",
    "Should I buy gold?",
    "do you recommend this phone?",
  ])("«%s» does", (text) => {
    expect(readQuestion(text).asksAdvice).toBe(true);
  });
  it.each([
    "هل اشترى الملك القلعة؟",
    "هل اختار الملك وزيره؟",
    "هل أسهم الشركة مرتفعة؟",
    "من اشترى القلعة؟",
    "هل يجب أن يدفع المستأجر التأمين؟",
    "ما رأي الكاتب في الاستثمار؟",
    "متى بنيت القلعة؟",
  ])("«%s» does not", (text) => {
    expect(readQuestion(text).asksAdvice).toBe(false);
  });
});
