/** Words by what they mean: the model of the tests, in which every other word means nothing. */
const CONCEPTS: readonly (readonly string[])[] = [
  ["الفصل في الدعوى", "ستين يوما", "القضاء", "الحكم", "وقت"],
  ["المستأجر", "الساكن", "المؤجر", "مالك"],
  ["قطع الكهرباء", "يقطع الكهرباء", "التيار"],
  ["التعب", "شحوب", "مرهق", "الإرهاق"],
  ["فاز", "انتصر", "تغلب"],
  ["مدرب", "المدرب", "coach"],
  ["سيترك", "يغادر", "resign"],
];

/** The vector of a text: which concepts its words name, beside a part that all texts share. */
export function conceptVector(text: string): number[] {
  const counts = CONCEPTS.map((words) => words.filter((word) => text.includes(word)).length);
  return [0.3, ...counts];
}
