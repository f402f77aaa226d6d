import { describe, expect, it } from "vitest";
import { readQuery } from "../../src/answer/query.ts";
import { createRankers } from "../../src/answer/rank.ts";
import { type ScoredSentence, scoreSentences } from "../../src/answer/sentences.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, GAPPED, LIBRARY, page } from "./library.ts";

describe("scoreSentences", () => {
  it("puts the sentence first that holds the kind of thing asked for", () => {
    const [first] = sentencesFor("كم كلف بناء الجسر؟");
    expect(first && textOf(first)).toContain("40 ألف ليرة");
    expect(first?.features.fit).toBe(1);
  });

  it("takes no figure for the answer that the question gives itself", () => {
    const files = { "a.md": page("a", "دفتر المرفأ", "وصل إلى المرفأ 40 قاربًا.") };
    const fitFor = (question: string) => sentencesFor(question, files)[0]?.features.fit;
    expect(fitFor("كم قاربًا وصل إلى المرفأ؟")).toBe(1);
    expect(fitFor("كم سائحًا حمل 40 قاربًا إلى المرفأ؟")).toBe(0);
  });

  it("counts neighbours of the same text, and none across a line that was left out", () => {
    const [before, after] = ["وتتفرع منه", "تسكن الضفة"].map((words) =>
      sentencesFor("كم قناة تتفرع من النهر وأين تسكن طيور النحام؟").find((sentence) =>
        textOf(sentence).startsWith(words),
      ),
    );
    expect(before && covered(before, "near")).toEqual(["قناة", "تتفرع", "النهر"]);
    expect(after && covered(after, "own")).toEqual(["النهر", "تسكن", "طيور", "النحام"]);
  });

  it("knows what the heading above a sentence and the title of its article cover", () => {
    const rice = sentencesFor("طريقة كبسة الدجاج").find((sentence) =>
      textOf(sentence).startsWith("يضاف الأرز"),
    );
    expect(rice && covered(rice, "about")).toEqual(["طريقة", "كبسة", "الدجاج"]);
    expect(rice?.features.heading).toBeGreaterThan(0.9);
  });

  it("puts a sentence that names the thing before one that shares more words and lacks the Latin name", () => {
    const [first] = sentencesFor("سعر بطارية Quattrofin", {
      "a.md": page("a", "أجهزة السوق", "سعر بطارية أوربت رخيص. سعر بطارية أوربت رخيص جدًا."),
      "b.md": page(
        "b",
        "أخبار التقنية",
        "أعلن الباعة في السوق الكبير أن Quattrofin تكفي يومًا كاملًا بعد الشحن. والبطارية جيدة.",
      ),
    });
    expect(first && textOf(first)).toContain("Quattrofin");
    expect(first?.features.missing).toBe(0);
  });

  it.each([
    ["a heading", "## بناء السور القديم\n\nحمل العمال حجارته من الجبل."],
    ["a question", "من بنى السور القديم؟\n\nحمل العمال حجارته من الجبل."],
  ])("puts %s behind running text that says as much", (_, text) => {
    const [first] = sentencesFor("من بناء السور القديم", {
      "a.md": page("a", "دفتر", text),
      "b.md": page("b", "دفتر", "تولى أهل القرية بناء السور القديم بأيديهم."),
    });
    expect(first && textOf(first)).toContain("تولى أهل القرية");
  });
});

function sentencesFor(question: string, files: Readonly<Record<string, string>> = {}): ScoredSentence[] {
  const collection = collect(corpusFrom({ ...LIBRARY, "gapped.md": GAPPED, ...files }).passages);
  const query = readQuery(question, collection, createVariants(collection));
  const ranker = createRankers(collection)(collection);
  const ranked = ranker.rank(query.rankTerms, collection.passages.keys());
  return scoreSentences(ranked, query, collection, ranker).map((sentence) => {
    written.set(
      sentence,
      query.words.map((word) => word.written),
    );
    return sentence;
  });
}

/** The words of the question for which a sentence was scored. */
const written = new WeakMap<ScoredSentence, readonly string[]>();

function covered(sentence: ScoredSentence, which: "own" | "near" | "about"): string[] {
  return (written.get(sentence) ?? []).filter((_, i) => (sentence.evidence[which][i] ?? 0) > 0);
}

function textOf({ evidence: { article, sentence } }: ScoredSentence): string {
  return article.text.slice(sentence.start, sentence.end);
}
