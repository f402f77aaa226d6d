import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion, type Talk } from "../../src/arabic/question.ts";

const talk = (text: string) => readQuestion(text).talk;

const SAID: readonly (readonly [Talk, readonly string[]])[] = [
  [
    "identity",
    ["من أنت؟", "مين انت", "شكون نتا؟", "اسمك إيه", "عرّفني بنفسك لو سمحت", "هل أنت روبوت أم إنسان؟"],
  ],
  ["identity", ["مين اللي عملك", "who are you?", "What's your name", "are you a bot or a human?"]],
  ["abilities", ["ماذا تستطيع أن تفعل؟", "شو فيك تعمل؟", "شنو تسوي", "بتعمل ايه؟", "وش تقدر تسوي لي"]],
  [
    "abilities",
    ["كيف أستخدمك؟", "ساعدني", "واش تقدر تعاونني", "what can you do?", "help", "how do you work"],
  ],
  ["contents", ["ما المقالات التي لديك؟", "عن ايش أسألك", "عندك مقالات عن ايه", "شو عندك"]],
  ["contents", ["كم مقالة عندك؟", "what do you have articles about?", "what topics do you cover?"]],
  [
    "origin",
    [
      "من أين هذا؟",
      "منين جبت الكلام ده",
      "شو مصدرك",
      "where is this from?",
      "what's your source?",
      "هل هذا صحيح؟",
      "وين مكتوب هالكلام؟",
    ],
  ],
  ["language", ["هل تفهم العربية؟", "بتحكي عربي؟", "ممكن اسألك بالانجليزي", "do you speak Arabic?"]],
  ["sum", ["2+2", "٢ + ٢ = ؟", "كم 5 × 3؟", "10-3", "كم خمسة زائد ثلاثة", "what is 12*12"]],
  ["chat", ["احكي لي نكتة", "كم عمرك؟", "الساعة كام", "بحبك", "tell me a joke", "what time is it?"]],
  ["test", ["test", "تست تست", "هذه تجربة", "هل تعمل؟", "في حدا هون", "are you there?"]],
  ["farewell", ["مع السلامة", "باي", "إلى اللقاء", "يلا باي", "في أمان الله", "bye bye", "see you later"]],
  ["night", ["تصبح على خير", "good night"]],
  ["feast", ["كل عام وأنتم بخير", "عيد مبارك", "رمضان كريم"]],
  ["thanks", ["شكرا جزيلا", "الله يعطيك العافية", "تسلم", "جزاك الله خيرا", "Thank you so much", "thx"]],
  ["praise", ["أحسنت", "ممتاز جدا", "good job"]],
  ["sorry", ["آسف على الإزعاج", "sorry"]],
  ["peace", ["السلام عليكم ورحمة الله وبركاته", "سلام عليكم يا شباب", "salam alaikum"]],
  ["morning", ["صباح الخير يا شباب", "صباح النور", "good morning everyone"]],
  ["evening", ["مساء الخير", "يسعد مساك", "good evening"]],
  ["welfare", ["كيف حالك؟", "شلونك", "عامل ايه", "how are you?"]],
  ["greeting", ["مرحبا", "هلا والله", "هاي", "Hello!"]],
  ["assent", ["تمام", "ههههه", "ok", "اه", "واخا"]],
  ["chat", ["بوت غبي", "اخرس", "أنت ما بتفهم شي", "stupid bot"]],
  ["abilities", ["لم أفهم", "مش فاهم حاجة", "i don't understand"]],
  ["welfare", ["واش راك", "الاخبار ايه"]],
  ["thanks", ["ربنا يباركلك"]],
  ["test", ["1 2 3"]],
];

describe("what is said to the bot", () => {
  it.each(SAID.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
    "«%s» is %s",
    (text, kind) => {
      expect(talk(text)).toBe(kind);
    },
  );

  it.each([
    ["هلووو", "greeting"],
    ["صبااااح الخييير", "morning"],
    ["شكراا", "thanks"],
    ["السلم عليكم", "peace"],
    ["byeee", "farewell"],
  ])("is known with letters drawn out and with a slip: «%s»", (text, kind) => {
    expect(talk(text)).toBe(kind);
  });

  it.each([
    ["saba7 el 5er", "morning"],
    ["sabah lkhir", "morning"],
    ["choukran bzaf", "thanks"],
    ["shokran ktir", "thanks"],
    ["mar7aba, keefak?", "welfare"],
    ["Salam 3alaikom wa rahmatullah", "peace"],
    ["ezzayak ya basha", "welfare"],
    ["ma3 el salama", "farewell"],
    ["chkoun nta", "identity"],
    ["3andak eh?", "contents"],
    ["tesba7 3ala kheir", "night"],
  ])("is known in Latin letters and digits, however it is spelled: «%s»", (text, kind) => {
    expect(talk(text)).toBe(kind);
  });

  it.each(["ما اسمه؟", "من صنعه؟", "ومن مديره؟", "كيف حاله؟", "ma3 sherket salam", "shukran lahoud"])(
    "is no word of somebody else, nor a name: «%s»",
    (text) => {
      expect(talk(text)).toBeUndefined();
    },
  );

  it("is what weighs most of several phrases", () => {
    expect(talk("السلام عليكم، كيف حالك؟ من أنت؟")).toBe("identity");
    expect(talk("شكرا، مع السلامة")).toBe("farewell");
    expect(talk("@isnad_bot مرحبا")).toBe("greeting");
  });

  it.each([
    "ما السلامة المهنية؟",
    "السلامة",
    "ما هو السلام؟",
    "من هو",
    "من هو الله",
    "سلام بيرم",
    "من هو إيلون ماسك؟",
    "من أسس المدينة؟",
    "من أنت؟ ومتى بنيت القلعة؟",
    "السلام عليكم، متى بنيت القلعة؟",
    "شكرا، وكم طولها؟",
    "صباح الخير في الشعر العربي",
    "كيف تعمل المضخة؟",
    "ما هي اللغة العربية؟",
    "هل تفهم الآلة العربية؟",
    "ماذا تعرف عن القلعة؟",
    "عندك مقالات عن القلعة؟",
    "ما مصدر هذا الخبر؟",
    "من أين تأتي الكهرباء؟",
    "كم عمر اللبوات عادة؟",
    "اختبار",
    "2024",
    "2023-2024",
    "7/10/2024",
    "help with prices",
    "what is a robot?",
    "ومتى كان ذلك؟",
  ])("is not all of «%s»", (text) => {
    expect(talk(text)).toBeUndefined();
  });

  it("never hides a name, wherever it stands", () => {
    const said = fc.constantFrom(...SAID.flatMap(([, texts]) => texts));
    fc.assert(
      fc.property(
        said,
        fc.constantFrom("القلعة", "نواكشوط", "Quattrofin"),
        fc.boolean(),
        (text, name, first) => {
          expect(talk(first ? `${name} ${text}` : `${text} ${name}`)).toBeUndefined();
        },
      ),
    );
  });
});
