import { pattern } from "./line-form.ts";

const CUES = [
  "لا [تي]عبر(?:ان|ون)?(?: .{0,20})? بالضرورة|ليست? بالضرورة|لا [تي]مثل(?: .{0,20})? بالضرورة|بالضرورة عن (?:رأي|آراء|وجهة|سياسة|موقف)",
  "إخلاء (?:ال)?مسؤولي",
  "لا [نتي]تحمل.{0,40} مسؤولي|مسؤولية (?:كاتبها|أصحابها|صاحبها)",
  "لأغراض (?:ال)?(?:إعلام|تعليم|تثقيف|معلومات|ترفيه|إرشاد)",
  "لا (?:ينبغي|يجب|يمكن|يجوز) (?:اعتبار|أن [تي]عتبر|أن [تي]كون بديل|الاعتماد عليه)|ليست? بديلا|لا [تي]غني عن|لا [تي]عد(?: .{0,12})? بديلا|ولا بمثابة|لا [تي]شكل(?: .{0,20})? (?:نصيحة|استشارة|توصية)",
  "(?:نصيحة|استشارة|مشورة|توصية|نصائح) (?:مالية|طبية|قانونية|استثمارية|مهنية)|استشارة (?:الطبيب|طبيب|مختص|محام)",
  "محتوى من (?:جهات|أطراف) (?:خارجية|ثالثة)",
  "على مسؤوليتك|قبل اتخاذ أي قرار",
].map((cue) => pattern(cue));
const NECESSARILY = CUES[0];
const SPEAKS_OF_THE_PAGE = pattern(
  "هذه (?:الصفحة|المقالة|المادة|المعلومات)|هذا (?:المقال|الموقع|المحتوى|النص|التقرير)|موقعنا|(?:الموقع|الصحيفة|الجريدة|المنصة|المدونة)(?: |$)|المنشورة|الواردة",
);
const LABEL = pattern("^[^\\p{L}]*(?:إخلاء (?:ال)?مسؤولية|disclaimer)(?: .{0,20})? ?[:|]");
const OPENING = pattern(
  "^[^\\p{L}]*(?:(?:تنويه|تنبيه|ملاحظة)(?: .{0,12})? ?[:|] ?)?(?:(?:إن )?(?:جميع |كل |كافة )?(?:الآراء|المقالات|التعليقات|المواد|المعلومات|المواضيع)(?: .{0,30})? (?:المنشورة|الواردة|المعبر عنها|المطروحة|المذكورة)|(?:هذا|هذه) (?:المقال|المقالة|المادة|المعلومات|المحتوى)|ما ينشر|المقال يعبر|المقالات تعبر|قد [تي]حتوي هذ[ها] (?:الصفحة|الموقع|المقال|المقالة))",
);

/**
 * How surely a paragraph is one by which a site disclaims what it publishes: `sure`, `at-the-edge` (only above or
 * below the article's text), or not at all. Such a text is prose, so one phrase never tells: a disclaimer has several
 * of these phrases and speaks of the page itself, which an article about disclaimers does not.
 */
export function disclaims(form: string): "sure" | "at-the-edge" | undefined {
  if (form.length > 900) return undefined;
  const cues = CUES.filter((cue) => cue.test(form)).length;
  const ofThePage = SPEAKS_OF_THE_PAGE.test(form);
  if (ofThePage && (cues >= 3 || LABEL.test(form))) return "sure";
  if (!OPENING.test(form)) return undefined;
  return cues >= 2 || NECESSARILY?.test(form) ? "at-the-edge" : undefined;
}
