/** General English words of reporting and what they are in Arabic, folded. */
export const ENGLISH_TO_ARABIC: Readonly<Record<string, string>> = {
  price: "سعر ثمن",
  company: "شركه",
  revenue: "ايراد ايرادات",
  fall: "انخفض هبط تراجع",
};
