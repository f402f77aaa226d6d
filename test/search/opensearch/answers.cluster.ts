import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createAnswerer, openAnswerer } from "../../../src/answer/answerer.ts";
import type { Corpus } from "../../../src/corpus/article.ts";
import { articleKey } from "../../../src/corpus/article-key.ts";
import type { Library } from "../../../src/corpus/library.ts";
import { libraryOf } from "../../../src/reply/corpus-library.ts";
import { articlesNear } from "../../../src/search/articles-near.ts";
import { createMiniSearchIndex } from "../../../src/search/minisearch.ts";
import { buildIndex } from "../../../src/search/opensearch/build-index.ts";
import { connectCluster } from "../../../src/search/opensearch/cluster.ts";
import { type LatestSnapshot, openLatestSnapshot } from "../../../src/search/opensearch/latest-snapshot.ts";
import { articlesOf, storedDocuments } from "../../../src/search/opensearch/stored-corpus.ts";
import { createSearchingVerifier, createVerifier } from "../../../src/verify/verifier.ts";
import { corpusFrom, LIBRARY, shippedCorpus } from "../../answer/library.ts";
import { readGolden } from "../../golden-set.ts";

const nodes = inject("opensearch");
const PREFIX = `isnad-answers-${process.pid}`;
const FOLLOW_UPS = ["ومتى كان ذلك؟", "وكم كلّفه؟"];

describe.skipIf(nodes.length === 0)("a corpus on OpenSearch", () => {
  const cluster = connectCluster({ nodes });
  let corpus: Corpus;
  let latest: LatestSnapshot;

  const build = (of: Corpus) =>
    buildIndex(cluster, storedDocuments(articlesOf(of), of.aliases), {
      ...{
        prefix: PREFIX,
        shards: 2,
        replicas: 0,
        isIncremental: false,
        grace: 0,
        total: of.passages.length,
      },
    });

  beforeAll(async () => {
    corpus = await shippedCorpus();
    await build(corpus);
    latest = await openLatestSnapshot({ cluster, alias: PREFIX, interval: 600_000 });
  });
  afterAll(async () => {
    latest.close();
    await cluster.ask({ method: "DELETE", path: `/${latest.current().index}` });
    await cluster.close();
  });

  it("answers as it does in this process, word for word", async () => {
    const here = await openAnswerer(corpus, createMiniSearchIndex);
    const there = createAnswerer(latest.current().store);
    for (const { question } of readGolden()) {
      const own = await here.answer(question);
      expect(plain(await there.answer(question))).toEqual(plain(own));
    }
  });

  it("answers what goes on from an earlier answer, and what is asked of one article", async () => {
    const here = await openAnswerer(corpus, createMiniSearchIndex);
    const { store, library } = latest.current();
    const there = createAnswerer(store);
    for (const passage of corpus.passages.filter((_, i) => i % 40 === 0)) {
      const same = (await library.passages([passage.key])).get(passage.key);
      if (same === undefined) throw new Error("The passage is there");
      for (const question of FOLLOW_UPS)
        expect(plain(await there.answer(question, { context: same }))).toEqual(
          plain(await here.answer(question, { context: passage })),
        );
      const question = passage.article.questions[0] ?? "متى كان ذلك؟";
      expect(plain(await there.answer(question, { within: same.article }))).toEqual(
        plain(await here.answer(question, { within: passage.article })),
      );
    }
  });

  it("is listed, named and looked up as it is in this process", async () => {
    const [here, there] = [libraryOf(corpus), latest.current().library];
    expect(there.size).toBe(here.size);
    const [article] = corpus.articles;
    if (article === undefined) throw new Error("There is an article");
    const [word = ""] = article.title.split(" ");
    const found = async (library: Library) => ({
      page: idsOf(await library.articles(1, 3)),
      asking: idsOf(await library.withQuestions(4)),
      byKey: (await library.withKey(articleKey(article)))?.id,
      names: await Promise.all(
        [article.id, article.file, article.title, "لا مقال بهذا الاسم", ""].map(
          async (name) => (await library.named(name))?.id,
        ),
      ),
      holding: idsOf(await library.holding(word, 5)),
      all: idsOf(await library.holding("", 5)),
      missing: (await library.passages(["zzzzzzzz"])).size,
    });
    expect(await found(there)).toEqual(await found(here));
    const known = await there.withKey(articleKey(article));
    expect(known && (await there.passagesOf(known)).map(({ key }) => key)).toEqual(
      (await here.passagesOf(article)).map(({ key }) => key),
    );
    expect(known && (await there.placeOf(known))).toBe(await here.placeOf(article));
  });

  it("tells whether a quotation stands in it", async () => {
    const { store } = latest.current();
    const there = createSearchingVerifier((text) => articlesNear(store, text));
    const here = createVerifier(corpus);
    for (const { article, start, end } of corpus.passages.filter((_, i) => i % 15 === 0)) {
      const text = article.text.slice(start, end);
      for (const asked of [text, text.replace(/\d/gu, "7"), "جملة لا يقولها أحد في أي مقال كان"])
        expect(stateOf(await there.verify(asked))).toBe(stateOf(await here.verify(asked)));
    }
  });

  it("gives way to a new version, from which every later answer comes", async () => {
    const before = latest.current();
    const other = corpusFrom(LIBRARY);
    await build(other);
    await expect(createAnswerer(before.store).answer("كم كلف بناء جسر السلسلة؟")).rejects.toMatchObject({
      fault: "missing",
    });
    const renewed = await latest.renew();
    const { findings } = await createAnswerer(renewed.store).answer("كم كلف بناء جسر السلسلة؟");
    expect(findings[0]?.quotation.passage.article.file).toBe("bridge.md");
    expect(latest.current()).toBe(renewed);
    expect(renewed.library.size).toBe(other.articles.length);
  });
});

/** What people see of an answer: articles by their ids, since each side has its own objects. */
function plain(answer: Awaited<ReturnType<ReturnType<typeof createAnswerer>["answer"]>>) {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) =>
      name === "article" || name === "nearest" ? idsOf([value].flat() as { id: string }[]) : value,
    ),
  );
}

function idsOf(articles: readonly { readonly id: string }[]): string[] {
  return articles.map(({ id }) => id);
}

function stateOf(outcome: Awaited<ReturnType<ReturnType<typeof createVerifier>["verify"]>>): string {
  return typeof outcome === "string" ? outcome : outcome.state;
}
