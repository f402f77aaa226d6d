import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DataForm, parseDataFile, readDataFile } from "../../src/arabic/data-file.ts";
import { fold } from "../../src/arabic/folding.ts";
import { runProgram } from "../program.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATA = new URL("../../src/arabic/data/", import.meta.url);
const MODULES = new URL("../../src/arabic/", import.meta.url);
const files = readdirSync(DATA).filter((file) => file.endsWith(".tsv"));

const form: DataForm = {
  words: { columns: ["words"], once: "entry" },
  numbers: { columns: ["number", "words"], once: "entry" },
  signs: { columns: ["name", "text"], once: "row" },
  senses: { columns: ["word", "words"], once: "pair" },
  kinds: { columns: [["who", "when"], "affixes"], once: "row" },
};
const RIGHT =
  "[words]\nكتاب\n[numbers]\n1/2\tنصف\n[signs]\ncurrency:usd\t$\n[senses]\ntrain\tقطار\ntrain\tدرّب\n[kinds]\nwho\t-\nwhen\tال لل";
const parse = (text: string, read: DataForm = form) => parseDataFile("list.tsv", text, read);
/** What is said of a list of words alone. */
const said = (text: string, read: DataForm = { "": { columns: ["words"], once: "entry" } }) => {
  try {
    parse(text, read);
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : "";
  }
};

describe("the files of word lists", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it("are each read by a module", () => {
    const modules = readdirSync(MODULES).filter((file) => file.endsWith(".ts"));
    const sources = modules.map((file) => readFileSync(new URL(file, MODULES), "utf8")).join("");
    for (const file of files) expect(sources).toContain(`("${file}", `);
  });

  it.each(files)("%s tells what it is for, what may go into it and where its words come from", (file) => {
    const [head = ""] = readFileSync(new URL(file, DATA), "utf8").split("\n\n");
    expect(head.split("\n").filter((line) => !line.startsWith("#"))).toEqual([]);
    for (const told of ["Columns: ", "Admission: ", "Source: "]) expect(head).toContain(`# ${told}`);
  });

  it.each(files)(
    "%s is in UTF-8 and NFC, without direction marks, and each of its rows is a line",
    (file) => {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(new URL(file, DATA)));
      expect(text.normalize("NFC")).toBe(text);
      expect(text).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\r\ufeff]| $|\t$/m);
      expect(text).toMatch(/[^\n]\n$/);
    },
  );
});

