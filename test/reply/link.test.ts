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

  it("U7: survives a lone surrogate", () => {
    expect(linkTo(at("https://example.org/"), "a \ud83d b")).toBe("https://example.org/#:~:text=a%20%20b");
  });
});
