import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Article, type LoadedCorpus, loadCorpus } from "../src/index.ts";

const FOLDER = fileURLToPath(new URL("../corpus", import.meta.url));

let loaded: LoadedCorpus;

beforeAll(async () => {
  loaded = await loadCorpus(FOLDER);
});

describe("the articles that ship", () => {
  it("all load, without a warning and without a line left out", async () => {
    const files = (await readdir(FOLDER)).filter((name) => name !== "README.md").sort();
    expect(files.length).toBeGreaterThanOrEqual(6);
    expect(loaded.corpus.articles.map(({ file }) => file).sort()).toEqual(files);
    const clean = files.map((file) => ({ file, warnings: [], leftOut: [] }));
    const reported = loaded.report.files.map(({ file, warnings, leftOut }) => ({ file, warnings, leftOut }));
    expect(reported.sort((a, b) => (a.file < b.file ? -1 : 1))).toEqual(clean);
    expect(loaded.report.skipped).toEqual([]);
  });

  it("have 400 to 800 words each", () => {
    for (const article of loaded.corpus.articles) {
      const words = bodyOf(article).split(/\s+/u).filter(Boolean).length;
      expect(words, article.file).toBeGreaterThanOrEqual(400);
      expect(words, article.file).toBeLessThanOrEqual(800);
    }
  });

  it("say who wrote them, when, under which licence, and what they rest on", () => {
    for (const article of loaded.corpus.articles) {
      expect(article.file).toBe(`${article.id}.md`);
      expect(article).toMatchObject({
        author: "فريق إسناد",
        source: "فريق إسناد",
        language: "ar",
        licence: "CC BY 4.0",
      });
      expect(article.date, article.file).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(article.title, article.file).toMatch(/\p{Script=Arabic}/u);
      expect(article.tags.length, article.file).toBeGreaterThanOrEqual(3);
      expect(article.references.length, article.file).toBeGreaterThanOrEqual(1);
    }
  });

  it("each name three to five questions, none twice", () => {
    const questions = loaded.corpus.articles.map((article) => article.questions);
    for (const own of questions) {
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.length).toBeLessThanOrEqual(5);
    }
    expect(new Set(questions.flat()).size).toBe(questions.flat().length);
  });

  it("write Western digits and Latin punctuation in Latin names only", () => {
    for (const article of loaded.corpus.articles) {
      const withoutNames = bodyOf(article).replace(/[A-Za-z&][A-Za-z0-9 &]*|\b\d[A-Z]+/gu, "");
      expect(withoutNames.match(/[0-9]/gu), article.file).toBeNull();
      expect(bodyOf(article).match(/[,;?%]/gu), article.file).toBeNull();
    }
  });
});

/** What stands below the front matter. */
function bodyOf(article: Article): string {
  return article.text.replace(/^---\n[\s\S]*?\n---\n/u, "");
}
