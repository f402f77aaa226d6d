import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { settingNames } from "../adapters/runtime/settings.ts";
import { HELP } from "../adapters/terminal/command-line.ts";
import { writeFiles } from "./program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const pages = ["README.md", "ARCHITECTURE.md"] as const;
const { scripts, version } = JSON.parse(read("package.json"));

/** What stands between backticks. */
const coded = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = ""]) => inside);

describe("the pages", () => {
  it.each(pages)("%s names paths that exist", (page) => {
    const paths = coded(read(page)).filter((text) =>
      /^(src|adapters|corpus|test|bench|\.ci)(\/[\w.-]+)*$|^[\w.-]+\.(md|json|ts)$|^\.\w[\w.]+$/.test(text),
    );
    const files = paths.filter((path) => !/^\.(md|txt|env)$/.test(path));
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(true);
  });

  it.each(pages)("%s names scripts that exist", (page) => {
    const named = [...read(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
    for (const name of named) if (name !== "NAME") expect(Object.keys(scripts)).toContain(name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("package.json starts nothing but Node's programs, so that its scripts run on Windows too", () => {
    const programs = Object.values<string>(scripts).flatMap((script) =>
      script.split(" && ").map((command) => command.split(" ")[0]),
    );
    expect(new Set(programs)).toEqual(new Set(["node", "npm", "vitest", "biome", "tsc", "knip"]));
  });

  it("README.md names every setting and no other", () => {
    const named = coded(read("README.md")).filter((text) => /^[A-Z][A-Z_]{5,}$/.test(text));
    expect(new Set(named)).toEqual(new Set(settingNames));
  });

  it(".env.example names every setting once and no other", () => {
    const named = [...read(".env.example").matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(settingNames.toSorted());
  });

  it("README.md names every command that the program's help names", () => {
    const commands = [...HELP.matchAll(/^ {2}isnad (\w+)/gm)].map(([, name = ""]) => name);
    expect(commands.length).toBeGreaterThan(5);
    for (const name of commands) expect(read("README.md")).toContain(`\`isnad ${name}`);
  });

  it("README.md shows an answer whose quotation stands in the articles that ship", () => {
    const quoted = [...read("README.md").matchAll(/^\u2503 (.+)$/gm)].map(([, line = ""]) => line);
    expect(quoted.length).toBeGreaterThan(0);
    const folder = new URL("../corpus/", import.meta.url);
    const articles = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
    for (const line of quoted)
      expect(
        articles.some((article) => article.includes(line)),
        line,
      ).toBe(true);
  });

  it("CHANGELOG.md tells of the version that package.json names", () => {
    expect(read("CHANGELOG.md")).toContain(`## ${version}`);
  });
});

describe("the sources", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter(
      (file) =>
        /\.(ts|mjs|json|jsonl)$|^\.ci\/run$|^\.env\.example$/.test(file) && existsSync(`${root}${file}`),
    );

  it("hold no direction marks, which could make code read otherwise than it runs", () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files)
      expect(read(file), file).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/);
  });

  it("name no two files alike, and no two exported types, but for the same part of two adapters", () => {
    const ours = files.filter((file) => /^(?:src|adapters)\/.+\.ts$/.test(file));
    const names = ours.map((file) => file.split("/").at(-1));
    expect(repeated(names)).toEqual(new Set(["help.ts", "index.ts", "render.ts"]));
    const types = ours.flatMap((file) =>
      [...read(file).matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name),
    );
    expect(repeated(types)).toEqual(new Set());
  });

  it("keep the composition root short", () => {
    expect(read("adapters/program.ts").split("\n").length).toBeLessThan(200);
  });
});

function repeated<T>(values: readonly T[]): Set<T> {
  return new Set(values.filter((value, i) => values.indexOf(value) !== i));
}

describe("the boundaries", () => {
  const refused = [
    ["src/answer/a.ts", 'import { config } from "dotenv";\nexport const kept = config;\n'],
    [
      "src/answer/b.ts",
      'import { render } from "../../adapters/terminal/render.ts";\nexport const kept = render;\n',
    ],
    ["src/answer/c.ts", 'import { ar } from "../reply/wording/ar.ts";\nexport const kept = ar;\n'],
    [
      "src/answer/f.ts",
      'import { createMiniSearchIndex } from "../search/minisearch.ts";\nexport const kept = createMiniSearchIndex;\n',
    ],
    ["src/answer/d.ts", 'console.log("x");\nexport {};\n'],
    ["src/arabic/a.ts", 'import type { Span } from "../corpus/article.ts";\nexport type Kept = Span;\n'],
    ["src/corpus/a.ts", 'import type { Answer } from "../answer/answer.ts";\nexport type Kept = Answer;\n'],
    ["src/search/a.ts", 'import type { Answer } from "../answer/answer.ts";\nexport type Kept = Answer;\n'],
    ["src/verify/a.ts", 'import type { Answer } from "../answer/answer.ts";\nexport type Kept = Answer;\n'],
    ["src/reply/a.ts", 'import MiniSearch from "minisearch";\nexport const kept = MiniSearch;\n'],
    [
      "adapters/discord/a.ts",
      'import { loadCorpus } from "../../src/corpus/load.ts";\nexport const kept = loadCorpus;\n',
    ],
    [
      "adapters/discord/b.ts",
      'import { createTelegram } from "../telegram/telegram.ts";\nexport const kept = createTelegram;\n',
    ],
    ["adapters/runtime/b.ts", 'import { parse } from "dotenv";\nexport const kept = parse;\n'],
    ["adapters/telegram/a.ts", "export const token = process.env.TELEGRAM_BOT_TOKEN;\n"],
    [
      "adapters/runtime/a.ts",
      'import { render } from "../terminal/render.ts";\nexport const kept = render;\n',
    ],
  ] as const;
  const allowed = [
    ["src/corpus/b.ts", 'import { fold } from "../arabic/folding.ts";\nexport const kept = fold;\n'],
    ["src/answer/e.ts", 'import { collect } from "../search/collection.ts";\nexport const kept = collect;\n'],
    [
      "adapters/discord/c.ts",
      'import { loadCorpus } from "../../src/index.ts";\nexport const kept = loadCorpus;\n',
    ],
    [
      "adapters/discord/d.ts",
      'import { createLogger } from "../runtime/log.ts";\nexport const kept = createLogger;\n',
    ],
    ["adapters/main.ts", "console.log(process.env.HOME);\nexport {};\n"],
  ] as const;

  it("are the linter's to keep: it refuses what crosses them, and nothing else", () => {
    const folder = mkdtempSync(join(tmpdir(), "isnad-boundaries-"));
    const config = JSON.parse(read("biome.json"));
    writeFiles(folder, {
      ...Object.fromEntries([...refused, ...allowed]),
      "biome.json": JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
    });
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    const { stdout } = spawnSync(process.execPath, [biome, "lint", "--reporter=json", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    const { diagnostics } = report.parse(JSON.parse(stdout));
    expect(new Set(diagnostics.map(({ location }) => location.path))).toEqual(
      new Set(refused.map(([file]) => file)),
    );
  });
});

const report = z.object({ diagnostics: z.array(z.object({ location: z.object({ path: z.string() }) })) });
