import { describe, expect, it } from "vitest";
import { createMarker } from "../../src/answer/marks.ts";
import { readQuery } from "../../src/answer/query.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { MARK } from "../../src/answer/weights.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page } from "./library.ts";

const FILLER = "وظل أهل القرية يروون ما جرى في تلك الأيام جيلًا بعد جيل حتى صار من حكاياتهم في ليالي الشتاء";

describe("createMarker", () => {
  it("marks a short sentence whole when the quotation holds more than that sentence", () => {
    const sentence = "حفر السكان القناة عام 1720، ثم زرعوا على ضفتيها أشجار الرمان عام 1725.";
    expect(markedIn(sentence, "متى حفرت القناة؟", false)).toBe(sentence);
  });

  it("marks all places that where is answered with", () => {
    const sentence = `تقع البلدة بين النهر وغابة الصنوبر الكبيرة، وشرق تل الرعاة القديم، ${FILLER}، ${FILLER}.`;
    const places = "تقع البلدة بين النهر وغابة الصنوبر الكبيرة، وشرق تل الرعاة القديم،";
    expect(markedIn(sentence, "أين تقع البلدة؟", true)).toBe(places);
  });

  it("marks the next sentence too where no form tells which of both answers", () => {
    const text = "صنع الحداد أدوات كثيرة. منها منجل القمح وقفل البوابة. ثم سافر.";
    const both = "صنع الحداد أدوات كثيرة. منها منجل القمح وقفل البوابة.";
    expect(markedOf(text, "ماذا صنع الحداد؟", 0)).toBe(both);
    expect(markedOf(text, "صنع الحداد أدوات", 0)).toBe("صنع الحداد أدوات كثيرة.");
  });

  it("marks what a label names rather than the sentence before it", () => {
    const text = "البسيسة حلوى من السميد. المقادير: كوب سميد وكوب لبن.";
    expect(markedOf(text, "ما مقادير البسيسة؟", 0)).toBe("المقادير: كوب سميد وكوب لبن.");
  });

  it("marks no question line with the answer below it", () => {
    const text = "س: ماذا صنع الحداد؟\nج: أدوات كثيرة للحقل.";
    expect(markedOf(text, "ماذا صنع الحداد؟", 1)).toBe("ج: أدوات كثيرة للحقل.");
  });

  it("marks in a sentence that is quoted alone the clauses that answer", () => {
    const sentence = `حفر السكان القناة في سنة قليلة المطر، ${FILLER}، ${FILLER}.`;
    expect(markedIn(sentence, "من حفر القناة؟", true)).toBe("حفر السكان القناة في سنة قليلة المطر،");
  });

  it("marks the clause that holds the figure asked for rather than one that repeats more of the question", () => {
    const sentence = `كلف سور القرية أهلها جهدًا، ${FILLER}، ${FILLER}، ${FILLER}، ودفعوا ثمن السور 40 ألف ليرة.`;
    expect(sentence.length).toBeGreaterThan(MARK.longest);
    expect(markedIn(sentence, "كم كلف السور؟")).toMatch(/ودفعوا ثمن السور 40 ألف ليرة\.$/u);
    expect(markedIn(sentence, "كم كلف السور؟")).not.toContain("كلف سور القرية");
    expect(markedIn(sentence, "من كلف السور؟")).toBe("كلف سور القرية أهلها جهدًا،");
  });

  it.each([
    [
      "متى فُتح المعبر؟",
      "فُتح المعبر عام 1931، وكان السياح يأتون إليه من كل بلد بالقوارب.",
      "فُتح المعبر عام 1931،",
    ],
    [
      "كم ارتفاع البرج؟",
      "ارتفاع البرج 70 مترًا، وقد طلاه العمال بلون أزرق يراه البحارة.",
      "ارتفاع البرج 70 مترًا،",
    ],
    [
      "من نقش الباب؟",
      "نقش الباب النحات وديع صالح، وكان الأطفال يجلسون أمامه كل مساء.",
      "نقش الباب النحات وديع صالح،",
    ],
  ])(
    "marks of a short sentence the clause that holds what is asked for alone: %s",
    (question, text, clause) => {
      expect(markedIn(text, question)).toBe(clause);
    },
  );

  it("marks the neighbour that holds the time asked for where the sentence chosen holds none", () => {
    const text = "كان مهرجان الزهور حديث أهل القرية. وقد بدأ المهرجان في الخمسينيات.";
    expect(markedOf(text, "متى بدأ مهرجان الزهور؟")).toBe("وقد بدأ المهرجان في الخمسينيات.");
  });

  it("marks the line whose label is asked for", () => {
    const text = "اللاعب: نادر البدر\n\nمركزه: ظهير أيسر";
    expect(markedOf(text, "ما مركز اللاعب نادر البدر؟")).toBe("مركزه: ظهير أيسر");
  });

  it("marks both sides of a difference", () => {
    const text = "الحبل الخشن يُفتل من الليف وحده. أما الحبل الناعم فيُفتل من القطن. وكلاهما يباع هنا.";
    const both = "الحبل الخشن يُفتل من الليف وحده. أما الحبل الناعم فيُفتل من القطن.";
    expect(markedOf(text, "ما الفرق بين الحبل الخشن والحبل الناعم؟", 0)).toBe(both);
    expect(markedOf(text, "ما الفرق بين الحبل الخشن والحبل الناعم؟", 1)).toBe(both);
  });

  it("marks who somebody is with the name, whatever the language of the question", () => {
    const sentence = `سلوى الأمين (Salwa Amin)، وتكتب أمين، هي مديرة المكتبة الكبرى، ${FILLER}، ${FILLER}، ${FILLER}.`;
    for (const asked of ["من هي سلوى الأمين؟", "Who is Salwa Amin?"])
      expect(markedIn(sentence, asked)).toContain("هي مديرة المكتبة الكبرى،");
  });

  it("marks a definition with what it goes on to say", () => {
    const text = `المشربية شباك من خشب مخروط، تدخل منه الريح، ولا يُرى من خلفه أحد، ${FILLER}.`;
    expect(markedIn(text, "ما المشربية؟")).toContain("ولا يُرى من خلفه أحد");
  });

  it("marks clauses that follow each other and only together answer, up to 300 units", () => {
    const sentence = `حمل الزعفران تجار المرفأ، وباعوا الحمولة في سوق المدينة القديمة، ${FILLER}، ${FILLER}، ${FILLER}.`;
    const marked = markedIn(sentence, "تجار المرفأ سوق المدينة القديمة");
    expect(marked).toBe("حمل الزعفران تجار المرفأ، وباعوا الحمولة في سوق المدينة القديمة،");
    expect(marked.length).toBeLessThanOrEqual(MARK.longest);
  });

  it("marks the item that answers of a list that is announced, and not the announcement", () => {
    const list = [
      "تكلم شيخ الصيادين في السوق على ما فهمه التجار. وذكر ثلاثة أمور:",
      "- موسم السمك قريب.",
      "- أخطأ التجار حين ظنوا الميناء مغلقًا.",
      "- الملح رخيص.",
    ].join("\n");
    const asked = "ما الخطأ الذي رأى شيخ الصيادين أن التجار وقعوا فيه؟";
    expect(markedOf(list, asked)).toBe("أخطأ التجار حين ظنوا الميناء مغلقًا.");
    expect(markedOf(list, "شيخ الصيادين في السوق")).toBe("تكلم شيخ الصيادين في السوق على ما فهمه التجار.");
  });
});

/** What is marked for a question in a quotation of the sentences of a paragraph, of which one was chosen. */
function markedOf(text: string, question: string, chosen = 0): string {
  const { articles, passages } = corpusFrom({ ...LIBRARY, "one.md": page("one", "دفتر القرية", text) });
  const collection = collect(passages);
  const query = readQuery(question, collection, createVariants(collection));
  const article = articles.find(({ id }) => id === "one");
  if (article === undefined) throw new Error("the article was not read");
  const { from, count } = createMarker(query, collection).mark(
    article,
    0,
    article.sentences.length - 1,
    chosen,
  );
  const clauses = article.sentences.flatMap((sentence) => sentence.clauses).slice(from, from + count);
  return article.text.slice(clauses[0]?.start, clauses.at(-1)?.end).trim();
}

/** The same for one sentence; `alone`: nothing else is quoted. */
function markedIn(sentence: string, question: string, alone = false): string {
  return markedOf(alone ? sentence : `${sentence} وبقي الناس هناك.`, question);
}
