import { describe, expect, it } from "vitest";
import { SIGNALS, type Signals } from "../../src/answer/signals.ts";
import { VERDICT } from "../../src/answer/weights.ts";
import { judgesOver } from "./judged.ts";
import { corpusFrom, LIBRARY, page } from "./library.ts";

const judge = await judgesOver(corpusFrom(LIBRARY));

describe("the signals of a first quotation", () => {
  it("are numbers between their bounds for questions of every kind", async () => {
    for (const question of [
      "كم غرامة قطع الكهرباء عن المستأجر؟",
      "غرامة",
      "Novatrek",
      "متى بيعت الغرامة 32 ألف مرة في متحف الفنار الصغير يوم الثلاثاء من كل عام على يد المهندس؟",
    ]) {
      const signals = await signalsFor(question);
      for (const name of SIGNALS) {
        expect(signals[name], `${name} of ${question}`).toBeGreaterThanOrEqual(0);
        expect(signals[name], `${name} of ${question}`).toBeLessThanOrEqual(
          name === "lead" || name === "ranked" ? 5 : 1,
        );
      }
    }
  });

  it("give the full lead where nothing rivals it, and less where another article says nearly the same", async () => {
    const rivalled = await judgesOver(
      corpusFrom({
        ...LIBRARY,
        "fines.md": page("fines", "غرامات", "تبلغ غرامة قطع الكهرباء عن المصنع ألف دينار."),
      }),
    );
    const question = "كم غرامة قطع الكهرباء عن المستأجر؟";
    const alone = (await signalsFor(question)).lead;
    expect(alone).toBe(VERDICT.mostLead);
    expect((await rivalled(question))?.signals.lead).toBeLessThan(alone);
  });

  it("do not take from the lead what another article says of the same thing, the same figure or another", async () => {
    const told = page(
      "bridges",
      "جسور المدينة",
      "افتتح الوالي جسر السلسلة فوق نهر الزرقاء عام 1878 في احتفال كبير.",
    );
    const other = page(
      "bridges",
      "جسور المدينة",
      "افتتح الوالي جسر الحديد فوق نهر الوادي عام 1878 في احتفال كبير.",
    );
    const leadOver = async (text: string) =>
      (await (await judgesOver(corpusFrom({ ...LIBRARY, "bridges.md": text })))("متى افتتح جسر السلسلة؟"))
        ?.signals.lead;
    expect(await leadOver(told)).toBeGreaterThanOrEqual((await leadOver(other)) ?? 0);
  });

  it("measure what the window covers, what it lacks and what the collection lacks, by weight", async () => {
    const whole = await signalsFor("غرامة قطع الكهرباء");
    const part = await signalsFor("غرامة قطع الكهرباء الزمهرير العقنقل الخندريس");
    expect(whole).toMatchObject({ missing: 0, lacking: 0 });
    expect(whole.covered).toBeGreaterThan(0.8);
    expect(part.covered).toBeLessThan(whole.covered);
    expect(part.missing).toBeGreaterThan(0.4);
    expect(part.lacking).toBeGreaterThan(0.4);
  });

  it("see neighbours of the question that stand together, and not those that stand apart", async () => {
    expect((await signalsFor("نقص الحديد")).neighbours).toBe(1);
    expect((await signalsFor("الحديد الدم")).neighbours).toBe(0);
  });

  it("see a name in Latin letters that the article writes in Arabic", async () => {
    expect((await signalsFor("أجهزة العرض Novatrek")).named).toBeGreaterThan(0);
    expect((await signalsFor("أجهزة العرض")).named).toBe(0);
  });
});

async function signalsFor(question: string): Promise<Signals> {
  const judgement = await judge(question);
  if (judgement === undefined) throw new Error(`nothing was found for ${question}`);
  return judgement.signals;
}
