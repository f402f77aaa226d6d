import { describe, expect, it } from "vitest";
import { fold } from "../../src/arabic/folding.ts";
import { charGrams } from "../../src/arabic/grams.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { tokenize } from "../../src/arabic/tokens.ts";

const PROTECTED = [
  "ألبانيا ألمانيا التزام التهاب إلكترون إلغاء ألسنة الياس ألياف",
  "وصية وزير وزارة وقت وجه وطن ورق وسط ولد ولاية وظيفة وثيقة وكالة وفاة واقع واجب واحد واشنطن والد والدة وسائل",
  "بالغ بالون كالسيوم كاليفورنيا",
].flatMap((line) => line.split(" "));

describe("lightStem", () => {
  it.each(PROTECTED)("takes no first letter off %s", (word) => {
    expect(fold(word).startsWith(lightStem(fold(word)))).toBe(true);
  });

  it.each(["اليوم", "التعليم", "الدولة"])("still takes the conjunction and the article off و%s", (word) => {
    expect(lightStem(fold(`و${word}`))).toBe(lightStem(fold(word)));
  });

  it("always leaves three letters, or the word when it has no more", () => {
    const text = "والله بالي فال لله ولد وهو هم ها ته يد في كم انا الى بها لهم وال ال وبالهم";
    for (const { term } of tokenize(text))
      expect(lightStem(term).length).toBeGreaterThanOrEqual(Math.min(3, term.length));
  });

  it.each([
    ["markets", "market"],
    ["companies", "company"],
    ["boxes", "box"],
    ["gas", "gas"],
    ["press", "press"],
    ["virus", "virus"],
    ["h800", "h800"],
    ["2021", "2021"],
    ["s&p", "s&p"],
  ])("turns %s into %s", (word, stem) => {
    expect(lightStem(word)).toBe(stem);
  });

  it("may find an ending in a stem, so it is to be applied once", () => {
    const once = lightStem(fold("ميدانيين"));
    expect(lightStem(once)).not.toBe(once);
  });
});

describe("deepStem", () => {
  it.each([
    ["كتب", "كتاب كاتب مكتب مكتبة مكاتب يكتب"],
    ["درب", "تدريب مدرب يدرب التدريبات"],
    ["نخفض", "انخفاض ينخفض منخفض تنخفض"],
    ["رتفع", "ارتفاع مرتفع يرتفع ترتفع سترتفع"],
    ["ستخدم", "استخدام مستخدم يستخدم نستخدم"],
    ["علم", "تعليم معلم علوم"],
    ["سوق", "سوق أسواق الأسواق"],
  ])("joins the family of %s", (root, family) => {
    for (const word of family.split(" ")) expect([word, deepStem(fold(word))]).toEqual([word, root]);
  });

  it("gives every Arabic word at least two letters", () => {
    for (const { term } of tokenize("بيت يوم يد ماء نار قال قيل وقى ليل باب ابا اب استاذ تاج")) {
      expect(deepStem(term).length).toBeGreaterThanOrEqual(2);
    }
  });

  it("treats Latin words and digits as the light stem does", () => {
    for (const word of ["markets", "h800", "2021"]) expect(deepStem(word)).toBe(lightStem(word));
  });
});

describe("charGrams", () => {
  it("gives each run of four letters of the word between underscores once", () => {
    expect(charGrams("كتاب")).toEqual(["_كتا", "كتاب", "تاب_"]);
    expect(charGrams("aaaaaa")).toEqual(["_aaa", "aaaa", "aaa_"]);
  });

  it("gives a word of one or two letters whole, and an empty term nothing", () => {
    expect(charGrams("في")).toEqual(["_في_"]);
    expect(charGrams("\u0648")).toEqual(["_\u0648_"]);
    expect(charGrams("")).toEqual([]);
  });
});
