import { describe, expect, it } from "vitest";
import type { Article } from "../../src/index.ts";
import { addressOf, LINK_MAX, linkTo } from "../../src/reply/link.ts";
import { gardenCorpus } from "./garden.ts";

const [some] = (await gardenCorpus()).articles;

function at(url: string): Article {
  if (some === undefined) throw new Error("The garden has articles");
  return { ...some, url };
}

describe("linkTo", () => {
  it("jumps to a short quotation by all its words", () => {
    expect(linkTo(at("https://example.org/bees"), "a b, c-d & e")).toBe(
      "https://example.org/bees#:~:text=a%20b%2C%20c%2Dd%20%26%20e",
    );
  });

  it("jumps to a long one by its first and last words, within one line", () => {
    expect(linkTo(at("https://example.org/"), "a b c d e f g h i j\nnext line")).toBe(
      "https://example.org/#:~:text=a%20b%20c%20d,g%20h%20i%20j",
    );
  });

  const marked = (shown: string, ...words: string[]) => {
    const marks = words.map((word) => ({
      start: shown.indexOf(word),
      end: shown.indexOf(word) + word.length,
    }));
    const url = linkTo(at("https://example.org/"), shown, marks) ?? "";
    return (url.split("#:~:")[1] ?? "").split("&").map((fragment) => decodeURIComponent(fragment));
  };

  it("names words of one cell, and no bullet", () => {
    expect(marked("اسم | تاريخ ميلاده | 1931", "تاريخ")).toEqual(["text=تاريخ,-ميلاده"]);
    expect(marked("• ولد سنة 1931\n• مات", "سنة 1931")).toEqual(["text=ولد-,سنة 1931"]);
  });

  it("jumps to the marked words, wherever in the quotation they stand", () => {
    const shown = "a b c d e f\ng h i j k l m n o p q r s";
    expect(marked(shown, "h i j k")).toEqual(["text=h i j k"]);
    expect(marked(shown, "h i j k l m n o p q")).toEqual(["text=h i j k,n o p q"]);
  });

  it("tells by the words beside it which year or name is meant, and names whole words", () => {
    const shown = "بُنيت منارة رأس الحمام عام 1923 على صخرة عالية فوق البحر.";
    expect(marked(shown, "1923")).toEqual(["text=رأس الحمام عام-,1923,-على صخرة عالية"]);
    expect(marked(shown, "لبحر")).toEqual(["text=صخرة عالية فوق-,البحر."]);
  });

  it("names several marks, as many as there is room for", () => {
    const shown =
      "بُنيت منارة رأس الحمام عام 1923 على صخرة ترتفع 41 مترًا فوق البحر، وتحوّلت إلى متحف سنة 1998.";
    const all = marked(shown, "1923", "41 مترًا", "سنة 1998");
    expect(all.length).toBeGreaterThan(0);
    expect(all[0]).toContain("1923");
    const url = linkTo(at("https://example.org/"), shown, [
      { start: 0, end: shown.length },
      { start: 0, end: 4 },
    ]);
    expect((url ?? "").length).toBeLessThanOrEqual(LINK_MAX);
  });

  it("percent-encodes Arabic, and a browser reads it back", () => {
    const url = linkTo(at("https://example.org/"), "في وادي الزهر أربعون خلية") ?? "";
    expect(url).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeURIComponent(url.split("text=")[1] ?? "")).toBe("في وادي الزهر أربعون خلية");
  });

  it("keeps a fragment that the address has", () => {
    expect(linkTo(at("https://example.org/#part"), "word")).toBe("https://example.org/#part:~:text=word");
  });

  it("is never longer than a button takes, and the bare address where it must be", () => {
    expect(linkTo(at("https://example.org/"), "كلمة".repeat(200))).toBe("https://example.org/");
    const long = `https://example.org/${"a".repeat(480)}`;
    expect(linkTo(at(long), "a word")).toBe(long);
    expect((linkTo(at(long), "a") ?? "").length).toBeLessThanOrEqual(LINK_MAX);
  });

  it("links to https alone", () => {
    for (const url of [
      "http://example.org/",
      "javascript:alert(1)",
      "ftp://example.org/",
      "not a url",
      "//example.org",
    ]) {
      expect(linkTo(at(url), "word")).toBeUndefined();
      expect(addressOf(at(url))).toBeUndefined();
    }
  });

  it("survives a lone surrogate", () => {
    expect(linkTo(at("https://example.org/"), "a \ud83d b")).toBe("https://example.org/#:~:text=a%20%20b");
  });
});
