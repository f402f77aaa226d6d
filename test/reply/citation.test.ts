import { describe, expect, it } from "vitest";
import { quotationOf } from "../../src/answer/quotation.ts";
import type { Article, Quotation } from "../../src/index.ts";
import { citationOf, quotedCitation, sourceName } from "../../src/reply/citation.ts";
import { gardenCorpus } from "./garden.ts";

const corpus = await gardenCorpus();

/** A quotation as it is shown, without a word. */
const NOTHING = { text: "", marks: [] };

function quotationIn(about: Partial<Article>): Quotation {
  const passage = corpus.passages.find(({ article }) => article.id === "water");
  const quotation = passage && quotationOf(passage, { first: 0, count: 1, mark: { from: 0, count: 1 } });
  if (quotation === undefined) throw new Error("The garden has water");
  return {
    ...quotation,
    passage: { ...quotation.passage, article: { ...quotation.passage.article, ...about } },
  };
}

describe("citationOf", () => {
  it("isolates a Latin source in an Arabic line, and an Arabic one in an English line", () => {
    expect(citationOf(quotationIn({}), NOTHING, "ar").line).toBe("\u2068Garden Daily\u2069 · الفقرة ١ من ٣");
    expect(citationOf(quotationIn({ author: "سلمى" }), NOTHING, "en").line).toBe(
      "\u2068سلمى\u2069 · Garden Daily · paragraph 1 of 3",
    );
  });

  it("names one who is author and source once", () => {
    expect(citationOf(quotationIn({ author: "Garden Daily" }), NOTHING, "ar").line).toBe(
      "\u2068Garden Daily\u2069 · الفقرة ١ من ٣",
    );
  });

  it("takes direction controls out of titles and names", () => {
    const citation = citationOf(
      quotationIn({ title: "ماء\u202E \u2067البستان", author: "\u202Bسلمى" }),
      NOTHING,
      "ar",
    );
    expect(citation.title).toBe("ماء البستان");
    expect(citation.line).toMatch(/^سلمى · /);
  });

  it("says that a title which is a question is the source's, and not asked by the bot", () => {
    const titled = (title: string, language: "ar" | "en" = "ar") =>
      citationOf(quotationIn({ title }), NOTHING, language).title;
    expect(titled("ما النموذج المفتوح؟")).toBe("المصدر: «ما النموذج المفتوح؟»");
    expect(titled("What is a bee?", "en")).toBe("Source: “What is a bee?”");
    expect(titled("كيف يُقسم؟ حكاية الماء")).toBe("كيف يُقسم؟ حكاية الماء");
  });
});

describe("citationOf of an article with references", () => {
  const basisOf = (...titles: string[]) =>
    citationOf(quotationIn({ references: titles.map((title) => ({ title })) }), { text: "", marks: [] }, "ar")
      .basis;
  const many = Array.from({ length: 60 }, (_, i) => `كتاب الوادي رقم ${i + 1}`);

  it("names a few and counts the others", () => {
    expect(basisOf("دفتر الوادي", "Valley Weekly")).toBe(
      "استنادًا إلى دفتر الوادي؛ \u2068Valley Weekly\u2069",
    );
    expect(basisOf(...many)).toMatch(/^استنادًا إلى [^؛]+؛ [^؛]+؛ [^؛]+؛ و٥٧ مرجعًا آخر$/);
  });

  it("names those alone that the quotation names", () => {
    const { quote } = quotationIn({});
    expect(quote).toContain("ماء البستان");
    expect(basisOf(...many, "ماء البستان، العدد الثالث")).toBe("استنادًا إلى ماء البستان، العدد الثالث");
  });
});

describe("quotedCitation", () => {
  it("is the quotation, and its title, source, date and address on the next line", () => {
    expect(quotedCitation(quotationIn({ url: "https://example.org/water" }), "نص", "ar")).toBe(
      "«نص»\nماء البستان: كيف يُقسم؟ — Garden Daily — نوفمبر ٢٠٢٣ — https://example.org/water",
    );
  });

  it("has no end however long the names are, and is the source alone of a text that nobody copies", () => {
    const endless = quotationIn({ title: "😀".repeat(400), source: "ب".repeat(400) });
    const line = quotedCitation(endless, "ن".repeat(3001), "ar");
    expect(line.length).toBeLessThan(1000);
    expect(line).not.toContain("ن".repeat(10));
    expect(line.isWellFormed()).toBe(true);
  });
});

describe("sourceName", () => {
  it("is the title with what is known of its source", () => {
    expect(sourceName(quotationIn({}), "ar")).toBe(
      "«ماء البستان: كيف يُقسم؟» (\u2068Garden Daily\u2069 · نوفمبر ٢٠٢٣)",
    );
    const { source: _, date: __, ...rest } = quotationIn({}).passage.article;
    const bare = { ...quotationIn({}), passage: { ...quotationIn({}).passage, article: rest } };
    expect(sourceName(bare, "ar")).toBe("«ماء البستان: كيف يُقسم؟»");
  });
});
