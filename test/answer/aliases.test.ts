import { describe, expect, it } from "vitest";
import { openAnswerer } from "../../src/answer/answerer.ts";
import { corpusOf } from "../../src/corpus/corpus.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { corpusFrom } from "./library.ts";
import { firstOf, marked } from "./shown.ts";

const TEXTS = {
  "mill.txt": "تعمل في الطاحونة آلة MRX جديدة، واشتراها الأهالي سنة 1987.\n\nيقع المقهى قرب السوق القديم.\n",
  "sea.txt": "يبلغ طول رصيف الميناء 300 متر.\n\nتحمل سفن الشحن القمح كل أسبوع.\n",
  "lab.txt": "يحتاج المختبر إلى جي بي يو واحدة لكل باحث.\n\nيفتح المختبر بابه صباح كل أحد.\n",
};

const answering = async (aliases: readonly (readonly string[])[], question: string) => {
  const { articles } = corpusFrom(TEXTS);
  const answerer = await openAnswerer(corpusOf(articles, aliases), createMiniSearchIndex);
  const answer = await answerer.answer(question);
  return answer.findings.length === 0 ? "" : marked(firstOf(answer).quotation);
};

describe("words that an operator says mean the same", () => {
  const groups = [
    ["رحى", "MRX"],
    ["المرسى", "رصيف الميناء"],
  ];

  it("find each other in either direction, with particles before them", async () => {
    expect(await answering(groups, "متى اشترى الناس الرحى؟")).toContain("1987");
    expect(await answering(groups, "كم طول المرسى؟")).toContain("300");
  });

  it("find each other behind a particle, in a broken plural, written apart and in one", async () => {
    const more = [...groups, ["كرت الشاشة", "MRX"], ["واي فاي", "رصيف الميناء"]];
    for (const question of [
      "ماذا حدث برحى الأهالي؟",
      "متى اشتريت كروت الشاشة؟",
      "بكرت الشاشة سنة كم اشتروا؟",
    ])
      expect(await answering(more, question)).toContain("1987");
    expect(await answering(more, "كم طول الوايفاي؟")).toContain("300");
    expect(await answering([["رحاوينا", "MRX"]], "متى اشتريت رحا وينا؟")).toContain("1987");
  });

  it("are no part of another word", async () => {
    expect(await answering([["حار", "رصيف الميناء"]], "كم طول بحار؟")).not.toContain("300");
  });

  it("find nothing without the operator's word, and nothing in a group of other words", async () => {
    expect(await answering([], "كم المرسى؟")).not.toContain("300");
    expect(await answering([["مرسى", "قلعة"]], "كم المرسى؟")).not.toContain("300");
  });
});

describe("letters that are spelled out", () => {
  it("find the abbreviation, and are found by it", async () => {
    expect(await answering([], "متى اشتريت إم آر إكس؟")).toContain("1987");
    // All three are words of the language too.
    expect(await answering([], "متى اشتريت الام ار اكس؟")).toContain("1987");
    expect(await answering([], "How many GPU does the lab need?")).toContain("جي بي يو");
  });
});
