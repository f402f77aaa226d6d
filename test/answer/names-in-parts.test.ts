import { describe, expect, it } from "vitest";
import { answererOver, corpusFrom } from "./library.ts";
import { firstOf, marked } from "./shown.ts";

const APART = `تأسست شركة أوبن إيه آي عام ألفين وخمسة عشر في ضاحية هادئة.

أطلقت شركة أخرى برنامج شات جي بي تي في شهر نوفمبر.

تقدم شركة كور ويف خدمات الحوسبة من بلدة صغيرة.

يملك صندوق بلاك روك أصولا كبيرة في كل قارة.

يعمل مصنع بلاك ويل ليلا ونهارا، وفي بلاك ويل مطعم.
`;
const TOGETHER = `تأسست شركة OpenAI عام ألفين وخمسة عشر في ضاحية هادئة.

أطلقت شركة أخرى برنامج ChatGPT في شهر نوفمبر.

تقدم شركة CoreWeave خدمات الحوسبة من بلدة صغيرة.

يملك صندوق BlackRock أصولا كبيرة في كل قارة.
`;

const first = async (question: string, text: string) => {
  const answer = await (await answererOver(corpusFrom({ "one.txt": text }))).answer(question);
  return answer.findings.length === 0 ? "" : marked(firstOf(answer).quotation);
};

describe("a name that one side writes in several words", () => {
  it.each([
    ["متى تأسست OpenAI؟", "ضاحية"],
    ["متى أُطلق ChatGPT؟", "نوفمبر"],
    ["ماذا تقدم CoreWeave؟", "الحوسبة"],
    ["ماذا تقدم كورويف؟", "الحوسبة"],
    ["ماذا يملك BlackRock؟", "أصولا"],
  ])("is found where the text has it apart: %s", async (question, answer) => {
    expect(await first(question, APART)).toContain(answer);
  });

  it.each([
    ["متى تأسست أوبن إيه آي؟", "ضاحية"],
    ["متى تأسست أوبن إي آي؟", "ضاحية"],
    ["متى أُطلق شات جي بي تي؟", "نوفمبر"],
    ["ماذا تقدم كور ويف؟", "الحوسبة"],
    ["ماذا يملك بلاك روك؟", "أصولا"],
  ])("is found where the question has it apart: %s", async (question, answer) => {
    expect(await first(question, TOGETHER)).toContain(answer);
  });
});
