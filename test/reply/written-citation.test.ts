import { describe, expect, it } from "vitest";
import { assistant, corpus, quotation, SENTENCE } from "../assistant/garden-assistant.ts";
import { textsOf } from "../assistant/reply-parts.ts";

const cite = async (words: string, style: string) => {
  const { passage } = quotation(words, SENTENCE);
  return assistant.handle({ kind: "cite", text: `#${passage.key} ${style}` });
};

describe("a citation that is written out", () => {
  const bees = "أربعون خلية";

  it("is one line with the link to the words", async () => {
    expect(textsOf(await cite(bees, "short"))).toMatch(
      /^نحل الوادي — مجلة الحقل — ٥ مارس ٢٠٢٤ — https:\/\/example\.org\/bees\?a=1#:~:text=/,
    );
  });

  it("is all that is known, with the key that finds the passage again", async () => {
    const { passage } = quotation(bees, SENTENCE);
    const [line, url] = textsOf(await cite(bees, "full")).split("\n");
    expect(line).toBe(`«نحل الوادي»، سلمى الحداد، مجلة الحقل، ٥ مارس ٢٠٢٤، الفقرة ١ من ٣، #${passage.key}`);
    expect(url).toMatch(/^https:/);
  });

  it("follows Chicago", async () => {
    const line = textsOf(await cite(bees, "Chicago"));
    expect(line).toMatch(/^سلمى الحداد\. «نحل الوادي»\. مجلة الحقل، ٥ مارس ٢٠٢٤\. https:\S+\.$/);
    expect(line).not.toContain("..");
  });

  it("is an entry of BibTeX, in whose fields nothing is a command", async () => {
    const entry = textsOf(await cite(bees, "bibtex"));
    expect(entry).toMatch(/^@misc\{bees,\n {2}author = \{\{سلمى الحداد\}\},\n[\s\S]+\n\}$/);
    expect(entry).toContain("  year = {2024}");
    const fields = entry.split("\n").slice(1, -1);
    for (const field of fields) {
      const opened = field.match(/\{/g)?.length;
      expect(field.match(/\}/g)?.length, field).toBe(opened);
    }
  });

  it("lists what the article does not say, and guesses nothing", async () => {
    const reply = await cite("عسل السدر أغلى", "chicago");
    expect(textsOf(reply)).toBe("«عسل السدر». ٢٠٢٢.");
    expect(textsOf(reply, "notice")).toBe("لا يذكر المقال: الكاتب، المصدر، الرابط.");
    const water = await assistant.handle({
      kind: "cite",
      text: quotation("يُقسم ماء البستان", SENTENCE).passage.key,
      style: "full",
      language: "en",
    });
    expect(textsOf(water, "notice")).toBe("The article does not say: author, address.");
  });

  it("of an unknown key is none, and words that end with a style are words", async () => {
    const unknown = await assistant.handle({ kind: "cite", text: "#AAAAAAAA bibtex" });
    expect(unknown.failed).toBe(true);
    const words = await assistant.handle({ kind: "cite", text: "أربعون خلية من خلايا النحل short" });
    expect(words.verdict).toBeDefined();
    expect(corpus.byKey.size).toBeGreaterThan(0);
  });
});
