import { describe, expect, it } from "vitest";
import { articleKey } from "../../src/corpus/article-key.ts";
import {
  createAssistant,
  createMiniSearchIndex,
  libraryOf,
  loadCorpus,
  openAnswerer,
  type Reply,
  withHint,
} from "../../src/index.ts";
import { pagesOf } from "../../src/reply/article-pages.ts";
import { articleOfCard, asksQuestion } from "../../src/reply/codec.ts";
import { gardenCorpus } from "../reply/garden.ts";
import { assistant, corpus, HIVES, over } from "./garden-assistant.ts";
import { pressOf, quotesOf, rolesOf, textsOf } from "./reply-parts.ts";

const press = (reply: Reply, role: string) =>
  assistant.handle({ kind: "action", data: pressOf(reply, role).data });
const list = await assistant.handle({ kind: "sources" });
const card = await press(list, "entry");

describe("an article of the list", () => {
  it("opens: what it is, its sections, the questions that it answers, its text, and the way back", () => {
    expect(textsOf(card)).toBe(
      "«نحل الوادي»\nسلمى الحداد · مجلة الحقل · ٥ مارس ٢٠٢٤ · ٣ فقرات\nاستنادًا إلى دفتر الوادي؛ \u2068Valley Weekly\u2069",
    );
    expect(textsOf(card, "notice")).toBe("سؤال يجيب عنه:");
    expect(rolesOf(card)).toEqual(["beginning", "link", "question", "list"]);
    expect(articleOfCard(pressOf(card, "beginning").data)).toBe(card.article);
  });

  it("has a platform's sentence above the line that leads over to its questions, and no other reply has it", async () => {
    const hinted = withHint(card, { ar: "ردّ هنا.", en: "Reply here." });
    expect(hinted.blocks.map((block) => "text" in block && block.text).slice(-2)).toEqual([
      "ردّ هنا.",
      "سؤال يجيب عنه:",
    ]);
    expect(withHint(list, { ar: "ردّ هنا.", en: "Reply here." })).toEqual(list);
  });

  it("names its headings but the one that repeats its title", async () => {
    const page =
      "---\nid: h\ntitle: البئر\n---\n\n# البئر\n\nنص أول هنا.\n\n## عمقها\n\nنص ثان هنا.\n\n## ماؤها\n\nنص ثالث.\n";
    const more = await gardenCorpus({ "h.md": page });
    const one = createAssistant({ ...over(more), answerer: await openAnswerer(more, createMiniSearchIndex) });
    const data = `1ta${articleKey({ id: "h" })}`;
    expect(textsOf(await one.handle({ kind: "action", data }), "notice")).toBe("أقسامه:\n• عمقها\n• ماؤها");
  });

  it("asks one of its questions when it is pressed, and leads back to the article", async () => {
    const question = pressOf(card, "question");
    expect(question.label).toBe(HIVES);
    expect(asksQuestion(question.data)).toBe(true);
    const answer = await press(card, "question");
    expect(answer.verdict).toBe("answered");
    expect(quotesOf(answer)[0]?.text).toContain("أربعون خلية");
    expect((await press(answer, "article")).blocks).toEqual(card.blocks);
  });

  it("is found no more when it is gone, and neither are its questions and its text", async () => {
    for (const data of ["1taAAAAAAAA", "1baAAAAAAAA", "1raAAAAAAAA", "1uaAAAAAAAAbbb"])
      expect((await assistant.handle({ kind: "action", data })).failed, data).toBe(true);
    const unknown = pressOf(card, "question").data.replace(/...$/, "___");
    expect((await assistant.handle({ kind: "action", data: unknown })).failed).toBe(true);
  });
});

