import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Quotation, Selection } from "../../src/answer/answer.ts";
import { adjoin, quotationOf, SELECTION } from "../../src/answer/quotation.ts";
import { MARK, QUOTE } from "../../src/answer/weights.ts";
import type { Corpus, Passage, Sentence } from "../../src/corpus/article.ts";
import { corpusFrom, GAPPED, LIBRARY, LONG_SENTENCE, page, passageWith, shippedCorpus } from "./library.ts";

const between = (min: number, max: number) => fc.integer({ min, max });

/** All that a button can hold, whether it fits a passage or not. */
const selections: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({
    first: between(0, SELECTION.first),
    count: between(1, SELECTION.count),
    mark: fc.record({ from: between(0, SELECTION.markFrom), count: between(1, SELECTION.markCount) }),
  }),
  // Those that fit are few: the first clauses of the first sentences.
  fc.record({
    first: between(0, 2),
    count: between(1, 3),
    mark: fc.record({ from: between(0, 2), count: between(0, 2) }),
  }),
  fc.record({
    first: between(0, 2),
    count: fc.constant(1),
    part: fc.record({ from: between(0, SELECTION.partFrom), count: between(1, SELECTION.partCount) }),
    mark: fc.record({ from: between(0, 7), count: between(1, 8) }),
  }),
);

const FILES = {
  ...LIBRARY,
  "gapped.md": GAPPED,
  "long.md": page("long", "دفتر الري", "يحفظ البستاني دفترًا.", LONG_SENTENCE),
};

/** Six sentences of two clauses each. */
const MANY = page(
  "many",
  "قنوات الوادي",
  ["الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة"]
    .map((which) => `حفر السكان القناة ${which} في سنة قليلة المطر، ثم زرعوا على ضفتيها أشجار الرمان والتوت.`)
    .join(" "),
);

let corpora: readonly Corpus[];

beforeAll(async () => {
  corpora = [await shippedCorpus(), corpusFrom(FILES)];
});

