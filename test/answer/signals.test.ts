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

  it("measure what the window covers, by weight", async () => {
    const whole = await signalsFor("غرامة قطع الكهرباء");
    const part = await signalsFor("غرامة قطع الكهرباء الزمهرير العقنقل الخندريس");
    expect(whole.covered).toBeGreaterThan(0.8);
    expect(part.covered).toBeLessThan(whole.covered);
  });

  it("see neighbours of the question that stand together, and not those that stand apart", async () => {
    expect((await signalsFor("نقص الحديد")).neighbours).toBe(1);
    expect((await signalsFor("الحديد الدم")).neighbours).toBe(0);
  });

  it("tell words that the articles use oftener than Arabic in general from words that every text says", async () => {
    const [name, word] = await Promise.all(["Novatrek", "الكهرباء"].map(signalsFor));
    expect(name?.keyness).toBeGreaterThan(word?.keyness ?? 1);
  });

  it("count no word as a key word that the window lacks", async () => {
    const held = await signalsFor("غرامة قطع الكهرباء");
    expect((await signalsFor("غرامة قطع الكهرباء الزمهرير")).keyness).toBe(held.keyness);
  });
});

async function signalsFor(question: string): Promise<Signals> {
  const judgement = await judge(question);
  if (judgement === undefined) throw new Error(`nothing was found for ${question}`);
  return judgement.signals;
}
