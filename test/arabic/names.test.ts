import { describe, expect, it } from "vitest";
import { fold } from "../../src/arabic/folding.ts";
import { sameName, skeleton } from "../../src/arabic/names.ts";

/** Cities, scholars, artists, players and brands in the spelling of Arabic newspapers. */
const PAIRS = [
  "Beethoven بيتهوفن, Bach باخ, Mozart موزارت, Mozart موتسارت, Chopin شوبان, Schubert شوبرت, Vivaldi فيفالدي, Tchaikovsky تشايكوفسكي, Beyoncé بيونسيه",
  "Einstein أينشتاين, Newton نيوتن, Darwin داروين, Galileo غاليليو, Pasteur باستور, Freud فرويد, Picasso بيكاسو, Leonardo ليوناردو",
  "Shakespeare شكسبير, Dostoevsky دوستويفسكي, Tolstoy تولستوي, Kafka كافكا, Hemingway همنغواي, Nietzsche نيتشه, Marx ماركس",
  "Washington واشنطن, Churchill تشرشل, Lincoln لينكولن, Kennedy كينيدي, Napoleon نابليون, Bonaparte بونابرت, Columbus كولومبوس, Magellan ماجلان",
  "Ronaldo رونالدو, Zidane زيدان, Mbappé مبابي, Haaland هالاند, Messi ميسي, Jordan جوردان",
  "Google غوغل, Samsung سامسونغ, Toyota تويوتا, Microsoft مايكروسوفت, Amazon أمازون, Facebook فيسبوك, Netflix نتفليكس, Instagram إنستغرام, Boeing بوينغ, Spotify سبوتيفاي",
  "London لندن, Chicago شيكاغو, Shanghai شنغهاي, Manchester مانشستر, Copenhagen كوبنهاغن, Sydney سيدني, Khartoum الخرطوم, Tokyo طوكيو, Oxford أكسفورد, Stanford ستانفورد",
].flatMap((line) => line.split(", ").map((pair) => pair.split(" ")));

/** Spelled after another pronunciation than the Latin letters suggest: the rule does not reach them. */
const MISSED =
  "Wagner فاغنر, Volkswagen فولكسفاغن, Barcelona برشلونة, Beijing بكين, Munich ميونخ, Cicero شيشرون, Edinburgh إدنبرة, Salah صلاح"
    .split(", ")
    .map((pair) => pair.split(" "));

const isSame = ([a = "", b = ""]: readonly string[]) => sameName(fold(a), fold(b));

describe("sameName", () => {
  it.each(PAIRS)("knows %s in %s, whichever comes first", (latin, arabic) => {
    expect(sameName(fold(latin ?? ""), fold(arabic ?? ""))).toBe(true);
    expect(sameName(fold(arabic ?? ""), fold(latin ?? ""))).toBe(true);
  });

  it("matches at least 85 of 100 such pairs, those that it misses counted", () => {
    const all = [...PAIRS, ...MISSED];
    expect(MISSED.filter(isSame)).toEqual([]);
    expect(all.filter(isSame).length / all.length).toBeGreaterThanOrEqual(0.85);
  });

  it.each(["همنغواي همنجواي", "سامسونغ سامسونج", "إنستغرام انستجرام", "بوينغ بوينج", "تشرشل تشيرشل"])(
    "joins two Arabic spellings: %s",
    (pair) => {
      expect(isSame(pair.split(" "))).toBe(true);
    },
  );

  it.each([
    "كتاب كاتب",
    "غبار جبار",
    "مركب مراقب",
    "شركات شراكات",
    "مدرس مدارس",
    "صلاح سلاح",
    "قلب كلب",
    "جمل جميل",
    "علم عالم",
    "سوق ساق",
    "شجر شغر",
    "محليا محاليا",
    "حرب حراب",
    "قطار كتار",
  ])("keeps ordinary Arabic words apart: %s", (pair) => {
    expect(isSame(pair.split(" "))).toBe(false);
  });

  it.each([
    "card قرد",
    "price برز",
    "force فرصة",
    "market مرقد",
    "first فرست",
    "data داتا",
    "the ذي",
    "team تيم",
  ])("takes an English word of known meaning for no name: %s", (pair) => {
    expect(isSame(pair.split(" "))).toBe(false);
  });

  it.each([
    "github كتاب",
    "kenya كانوا",
    "ethereum احترام",
    "openai بيان",
    "amazon مصنع",
    "chicago شقيقة",
    "tesla تسليح",
    "exam الجسم",
    "exam القسم",
    "button الباحثين",
    "nvidia نفوذها",
    "thomas تموز",
    "guitar أكثر",
    "clock الأخلاق",
    "shrek الشركة",
    "sine الصين",
    "coreweave الخريف",
    "video الفوضى",
    "piano بيننا",
    "comet جماعات",
    "gallery كالوري",
  ])("asks more of a short name than its consonants: %s", (pair) => {
    expect(isSame(pair.split(" "))).toBe(false);
    expect(isSame(pair.split(" ").reverse())).toBe(false);
  });

  it("says nothing of two Latin words, of a word and itself, and of digits", () => {
    expect(sameName("huang", "hwang")).toBe(false);
    expect(sameName("لندن", "لندن")).toBe(false);
    expect(sameName("2021", "h800")).toBe(false);
  });
});

describe("a name in several spellings and both scripts", () => {
  const oneName = [
    ["Nvidia", "إنفيديا", "نفيديا", "نيفيديا"],
    ["Huang", "هوانغ", "هوانج"],
    ["Goldman", "غولدمان", "جولدمان"],
    ["CoreWeave", "كورويف"],
    ["DeepSeek", "ديبسيك"],
    ["Bitcoin", "بيتكوين", "بتكوين"],
    ["Ethereum", "إيثيريوم", "ايثريوم"],
    ["Jensen", "جنسن", "جينسن"],
    ["Google", "غوغل", "جوجل", "قوقل"],
  ];
  it.each(oneName)("%s has one key for %s and the others", (...spellings) => {
    expect(new Set(spellings.map((name) => skeleton(fold(name)))).size).toBe(1);
  });
  it.each(oneName)("%s is the same name as %s and the others", (...spellings) => {
    for (const a of spellings)
      for (const b of spellings)
        if (a !== b) expect([a, b, sameName(fold(a), fold(b))]).toEqual([a, b, true]);
  });
});

describe("skeleton", () => {
  it("is empty where it says nothing", () => {
    for (const term of ["", "2021", "h800", "a", "ابي", "s&p", "\u5434"]) expect(skeleton(term)).toBe("");
  });
});