describe("quotationOf", () => {
  it("gives a slice within every bound, marked inside, or nothing, for any selection of any passage", () => {
    let given = 0;
    for (const { passages } of corpora)
      fc.assert(
        fc.property(fc.constantFrom(...passages), selections, (passage, selection) => {
          const quotation = quotationOf(passage, selection);
          if (quotation === undefined) return;
          given++;
          expectSound(quotation);
          expect(quotation.selection).toEqual(selection);
          expect(quotation.isPart).toBe(selection.part !== undefined);
        }),
        { numRuns: 1500 },
      );
    expect(given).toBeGreaterThan(200);
  });

  it("gives every sentence of 900 units or less by itself, whole", () => {
    for (const { passages } of corpora)
      for (const passage of passages)
        for (let first = 0; first < passage.sentenceCount; first++) {
          const sentence = passage.article.sentences[passage.firstSentence + first];
          if (sentence === undefined) throw new Error("a passage promises sentences that are not there");
          const quotation = quotationOf(passage, { first, count: 1, mark: { from: 0, count: 1 } });
          if (sentence.end - sentence.start > QUOTE.longest) expect(quotation).toBeUndefined();
          else expect([quotation?.start, quotation?.end]).toEqual([sentence.start, sentence.end]);
        }
  });

  it("gives the same again after the corpus was read again", () => {
    const again = corpusFrom(FILES);
    fc.assert(
      fc.property(fc.constantFrom(...(corpora[1]?.passages ?? [])), selections, (passage, selection) => {
        const one = quotationOf(passage, selection);
        const other = quotationOf(again.byKey.get(passage.key) ?? passage, selection);
        expect(other && { ...other, passage: other.passage.key }).toEqual(
          one && { ...one, passage: passage.key },
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is not changed by articles that came before its own", () => {
    const more = corpusFrom({ "first.md": page("first", "مقال آخر", "نص آخر لا شأن له بالجسر."), ...FILES });
    const selection = { first: 0, count: 3, mark: { from: 0, count: 1 } };
    const passage = own("افتتح الوالي");
    expect(quotationOf(more.byKey.get(passage.key) ?? passage, selection)?.quote).toBe(
      quotationOf(passage, selection)?.quote,
    );
  });

  it("quotes two neighbouring paragraphs as one, and says which they are", () => {
    const quotation = quotationOf(own("افتتح الوالي"), { first: 0, count: 3, mark: { from: 2, count: 1 } });
    expect(quotation).toMatchObject({ paragraph: 1, paragraphTo: 2, paragraphs: 3, isPart: false });
    expect(quotation?.quote).toMatch(
      /^افتتح الوالي[\s\S]*\n\nانهار القوس الأوسط من الجسر في فيضان شتاء 1911\.$/u,
    );
    expect(marksOf(quotation)).toEqual(["انهار القوس الأوسط من الجسر في فيضان شتاء 1911."]);
  });

  it("joins marked clauses of one sentence, and marks those of two sentences apart", () => {
    const passage = own("فاز نادي النخيل");
    const clauses = passage.article.sentences[passage.firstSentence + 1]?.clauses.length ?? 0;
    expect(clauses).toBe(2);
    const marked = quotationOf(passage, { first: 1, count: 1, mark: { from: 0, count: 2 } });
    expect(marksOf(marked)).toEqual([
      "أقيمت المباراة في ملعب الرمال مساء 19 مايو 2023، وحضرها 32 ألف متفرج.",
    ]);
    const both = quotationOf(passage, { first: 0, count: 2, mark: { from: 0, count: 2 } });
    expect(marksOf(both)).toEqual([
      "فاز نادي النخيل على نادي الشراع بثلاثة أهداف لهدفين في نهائي كأس الواحات.",
      "أقيمت المباراة في ملعب الرمال مساء 19 مايو 2023،",
    ]);
  });

  it("marks at most 300 units, up to a whole word, however much a selection names", () => {
    const passage = passageWith(corpusFrom({ "many.md": MANY }), "حفر السكان");
    const quotation = quotationOf(passage, { first: 0, count: 6, mark: { from: 0, count: 12 } });
    const marks = marksOf(quotation).join("");
    expect(marks.length).toBeLessThanOrEqual(MARK.longest);
    expect(marks.length).toBeGreaterThan(MARK.longest - 20);
    expect(quotation?.quote.slice((quotation.highlights.at(-1)?.end ?? 0) - quotation.start)).toMatch(/^\s/u);
  });

  it("marks a part of a word of a thousand letters, and splits no pair", () => {
    for (const letter of ["\u0628", "\u{1F600}", "\u0628\u{1F600}"]) {
      const word = letter.repeat(440 / letter.length);
      const corpus = corpusFrom({ "word.md": page("word", "كلمة", `حفر السكان قناة طويلة. ${word}`) });
      for (const passage of corpus.passages)
        for (let first = 0; first < passage.sentenceCount; first++) {
          const quotation = quotationOf(passage, { first, count: 1, mark: { from: 0, count: 1 } });
          if (quotation !== undefined) expectSound(quotation);
          expect(marksOf(quotation).every((mark) => mark.isWellFormed())).toBe(true);
        }
    }
  });

  it("never runs over what was left out, though both sides stand next to each other", () => {
    const passage = own("يصل النهر");
    const before = { first: 0, count: 2, mark: { from: 0, count: 1 } };
    expect(quotationOf(passage, before)?.quote).toBe(
      "يصل النهر إلى الخليج بعد رحلة طويلة. وتتفرع منه سبع قنوات.",
    );
    expect(quotationOf(passage, { ...before, count: 3 })).toBeUndefined();
  });

  it("quotes a part of a sentence that is too long, from a clause's beginning to a clause's end", () => {
    const passage = own("الحوض رقم 7");
    const part = { first: 0, count: 1, part: { from: 3, count: 4 }, mark: { from: 1, count: 2 } };
    const quotation = quotationOf(passage, part);
    expect(quotation?.isPart).toBe(true);
    expect(quotation?.quote).toMatch(/،$/u);
    expect(passage.article.text.slice(0, quotation?.start)).toMatch(/،\s*$/u);
    expect(quotationOf(passage, { first: 0, count: 1, mark: { from: 0, count: 1 } })).toBeUndefined();
  });

  it.each<[string, Selection]>([
    ["past the passage's last sentence", { first: 2, count: 1, mark: { from: 0, count: 1 } }],
    ["past the article's last sentence", { first: 0, count: 8, mark: { from: 0, count: 1 } }],
    ["of no sentence", { first: 0, count: 0, mark: { from: 0, count: 1 } }],
    ["with a mark past its end", { first: 0, count: 1, mark: { from: 0, count: 9 } }],
    ["with a mark that begins past its end", { first: 0, count: 1, mark: { from: 40, count: 1 } }],
    [
      "of a part past its sentence",
      { first: 0, count: 1, part: { from: 0, count: 8 }, mark: { from: 0, count: 1 } },
    ],
    [
      "of a part of two sentences",
      { first: 0, count: 2, part: { from: 0, count: 1 }, mark: { from: 0, count: 1 } },
    ],
  ])("gives nothing for a selection %s", (_, selection) => {
    expect(quotationOf(own("كلف البناء"), selection)).toBeUndefined();
  });

  it("does not count headings as paragraphs: one belongs to the paragraph below it", () => {
    const heading = own("الطريقة");
    const quoted = quotationOf(heading, { first: 0, count: 1, mark: { from: 0, count: 1 } });
    const below = quotationOf(own("يحمر البصل"), { first: 0, count: 1, mark: { from: 0, count: 1 } });
    expect(quoted?.paragraph).toBe(below?.paragraph);
    expect(below).toMatchObject({ paragraph: 4, paragraphs: 5 });
  });
});

describe("adjoin", () => {
  it("holds within a paragraph and between neighbours, and fails across a line that was left out", () => {
    expect(neighbours("يصل النهر")).toEqual([
      ["يصل النهر إلى الخليج بعد رحلة طويلة.", "وتتفرع منه سبع قنوات.", true],
      ["وتتفرع منه سبع قنوات.", "تسكن الضفة الغربية للنهر طيور النحام الوردي.", false],
      ["تسكن الضفة الغربية للنهر طيور النحام الوردي.", "وتعود إليها كل خريف.", true],
    ]);
    expect(neighbours("افتتح الوالي").map(([, , together]) => together)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});

/** Each sentence of an article beside the next, and whether they stand together; the title apart. */
function neighbours(words: string): [before: string, after: string, together: boolean][] {
  const { article } = own(words);
  const sentences = article.sentences.filter(
    ({ paragraph }) => article.paragraphs[paragraph]?.kind !== "heading",
  );
  return sentences.slice(1).map((after, i) => {
    const before = sentences[i] ?? after;
    const text = (sentence: Sentence) => article.text.slice(sentence.start, sentence.end);
    return [text(before), text(after), adjoin(article, before, after)];
  });
}

function expectSound({
  passage,
  start,
  end,
  quote,
  highlights,
  paragraph,
  paragraphTo,
  paragraphs,
}: Quotation): void {
  const { article } = passage;
  expect(quote).toBe(article.text.slice(start, end));
  expect(quote).toBe(quote.trim());
  expect(quote.length).toBeGreaterThan(0);
  expect(quote.length).toBeLessThanOrEqual(QUOTE.longest);
  // The bullet of a list's first item stands before its passage.
  const before = article.text.slice(start, Math.max(start, passage.start));
  expect(before).toMatch(/^(?:[-*+]\s+|\d+[.)]\s+)?$/u);
  expect(highlights.length).toBeGreaterThan(0);
  let free = start;
  for (const mark of highlights) {
    expect(mark.start).toBeGreaterThanOrEqual(free);
    expect(mark.end).toBeGreaterThan(mark.start);
    free = mark.end;
  }
  expect(free).toBeLessThanOrEqual(end);
  const length = highlights.reduce((sum, mark) => sum + mark.end - mark.start, 0);
  expect(length).toBeLessThanOrEqual(MARK.longest);
  expect(paragraph).toBeGreaterThanOrEqual(1);
  expect(paragraphTo).toBeGreaterThanOrEqual(paragraph);
  expect(paragraphs).toBeGreaterThanOrEqual(paragraphTo);
  for (const { start: at, afterGap } of article.paragraphs)
    if (afterGap) expect(at > start && at < end).toBe(false);
}

function own(words: string): Passage {
  return passageWith(corpusOf(), words);
}

function corpusOf(): Corpus {
  const corpus = corpora[1];
  if (corpus === undefined) throw new Error("the made-up articles are not read yet");
  return corpus;
}

function marksOf(quotation: Quotation | undefined): string[] {
  return (quotation?.highlights ?? []).map(
    ({ start, end }) => quotation?.passage.article.text.slice(start, end) ?? "",
  );
}