describe("parseDataFile", () => {
  it("gives the rows of each section by their columns, with words folded and phrases joined by one space", () => {
    const list = parse(`# A list.\n\n${RIGHT}\n`);
    expect(list.rows("words")).toEqual([[["كتاب"]]]);
    expect(list.rows("numbers")).toEqual([[["1/2"], ["نصف"]]]);
    expect(list.rows("signs")).toEqual([[["currency:usd"], ["$"]]]);
    expect(list.rows("senses")).toEqual([
      [["train"], ["قطار"]],
      [["train"], ["درب"]],
    ]);
    expect(list.rows("kinds")).toEqual([
      [["who"], []],
      [["when"], ["ال", "لل"]],
    ]);
    expect([list.has("words", "كتاب"), list.has("words", "قلم")]).toEqual([true, false]);
    const { entries } = parse("كَانُون_الثّاني\tإدارة\n", { "": { columns: ["word", "words"], once: "entry" } });
    expect(entries("")).toEqual(["كانون الثاني", "اداره"]);
  });

  it("reads what editors on Windows write", () => {
    const plain = { "": { columns: ["words"], once: "entry" } } as const;
    expect(parse("\ufeff# head\r\nكتاب قلم\r\n", plain).entries("")).toEqual(["كتاب", "قلم"]);
  });

  it.each([
    [
      "a word that stands already",
      "كتاب\n\nقلم كتابٌ\n",
      /list\.tsv:3: «كتاب» stands in line 1 already: take/,
    ],
    [
      "a word that stands twice in a row",
      "قلم\nسعر سعـر",
      /list\.tsv:2: «سعـر» stands twice in this row: take/,
    ],
    ["a column too many", "# head\nقلم\tحبر", /list\.tsv:2: This row has 2 of 1 columns: put one tab/],
    [
      "a section where there are none",
      "قلم\n[more]\nحبر",
      /list\.tsv:2: There is no section \[more\]: .* after #/,
    ],
    [
      "signs in a word",
      "قلم\nكتاب، حبر",
      /list\.tsv:2: «كتاب،» is not one word: join the words of a phrase by _/,
    ],
    ["a phrase that is not whole", "قلم_", /list\.tsv:1: «قلم_» is not one word/],
    ["two words run together", "قلمpen", /list\.tsv:1: «قلمpen» is not one word/],
    ["no row", "# head\n", /list\.tsv: It has no row: add one\./],
  ])("names the line of %s, and the cure", (_, text, told) => {
    expect(said(text)).toMatch(told);
    expect(said(text)).toMatch(/^DataFileError [^\n]*$/);
  });

  it.each([
    ["a column too few", "[numbers]\nثلث", /:2: This row has 1 of 2 columns/],
    ["an empty column", "[numbers]\n1\t", /:2: .*(?:1 of 2 columns|A column is empty: write)/],
    ["an empty first column", "[numbers]\n\tثلث", /:2: A column is empty: write/],
    ["a number that is none", "[numbers]\nثلاثة\tثلث", /:2: «ثلاثة» is no number: write one here/],
    ["a name that is none", "[signs]\nدولار\t$", /:2: «دولار» is no name: write one here/],
    [
      "two words where one belongs",
      "[senses]\ntrain run\tجرى",
      /:2: «train run» is more than one entry: write one/,
    ],
    [
      "an unknown section",
      "[nombers]\n1\tواحد",
      /:1: There is no section \[nombers\]: put it under \[words\], \[numbers\]/,
    ],
    [
      "a row before the first section",
      "كتاب\n[words]",
      /:1: This row stands before the first section: put it under/,
    ],
    [
      "a pair that stands already",
      "[senses]\ntrain\tقطار\ntrain\tقاطرة قطار",
      /:3: «train», «قطار» stands in line 2 already/,
    ],
  ])("names the line of %s in a section", (_, text, told) => {
    expect(said(text, form)).toMatch(told);
  });

  it("tells of every bad line, each in a line of its own", () => {
    expect(said("قلم!\nكتاب\nكتاب").split("\n")).toHaveLength(2);
  });

  it("loses no row and no word, however many comments and empty lines stand between", () => {
    const word = fc
      .array(fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإةىؤئءabcxyz"), { minLength: 1, maxLength: 8 })
      .map((letters) => letters.join(""))
      .filter((written) => /^[a-z]+$/.test(written) || /^[^a-z]+$/.test(written));
    const rows = fc.uniqueArray(
      fc.tuple(word, fc.uniqueArray(word, { minLength: 1, maxLength: 5, selector: fold })),
      {
        selector: ([first]) => fold(first),
      },
    );
    const between = fc.array(fc.constantFrom("", "# كتاب", "#", "  "), { maxLength: 2 });
    fc.assert(
      fc.property(rows, fc.array(between, { maxLength: 20 }), (written, gaps) => {
        fc.pre(written.length > 0);
        const text = written
          .flatMap(([first, rest], at) => [...(gaps[at] ?? []), `${first}\t${rest.join(" ")}`])
          .join("\n");
        const read = parse(text, { "": { columns: ["word", "words"], once: "pair" } }).rows("");
        expect(read).toEqual(written.map(([first, rest]) => [[fold(first)], rest.map(fold)]));
      }),
    );
  });
});

describe("readDataFile", () => {
  it("says so when a file is not in UTF-8", () => {
    const folder = mkdtempSync(join(tmpdir(), "isnad-data-"));
    const path = join(folder, "list.tsv");
    writeFileSync(path, Uint8Array.of(0xe5, 0xd1, 0xcd, 0xc8, 0xc7));
    try {
      expect(() => readDataFile(pathToFileURL(path).href, form)).toThrow(
        /not in UTF-8: save it in that encoding/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the program", () => {
  it("ends with the line of a bad list and no stack", async () => {
    await runProgram({ args: ["--help"] });
    const folder = mkdtempSync(join(tmpdir(), "isnad-data-"));
    for (const part of ["dist", "package.json"])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    const list = join(folder, "dist/src/arabic/data/english.tsv");
    const lines = readFileSync(list, "utf8").split("\n").length;
    appendFileSync(list, "train قطار\n");
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(folder, "dist/adapters/main.js"), "--help"],
      {
        encoding: "utf8",
      },
    );
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([
      78,
      `${list}:${lines}: This row has 1 of 2 columns: put one tab between two columns.\n`,
    ]);
  });
});
