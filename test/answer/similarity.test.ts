import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answerer, openAnswerer, openPassageSearch } from "../../src/answer/answerer.ts";
import { greatest, passageTexts, textsToEmbed } from "../../src/answer/similarity.ts";
import { connectEmbeddings } from "../../src/meaning/embeddings-client.ts";
import { createMeaning, type Meaning } from "../../src/meaning/meaning.ts";
import { collect } from "../../src/search/collection.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { conceptVector } from "../meaning/concepts.ts";
import { type EmbeddingsServer, startEmbeddingsServer } from "../meaning/embeddings-server.ts";
import { corpusFrom, LIBRARY } from "./library.ts";
import { expectSound, firstOf, marked } from "./shown.ts";

let server: EmbeddingsServer;
let byMeaning: Answerer;
let byWords: Answerer;
let meaning: Meaning;
const corpus = corpusFrom(LIBRARY);
beforeAll(async () => {
  server = await startEmbeddingsServer({ vectorOf: conceptVector });
  const openMeaning = createMeaning({
    connect: (signal) => connectEmbeddings({ url: server.url, model: "concepts" }, signal),
    deadline: 5000,
  });
  byMeaning = await openAnswerer(corpus, createMiniSearchIndex, {
    openMeaning(lists) {
      meaning = openMeaning(lists);
      return meaning;
    },
  });
  byWords = await openAnswerer(corpus, createMiniSearchIndex);
  await meaning.complete;
});
afterAll(async () => {
  meaning.close();
  await server.kill();
});

describe("an answer by meaning", () => {
  it("brings the sentence that shares no word with the question", async () => {
    const question = "كم وقت ينتظر الناس القضاء حتى يصدر الحكم؟";
    const told = ({ quotation }: ReturnType<typeof firstOf>) => quotation.quote.includes("الفصل في الدعوى");
    expect((await byWords.answer(question)).findings.some(told)).toBe(false);
    let first: ReturnType<typeof firstOf> | undefined;
    const answer = await byMeaning.answer(question, { onJudged: (_, [best]) => (first = best) });
    expect(first && told(first)).toBe(true);
    expectSound(answer);
  });

  it("stays as it is by words where the words say enough", async () => {
    for (const question of ["كم متفرجًا حضر المباراة؟", "كم كلف بناء الجسر؟", "ما هو الهيموغلوبين؟"]) {
      const marks = async (answerer: Answerer) => marked(firstOf(await answerer.answer(question)).quotation);
      expect(await marks(byMeaning)).toBe(await marks(byWords));
    }
  });

  it("asks the server for a question as a person would read it: no vowel marks, no names that are addressed", async () => {
    server.texts.length = 0;
    await byMeaning.answer("@isnad_bot كَمْ كَلَّفَ بِنَاءُ الجِسْرِ؟ 🤔 https://example.org/x");
    expect(server.texts).toEqual(["كم كلف بناء الجسر؟"]);
  });

  it.each([
    ["a greeting", "السلام عليكم"],
    ["a question that names nothing", "ومتى كان ذلك؟"],
    ["a question for who wrote an article", "من كتب مقال تاريخ جسر السلسلة؟"],
    ["Arabizi", "kam kallaf bina2 el jisr?"],
  ])("does not ask the server about %s", async (_, question) => {
    server.texts.length = 0;
    await byMeaning.answer(question);
    expect(server.texts).toEqual([]);
  });

  it("does not ask the server while somebody types", async () => {
    server.texts.length = 0;
    await byMeaning.answer("كم كلف بناء ال", { prefix: true });
    expect(server.texts).toEqual([]);
  });

  it("is the answer by words, word for word, when the server fails", async () => {
    server.fault = () => ({ status: 500, body: "" });
    const question = "من انتصر في النهائي؟";
    expect(await byMeaning.answer(question)).toEqual(await byWords.answer(question));
    server.fault = () => undefined;
  });
});

describe("passages by meaning", () => {
  it("come first that share no word with the question", async () => {
    const openMeaning = createMeaning({
      connect: (signal) => connectEmbeddings({ url: server.url, model: "concepts" }, signal),
      deadline: 5000,
    });
    let own: Meaning | undefined;
    const search = await openPassageSearch(corpus.passages, createMiniSearchIndex, (lists) => {
      own = openMeaning(lists);
      return own;
    });
    await own?.complete;
    const [first] = await search.search("الإرهاق", 10);
    expect(first?.article.id).toBe("iron");
    own?.close();
  });
});

describe("the texts that are embedded", () => {
  const collection = collect(corpus.passages);

  it("are each sentence by itself, and with the sentences beside it in its article", () => {
    const [alone = [], inWindow = []] = textsToEmbed(collection);
    expect(alone).toHaveLength(collection.sentencePassage.length);
    expect(inWindow).toHaveLength(alone.length);
    for (const [i, { text }] of alone.entries()) expect(inWindow[i]?.text).toContain(text);
    const middle = alone.findIndex(({ text }) => text.startsWith("وإذا لم يفعل تجدد العقد"));
    expect(inWindow[middle]?.text).toMatch(
      /^يلزم النظام المؤجر.*وتضاعف|^يلزم النظام المؤجر.*يعاقب من يقطع الكهرباء/,
    );
  });

  it("hold no marks of Markdown and no line ends", () => {
    const [alone = []] = textsToEmbed(collect(corpusFrom({ "a.md": "كلمة **مهمة**\nجدًّا هنا.\n" }).passages));
    expect(alone.map(({ text }) => text)).toEqual(["كلمة مهمة جدًّا هنا."]);
  });

  it("of passages are the passages with their titles", () => {
    expect(passageTexts(corpus.passages)).toHaveLength(corpus.passages.length);
    expect(passageTexts(corpus.passages)[0]?.title).toBe(corpus.passages[0]?.article.title);
  });
});

describe("the greatest values", () => {
  it("are those that sorting gives", () => {
    fc.assert(
      fc.property(
        fc.float32Array({ noNaN: true, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (values, count) => {
          const sorted = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
          expect(greatest(values, count)).toEqual(sorted.slice(0, count));
        },
      ),
    );
  });
});
