import { fileURLToPath } from "node:url";
import { type MeaningChange, type Wording, wordingOf } from "../src/index.ts";

const COUNTS = [0, 1, 2, 3, 11, 100];

/** Every sentence in both languages, with the numbers that Arabic counts differently. */
export function printWording(write: (line: string) => void): void {
  for (const language of ["ar", "en"] as const) {
    write(`== ${language} ==`);
    for (const [name, texts] of sentencesOf(wordingOf(language)))
      for (const text of texts)
        write(`${name}: ${text.replaceAll("\n", `\n${" ".repeat(name.length + 2)}`)}`);
    write("");
  }
}

const CHANGES: readonly MeaningChange[] = [
  { kind: "number", given: "٧٠", source: "٥٠" },
  { kind: "date", given: "٢٠٢٣", source: "٢٠٢٤" },
  { kind: "name", source: "Nvidia" },
  { kind: "negation", given: "لا" },
  { kind: "negation", given: "لا", source: "لا" },
];

/** The name of each sentence and what it reads as. */
export function sentencesOf(words: Wording): [name: string, texts: string[]][] {
  const { labels } = words;
  const counted = {
    nearest: words.nearest,
    differs: words.differs,
    results: words.results,
    sources: words.sources,
    start: words.start,
    identity: words.identity,
    articles: words.articles,
    paragraphs: words.paragraphs,
    articleQuestions: words.articleQuestions,
    furtherParts: words.furtherParts,
    "labels.sources": labels.sources,
  };
  const inserted: Record<string, string[]> = {
    uncertain: [words.uncertain(1, 1), words.uncertain(1, 5), words.uncertain(2, 5)],
    further: [words.further(2, 5)],
    asks: [words.asks("كم خلية"), words.asks("how many")],
    unanswered: [words.unanswered([]), words.unanswered(["القاهرة", "سكان", "Valley"])],
    searched: [words.searched([]), words.searched(["النحل", "Valley", "٣٠٠"])],
    instead: [words.instead("إنفيدايا", "إنفيديا"), words.instead("ljn", "متى")],
    withoutWords: [words.withoutWords([]), words.withoutWords(["مزيد", "تفصيل"])],
    unheld: [words.unheld("رأس المال")],
    alsoIn: [
      words.alsoIn([words.titled("نحل الوادي")]),
      words.alsoIn([words.titled("A"), words.titled("ب")]),
    ],
    paragraph: [words.paragraph(3, 3, 12), words.paragraph(3, 4, 12), words.paragraph(3, 5, 12)],
    date: ["2025", "2025-10", "2025-10-31", "2024-02-29"].map(words.date),
    basis: [["مجلة الحقل"], ["مجلة الحقل", "Valley Weekly"], ["أ", "ب", "ج"]].map(words.basis),
    line: [words.line(["سلمى الحداد", words.paragraph(1, 1, 2)])],
    columns: [words.columns("A | B")],
    piece: [words.piece(1, 3)],
    position: [words.position(2, 5)],
    titled: [words.titled("نحل الوادي"), words.titled("Valley Weekly")],
    sourceTitled: [words.sourceTitled("ما النحل؟"), words.sourceTitled("What is a bee?")],
    aboutTitle: [words.aboutTitle("نحل الوادي"), words.aboutTitle("Valley Weekly")],
    verifiedPart: [words.verifiedPart(2, "altered", "تجني القرية عسل السدر")],
    meaningChange: CHANGES.map((change) => words.meaningChange(change)),
    difference: (["insert", "delete", "replace", "move"] as const).map((op) =>
      words.difference({
        op,
        ...(op !== "delete" && { given: "قرية" }),
        ...(op !== "insert" && { source: "القرية" }),
      }),
    ),
    differences: [words.differences(["أ", "ب"], 0), words.differences(["أ", "ب"], 3)],
    spellingDifferences: [words.spellingDifferences(["أ"], 0)],
    leftOut: [0, 1, 2, 3, 11].map((sentences) => words.leftOut(sentences, 12 * sentences)),
    misattributed: [words.misattributed("نجيب محفوظ"), words.misattributed("Steve Jobs")],
    missing: [words.missing(["author"]), words.missing(["source", "date", "url"])],
    notHere: [words.notHere("ستة تريليونات")],
    deniedHere: [words.deniedHere("لم")],
    verifiable: [words.verifiable(3, 4000)],
    page: [words.page(2, 3)],
    number: [words.number(12)],
    notInArticle: [words.notInArticle([]), words.notInArticle(["السدود", "R1"])],
    onlyIn: [words.onlyIn("نحل الوادي"), words.onlyIn("Valley Weekly")],
    whichArticle: [words.whichArticle("نحل"), words.whichArticle("Valley")],
    apology: [words.apology("K7Q2")],
    tooFast: [1, 30, 60, 61, 120, 600, 7200].map(words.tooFast),
    unknownCommand: [words.unknownCommand("/help")],
    "labels.previous": [labels.previous(words.position(1, 5)), labels.previous()],
    "labels.next": [labels.next(words.position(3, 5)), labels.next()],
  };
  const constant = [
    ...constantsOf("", words),
    ...constantsOf("talk.", words.talk),
    ...constantsOf("verified.", words.verified),
    ...constantsOf("elsewhere.", words.elsewhere),
    ...constantsOf("retold.", words.retold),
    ...constantsOf("noFurther.", words.noFurther),
    ...constantsOf("notAsker.", words.notAsker),
    ...constantsOf("labels.", labels),
  ];
  return [
    ...constant,
    ...Object.entries(counted).map(([name, say]): [string, string[]] => [name, COUNTS.map((n) => say(n))]),
    ...Object.entries(inserted),
  ];
}

function constantsOf(prefix: string, words: object): [string, string[]][] {
  return Object.entries(words).flatMap(([name, value]): [string, string[]][] =>
    typeof value === "string" ? [[prefix + name, [value]]] : [],
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printWording(console.log);
