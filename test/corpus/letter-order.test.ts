import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";

const TEXT = `حكاية القرية البعيدة على البحر

كانت القرية الصغيرة على سفح الجبل، وكان أهلها يزرعون الزيتون في الأودية المجاورة إلى أن جاءت سنة القحط الطويلة.
ثم انتقلت العائلة كلها إلى المدينة الكبرى، وبقيت الطاحونة القديمة على النهر وحدها شاهدة على الحياة الأولى هناك.
`;
const backwards = (text: string) => [...text].reverse().join("");
const FORMS = new Map(
  [...Array(0x70).keys()]
    .map((n) => String.fromCharCode(0xfe80 + n))
    .map((form) => [form.normalize("NFKC"), form]),
);
const shaped = (text: string) => [...text].map((letter) => FORMS.get(letter) ?? letter).join("");

describe("readArticle on letters in another order or shape", () => {
  it.each([
    ["lines backwards", TEXT.split("\n").map(backwards).join("\n")],
    ["words backwards", TEXT.replace(/\p{L}+/gu, backwards)],
    ["shapes of letters backwards", shaped(TEXT).split("\n").map(backwards).join("\n")],
  ])("tells %s as such", (_, text) => {
    expect(readArticle("a.txt", text)).toMatchObject({
      fault: true,
      reason: expect.stringContaining("backwards"),
    });
  });

  it("warns of a text in the shapes of letters, and of no other", () => {
    const warnings = (text: string) => {
      const read = readArticle("a.txt", text);
      return "warnings" in read ? read.warnings.map(({ message }) => message) : read.reason;
    };
    expect(warnings(shaped(TEXT))).toEqual([expect.stringContaining("presentation forms")]);
    expect(warnings(TEXT)).toEqual([]);
    expect(warnings(`${TEXT}قال رسول الله ﷺ وهو في المدينة.\n`)).toEqual([]);
  });
});
