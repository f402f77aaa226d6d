import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answerer, openAnswerer } from "../../src/answer/answerer.ts";
import { createRelevance } from "../../src/meaning/relevance.ts";
import { connectReranker } from "../../src/meaning/rerank-client.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { type RerankServer, startRerankServer } from "../meaning/rerank-server.ts";
import { corpusFrom, page } from "./library.ts";

const corpus = corpusFrom({
  "castle.md": page(
    "castle",
    "قلعة الوادي",
    "بنيت قلعة الوادي عام 1744 على تل صخري.",
    "رمم البناؤون قلعة الوادي عام 1950.",
  ),
  "lake.md": page("lake", "قانون البحيرة", "تبلغ غرامة الصيد في البحيرة ألف دينار."),
});
const QUESTION = "متى كانت قلعة الوادي؟";

let server: RerankServer;
let answerer: Answerer;
/** The server finds relevant what holds this. */
let wanted = "";
beforeAll(async () => {
  server = await startRerankServer((_, text) => (text.includes(wanted) ? 0.95 : 0.02));
  const relevance = createRelevance(connectReranker({ url: server.url }), { deadline: 5000 });
  answerer = await openAnswerer(corpus, createMiniSearchIndex, { relevance });
});
afterAll(() => server.kill());
const first = async (question: string) => {
  const { verdict, findings } = await answerer.answer(question);
  return [verdict, findings[0]?.quotation.quote ?? ""] as const;
};

describe("answers with a reranker", () => {
  it("come from the sentence that it finds most relevant, and are not claimed where it finds none", async () => {
    wanted = "1744";
    expect((await first(QUESTION))[1]).toContain("1744");
    wanted = "1950";
    expect((await first(QUESTION))[1]).toContain("1950");
    wanted = "nothing";
    expect((await first("متى بنيت قلعة الوادي؟"))[0]).toBe("uncertain");
    wanted = "1744";
    expect((await first("متى بنيت قلعة الوادي؟"))[0]).toBe("answered");
  });

  it("ask it for ten texts at most, with their neighbours, and not while a question is typed", async () => {
    const before = server.calls.length;
    await answerer.answer(QUESTION, { prefix: true });
    expect(server.calls.length).toBe(before);
    await answerer.answer(QUESTION);
    const { body } = server.calls.at(-1) ?? {};
    expect(body?.query).toBe(QUESTION);
    expect(body?.documents.length).toBeLessThanOrEqual(10);
  });

  it("are those by words where it fails", async () => {
    const byWords = await (await openAnswerer(corpus, createMiniSearchIndex)).answer(QUESTION);
    server.fault = { status: 500 };
    expect(await answerer.answer(QUESTION)).toEqual(byWords);
    server.fault = undefined;
  });
});
