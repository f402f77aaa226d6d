import { readFileSync } from "node:fs";
import { z } from "zod";
import { isNegation } from "../../src/arabic/negations.ts";
import { tokenize } from "../../src/arabic/tokens.ts";
import type { Article, Corpus, MeaningChange, Sentence } from "../../src/index.ts";

const change = z.tuple([
  z.enum(["number", "date", "name", "negation"]),
  z.string().nullable(),
  z.string().nullable(),
]);
const verifyCase = z.object({
  by: z.enum(["hand", "generator"]),
  kind: z.string(),
  state: z.enum(["exact", "spelling", "altered", "stitched", "not-found"]),
  text: z.string(),
  /** What must be named: kind, given words, words of the source; null where a side says nothing, or anything. */
  changed: z.array(change).optional(),
  /** Whether the source that the text names is its source. */
  holds: z.boolean().optional(),
});

/** A text to be checked and what must come of it. */
export type VerifyCase = z.infer<typeof verifyCase>;

export const CASES_FILE = new URL("../verify.jsonl", import.meta.url);

/** The cases of `test/verify.jsonl`. */
export function readCases(): VerifyCase[] {
  const lines = readFileSync(CASES_FILE, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => verifyCase.parse(JSON.parse(line)));
}

/** Numerical Recipes' generator, from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What stands in no article on technology, markets or anything else that was put into a test folder. */
const FOREIGN = [
  "كانت جدتي تخبز الكعك صباح كل عيد وتوزعه على أطفال الحارة.",
  "يهاجر طائر اللقلق في أواخر الصيف من أعشاشه العالية نحو مراعي الجنوب.",
  "علّق الصياد شباكه المبللة على جدار الميناء وجلس ينتظر هدوء الموج.",
  "تتفتح أزهار اللوز البيضاء قبل أوراقها فتبدو التلال كأنها مغطاة بالثلج.",
];

/**
 * Texts made of sentences of the articles, `count` of each kind, always the same for one seed: quoted, typed otherwise, with a
 * word left out, added, changed or moved, another number, a negation more or less, and joined.
 */
