import { describe, expect, it } from "vitest";
import { fold } from "../../src/arabic/folding.ts";
import { charGrams } from "../../src/arabic/grams.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { tokenize } from "../../src/arabic/tokens.ts";

const PROTECTED = [
  "ألبانيا ألمانيا ألمان التزام التهاب إلكترون إلغاء الياس ألياف آلاف",
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

  it.each([
    "تعدين التعدين تعدينها",
    "تخزين التخزين وتخزينه",
    "تحسين التحسينات تحسينها",
    "زيتون الزيتون زيتونها",
    "قانون القانون قانونية قانونيا",
    "سلطان السلطان سلطانها",
    "إيران الإيراني إيرانية",
    "وطن وطني وطنها",
    "أوطان الأوطان أوطانهم",
    "امتحان الامتحانات امتحانه",
    "تعاون التعاون تعاونهم",
    "محاكم المحاكم محاكمها",
    "تفاهم التفاهم تفاهمات",
    "توجيه التوجيهات توجيهها",
    "نبات النباتات نباته",
    "ثابت ثابتة الثابتات",
    "كويت الكويت الكويتي كويتية",
    "بيوت البيوت بيوتهم",
    "سنة السنة سنوات السنوات سنتين سنوي سنوية سنتها",
    "لغة اللغة لغات لغتنا لغتها لغوي لغويا",
    "كرة الكرة كرات كروية كرته",
    "جهة الجهات جهتين جهته",
    "عملة العملات عملتها عملتين",
    "شبكة الشبكات شبكته شبكتنا شبكتان",
    "شهرة شهرته الشهرة",
    "طب الطب والطب",
    "فن الفن والفن",
    "فقدان فقد فقده",
  ])("has one stem for all of %s", (family) => {
    const stems = family.split(" ").map((word) => lightStem(fold(word)));
    expect(new Set(stems).size).toBe(1);
  });

  it.each([
    "تعدين تعدد",
    "تخزين تخز",
    "تأمين تأم",
    "زيتون زيت",
    "سلطان سلطة",
    "برهان بره",
    "عملة عمل",
    "عملية عمل",
    "شهرة شهر",
    "ثورة ثور",
    "مهمة مهم",
    "ملكة ملك",
    "دورة دور",
    "مكتبة مكتب",
    "تنبيه تنبت",
    "إنسان أنس",
    "أركان أرك",
    "تعاون تعال",
    "نبات نبأ",
    "صامت صام",
    "تثبيت تثبي",
    "آلات لات",
  ])("keeps the two of %s apart", (pair) => {
    const [a = "", b = ""] = pair.split(" ");
    expect(lightStem(fold(a))).not.toBe(lightStem(fold(b)));
  });

  it("leaves three letters, two behind the article, or the word when it has no more", () => {
    const text = "والله بالي فال لله ولد وهو هم ها ته يد في كم انا الى بها لهم وال ال وبالهم";
    for (const { term } of tokenize(text))
      expect(lightStem(term).length).toBeGreaterThanOrEqual(
        Math.min(term.startsWith("ال") ? 2 : 3, term.length),
      );
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

  it.each([
    "سنة السنوات",
    "قصة قصص قصتها",
    "حصة حصص الحصص",
    "طبيب أطباء لأطباء الأطباء",
    "نبي أنبياء",
    "دليل أدلة بأدلة",
    "دواء أدوية الأدوية",
    "سؤال أسئلة الأسئلة",
    "ابن أبناء أبنائهم",
    "خط خطوط بخطوط",
    "حق حقوق الحق",
    "فن فنون",
    "سد سدود",
    "قانون قوانين",
    "سلطان سلاطين",
    "عنوان عناوين",
    "ميزان موازين وزن",
    "تمرين تمارين",
    "تطور تطوير مطور متطور",
    "تنوع تنويع أنواع",
    "تزوج زوجة زواج متزوج",
    "محاولة حاول يحاول",
    "إيقاف توقيف وقف",
    "إيصال وصول",
    "إيجار تأجير استئجار مستأجر",
    "لاعب لعب ملاعب",
    "باحث بحث أبحاث",
    "واقع وقوع",
    "فيلم أفلام",
    "سيارة السيارات بسيارة",
    "شباك شبابيك",
    "شارع الشوارع بالشوارع",
    "نساء امرأة",
    "شبكة شبكي الشبكات",
  ])("meets in one stem for %s", (family) => {
    expect(new Set(family.split(" ").map((word) => deepStem(fold(word)))).size).toBe(1);
  });

  it.each([
    "عملة عمل",
    "شباك شبكة",
    "مناسبة نسبة",
    "سيارة سوريا",
    "روسيا رئيس",
    "أفريقيا فريق",
    "يناير نار",
    "مايو ماء",
    "شارع مشروع",
    "إعلام علم",
    "إمارات أمر",
    "طائرة تطور",
    "جامعة جمعة",
    "تخزين خز",
  ])("keeps the two of %s apart", (pair) => {
    const [a = "", b = ""] = pair.split(" ");
    expect(deepStem(fold(a))).not.toBe(deepStem(fold(b)));
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
