import { fileURLToPath } from "node:url";
import { type Answerer, openAnswerer } from "../../src/answer/answerer.ts";
import type { Article, Corpus, Passage } from "../../src/corpus/article.ts";
import { readArticle } from "../../src/corpus/article-file.ts";
import { corpusOf } from "../../src/corpus/corpus.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";

/** Made-up articles of several kinds: a match, a clinic's advice, a law, a history, a recipe, a raw page with its source line. */
export const LIBRARY: Readonly<Record<string, string>> = {
  "match.md": `---
id: match
title: نهائي كأس الواحات
author: منير العطار
source: جريدة الملعب
date: 2023-05-20
---

# نهائي كأس الواحات

فاز نادي النخيل على نادي الشراع بثلاثة أهداف لهدفين في نهائي كأس الواحات. أقيمت المباراة في ملعب الرمال مساء 19 مايو 2023، وحضرها 32 ألف متفرج.

سجل المهاجم لوران فيرغسون هدفين في الشوط الأول. ثم أدرك الشراع التعادل بعد الاستراحة، قبل أن يحسم المدافع رائد الجبالي اللقاء في الدقيقة 88.

وأعلن المدرب سامر القاضي بعد صافرة النهاية أنه سيترك تدريب الفريق. ويعود رحيله إلى رغبته في تأسيس أكاديمية للناشئين.
`,
  "iron.md": `---
id: iron
title: "نقص الحديد: أسئلة العيادة"
source: نشرة العيادة
date: 2022-11
---

# نقص الحديد

الهيموغلوبين هو البروتين الذي يحمل الأكسجين داخل كريات الدم الحمراء. ويحتاج الجسم إلى الحديد حتى يصنعه.

أكثر أعراض نقص الحديد شيوعًا التعب وشحوب الوجه وبرودة الأطراف. وقد يشكو المريض من تساقط الشعر.

يوصي طبيب العيادة بحبة واحدة فيها 65 ملغ من الحديد كل صباح مدة ثلاثة أشهر. ولا تؤخذ الحبة مع الشاي لأن الشاي يمنع امتصاص الحديد.
`,
  "rent.md": `---
id: rent
title: نظام الإيجار في مدينة الشرفة
author: هالة الزيات
source: مجلة القانون
date: 2021
---

# نظام الإيجار في مدينة الشرفة

يلزم النظام المؤجر بأن يخطر المستأجر قبل تسعين يومًا من انتهاء العقد. وإذا لم يفعل تجدد العقد سنة أخرى بالأجرة نفسها.

يعاقب من يقطع الكهرباء عن المستأجر بغرامة قدرها خمسة آلاف دينار. وتضاعف الغرامة عند التكرار.

تنظر المحكمة الجزئية في نزاعات الإيجار. ولا تزيد مدة الفصل في الدعوى على ستين يومًا.
`,
  "bridge.md": `---
id: bridge
title: تاريخ جسر السلسلة
author: فادي الخازن
source: دفاتر المدينة
date: 2019-02-01
---

# تاريخ جسر السلسلة

افتتح الوالي جسر السلسلة فوق نهر الزرقاء عام 1874 بعد ست سنوات من العمل الشاق. وصممه المهندس نعمان الأزهري.

انهار القوس الأوسط من الجسر في فيضان شتاء 1911. وأعيد بناؤه بالحجر الأبيض الذي حملته القوارب من محاجر الشمال.

كلف البناء خزينة الولاية 40 ألف ليرة ذهبية. وجمع التجار نصف المبلغ من ضريبة القمح.
`,
  "kabsa.md": `---
id: kabsa
title: كبسة الدجاج على طريقة أم خالد
source: مطبخ الجارات
---

# كبسة الدجاج

## المقادير

- كوبان من الأرز البسمتي المنقوع نصف ساعة
- دجاجة مقطعة إلى ثماني قطع
- ملعقة صغيرة من الكمون والقرفة واللومي

## الطريقة

يحمر البصل في السمن حتى يصير ذهبيًا. ثم تضاف قطع الدجاج والبهارات وتقلب خمس دقائق.

يضاف الأرز بعد نضج الدجاج ويطهى على نار هادئة عشرين دقيقة. وتترك القدر مغطاة عشر دقائق حتى يرتاح الأرز.
`,
  "museum.txt": `متحف الفنار الصغير

كتب: جابر السقا

يضم متحف الفنار الصغير أربعين قاربًا خشبيًا من قوارب صيادي اللؤلؤ. ويفتح أبوابه للزوار كل يوم عدا الثلاثاء.

تبرعت شركة نوفاتريك بأجهزة العرض في قاعة الخرائط. وتعرض القاعة خريطة بحرية رسمت على جلد غزال.

المصدر: صحيفة المرفأ
`,
};

/** A page with a link to another article between two paragraphs: it is left out, and nothing is quoted across it. */
export const GAPPED = page(
  "delta",
  "دلتا النهر الأخضر",
  "يصل النهر إلى الخليج بعد رحلة طويلة. وتتفرع منه سبع قنوات.",
  "اقرأ أيضًا: أجمل شواطئ الخليج",
  "تسكن الضفة الغربية للنهر طيور النحام الوردي. وتعود إليها كل خريف.",
);

/** A sentence of some 1,900 characters, cut by commas alone. */
export const LONG_SENTENCE = `وفي دفتر الري أن ${Array.from(
  { length: 30 },
  (_, i) => `الحوض رقم ${i + 1} المزروع ${i === 16 ? "بالزعفران" : "بالنعناع"} يسقى صباحًا ثم يترك يومًا`,
).join("، ")}.`;

/** Articles as the files of a corpus folder would give them, in the order given. */
export function corpusFrom(files: Readonly<Record<string, string>>): Corpus {
  return corpusOf(Object.entries(files).map(([file, text]) => articleFrom(file, text)));
}

export function articleFrom(file: string, text: string): Article {
  const read = readArticle(file, text);
  if ("reason" in read) throw new Error(`${file}: ${read.reason}`);
  return read.article;
}

/** An article whose paragraphs are those given. */
export function page(id: string, title: string, ...paragraphs: readonly string[]): string {
  return `---\nid: ${id}\ntitle: ${title}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

/** The articles that ship with the program. */
export async function shippedCorpus(): Promise<Corpus> {
  return (await loadCorpus(fileURLToPath(new URL("../../corpus", import.meta.url)))).corpus;
}

/** The answerer over a corpus, with the engine that the program opens. */
export function answererOver(corpus: Corpus): Promise<Answerer> {
  return openAnswerer(corpus, createMiniSearchIndex);
}

export function passageWith(corpus: Corpus, words: string): Passage {
  const passage = corpus.passages.find(({ article, start, end }) =>
    article.text.slice(start, end).includes(words),
  );
  if (passage === undefined) throw new Error(`no passage holds ${words}`);
  return passage;
}
