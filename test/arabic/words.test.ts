import { describe, expect, it } from "vitest";
import { fold } from "../../src/arabic/folding.ts";
import { lightStem } from "../../src/arabic/stems.ts";
import { allWords, isQuestionWord, isStopWord } from "../../src/arabic/stop-words.ts";
import { synonymGroups, synonymsOf } from "../../src/arabic/synonyms.ts";
import { allTranslations, translationsOf } from "../../src/arabic/translations.ts";

const unfolded = (words: Iterable<string>) => [...words].filter((word) => fold(word) !== word);

describe("isStopWord and isQuestionWord", () => {
  it("list every word folded, so that a term can be found", () => {
    expect(unfolded(allWords().stop)).toEqual([]);
    expect(unfolded(allWords().question)).toEqual([]);
  });

  it.each([
    "الذي",
    "كانت",
    "وكان",
    "إلى",
    "عليها",
    "اللي",
    "بتاع",
    "تبع",
    "عشان",
    "ديال",
    "مش",
    "رح",
    "لسه",
    "هسه",
    "the",
    "doesn’t".replace("’", ""),
  ])("%s is a stop word", (word) => {
    expect(isStopWord(fold(word))).toBe(true);
  });

  it.each([
    "متى",
    "لماذا",
    "كم",
    "فأين",
    "وكيف",
    "ليش",
    "إزاي",
    "قديش",
    "وش",
    "شكون",
    "شنو",
    "شوكت",
    "بكام",
    "how",
  ])("%s asks", (word) => {
    expect(isQuestionWord(fold(word))).toBe(true);
  });

  it.each([
    "دول",
    "مال",
    "حق",
    "هوا",
    "شباب",
    "سلام",
    "ألم",
    "الأم",
    "وقت",
    "فرح",
    "فهم",
    "وحدة",
    "سعر",
    "يوم",
    "محل",
    "قلب",
  ])("%s names something and is neither", (word) => {
    expect([isStopWord(fold(word)), isQuestionWord(fold(word))]).toEqual([false, false]);
  });
});

describe("translationsOf", () => {
  it("knows several hundred English words, each with folded Arabic ones", () => {
    expect(allTranslations().size).toBeGreaterThan(600);
    for (const [english, arabic] of allTranslations()) {
      expect(english).toMatch(/^[a-z]+$/);
      expect([english, unfolded(arabic)]).toEqual([english, []]);
      expect(arabic.join("")).toMatch(/^[\u0621-\u064a]+$/);
    }
  });

  it.each([
    ["prices", "سعر"],
    ["founded", "تأسس"],
    ["companies", "شركة"],
    ["mining", "تعدين"],
    ["stopped", "توقف"],
    ["symptoms", "أعراض"],
    ["goals", "هدف"],
    ["ingredients", "مقادير"],
    ["judges", "قاضي"],
    ["hotels", "فندق"],
    ["cheaper", "رخيص"],
    ["treated", "علاج"],
    ["fondee", "تأسس"],
    ["investisseurs", "مستثمر"],
    ["ouvertes", "مفتوح"],
  ])("undoes the inflection of %s and finds %s", (english, arabic) => {
    expect(translationsOf(english)).toContain(fold(arabic));
  });

  it("knows no names of people and companies, no Arabic words and no digits", () => {
    for (const term of ["nvidia", "beethoven", "سعر", "2021", "", "constructor"])
      expect(translationsOf(term)).toEqual([]);
  });
});

describe("synonymsOf", () => {
  it.each([
    "مرة امرأه",
    "بطل توقف",
    "الحرم منع",
    "الحرم امرأه",
    "آب رجع",
    "محلي سكر",
    "ذهب راح",
    "حكيم طبيب",
  ])("gives an everyday word nothing that another sense of it means: %s", (pair) => {
    const [word = "", other = ""] = pair.split(" ").map(fold);
    expect(synonymsOf(word)).not.toContain(other);
  });

  it("lists every group folded, without a word twice in it", () => {
    for (const words of synonymGroups()) {
      expect([words, unfolded(words)]).toEqual([words, []]);
      expect([words, new Set(words).size]).toEqual([words, words.length]);
    }
    expect(synonymGroups().length).toBeGreaterThan(300);
  });

  it.each([
    ["الهبوط", "انخفاض"],
    ["صعود", "ارتفاع"],
    ["رقاقة", "شريحة"],
    ["كلفة", "ثمن"],
    ["طبيب", "دكتور"],
    ["فلوس", "مال"],
    ["طاح", "وقع"],
    ["فراخ", "دجاج"],
    ["مقادير", "مكونات"],
    ["ميراث", "إرث"],
    ["مباراة", "لقاء"],
    ["تستعمل", "استخدم"],
    ["يستعملون", "استخدم"],
    ["تهبط", "انخفض"],
    ["الممنوعة", "محظور"],
  ])("knows for %s the word %s", (word, synonym) => {
    expect(synonymsOf(fold(word)).map(lightStem)).toContain(lightStem(fold(synonym)));
  });

  it("gives nothing for a word it does not know, and never the word itself", () => {
    expect(synonymsOf("زقزقه")).toEqual([]);
    for (const word of ["سعر", "شركه", "هبوط"]) expect(synonymsOf(word)).not.toContain(word);
  });
});
