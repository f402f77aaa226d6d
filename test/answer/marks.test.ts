import { describe, expect, it } from "vitest";
import { markedClauses } from "../../src/answer/marks.ts";
import { readQuery } from "../../src/answer/query.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { MARK } from "../../src/answer/weights.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page } from "./library.ts";

const FILLER = "وظل أهل القرية يروون ما جرى في تلك الأيام جيلًا بعد جيل حتى صار من حكاياتهم في ليالي الشتاء";

describe("markedClauses", () => {
  it("marks a short sentence whole when the quotation holds more than that sentence", () => {
    const sentence = "حفر السكان القناة في سنة قليلة المطر، ثم زرعوا على ضفتيها أشجار الرمان.";
    expect(markedIn(sentence, "متى حفرت القناة؟", false)).toBe(sentence);
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

  it("marks clauses that follow each other and only together answer, up to 300 units", () => {
    const sentence = `حمل الزعفران تجار المرفأ، وباعوا الحمولة في سوق المدينة القديمة، ${FILLER}، ${FILLER}، ${FILLER}.`;
    const marked = markedIn(sentence, "تجار المرفأ سوق المدينة القديمة");
    expect(marked).toBe("حمل الزعفران تجار المرفأ، وباعوا الحمولة في سوق المدينة القديمة،");
    expect(marked.length).toBeLessThanOrEqual(MARK.longest);
  });
});

/** What is marked of a sentence for a question; `alone`: nothing else is quoted. */
function markedIn(sentence: string, question: string, alone = false): string {
  const { articles, passages } = corpusFrom({ ...LIBRARY, "one.md": page("one", "دفتر القرية", sentence) });
  const collection = collect(passages);
  const query = readQuery(question, collection, createVariants(collection));
  const article = articles.find(({ id }) => id === "one");
  const only = article?.sentences[0];
  if (article === undefined || only === undefined) throw new Error("the sentence was not read");
  const { from, count } = markedClauses(article, only, alone, query, collection);
  const clauses = only.clauses.slice(from, from + count);
  return article.text.slice(clauses[0]?.start, clauses.at(-1)?.end).trim();
}
