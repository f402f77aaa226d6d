import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolderSettings } from "../../src/corpus/folder-settings.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { folderOf } from "./folder.ts";

const read = async (yaml: string | Uint8Array) => readFolderSettings(await folderOf({ "isnad.yaml": yaml }));

describe("readFolderSettings", () => {
  it("reads the site, the words that mean the same, and whether all is kept", async () => {
    expect(
      await read("site: https://example.org/docs/\naliases:\n  - بحر = يم\n  - [موج, wave]\nkeep: all\n"),
    ).toEqual({
      settings: {
        site: "https://example.org/docs/",
        aliases: [
          ["بحر", "يم"],
          ["موج", "wave"],
        ],
        keepsAll: true,
      },
      told: [],
    });
  });

  it.each([["no file", {}] as const, ["an empty file", { "isnad.yaml": "# later\n" }] as const])(
    "leaves all as usual with %s",
    async (_, files) => {
      expect(await readFolderSettings(await folderOf(files))).toEqual({
        settings: { aliases: [], keepsAll: false },
        told: [],
      });
    },
  );

  it.each([
    ["an address that is none", "aliases: []\nsite: example.org\n", 2],
    ["a word alone", "aliases:\n  - بحر = يم\n  - موج\n", 3],
    ["another value of keep", "keep: some\n", 1],
    ["YAML that cannot be read", "site: https://example.org\n\tkeep: all\n", 2],
    ["a list for a map", "- site\n", 1],
  ])("tells %s by its line, and heeds nothing of the file", async (_, yaml, line) => {
    const { settings, told } = await read(yaml);
    expect(settings).toEqual({ aliases: [], keepsAll: false });
    expect(told).toMatchObject([{ file: "isnad.yaml", line, fault: true }]);
  });

  it("tells a key that is not known and heeds the others", async () => {
    const { settings, told } = await read("sites: https://example.org\nkeep: all\n");
    expect(settings.keepsAll).toBe(true);
    expect(told).toMatchObject([{ line: 1, reason: expect.stringContaining('"sites"'), fault: true }]);
  });

  it("speaks for all articles of the folder", async () => {
    const article = "---\nurl: /bahr/\n---\nالبحر واسع ولا يرى آخره.\n\nشارك على واتساب\n";
    const load = async (settings: string) => {
      const { corpus, report } = await loadCorpus(
        await folderOf({ "a.md": article, "isnad.yaml": settings }),
      );
      return [corpus.articles[0]?.url, report.files[0]?.leftOut.length];
    };
    expect(await load("aliases: []")).toEqual([undefined, 1]);
    expect(await load("site: https://example.org/docs\nkeep: all\n")).toEqual([
      "https://example.org/docs/bahr/",
      0,
    ]);
  });

  it("tells bytes that are not UTF-8 and a folder of that name", async () => {
    expect((await read(Buffer.from([0x61, 0xff]))).told).toMatchObject([{ fault: true }]);
    const dir = await folderOf({});
    await mkdir(join(dir, "isnad.yaml"));
    expect((await readFolderSettings(dir)).told).toMatchObject([{ reason: "unreadable (EISDIR)" }]);
  });

  it("is told of with the files of the corpus, whose words are joined by those of the articles", async () => {
    const text = "البحر واسع ولا يرى الناظر آخره.\n";
    const { corpus, report } = await loadCorpus(
      await folderOf({
        "isnad.yaml": "aliases:\n  - بحر = يم\nsites: x\n",
        "sea.md": `---\naliases:\n  - موج = wave\n---\n${text}`,
      }),
    );
    expect(corpus.aliases).toEqual([
      ["بحر", "يم"],
      ["موج", "wave"],
    ]);
    expect(report.skipped).toMatchObject([{ file: "isnad.yaml", line: 3, fault: true }]);
  });
});
