import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { articleOf } from "../../src/corpus/read-file.ts";
import { folderOf } from "./folder.ts";

const SEA = "البحر واسع ولا يرى الناظر آخره.\nوالشاطئ ضيّق، والرمل ناعم. هل تسمع الموج؟\n";

describe("reading one file of a folder", () => {
  it("makes a fault of the file of whatever reading it throws", () => {
    const read = articleOf("a.md", Buffer.from(SEA), () => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    expect(read).toMatchObject({ fault: true });
    expect(read).toHaveProperty(
      "reason",
      expect.stringContaining("RangeError: Maximum call stack size exceeded"),
    );
  });

  it("loads Markdown with a picture of nine megabytes in it, and quotes the picture's text alone", async () => {
    const picture = `![قارب في الميناء](data:image/jpeg;base64,${"A".repeat(9_000_000)})`;
    const dir = await folderOf({
      "picture.md": `${SEA}\n${picture}\n`,
      "inline.md": `انظر ${picture} هنا.\n`,
    });
    const { corpus } = await loadCorpus(dir);
    const article = corpus.articles.find(({ file }) => file === "picture.md");
    expect(article?.paragraphs.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      SEA.trim(),
      "قارب في الميناء",
    ]);
  });

  it("makes a fault of front matter that nests without end", async () => {
    const deep = ["- ".repeat(8000), "[".repeat(8000), "{a: ".repeat(8000), "? ".repeat(8000)];
    const stairs = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    const files = [...deep.map((value) => `tags: ${value}`), `tags:\n  ${deep[0]}`, stairs];
    const dir = await folderOf({
      "sea.txt": SEA,
      ...Object.fromEntries(files.map((yaml, i) => [`${i}.md`, `---\n${yaml}\n---\n${SEA}`])),
    });
    const { corpus, report } = await loadCorpus(dir);
    expect(corpus.articles.map(({ file }) => file)).toEqual(["sea.txt"]);
    expect(report.skipped.map(({ fault }) => fault)).toEqual(files.map(() => true));
  });

  it("names each file before its text is read, so that one that takes long can be told", async () => {
    const dir = await folderOf({ "a.txt": SEA, "sub/b.md": SEA, "c.txt": "" });
    const named: string[] = [];
    await loadCorpus(dir, { onReading: ({ file, size }) => named.push(`${file} ${size}`) });
    const size = Buffer.byteLength(SEA);
    expect(named.sort()).toEqual([`a.txt ${size}`, "c.txt 0", `sub/b.md ${size}`]);
  });

  it("tells where damaged UTF-8 was read, and loads the rest of the article", () => {
    const read = articleOf("a.txt", Buffer.concat([Buffer.from(SEA), Uint8Array.of(0xd8)]));
    expect(read).toMatchObject({ encoding: "utf-8", warnings: [{ line: 3 }] });
    const whole = readArticle("a.txt", SEA);
    expect("article" in read && read.article.title).toBe("article" in whole && whole.article.title);
  });
});
