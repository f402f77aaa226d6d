import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { quotationOf } from "../../src/answer/quotation.ts";
import {
  type Answer,
  createAssistant,
  createVerifier,
  libraryOf,
  loadCorpus,
  type Quotation,
  type Reply,
  type Request,
} from "../../src/index.ts";
import { GOLDEN_ARTICLES } from "./telegram-golden-articles.ts";

/** A sentence or several of a paragraph: its file, the passage's place in it, first sentence, count, marked clause. */
type Place = readonly [
  file: keyof typeof GOLDEN_ARTICLES,
  passage: number,
  first: number,
  count: number,
  mark: number,
];

interface Found {
  readonly verdict: Answer["verdict"];
  readonly findings: readonly { readonly at: Place; readonly alsoIn?: Place; readonly differs?: Place }[];
  readonly nothing?: Answer["nothing"];
}

const OPENED: Place = ["library.md", 0, 0, 3, 1];
const BOOKS: Place = ["library.md", 1, 0, 2, 0];
const NEWS: Place = ["library-news.md", 0, 0, 1, 0];
const OVEN: Place = ["bread.md", 0, 0, 4, 0];
const WHOLE_OVEN: Place = ["bread.md", 0, 0, 6, 2];

/** What is found is given, so that these messages change only when the wording or the layout does. */
const FOUND: Readonly<Record<string, Found>> = {
  "متى افتُتحت مكتبة الوادي؟": {
    verdict: "answered",
    findings: [{ at: OPENED, alsoIn: ["library-news.md", 1, 0, 1, 0] }, { at: BOOKS }],
  },
  "When did the valley library open?": { verdict: "answered", findings: [{ at: OPENED }] },
  "كم كتابًا في مكتبة الوادي؟": { verdict: "answered", findings: [{ at: BOOKS, differs: NEWS }] },
  "ما هو Palm OS؟": { verdict: "answered", findings: [{ at: ["palm.md", 0, 0, 2, 0] }] },
  "كيف يُخبز خبز التنور؟": { verdict: "answered", findings: [{ at: OVEN }] },
  "حدّثني عن التنور كله": { verdict: "answered", findings: [{ at: WHOLE_OVEN }] },
  "ماذا عن الكتب؟": { verdict: "uncertain", findings: [{ at: BOOKS }, { at: NEWS }, { at: OPENED }] },
  "من مخترع التلسكوب الشمسي؟": { verdict: "unanswered", findings: [] },
  "ومتى كان ذلك؟": { verdict: "unanswered", findings: [], nothing: "needs-context" },
  شكرًا: { verdict: "unanswered", findings: [], nothing: "thanks" },
  "😀😀": { verdict: "unanswered", findings: [], nothing: "empty" },
};

const ask = (text: string, compact = false): Request => ({ kind: "ask", text, compact });

/** Twenty replies as they are asked for; a number stands for a button, counted from 0, of the reply before it. */
export const GOLDEN_REQUESTS: readonly (readonly [
  place: "private" | "group" | "bare group" | "inline",
  Request | number,
])[] = [
  ["private", { kind: "start", language: "ar" }],
  ["private", { kind: "start", language: "en" }],
  ["bare group", { kind: "start", language: "ar" }],
  ["private", { kind: "privacy", language: "ar" }],
  ["private", { kind: "sources", language: "ar" }],
  ["private", ask("متى افتُتحت مكتبة الوادي؟")],
  ["private", 0],
  ["group", ask("متى افتُتحت مكتبة الوادي؟", true)],
  ["group", 0],
  ["inline", ask("متى افتُتحت مكتبة الوادي؟", true)],
  ["private", ask("When did the valley library open?")],
  ["private", ask("كم كتابًا في مكتبة الوادي؟")],
  ["private", ask("ما هو Palm OS؟")],
  ["private", ask("كيف يُخبز خبز التنور؟")],
  ["group", ask("حدّثني عن التنور كله", true)],
  ["private", ask("ماذا عن الكتب؟")],
  ["private", ask("من مخترع التلسكوب الشمسي؟")],
  ["private", ask("ومتى كان ذلك؟")],
  ["private", ask("😀😀")],
  ["private", { kind: "cite", text: "p_AAAAAAAA", language: "ar" }],
];

/** The replies to {@link GOLDEN_REQUESTS}: real articles, real wording, real buttons, over findings that are given. */
export async function goldenReplies(): Promise<Reply[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "isnad-golden-"));
  for (const [name, text] of Object.entries(GOLDEN_ARTICLES)) await writeFile(path.join(folder, name), text);
  const { corpus } = await loadCorpus(folder);
  await rm(folder, { recursive: true });

  const quotation = ([file, index, first, count, mark]: Place): Quotation => {
    const passage = corpus.passages.filter(({ article }) => article.file === file)[index];
    const found = passage && quotationOf(passage, { first, count, mark: { from: mark, count: 1 } });
    if (!found) throw new Error(`no such place: ${file} ${index} ${first} ${count}`);
    return found;
  };
  const answer = async (question: string): Promise<Answer> => {
    const { verdict, findings, nothing } = FOUND[question] ?? { verdict: "unanswered", findings: [] };
    return {
      verdict,
      findings: findings.map(({ at, alsoIn, differs }) => ({
        quotation: quotation(at),
        alsoIn: alsoIn ? [quotation(alsoIn)] : [],
        differs: differs ? [quotation(differs)] : [],
      })),
      searched: verdict === "answered" ? [] : ["التلسكوب", "Telescope"],
      isUntold: false,
      lacking: verdict === "unanswered" ? ["التلسكوب", "Telescope"] : [],
      nearest: verdict === "unanswered" ? corpus.articles.slice(0, 2) : [],
      cut: false,
      ...(nothing === undefined ? {} : { nothing }),
    };
  };

  const assistant = createAssistant({
    library: libraryOf(corpus),
    verifier: createVerifier(corpus),
    answerer: { answer },
  });
  const replies: Reply[] = [];
  for (const [place, request] of GOLDEN_REQUESTS) {
    const presses = replies
      .at(-1)
      ?.actions.flat()
      .flatMap((action) => (action.type === "press" ? [action.data] : []));
    const made =
      typeof request === "number"
        ? { kind: "action" as const, data: presses?.[request] ?? "", compact: place !== "private" }
        : request;
    replies.push(await assistant.handle(made));
  }
  return replies;
}
