import { describe, expect, it } from "vitest";
import { ask } from "./asked.ts";
import { articlesOf, firstOf, marked } from "./shown.ts";

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
    expect(alsoIn.map(marked)).toEqual([marked(quotation)]);
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
