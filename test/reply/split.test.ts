import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Reply, splitReply, wordingOf } from "../../src/index.ts";
import { MOST_PARTS } from "../../src/reply/split.ts";

const citation: Block = { type: "citation", key: "abcdefgh", title: "نحل الوادي", line: "الفقرة ١ من ٢" };
const actions: Reply["actions"] = [
  [{ type: "copy", label: "نسخ الاقتباس ومصدره", text: "«نحل»\nنحل الوادي", key: "abcdefgh" }],
];

function reply(...blocks: Block[]): Reply {
  return { language: "ar", blocks, actions, verdict: "answered" };
}

function quote(text: string, ...marks: [start: number, end: number][]): Block {
  return { type: "quote", text, marks: marks.map(([start, end]) => ({ start, end })) };
}

function quotesOf(parts: readonly Reply[]) {
  return parts.flatMap(({ blocks }) => blocks).filter((block) => block.type === "quote");
}

const SENTENCES = "يسقي البستاني الأحواض كل صباح. ثم يترك الماء يومًا كاملًا! فهل يكفي ذلك؟ نعم، يكفي. ".repeat(
  20,
);

describe("splitReply", () => {
  it("leaves a reply that fits as it is", () => {
    const whole = reply(quote("جملة قصيرة."), citation);
    expect(splitReply(whole, { text: 4096 })).toEqual([whole]);
  });

  it("cuts at sentence ends, with the citation on each part, and says which part it is", () => {
    const parts = splitReply(reply(quote(SENTENCES), citation), { text: 600 });
    expect(parts.length).toBeGreaterThan(2);
    for (const [i, part] of parts.entries()) {
      const [text, source] = part.blocks;
      expect(text).toMatchObject({ type: "quote", part: { index: i + 1, total: parts.length } });
      expect(source).toEqual(citation);
      expect(text?.type === "quote" && text.text).toMatch(/[.!؟] $/);
    }
  });

  it("puts the actions under the last part alone", () => {
    const parts = splitReply(reply(quote(SENTENCES), citation), { text: 600 });
    expect(parts.map((part) => part.actions.length > 0)).toEqual(parts.map((_, i) => i === parts.length - 1));
    expect(parts.at(-1)?.actions).toBe(actions);
  });

  it("loses nothing of any text, keeps the limits and never cuts a character in two", () => {
    const letter = fc.constantFrom("ب", "😀", " ", ". ", "، ", "\n", "؟ ", "\u064E", "x");
    const text = fc.array(letter, { minLength: 1, maxLength: 400 }).map((letters) => letters.join(""));
    const room = fc.integer({ min: 120, max: 500 });
    fc.assert(
      fc.property(text, text, room, (first, second, limit) => {
        const parts = splitReply(reply({ type: "text", text: first }, quote(second), citation), {
          text: limit,
        });
        expect(
          quotesOf(parts)
            .map((block) => block.text)
            .join(""),
        ).toBe(second);
        const lines = parts.flatMap(({ blocks }) => blocks).filter((block) => block.type === "text");
        expect(lines.map((block) => block.text).join("")).toBe(first);
        for (const { blocks } of parts) {
          const size = blocks.reduce((sum, block) => {
            // A citation that would take more than half of a part is shortened.
            const text = block.type === "citation" ? block.title + block.line : block.text;
            return sum + text.length + 40;
          }, 0);
          expect(size).toBeLessThanOrEqual(limit);
          for (const block of blocks)
            if (block.type !== "citation") expect(block.text.isWellFormed()).toBe(true);
        }
      }),
      { examples: [["ب", "😀ب؟ 😀. . ب؟ ، بب", 120]] },
    );
  });

  it("puts a citation behind the quotations of every part", () => {
    const three = [SENTENCES, SENTENCES.slice(0, 200), SENTENCES].map((text) => quote(text));
    for (const { blocks } of splitReply(reply(...three, citation), { text: 900 }))
      expect(blocks.at(-1)).toEqual(citation);
  });

  it("keeps every marked letter marked, also where a mark is cut in two", () => {
    const marks: [number, number][] = [
      [10, 700],
      [900, 905],
    ];
    const parts = quotesOf(splitReply(reply(quote(SENTENCES, ...marks), citation), { text: 500 }));
    const marked = parts
      .flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)))
      .join("");
    expect(marked).toBe(marks.map(([start, end]) => SENTENCES.slice(start, end)).join(""));
  });

  it("keeps the number of marks in a part", () => {
    const marks = Array.from({ length: 40 }, (_, i): [number, number] => [i * 8, i * 8 + 3]);
    const parts = quotesOf(
      splitReply(reply(quote(SENTENCES, ...marks), citation), { text: 4096, marks: 15 }),
    );
    expect(parts.map((part) => part.text).join("")).toBe(SENTENCES);
    for (const part of parts) expect(part.marks.length).toBeLessThanOrEqual(15);
  });

  it("cuts a run without white space between characters", () => {
    const run = "😀".repeat(500);
    const parts = quotesOf(splitReply(reply(quote(run), citation), { text: 301 }));
    expect(parts.map((part) => part.text).join("")).toBe(run);
    for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
  });

  it("measures by what the platform makes of a block", () => {
    const size = (block: Block) => (block.type === "citation" ? 10 : block.text.length * 2);
    for (const { blocks } of splitReply(reply(quote(SENTENCES), citation), { text: 1000, size }))
      expect(blocks.reduce((sum, block) => sum + size(block), 0)).toBeLessThanOrEqual(1000);
  });

  it("keeps the limits with a citation of any length, in at most eight parts, and tells what is left out", () => {
    const word = fc.constantFrom("ب", "😀", " ", ". ", "، ", "\n", "كلمة ", "x");
    const textOf = (maxLength: number) =>
      fc.array(word, { maxLength, size: "max" }).map((all) => all.join(""));
    const source = fc.record({
      type: fc.constant("citation" as const),
      key: fc.constant("abcdefgh"),
      title: textOf(800),
      line: textOf(800),
      basis: textOf(6000),
    });
    const quoted = fc
      .tuple(textOf(5000), source)
      .map(([text, citation]): Block[] => [
        { type: "quote", text, marks: [{ start: 0, end: Math.min(3, text.length) }] },
        citation,
      ]);
    const said = textOf(2000).map((text): Block[] => [{ type: "text", text }]);
    const blocks = fc.array(fc.oneof(quoted, said), { maxLength: 5 }).map((all) => all.flat());
    const limits = fc.record({
      text: fc.integer({ min: 300, max: 5000 }),
      marks: fc.integer({ min: 1, max: 9 }),
    });
    const sizeOf = (block: Block) =>
      40 +
      (block.type === "citation"
        ? block.title.length + block.line.length + (block.basis?.length ?? 0)
        : block.text.length);
    fc.assert(
      fc.property(blocks, limits, (all, limit) => {
        const parts = splitReply(reply(...all), { ...limit, size: sizeOf });
        expect(parts.length).toBeLessThanOrEqual(MOST_PARTS);
        for (const part of parts) {
          expect(part.blocks.reduce((sum, block) => sum + sizeOf(block), 0)).toBeLessThanOrEqual(limit.text);
          const marks = part.blocks.map((block) => (block.type === "quote" ? block.marks.length : 0));
          expect(marks.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(limit.marks);
        }
        const textsOf = (blocks: readonly Block[]) =>
          blocks.map((block) => (block.type === "citation" ? "" : block.text)).join("");
        const whole = textsOf(all);
        const shown = parts.map((part) => textsOf(part.blocks)).join("");
        const { rest } = wordingOf("ar");
        if (shown !== whole) expect(shown.endsWith(rest)).toBe(true);
        expect(whole.startsWith(shown.slice(0, shown === whole ? undefined : -rest.length))).toBe(true);
        expect(parts.at(-1)?.actions).toBe(actions);
      }),
    );
  });

  it("leaves out what a citation rests on before it cuts a quotation in pieces", () => {
    const basis = `استنادًا إلى ${"كتاب ".repeat(900)}`;
    const parts = splitReply(reply(quote("جملة قصيرة."), { ...citation, basis }), { text: 4096 });
    expect(parts.map(({ blocks }) => blocks)).toEqual([[quote("جملة قصيرة."), citation]]);
  });

  it("keeps links on their words", () => {
    const text = `${"كلمة ".repeat(100)}هنا`;
    const at = { start: text.length - 3, end: text.length, url: "https://example.org/" };
    const parts = splitReply(reply({ type: "text", text, links: [at] }), { text: 300 });
    const last = parts.at(-1)?.blocks.at(-1);
    expect(last?.type === "text" && last.links?.map(({ start, end }) => last.text.slice(start, end))).toEqual(
      ["هنا"],
    );
  });
});
