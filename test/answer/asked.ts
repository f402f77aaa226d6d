import type { Answer } from "../../src/answer/answer.ts";
import type { AnswerOptions } from "../../src/answer/answerer.ts";
import { answererOver, corpusFrom, GAPPED, LIBRARY, LONG_SENTENCE, page } from "./library.ts";
import { expectSound } from "./shown.ts";

/** The library, with articles that say the same as others of it, or otherwise. */
const corpus = corpusFrom({
  ...LIBRARY,
  "gapped.md": GAPPED,
  "long.md": page("long", "دفتر الري", "يحفظ البستاني دفترًا في الكوخ.", LONG_SENTENCE),
  "tenants.md": page(
    "tenants",
    "أسئلة المستأجرين",
    "كثرت أسئلة السكان هذا الصيف.",
    "يخطر المؤجر المستأجر قبل 90 يومًا من انتهاء العقد كما يلزم النظام.",
  ),
  "bridges.md": page(
    "bridges",
    "جسور المدينة القديمة",
    "في المدينة أربعة جسور قديمة.",
    "افتتح الوالي جسر السلسلة فوق نهر الزرقاء عام 1878 في احتفال كبير.",
  ),
  "museums.md": page(
    "museums",
    "أخبار المتاحف",
    "تستعد المتاحف لموسم الصيف.",
    "تبرعت شركة نوفاتريك بأجهزة العرض في قاعة الخرائط. وتعرض القاعة خريطة بحرية رسمت على جلد غزال.",
  ),
});

const answerer = await answererOver(corpus);

/** Asks the answerer over the library and more; what holds of every answer holds of this one too. */
export async function ask(question: string, options?: AnswerOptions): Promise<Answer> {
  const answer = await answerer.answer(question, options);
  expectSound(answer);
  return answer;
}
