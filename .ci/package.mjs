// Packs the program, installs the tarball into an empty folder and asks the installed program a question:
// it must answer from the articles that ship, found from its own place. Expects dist/ to be built, and npm to run it
// (`npm run package`): npm is started by its own script, since on Windows its command is no program.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The word lists. */
const DATA = "src/arabic/data";
const LISTS = readdirSync(DATA).filter((file) => file.endsWith(".tsv"));
/** What a tarball without which nothing works must hold. */
const NEEDED = [
  "dist/adapters/main.js",
  "dist/adapters/runtime/assistant-worker.js",
  "package.json",
  "LICENSE",
  "README.md",
  ...LISTS.map((file) => `dist/${DATA}/${file}`),
];
/** What has no place in one. */
const UNWANTED = /^(test|bench|src|adapters|dist-bench|\.)/;

const folder = mkdtempSync(join(tmpdir(), "isnad-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const npm = process.env.npm_execpath ?? fail("start it by npm run package");
const [packed] = JSON.parse(
  execFileSync(process.execPath, [npm, "pack", "--json", "--pack-destination", folder], { encoding: "utf8" }),
);
const files = packed.files.map((file) => file.path);
for (const file of NEEDED) if (!files.includes(file)) fail(`the tarball lacks ${file}`);
for (const file of files) if (UNWANTED.test(file)) fail(`the tarball holds ${file}`);
if (!files.some((file) => /^corpus\/.+\.md$/.test(file))) fail("the tarball lacks the articles");

const installed = join(folder, "installed");
mkdirSync(installed);
writeFileSync(join(installed, "package.json"), '{"name":"empty","private":true}\n');
const tarball = join(folder, packed.filename);
execFileSync(process.execPath, [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", tarball], {
  cwd: installed,
  stdio: ["ignore", "ignore", "inherit"],
});

const [question] = readFileSync("test/referee-questions.txt", "utf8").split("\n");
const { CORPUS_DIR: _, ...env } = process.env;
const ask = [npm, "exec", "--no", "--", "isnad", "ask", question, "--json"];
const run = spawnSync(process.execPath, ask, { cwd: installed, encoding: "utf8", env });
if (run.status !== 0) fail(`"isnad ask" ended with ${run.status}: ${run.stderr}`);
const answer = JSON.parse(run.stdout);
const [first] = answer.findings;
const article = readFileSync(join(installed, "node_modules", packed.name, "corpus", first.file), "utf8");
if (!article.includes(first.quote)) fail("the quotation does not stand in the article that ships");

console.log(`${packed.filename}: ${files.length} files, ${Math.round(packed.unpackedSize / 1024)} kB unpacked, ${LISTS.length} word lists; the installed program answers.`);

function fail(why) {
  console.error(`package: ${why}`);
  process.exit(1);
}