export function generateCases(corpus: Corpus, seed: number, count: number): VerifyCase[] {
  const random = createRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const all = corpus.articles.flatMap((article) =>
    article.sentences
      .filter((sentence) => isPlain(article, sentence))
      .map((sentence) => ({ article, sentence, words: wordsOf(article, sentence) })),
  );
  type Source = (typeof all)[number];
  const pick = (fits: (source: Source) => boolean = () => true): Source => {
    for (let tries = 0; tries < 2000; tries++) {
      const source = all[below(all.length)];
      if (source !== undefined && fits(source)) return source;
    }
    throw new Error("No sentence of the articles fits");
  };
  /** A place inside, at neither end. */
  const inside = (words: readonly string[]) => 1 + below(words.length - 2);
  const aWord = () => pick().words.find((word) => /^\p{L}{4,}$/u.test(word)) ?? "كلمة";

  const kinds: Record<string, () => Omit<VerifyCase, "by" | "kind"> | undefined> = {
    "as it stands": () => ({ state: "exact", text: pick().words.join(" ") }),
    "a part": () => {
      const { words } = pick(({ words }) => words.length > 10);
      const from = below(words.length - 7);
      return { state: "exact", text: words.slice(from, from + 7).join(" ") };
    },
    "typed with tatweel and in quotation marks": () => {
      const { words } = pick();
      return {
        state: "exact",
        text: `«${words.join("  ").replace(/([بتسش])(?=\p{L})/u, "$1\u0640\u0640")}»`,
      };
    },
    "typed without vowel marks": () => ({
      state: "exact",
      text: pick()
        .words.join(" ")
        .replace(/[\u064b-\u0652]/gu, ""),
    }),
    "letters that are confused": () => {
      const text = pick().words.join(" ");
      const typed = text
        .replace(/[أإآ]/gu, "ا")
        .replace(/ة(?!\p{L})/gu, "ه")
        .replace(/ى(?!\p{L})/gu, "ي");
      return typed === text ? undefined : { state: "spelling", text: typed };
    },
    "a word left out": () => {
      const { words } = pick();
      const at = inside(words);
      return { state: "altered", text: words.filter((_, i) => i !== at).join(" ") };
    },
    "a word added": () => {
      const { words } = pick();
      const at = inside(words);
      return { state: "altered", text: [...words.slice(0, at), aWord(), ...words.slice(at)].join(" ") };
    },
    "a word changed": () => {
      const { words } = pick();
      const at = inside(words);
      return { state: "altered", text: words.map((word, i) => (i === at ? aWord() : word)).join(" ") };
    },
    "a word moved": () => {
      const { words } = pick(({ words }) => words.length > 8);
      const moved = [...words];
      moved.splice(6, 0, ...moved.splice(2, 1));
      return { state: "altered", text: moved.join(" ") };
    },
    "another number": () => {
      const { words } = pick(({ words }) => words.some((word) => /^\p{Nd}{2,}$/u.test(word)));
      const at = words.findIndex((word) => /^\p{Nd}{2,}$/u.test(word));
      const other = (words[at] ?? "").replace(/\p{Nd}$/u, (digit) => nextDigit(digit));
      const text = words.map((word, i) => (i === at ? other : word)).join(" ");
      return { state: "altered", text, changed: [["number", other, words[at] ?? null]] };
    },
    "a negation dropped": () => {
      const { words } = pick(({ words }) => words.slice(1, -1).some((word) => isNegation(termOf(word))));
      const at = 1 + words.slice(1, -1).findIndex((word) => isNegation(termOf(word)));
      return {
        state: "altered",
        text: words.filter((_, i) => i !== at).join(" "),
        changed: [["negation", null, words[at] ?? null]],
      };
    },
    "a negation added": () => {
      const { words } = pick();
      const at = inside(words);
      const text = [...words.slice(0, at), "ليس", ...words.slice(at)].join(" ");
      return { state: "altered", text, changed: [["negation", "ليس", null]] };
    },
    "two articles joined": () => {
      const one = pick();
      const other = pick(({ article }) => article !== one.article);
      return { state: "stitched", text: `${one.words.join(" ")} ${other.words.join(" ")}` };
    },
    "a sentence left out": () => {
      const { article, sentence } = pick(({ article, sentence }) => {
        const at = article.sentences.indexOf(sentence);
        return [1, 2].every((i) => {
          const next = article.sentences[at + i];
          return next !== undefined && isPlain(article, next) && next.paragraph === sentence.paragraph;
        });
      });
      const after = article.sentences[article.sentences.indexOf(sentence) + 2] ?? sentence;
      return {
        state: "stitched",
        text: [sentence, after].flatMap((one) => wordsOf(article, one)).join(" "),
      };
    },
    "a sentence of one's own behind it": () => ({
      state: "altered",
      text: `${pick().words.join(" ")} ${FOREIGN[below(FOREIGN.length)]}`,
    }),
    "another subject": () => ({ state: "not-found", text: FOREIGN[below(FOREIGN.length)] ?? "" }),
    "words from everywhere": () => ({
      state: "not-found",
      text: Array.from({ length: 9 }, aWord).join(" "),
    }),
  };
  return Object.entries(kinds).flatMap(([kind, make]) => {
    const cases: VerifyCase[] = [];
    for (let tries = 0; cases.length < count && tries < 50 * count; tries++) {
      const made = make();
      if (made !== undefined) cases.push({ by: "generator", kind, ...made });
    }
    return cases;
  });
}

/** Running text of some length, without Markdown and without an end inside that others may see otherwise. */
function isPlain({ text, paragraphs }: Article, { start, end, paragraph }: Sentence): boolean {
  const sentence = text.slice(start, end);
  return (
    paragraphs[paragraph]?.kind === "prose" &&
    sentence.split(/\s+/u).length >= 8 &&
    sentence.length < 400 &&
    /[.!؟]$/u.test(sentence) &&
    !/[*_`[\]<>|&]/u.test(sentence)
  );
}

/** Words as they are written, signs included; what is no word belongs to the one before it. */
function wordsOf({ text }: Article, { start, end }: Sentence): string[] {
  const words: string[] = [];
  for (const written of text.slice(start, end).split(/\s+/u)) {
    if (tokenize(written).length > 0 || words.length === 0) words.push(written);
    else words[words.length - 1] += ` ${written}`;
  }
  return words;
}

function termOf(word: string): string {
  return tokenize(word)[0]?.term ?? "";
}

/** The digit behind it in the same script. */
function nextDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String.fromCharCode((code & 0xf) === 9 ? code - 9 : code + 1);
}

/** Is a change named: of its kind, or for a number of either kind, with these words in it? */
export function isNamed(
  [kind, given, source]: z.infer<typeof change>,
  changes: readonly MeaningChange[],
): boolean {
  const kinds = kind === "number" ? ["number", "date"] : [kind];
  const holds = (whole: string | undefined, words: string | null) =>
    words === null || whole?.includes(words.replace(/[^\p{L}\p{N}\p{M}]+$/u, "")) === true;
  return changes.some(
    (one) => kinds.includes(one.kind) && holds(one.given, given) && holds(one.source, source),
  );
}
