// Packs the program, installs the tarball into an empty folder and asks the installed program a question:
// it must answer from the articles that ship, found from its own place. Expects dist/ to be built.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a tarball without which nothing works must hold. */
const NEEDED = ["dist/adapters/main.js", "package.json", "LICENSE", "README.md"];
/** What has no place in one. */
const UNWANTED = /^(test|bench|src|adapters|dist-bench|\.)/;

const folder = mkdtempSync(join(tmpdir(), "isnad-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { encoding: "utf8" }));
const files = packed.files.map((file) => file.path);
for (const file of NEEDED) if (!files.includes(file)) fail(`the tarball lacks ${file}`);
for (const file of files) if (UNWANTED.test(file)) fail(`the tarball holds ${file}`);
if (!files.some((file) => /^corpus\/.+\.md$/.test(file))) fail("the tarball lacks the articles");

const installed = join(folder, "installed");
execFileSync("mkdir", [installed]);
writeFileSync(join(installed, "package.json"), '{"name":"empty","private":true}\n');
execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, packed.filename)], {
  cwd: installed,
  stdio: ["ignore", "ignore", "inherit"],
});

const [question] = readFileSync("test/referee-questions.txt", "utf8").split("\n");
const { CORPUS_DIR: _, ...env } = process.env;
const run = spawnSync("npx", ["--no-install", "isnad", "ask", question, "--json"], { cwd: installed, encoding: "utf8", env });
if (run.status !== 0) fail(`"isnad ask" ended with ${run.status}: ${run.stderr}`);
const answer = JSON.parse(run.stdout);
const [first] = answer.findings;
const article = readFileSync(join(installed, "node_modules", packed.name, "corpus", first.file), "utf8");
if (!article.includes(first.quote)) fail("the quotation does not stand in the article that ships");

console.log(`${packed.filename}: ${files.length} files, ${Math.round(packed.unpackedSize / 1024)} kB unpacked; the installed program answers.`);

function fail(why) {
  console.error(`package: ${why}`);
  process.exit(1);
}