describe("the text of an article", () => {
  it("is read from the beginning to the end and back, whole and in order", async () => {
    const pages = [await press(card, "beginning")];
    while (rolesOf(pages.at(-1) ?? card).includes("next"))
      pages.push(await press(pages.at(-1) ?? card, "next"));
    const [article] = corpus.articles;
    const read = pages.map((page) =>
      quotesOf(page)
        .map(({ text }) => text)
        .join("\n"),
    );
    expect(read.join("\n")).toContain("في وادي الزهر أربعون خلية");
    expect(read.at(-1)).toContain("كيف يعيش النحل.");
    let page = pages.at(-1) ?? card;
    for (let i = pages.length - 2; i >= 0; i--) {
      page = await press(page, "previous");
      expect(page.blocks).toEqual(pages[i]?.blocks);
    }
    expect((await press(page, "article")).article).toBe(articleKey(article ?? { id: "" }));
  });

  it("holds every passage of every article that ships once, in order, in pages that fit a card", async () => {
    const { corpus: shipped } = await loadCorpus(new URL("../../corpus", import.meta.url).pathname);
    for (const article of shipped.articles) {
      const pages = pagesOf(article, await libraryOf(shipped).passagesOf(article));
      expect(pages.flatMap(({ passages }) => passages)).toEqual(
        shipped.passages.filter((passage) => passage.article === article),
      );
      for (const { quotation } of pages) {
        expect(article.text.slice(quotation.start, quotation.end)).toBe(quotation.quote);
        expect(quotation.quote.length).toBeLessThan(1200);
      }
    }
  });

  it("runs over nothing that was left out", async () => {
    const gapped = await gardenCorpus({
      "gap.md":
        "---\nid: gap\ntitle: ثغرة\n---\n\nنص أول قصير هنا.\n\n![صورة البئر](a.png)\n\nنص ثان قصير هنا.\n",
    });
    const article = gapped.articles.find(({ id }) => id === "gap");
    if (article === undefined) throw new Error("There is the article");
    for (const { quotation } of pagesOf(article, await libraryOf(gapped).passagesOf(article)))
      expect(quotation.quote).not.toContain("صورة");
  });
});

describe("a question to one article", () => {
  const asked = (text: string, article: string, more: object = {}) =>
    assistant.handle({ kind: "ask", text, article, ...more });

  it.each(["bees", "bees.md", "نحل الوادي", "نحل", articleKey({ id: "bees" })])(
    "finds the article by %s",
    async (name) => {
      expect((await asked(HIVES, name)).verdict).toBe("answered");
    },
  );

  it("says that it is not answered there, and leads to the answer of all articles", async () => {
    const none = await asked("كم كيلوغرام من العسل تنتج الخلايا كل عام؟", "water");
    expect(textsOf(none)).toMatch(
      /^ليس في هذا المقال جواب عن هذا؛ لم يرد فيه: .*\. وفي غيره من المقالات جواب\.$/,
    );
    expect(quotesOf(await press(none, "all"))[0]?.text).toContain("٣٠٠ كيلوغرام");
    const near = await asked(HIVES, "عسل السدر");
    expect(near.verdict).toBe("uncertain");
    expect(textsOf(near)).toBe("بحثتُ في مقال «عسل السدر» وحده. وفي غيره من المقالات جواب.");
    expect(quotesOf(await press(near, "all"))[0]?.text).toContain("أربعون خلية");
  });

  it("says so where no article answers", async () => {
    const reply = await asked("كم عدد سكان القاهرة؟", "bees");
    expect(reply.verdict).toBe("unanswered");
    expect(textsOf(reply)).toMatch(/لم يرد فيه: .*القاهرة.*ولم أجد جوابًا في غيره أيضًا\.$/);
    expect(rolesOf(reply)).toEqual(["article"]);
  });

  it("needs no subject: the article is the subject", async () => {
    expect(quotesOf(await asked("متى يبدأ؟", "bees"))[0]?.text).toContain("أبريل");
  });

  it("asks which article is meant where a name is none's, or several's", async () => {
    for (const name of ["لا مقال كهذا", "ال"]) {
      const reply = await asked(HIVES, name);
      expect(reply.failed).toBe(true);
      expect(textsOf(reply)).toMatch(/^لم أعرف أي مقال تقصد/);
    }
  });

  it("offers articles while their titles are typed", async () => {
    const titles = async (text: string) =>
      (await assistant.handle({ kind: "suggest-articles", text, limit: 5 })).suggestions?.map(
        ({ title }) => title,
      );
    expect(await titles("")).toHaveLength(3);
    expect(await titles("الودي نحل")).toEqual([]);
    expect(await titles("نحل")).toEqual(["نحل الوادي"]);
    expect(await titles("الحقل")).toEqual(["نحل الوادي"]);
  });
});
