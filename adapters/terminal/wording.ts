import type { Language } from "../../src/index.ts";

/** What is said in the terminal and nowhere else; everything about answers is the core's. */
export interface TerminalWording {
  readonly choose: string;
  readonly keys: string;
  readonly noSuchChoice: string;
  readonly goodbye: string;
  readonly sample: string;
}

export const wording: Readonly<Record<Language, TerminalWording>> = {
  ar: {
    choose: "اكتب رقمًا، أو سؤالًا آخر:",
    keys: [
      "في هذه النافذة:",
      "  التالي، السابق: موضع آخر (أو n، p)",
      "  السياق: ما قبل الاقتباس وما بعده (أو c)",
      "  المقالات: قائمة المقالات",
      "  أمثلة: أسئلة تجيب عنها المقالات",
      "  #المعرّف: الفقرة ذات المعرّف",
      "  خروج: إنهاء المحادثة (أو q)",
    ].join("\n"),
    noSuchChoice: "لا خيار كهذا هنا. اكتب سؤالك، أو «مساعدة».",
    goodbye: "إلى اللقاء.",
    sample: "سؤال للتجربة:",
  },
  en: {
    choose: "Type a number, or another question:",
    keys: [
      "In this window:",
      "  next, previous: another passage (or n, p)",
      "  context: what stands before and after the quotation (or c)",
      "  articles: the list of articles",
      "  examples: questions that the articles answer",
      "  #KEY: the passage with this key",
      "  quit: end the chat (or q)",
    ].join("\n"),
    noSuchChoice: "There is no such choice here. Type your question, or help.",
    goodbye: "Goodbye.",
    sample: "A question to try:",
  },
};
