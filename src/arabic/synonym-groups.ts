/** Words that can stand for each other in running text: one group a line, folded. */
export const SYNONYMS: readonly string[] = [
  "هبوط انخفاض تراجع نزول",
  "ارتفاع صعود زياده",
  "شريحه رقاقه معالج",
  "كلفه تكلفه ثمن سعر",
  "دخل ايراد",
  "طبيب دكتور",
];
