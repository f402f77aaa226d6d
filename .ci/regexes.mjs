/**
 * Checks every regular expression of `dist` for backtracking beyond linear: node .ci/regexes.mjs TOOLS
 *
 * TOOLS is a folder where `recheck` and `acorn` are installed: they are no dependencies, since recheck brings 50 MB. Its
 * binary for Linux comes as a package of its own and needs no install script; elsewhere it falls back to JavaScript.
 * Literals are read from the syntax tree; what is put together with `new RegExp` while a module of the core loads is
 * caught in the act. Not seen: expressions that a function makes later (there are two, of the bot's own name).
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../dist");
const require = createRequire(join(process.argv[2] ?? ".", "node_modules", "x.js"));
const { parse } = require("acorn");
const { check } = require("recheck");

/**
 * Modules whose expressions see a text of at most so many characters. There one that is not linear passes when no text
 * within the bound takes more than so many steps a character: all lines of a file then cost no more than its length,
 * and a question a few milliseconds.
 */
const BOUNDED = [
  ["src/arabic/", 2000, 20_000, "a question is cut (`LONGEST` in expected-answer, source-question)"],
  ["src/corpus/disclaimers", 900, 1000, "`disclaims` looks at no longer paragraph"],
  ["src/corpus/link-lists", 60, 1000, "`tableOfContents` looks at no longer line"],
  ["src/corpus/line-kinds", 300, 1000, "`isCaption` and `isTableRow` look at no longer line"],
  ["src/corpus/publication", 280, 1000, "`sourceLineIn` looks at no longer line"],
];
/** Rules for boilerplate say themselves how long a line they look at. */
const STEPS_OF_RULES = 1000;
/** Steps decide and not the clock, so that a busy machine changes no verdict. */
const UNHURRIED = { attackTimeout: null, incubationTimeout: null };

const { BOILERPLATE_RULES } = await import(join(root, "src/corpus/boilerplate-rules.js"));
const mostOf = new Map(BOILERPLATE_RULES.map(({ matches, most }) => [matches.source, most]));

/**
 * What the checker cannot decide in its time or within such a bound, by the beginning of its source or by its module,
 * with the reason why it is harmless. Tests: test/corpus/linear.test.ts, test/arabic/talk-in-time.test.ts.
 */
const UNDECIDED = [
  ["src/arabic/talk.js", "runs of phrases are exponential in their number, and `talkOf` looks at 14 words at most"],
  ["(?:(?<!\\d)(\\d{1,2})\\s*)?(?<!\\p{L})(?:من\\s+)?(", "some seventy names of months; what stands around one is read once"],
  ["(?:نستخدم|نحن نستخدم", "two words within 160 characters of each other, in a line of at most 600"],
];

const modules = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js"))
  .map((file) => file.replaceAll("\\", "/"));
const found = new Map();
for (const module of modules) for (const regex of literalsOf(module)) add(regex.pattern, regex.flags, module);
await collectMade();

const queue = [...found.values()];
const bad = [];
const undecided = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const line of bad) console.log(line);
for (const module of new Set(undecided)) console.log(`not decided in time, its texts are bounded: ${module}`);
console.log(`${found.size} regular expressions, ${bad.length} that may backtrack beyond linear`);
process.exit(bad.length > 0 ? 1 : 0);

function literalsOf(module) {
  const options = { ecmaVersion: "latest", sourceType: "module", allowHashBang: true };
  const literals = [];
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (node.type === "Literal" && node.regex) literals.push(node.regex);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse(readFileSync(join(root, module), "utf8"), options));
  return literals;
}

/** Loads the modules of the core with a `RegExp` that tells of each expression which module asked for it. */
async function collectMade() {
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, args) {
      const regex = new target(...args);
      const stack = new Error().stack?.split("\n") ?? [];
      const callers = stack.flatMap((line) => /dist\/(src\/.*?\.js)/u.exec(line)?.[1] ?? []);
      const maker = callers.find((file) => !/line-form|phrase-patterns|phrases/u.test(file)) ?? callers[0];
      if (maker !== undefined) add(regex.source, regex.flags, maker);
      return regex;
    },
  });
  for (const module of modules) if (module.startsWith("src/")) await import(`${join(root, module)}?made`);
  globalThis.RegExp = Own;
}

function add(source, flags, module) {
  const key = `/${source}/${flags}`;
  const regex = found.get(key) ?? { source, flags, modules: new Set() };
  regex.modules.add(module);
  found.set(key, regex);
}

async function work() {
  for (let regex = queue.pop(); regex !== undefined; regex = queue.pop()) {
    const { source, flags, modules: where } = regex;
    if (UNDECIDED.some(([start]) => source.startsWith(start) || [...where].join() === start)) continue;
    let result = await check(source, flags, { ...UNHURRIED, timeout: 5_000 });
    const [longest, steps] = mostOf.has(source) ? [mostOf.get(source), STEPS_OF_RULES] : boundOf(where);
    if (result.status !== "safe" && longest !== undefined)
      result = await check(source, flags, {
        ...UNHURRIED,
        checker: "fuzz",
        maxAttackStringSize: longest,
        attackLimit: longest * steps,
        timeout: 20_000,
      });
    // Within a bound no text can hang the program: the checker's time running out there is told and fails nothing.
    if (longest !== undefined && result.error?.kind === "timeout") {
      undecided.push([...where].join(", "));
      continue;
    }
    if (result.status === "safe") continue;
    const why = result.complexity?.summary ?? result.error?.kind;
    const attack = result.attack?.pattern.slice(0, 100) ?? "";
    bad.push(`${[...where].join(", ")}: /${source.slice(0, 160)}/${flags}: ${result.status}, ${why} ${attack}`);
  }
}

function boundOf(where) {
  const bounds = [...where].map((module) => BOUNDED.find(([start]) => module.startsWith(start)));
  if (bounds.includes(undefined)) return [];
  return [Math.max(...bounds.map(([, longest]) => longest)), Math.max(...bounds.map(([, , steps]) => steps))];
}
