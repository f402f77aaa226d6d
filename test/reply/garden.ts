import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Corpus, loadCorpus } from "../../src/index.ts";

/** A long sentence without a full stop: more than 900 characters, so that it can only be quoted in part. */
export const LONG_SENTENCE = `وفي دفتر البستاني أن ${Array.from(
  { length: 30 },
  (_, i) => `الحوض رقم ${i + 1} يُسقى صباحًا ثم يُترك يومًا كاملًا`,
).join("، ")}.`;

/** Seven sentences of about 115 characters, three clauses each: a quotation that is longer than a compact card. */
export const TREES = ["السرو", "الزيتون", "الرمان", "التين", "السدر", "النخيل", "الليمون"]
  .map(
    (name, i) =>
      `وفي اليوم رقم ${i + 1} زرع البستاني أشجار ${name} قرب السور الشمالي، وسقاها بماء البئر القديمة؛ ثم كتب ذلك كله في دفتره.`,
  )
  .join(" ");

const BEES = `---
id: bees
title: "نحل الوادي"
author: "سلمى الحداد"
source: مجلة الحقل
url: https://example.org/bees?a=1
date: 2024-03-05
references:
  - title: دفتر الوادي
    url: https://example.org/notes
  - title: Valley Weekly
questions:
  - كم خلية في وادي الزهر؟
  - من يرعى خلايا وادي الزهر؟
---

# نحل الوادي

في وادي الزهر أربعون خلية من خلايا النحل. ترعاها مهندسة زراعية اسمها هدى الكرمي منذ عام 2011. 😀 وتنتج الخلايا ٣٠٠ كيلوغرام من العسل كل عام.

يبدأ الموسم في شهر أبريل، حين يزهر السدر؛ وينتهي في شهر يونيو. وقالت هدى الكرمي إن **العسل الأبيض** أندر أنواع العسل في [الوادي](https://example.org/valley). ولا يباع منه إلا القليل.

ويزور الوادي في الربيع طلاب المدارس. ويتعلمون فيه كيف يعيش النحل.
`;

const WATER = `---
id: water
title: "ماء البستان: كيف يُقسم؟"
source: Garden Daily
date: 2023-11
---

يُقسم ماء البستان على عشرين حوضًا. وتأخذ أحواض النعناع ضعف ما تأخذه أحواض الزعتر.

${LONG_SENTENCE}

وفي وادي الزهر خمسون خلية من خلايا النحل، كما يقول البستاني.
`;

const HONEY = `---
title: "عسل السدر"
date: 2022
---

عسل السدر أغلى أنواع العسل في السوق. ويباع الكيلوغرام منه بمئة درهم. وترعى هدى الكرمي خلايا وادي الزهر.
`;

export const ARTICLES = { "bees.md": BEES, "water.md": WATER, "honey.md": HONEY } as const;

/** A corpus of made-up articles, read from a folder by the real loader. */
export async function gardenCorpus(more: Readonly<Record<string, string>> = {}): Promise<Corpus> {
  const dir = await mkdtemp(join(tmpdir(), "isnad-garden-"));
  try {
    for (const [file, text] of Object.entries({ ...ARTICLES, ...more }))
      await writeFile(join(dir, file), text);
    return (await loadCorpus(dir)).corpus;
  } finally {
    await rm(dir, { recursive: true });
  }
}
