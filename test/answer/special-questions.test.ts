import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import type { Answerer, AnswerOptions } from "../../src/answer/answerer.ts";
import { ask as askWidely } from "./asked.ts";
import { answererOver, corpusFrom, LIBRARY, page, passageWith } from "./library.ts";
import { articlesOf, expectSound, firstOf, marked } from "./shown.ts";

const corpus = corpusFrom(LIBRARY);

let answerer: Answerer;

beforeAll(async () => {
  answerer = await answererOver(corpus);
});

describe("a question about an article itself", () => {
  it("is answered by the line that names its author", async () => {
    const answer = await askWidely("من كتب مقال متحف الفنار الصغير؟");
    expect(answer.verdict).toBe("answered");
    expect(firstOf(answer).quotation.quote).toBe("كتب: جابر السقا");
  });

  it("is answered by the line that names its source, which shares no word with the question", async () => {
    const answer = await askWidely("ما مصدر مقال متحف الفنار الصغير؟");
    expect(answer.verdict).toBe("answered");
    expect(firstOf(answer).quotation.quote).toBe("المصدر: صحيفة المرفأ");
  });

  it("finds the article where none of its lines says so: its citation does", async () => {
    const { quotation } = firstOf(await askWidely("مين كاتب مقال جسر السلسلة؟"));
    expect(quotation.passage.article).toMatchObject({ id: "bridge", author: "فادي الخازن" });
  });
});

describe("a question that leans on an earlier answer", () => {
  it("gets no search without one", async () => {
    for (const question of ["ومتى كان ذلك؟", "وكم كلّفه؟"])
      expect(await ask(question)).toMatchObject({ nothing: "needs-context", verdict: "unanswered" });
  });

  it.each([
    ["ومتى كان ذلك؟", "انهار القوس", "answered", "شتاء 1911"],
    ["ومتى حدث ذلك؟", "افتتح الوالي", "answered", "عام 1874"],
    ["وكم كلّفه؟", "افتتح الوالي", "answered", "40 ألف ليرة ذهبية"],
    ["ومتى كان ذلك؟", "أعلن المدرب", "uncertain", "مساء 19 مايو 2023"],
  ])("%s is answered from the article of the earlier one: %s", async (question, words, verdict, marks) => {
    const answer = await ask(question, { context: passageWith(corpus, words) });
    expect(answer.verdict).toBe(verdict);
    expect(marked(firstOf(answer).quotation)).toContain(marks);
    expect(firstOf(answer).quotation.passage.article).toBe(passageWith(corpus, words).article);
  });

  it("looks first at the sentence that was marked", async () => {
    const museum = corpusFrom({
      "museum.md": page(
        "museum",
        "متحف الواحة",
        "افتتح المتحف عام 1990. وزاره 700 تلميذ عام 1995. ورمم البناؤون سقفه عام 2001.",
      ),
    });
    const one = await answererOver(museum);
    for (const [question, year] of [
      ["من رمم سقف المتحف؟", "2001"],
      ["كم تلميذًا زار المتحف؟", "1995"],
    ] as const) {
      const { passage, selection } = firstOf(await one.answer(question)).quotation;
      const answer = await one.answer("ومتى كان ذلك؟", { context: passage, quoted: selection });
      expect(answer.verdict).toBe("answered");
      expect(marked(firstOf(answer).quotation)).toContain(year);
    }
  });

  it("looks in the other articles too, after that one", async () => {
    const answer = await ask("وكم غرامته؟", { context: passageWith(corpus, "افتتح الوالي") });
    const articles = articlesOf(answer.findings.map(({ quotation }) => quotation));
    expect(articles[0]).toBe("bridge");
    expect(articles).toContain("rent");
  });

  it("keeps the subject of the earlier answer where it goes on with a question of its own words", async () => {
    const context = passageWith(corpus, "افتتح الوالي");
    const { quotation } = firstOf(await ask("ومن افتتح الجسر؟", { context }));
    expect(quotation.passage.article.id).toBe("bridge");
    expect(await ask("ومن افتتح الجسر؟")).toEqual(
      await ask("ومن افتتح الجسر؟", { context: passageWith(corpus, "أعلن المدرب") }),
    );
  });

  it.each([
    ["من صممه؟", "answered"],
    ["ما ارتفاعه؟", "uncertain"],
    ["متى يغلق؟", "uncertain"],
    ["كم كلّف؟", "answered"],
    ["من رفض عبوره؟", "uncertain"],
  ])("stays in the article without «و» too: %s", async (question, verdict) => {
    const answer = await ask(question, { context: passageWith(corpus, "افتتح الوالي") });
    expect(firstOf(answer).quotation.passage.article.id).toBe("bridge");
    expect(answer.verdict).toBe(verdict);
  });

  it("is no talk with the bot", async () => {
    expect(await ask("ماذا تأكل؟")).toMatchObject({ nothing: "chat" });
    const context = passageWith(corpus, "افتتح الوالي");
    expect((await ask("ماذا تأكل؟", { context })).nothing).toBeUndefined();
  });

  it("prefers the article where others tell no more of what is asked", async () => {
    const alike = corpusFrom({
      "owl.md": page("owl", "البومة", "تعيش البومة في الغابة.", "يبلغ وزن الذكر 700 غرام."),
      "eagle.md": page("eagle", "النسر", "يعيش النسر في الجبال.", "يبلغ وزن الذكر 5 كيلوغرامات."),
    });
    const both = await answererOver(alike);
    for (const [words, file] of [
      ["تعيش البومة", "owl"],
      ["يعيش النسر", "eagle"],
    ] as const) {
      const answer = await both.answer("كم وزن الذكر؟", { context: passageWith(alike, words) });
      expect(firstOf(answer).quotation.passage.article.id).toBe(file);
    }
    const other = await both.answer("أين تعيش البومة؟", { context: passageWith(alike, "يعيش النسر") });
    expect(firstOf(other).quotation.passage.article.id).toBe("owl");
  });

  it("is asked of another article that it names, though the first tells a part of it", async () => {
    const laws = corpusFrom({
      "rent.md": page("rent", "نظام الإيجار", "صدر نظام الإيجار في عام 2023."),
      "work.md": page("work", "نظام العمل", "صدر نظام العمل في عام 2022."),
    });
    const context = passageWith(laws, "صدر نظام الإيجار");
    const answer = await (await answererOver(laws)).answer("ومتى صدر نظام العمل؟", { context });
    expect(firstOf(answer).quotation.passage.article.id).toBe("work");
  });

  it("is told to be not in the article where that does not hold it", async () => {
    const answer = await ask("ومن أسسها؟", { context: passageWith(corpus, "أعلن المدرب") });
    expect(answer).toMatchObject({ verdict: "uncertain", isUntold: true });
  });

  it("is a question like any other when it names something of its own", async () => {
    const question = "كم غرامة قطع الكهرباء؟";
    const context = passageWith(corpus, "افتتح الوالي");
    expect(await ask(question, { context })).toEqual(await ask(question));
  });
});

async function ask(question: string, options?: AnswerOptions): Promise<Answer> {
  const answer = await answerer.answer(question, options);
  expectSound(answer);
  return answer;
}
