import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/answer/answer.ts";
import { ask } from "./asked.ts";
import { answererOver, corpusFrom, page } from "./library.ts";
import { articlesOf, expectSound, firstOf, marked } from "./shown.ts";

const FIRST = "بلغ إنتاج مزرعة الوادي من زيت الزيتون 400 طن في موسم الخريف الماضي.";
const QUESTION = "كم بلغ إنتاج مزرعة الوادي من زيت الزيتون؟";

describe("gather", () => {
  it.each([
    ["in the same words", FIRST],
    [
      "in another order, with the figure in words",
      "في موسم الخريف الماضي بلغ إنتاج مزرعة الوادي أربعمئة طن من زيت الزيتون.",
    ],
    ["with a figure that rounds it", "بلغ إنتاج مزرعة الوادي من زيت الزيتون 402 طن في موسم الخريف الماضي."],
  ])("puts a fact that another article tells %s under the first", async (_, second) => {
    const findings = await find(QUESTION, FIRST, second);
    expect(findings[0] && sources(findings[0])).toEqual(["a", "b"]);
    expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
    expect(mentioning(findings, "مزرعة الوادي")).toHaveLength(1);
  });

  it("offers behind an answer nothing that speaks of little of what is asked", async () => {
    const beside = "يبيع أهل القرية الزيتون أخضر في السوق.";
    const findings = await find(QUESTION, FIRST, beside);
    expect(findings[0]?.quotation.quote).toContain("400 طن");
    expect(mentioning(findings, "أخضر")).toEqual([]);
    expect(mentioning(await find("زيتون", FIRST, beside), "أخضر").length).toBeGreaterThan(0);
  });

  it("sets another figure for the same thing against the first, and shows both", async () => {
    const findings = await find(QUESTION, FIRST, FIRST.replace("400", "650"));
    expect(findings[0]?.differs.map(marked).join()).toMatch(/650|400/u);
    expect(findings[0]?.alsoIn).toEqual([]);
    expect(mentioning(findings, "مزرعة الوادي")).toHaveLength(2);
  });

  it("sets another figure against the first though both name the same year", async () => {
    const first = FIRST.replace("الماضي", "من عام 2023");
    const [finding] = await find(QUESTION, first, first.replace("400", "650"));
    expect(finding?.alsoIn).toEqual([]);
    expect(finding?.differs).toHaveLength(1);
  });

  it.each([
    ["of another year", "الماضي", "من عام 2021", "من عام 2022"],
    ["of two days and of three", "في موسم الخريف الماضي", "في ثلاثة أيام", "في يومين"],
  ])("sets no figure against one %s", async (_, time, mine, yours) => {
    const first = FIRST.replace(time, mine);
    const findings = await find(QUESTION, first, FIRST.replace(time, yours).replace("400", "650"));
    expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
  });

  it("sets no price against one of an unknown time", async () => {
    const price = "بلغ سعر طن الزيت في مزرعة الوادي 400 دولار عند باب المعصرة.";
    const dated = price.replace("400", "650").replace("عند", "عام 2022 عند");
    const question = "كم بلغ سعر طن الزيت في مزرعة الوادي؟";
    expect((await find(question, price, dated)).flatMap(({ differs }) => differs)).toEqual([]);
    const undated = await find(question, price, price.replace("400", "650"));
    expect(undated[0]?.differs).toHaveLength(1);
  });

  it("sets nothing against a figure of another kind, nor of another thing", async () => {
    const percent = "ارتفع إنتاج مزرعة الوادي من زيت الزيتون بنسبة 12 في المئة في موسم الخريف الماضي.";
    const other = "بلغ وزن سفينة الشحن الراسية في الميناء القديم 9000 طن قبل إبحارها.";
    for (const second of [percent, other]) {
      const findings = await find(QUESTION, FIRST, second);
      expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
      expect(findings.flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
    }
  });

  it("sets nothing against a figure of another thing of the kind, though the name stands nearby", async () => {
    const tower = "يبلغ ارتفاع برج الساعة 85 مترًا.";
    const other = "زار برج الساعة 6500 سائح في عام 2021.\n\nيبلغ ارتفاع برج المطار 40 مترًا.";
    const findings = await find("كم يبلغ ارتفاع برج الساعة؟", tower, other);
    expect(findings[0]?.quotation.quote).toContain("85");
    expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
    const [finding] = await find("كم يبلغ ارتفاع برج الساعة؟", tower, tower.replace("85", "92"));
    expect(finding?.differs).toHaveLength(1);
  });

  it("sets nothing against a figure that another article tells of its own subject", async () => {
    const laws = corpusFrom({
      "rent.md": page("rent", "نظام الإيجار", "تبلغ غرامة المخالف عشرة آلاف ريال."),
      "work.md": page("work", "نظام العمل عن بعد", "تبلغ غرامة المخالف ألفي ريال."),
    });
    const { findings } = await (await answererOver(laws)).answer("كم غرامة المخالف؟");
    expect(findings).toHaveLength(2);
    expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
  });

  it("never sets an article against itself", async () => {
    const both = `${FIRST}\n\nثم قيل غير ذلك في تقرير آخر.\n\n${FIRST.replace("400", "650")}`;
    const findings = await find(QUESTION, both, "لا تذكر هذه الصفحة شيئًا عن ذلك.");
    expect(findings.flatMap(({ differs, alsoIn }) => [...differs, ...alsoIn])).toEqual([]);
  });

  it("names a copy of the passage, with the same words marked, and no article twice", async () => {
    const findings = await find(QUESTION, FIRST, `مقدمة المقال الثاني قصيرة.\n\n${FIRST}`, FIRST);
    expect(findings).not.toEqual([]);
    const [first] = findings;
    if (first === undefined) throw new Error("nothing was found");
    expect(sources(first)).toEqual(["a", "b", "c"]);
    for (const copy of first.alsoIn) expect(marked(copy)).toBe(marked(first.quotation));
  });

  it("names the copy of a passage that the quotation does not begin in", async () => {
    const intro = "زيت الزيتون أهم إنتاج مزرعة الوادي.";
    const [first] = await find(QUESTION, `${intro}\n\n${FIRST}`, FIRST);
    expect(first?.quotation.quote).toContain(intro);
    expect(first && sources(first)).toEqual(["a", "b"]);
  });

  it("keeps the quotations in their order", async () => {
    const findings = await find(
      "زيت الزيتون",
      FIRST,
      "يحفظ زيت الزيتون في جرار من الفخار بعيدًا عن الضوء.",
      "الزيتون شجر مبارك.",
    );
    const answer = await find(
      "زيت الزيتون",
      FIRST,
      "يحفظ زيت الزيتون في جرار من الفخار بعيدًا عن الضوء.",
      "الزيتون شجر مبارك.",
    );
    expect(findings.map(({ quotation }) => quotation.quote)).toEqual(
      answer.map(({ quotation }) => quotation.quote),
    );
    expect(articlesOf(findings.map(({ quotation }) => quotation)).indexOf("c")).not.toBe(0);
  });
});

describe("what several articles say", () => {
  it("comes once where it is the same fact, with the others named", async () => {
    const answer = await ask("قبل كم يوم يخطر المؤجر المستأجر؟");
    const { quotation, alsoIn, differs } = firstOf(answer);
    expect([...articlesOf([quotation]), ...articlesOf(alsoIn)].sort()).toEqual(["rent", "tenants"]);
    expect(differs).toEqual([]);
    const others = answer.findings
      .slice(1)
      .filter((f) => /يخطر المؤجر|يخطر المستأجر/u.test(marked(f.quotation)));
    expect(others).toEqual([]);
  });

  it("comes once where it is the same text, with the copy named and the same words marked in it", async () => {
    const answer = await ask("ما الذي تبرعت به نوفاتريك؟");
    const { quotation, alsoIn } = firstOf(answer);
    expect(articlesOf(alsoIn)).toEqual(["museums"]);
    const [copied = ""] = alsoIn.map(marked);
    expect(copied).not.toBe("");
    expect(marked(quotation).startsWith(copied)).toBe(true);
    expect(answer.findings.slice(1).filter(({ quotation: q }) => q.quote.includes("نوفاتريك"))).toEqual([]);
  });

  it("is set against each other where the dates differ, both shown", async () => {
    const answer = await ask("متى افتتح جسر السلسلة؟");
    const { quotation, differs } = firstOf(answer);
    expect([...articlesOf([quotation]), ...articlesOf(differs)].sort()).toEqual(["bridge", "bridges"]);
    expect([quotation, ...differs].map(marked).join(" ")).toMatch(/1874[\s\S]*1878|1878[\s\S]*1874/u);
    const shown = answer.findings.map((finding) => finding.quotation.passage.article.id);
    expect(shown).toEqual(expect.arrayContaining(["bridge", "bridges"]));
  });

  it("is no one fact where the figures differ, also when no figure is asked for", async () => {
    const { findings } = await ask("من افتتح جسر السلسلة فوق نهر الزرقاء؟");
    const shown = articlesOf(findings.map(({ quotation }) => quotation));
    expect(shown.slice(0, 2).sort()).toEqual(["bridge", "bridges"]);
    expect(findings.slice(0, 2).flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
  });

  it("is not set against each other when no figure is asked for", async () => {
    const { findings } = await ask("من افتتح جسر السلسلة فوق نهر الزرقاء؟");
    expect(findings.flatMap(({ differs }) => differs)).toEqual([]);
  });
});

/** Findings in articles a, b, c… with these texts, beside some of other subjects. */
async function find(question: string, ...texts: readonly string[]): Promise<readonly Finding[]> {
  const titles = ["تقرير الحصاد", "نشرة الأسواق", "يوميات مسافر"];
  const files = texts.map((text, i) => {
    const id = "abc".charAt(i);
    return [`${id}.md`, page(id, titles[i] ?? id, text)];
  });
  const answerer = await answererOver(
    corpusFrom({
      ...Object.fromEntries(files),
      "z.md": page("z", "أخبار الطقس", "تهب رياح باردة على الساحل الشمالي مساء الخميس."),
    }),
  );
  const answer = await answerer.answer(question);
  expectSound(answer);
  return answer.findings;
}

function sources({ quotation, alsoIn }: Finding): string[] {
  return [...articlesOf([quotation]), ...articlesOf(alsoIn)].sort();
}

function mentioning(findings: readonly Finding[], words: string): Finding[] {
  return findings.filter(({ quotation }) => marked(quotation).includes(words));
}
