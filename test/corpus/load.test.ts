import { execFileSync } from "node:child_process";
import { chmod, mkdir, rename, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeReport } from "../../src/corpus/describe-report.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { OperatorError } from "../../src/corpus/operator-error.ts";
import { readFile } from "../../src/corpus/read-file.ts";
import { folderOf } from "./folder.ts";

const SEA = "البحر واسع ولا يرى الناظر آخره.\nوالشاطئ ضيّق، والرمل ناعم. هل تسمع الموج؟\n";
const HILL = "يعلو التل ستين مترًا فوق السهل.\nوفي أعلاه برج قديم من الحجر.\n";

const load = async (files: Record<string, string | Uint8Array>) => loadCorpus(await folderOf(files));
const reasonsOf = (report: Awaited<ReturnType<typeof loadCorpus>>["report"]) =>
  Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]));

describe("loadCorpus", () => {
  it("reads the articles of a folder and its subfolders as passages that are slices of their text", async () => {
    const { corpus } = await load({
      "sea.txt": SEA,
      "land/hill.md": HILL,
      "README.md": "# اقرأني",
      ".hidden.txt": SEA,
      "node_modules/x.md": SEA,
    });
    expect(corpus.articles.map(({ file }) => file)).toEqual(["land/hill.md", "sea.txt"]);
    expect(corpus.passages.map(({ article, start, end }) => article.text.slice(start, end))).toEqual([
      "يعلو التل ستين مترًا فوق السهل.\nوفي أعلاه برج قديم من الحجر.",
      "البحر واسع ولا يرى الناظر آخره.",
      "والشاطئ ضيّق، والرمل ناعم. هل تسمع الموج؟",
    ]);
    for (const passage of corpus.passages) expect(corpus.byKey.get(passage.key)).toBe(passage);
  });

  it("reports a file of invalid bytes and loads the others", async () => {
    const { corpus, report } = await load({
      "bad.txt": Buffer.from([0x61, 0xff, 0x62, 0xfe]),
      "sea.txt": SEA,
    });
    expect(corpus.articles).toHaveLength(1);
    expect(report.skipped).toMatchObject([{ file: "bad.txt", fault: true }]);
  });

  it("skips what is empty, only front matter, only headings, or without Arabic", async () => {
    const { report } = await load({
      "a.txt": " \n\n",
      "b.md": "---\ntitle: عنوان\n---\n",
      "c.md": "# عنوان\n\n## عنوان آخر\n",
      "d.txt": "Only English is written here, and nothing else.",
      "sea.txt": SEA,
    });
    expect(reasonsOf(report)).toEqual({
      "a.txt": "empty",
      "b.md": "no text besides front matter and markup",
      "c.md": "nothing but headings",
      "d.txt": "no Arabic text",
    });
  });

  it("refuses a huge file by its size, without reading it", async () => {
    const dir = await folderOf({ "sea.txt": SEA, "huge.txt": "" });
    await truncate(join(dir, "huge.txt"), 1024 ** 3);
    const { report } = await loadCorpus(dir);
    expect(reasonsOf(report)).toEqual({ "huge.txt": "too large: 1024.0 MB" });
    await expect(loadCorpus(dir, { limits: { total: 10 } })).rejects.toThrow(OperatorError);
  });

  it("skips a binary file with its reason", async () => {
    const { report } = await load({
      "image.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      "sea.txt": SEA,
    });
    expect(reasonsOf(report)).toEqual({ "image.md": "binary: a NUL at byte 4" });
  });

  it("follows no link out of the folder nor in a circle, and opens no pipe", async () => {
    const outside = await folderOf({ "secret.txt": HILL });
    const dir = await folderOf({ "sea.txt": SEA, "sub/hill.txt": HILL });
    await symlink(join(outside, "secret.txt"), join(dir, "leak.txt"));
    await symlink(outside, join(dir, "leaks"));
    await symlink(dir, join(dir, "sub", "loop"));
    await symlink(join(dir, "nowhere.txt"), join(dir, "broken.txt"));
    execFileSync("mkfifo", [join(dir, "pipe.txt")]);
    const { corpus, report } = await loadCorpus(dir);
    expect(corpus.articles.map(({ file }) => file)).toEqual(["sea.txt", "sub/hill.txt"]);
    expect(reasonsOf(report)).toMatchObject({
      "leak.txt": "a link out of the folder",
      leaks: "a link out of the folder",
      "pipe.txt": "not a regular file",
      "broken.txt": "unreadable (ENOENT)",
    });
    expect(report.skipped.some(({ file }) => file === "sub/loop")).toBe(true);
  });

  it("tells of a link that it is one, whatever comes first by name", async () => {
    const dir = await folderOf({ "ok.txt": SEA, "sub/hill.txt": HILL });
    await symlink(join(dir, "ok.txt"), join(dir, "link.txt"));
    await symlink(join(dir, "sub"), join(dir, "a-folder"));
    const { corpus, report } = await loadCorpus(dir);
    expect(corpus.articles.map(({ file }) => file)).toEqual(["ok.txt", "sub/hill.txt"]);
    expect(reasonsOf(report)).toEqual({ "link.txt": "a link to ok.txt", "a-folder": "a link to sub" });
  });

  it("shows names of files without the characters that control a terminal", async () => {
    const dir = await folderOf({ "a\u001b[31m\n\u202eb.txt": "" });
    const seen = "a\uFFFD[31m\uFFFD\uFFFDb.txt: empty";
    await expect(loadCorpus(dir)).rejects.toThrow(`There is no usable article in ${dir} (${seen}): put`);
    await expect(loadCorpus(join(dir, "\u0007"))).rejects.toThrow(`There is no folder ${dir}/\uFFFD: create`);
    await writeFile(join(dir, "sea.txt"), SEA);
    expect(describeReport((await loadCorpus(dir)).report)).toContain(`notice: ${seen}`);
  });

  it("loads files of any name, twins in normal form and case too", async () => {
    const names = [
      "بحر.txt",
      "caf\u00e9.txt",
      "cafe\u0301.txt",
      "a b%20.txt",
      "new\nline.txt",
      "Sea.txt",
      "sea.txt",
    ];
    const { corpus } = await load(
      Object.fromEntries(names.map((name, i) => [name, `نص الملف رقم ${i} يقول شيئًا آخر.\n`])),
    );
    expect(corpus.articles.map(({ file }) => file).sort()).toEqual([...names].sort());
    expect(new Set(corpus.articles.map(({ id }) => id)).size).toBe(names.length);
  });

  it("refuses the second of two articles with one id and names both", async () => {
    const head = "---\nid: one\n---\n";
    const { corpus, report } = await load({ "a.md": head + SEA, "b.md": head + HILL });
    expect(corpus.articles.map(({ file }) => file)).toEqual(["a.md"]);
    expect(report.skipped).toMatchObject([{ file: "b.md", fault: true }]);
    expect(report.skipped[0]?.reason).toContain("a.md");
  });

  it("finds a text of two files once and names its copies", async () => {
    const { corpus, report } = await load({
      "a.txt": SEA,
      "b.txt": SEA.replace("البحر واسع", "البَحر  واسع"),
      "c.txt": HILL,
    });
    const originals = corpus.passages.filter(({ article }) => article.file === "a.txt").map(({ key }) => key);
    expect(
      corpus.passages.filter(({ article }) => article.file === "b.txt").map(({ copyOf }) => copyOf),
    ).toEqual(originals);
    expect(report.files[1]?.copies.map(({ line, of }) => [line, of.file])).toEqual([
      [1, "a.txt"],
      [2, "a.txt"],
    ]);
    expect(new Set(corpus.passages.map(({ key }) => key)).size).toBe(corpus.passages.length);
  });

  it("skips a file of broken front matter with its line and calls it a fault", async () => {
    const { report } = await load({ "a.md": "---\ntitle: [\n---\nنص.\n", "sea.txt": SEA });
    expect(report.skipped).toMatchObject([{ file: "a.md", fault: true }]);
    expect(report.skipped[0]?.line).toBeGreaterThan(1);
  });

  it("reports a line out of all measure and unbalanced bidi controls, and loads them", async () => {
    const { report } = await load({
      "a.txt": `نص \u202Bمفتوح لا يُغلق في السطر كله.\n${"ك".repeat(30_000)}\n`,
    });
    expect(report.files[0]?.warnings).toEqual([
      { line: 1, message: "unbalanced bidi controls" },
      { line: 2, message: "a line of 30000 characters" },
      { line: 2, message: "more than 200 characters without a space" },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("reports a file that cannot be read and loads the rest", async () => {
    const dir = await folderOf({ "sea.txt": SEA, "locked.txt": HILL });
    await chmod(join(dir, "locked.txt"), 0);
    const { report } = await loadCorpus(dir);
    expect(reasonsOf(report)).toEqual({ "locked.txt": "unreadable (EACCES)" });
  });

  it("reports a file that root cannot read either", async () => {
    const dir = await folderOf({});
    const path = join(dir, "loop.txt");
    await symlink(path, path);
    expect(await readFile({ file: "loop.txt", path, size: 9 }, 1000)).toEqual({
      reason: "unreadable (ELOOP)",
      fault: true,
    });
  });

  it("loads the rest when files vanish while the folder is read", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`${i}.txt`, `نص الملف رقم ${i} هنا.\n`]),
    );
    const dir = await folderOf({ ...files, "aa.txt": SEA });
    const loading = loadCorpus(dir);
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => rename(join(dir, `${150 + i}.txt`), join(dir, `${150 + i}.gone`))),
    );
    const { corpus, report } = await loading;
    expect(corpus.articles.length).toBeGreaterThanOrEqual(151);
    for (const { reason } of report.skipped) expect(reason).toMatch(/^(?:unreadable \(ENOENT\)$|ignored)/);
  });

  it("ends with one sentence that names the folder and the cure when nothing is usable", async () => {
    const dir = await folderOf({ "a.txt": "" });
    await expect(loadCorpus(dir)).rejects.toThrow(OperatorError);
    await expect(loadCorpus(dir)).rejects.toThrow(`There is no usable article in ${dir} (a.txt: empty): put`);
    await expect(loadCorpus(join(dir, "none"))).rejects.toThrow(
      `There is no folder ${join(dir, "none")}: create it`,
    );
    await expect(loadCorpus(join(dir, "a.txt"))).rejects.toThrow("is not a folder");
  });

  it("depends on contents and not on times, names or other articles", async () => {
    const first = await folderOf({ "a.txt": SEA, "b.txt": HILL });
    const second = await folderOf({ "moved/renamed.txt": SEA, "c.txt": "نص ثالث لا يشبه غيره في شيء.\n" });
    await utimes(join(second, "moved/renamed.txt"), new Date(0), new Date(0));
    const keys = async (dir: string) =>
      (await loadCorpus(dir)).corpus.passages
        .filter(({ article }) => article.text === SEA)
        .map(({ key }) => key);
    expect(await keys(second)).toEqual(await keys(first));
  });

  it("tells once for the folder of a key that generators of sites write into every file", async () => {
    const head = "---\nlayout: post\nslug: x\n---\n";
    const { report } = await load({
      "a.md": head + SEA,
      "b.md": `${head.replace("slug: x", "weight: 1")}${HILL}`,
    });
    expect(report.files.map(({ warnings }) => warnings)).toEqual([
      [{ message: "front matter: of no effect here, in any file: layout, slug" }],
      [{ message: "front matter: of no effect here, in any file: weight" }],
    ]);
  });

  it("reads Markdown by each of its names, and names what it ignores with the way to make text of it", async () => {
    const { corpus, report } = await load({
      "a.mdx": SEA,
      "b.markdown": "# عنوان\n\nنص عربي هنا.\n",
      "c.MD": HILL,
      "isnad.yaml": "keep: all\n",
      "page.html": "<p>نص",
      "paper.pdf": "%PDF",
      "one.png": "x",
      "two.png": "x",
    });
    expect(corpus.articles.map(({ file, title }) => [file, title])).toContainEqual(["b.markdown", "عنوان"]);
    expect(corpus.articles).toHaveLength(3);
    const ignored = reasonsOf(report);
    expect(Object.keys(ignored)).toEqual(["one.png", "page.html", "paper.pdf"]);
    expect(ignored["page.html"]).toContain("pandoc");
    expect(ignored["paper.pdf"]).toContain("pdftotext");
    expect(ignored["one.png"]).toContain("1 more of its kind");
    expect(report.skipped.some(({ fault }) => fault)).toBe(false);
  });

  it("warns once for the folder of a key or a relative address that many files have", async () => {
    const page = (n: number) =>
      `---\ncity: ${n}\nurl: /page-${n}/\ndate: ${n === 0 ? "أمس" : 2020 + n}\n---\n${SEA.replace("البحر", `البحر ${n}`)}`;
    const files = Object.fromEntries([0, 1, 2, 3].map((n) => [`${n}.md`, page(n)]));
    const { report } = await load(files);
    expect(report.files.map(({ warnings }) => warnings.length)).toEqual([3, 0, 0, 0]);
    expect(report.files[0]?.warnings.map(({ line, message }) => [line, message])).toEqual([
      [2, 'front matter: the key "city" is not known (so in 3 more files)'],
      [3, expect.stringContaining("isnad.yaml")],
      [4, expect.stringContaining("date")],
    ]);
  });

  it("reads a folder twice to the same result", async () => {
    const dir = await folderOf({ "b.txt": SEA, "a.txt": HILL, "z/ا.md": "# عنوان\n\nنص." });
    await mkdir(join(dir, "empty"));
    await writeFile(join(dir, "note.pdf"), "not an article");
    expect((await loadCorpus(dir)).report).toEqual((await loadCorpus(dir)).report);
  });
});
