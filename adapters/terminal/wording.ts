import type { Language } from "../../src/index.ts";

/** Sentences of the terminal alone; everything about answers is the core's. */
export interface TerminalWording {
  readonly choose: string;
  readonly keys: string;
  readonly noSuchChoice: string;
  /** Below the card of an article: how to ask it alone. */
  readonly askArticle: string;
  /** An article is asked, and none was opened or quoted. */
  readonly noArticle: string;
  readonly notUtf8: string;
  readonly loading: string;
  readonly goodbye: string;
  readonly sample: string;
}

export const wording: Readonly<Record<Language, TerminalWording>> = {
  ar: {
    choose: "اكتب رقمًا، أو سؤالًا آخر:",
    keys: [
      "في هذه النافذة:",
      "  التالي، السابق: موضع آخر (أو n، p)",
      "  السياق: ما قبل الاقتباس وما بعده (أو c)، رجوع: العودة منه (أو b)",
      "  المصدر: الاقتباس ومصدره ومعرّفه، للنسخ",
      "  المقالات: قائمة المقالات، ورقم المقال: أقسامه وأسئلته ونصه",
      "  في المقال: ثم سؤالك: يُسأل المقال الأخير وحده",
      "  أمثلة: أسئلة تجيب عنها المقالات",
      "  #المعرّف: الفقرة ذات المعرّف",
      "  تحقّق: ثم نص: هل ورد في المقالات، وما الذي يختلف فيه",
      "  خروج: إنهاء المحادثة (أو q)",
    ].join("\n"),
    askArticle: "لتسأل هذا المقال وحده، اكتب «في المقال:» ثم سؤالك.",
    noArticle: "افتح مقالًا أولًا: اكتب «المقالات»، ثم رقم المقال.",
    noSuchChoice: "ليس هنا خيار بهذا الرقم أو الاسم. اكتب سؤالك، أو «مساعدة».",
    notUtf8:
      "هذه النافذة لا تكتب بترميز UTF-8، فلا أقرأ ما كتبت. غيّر ترميزها إلى UTF-8، ثم اكتب سؤالك من جديد.",
    loading: "أقرأ المقالات…",
    goodbye: "إلى اللقاء.",
    sample: "سؤال للتجربة:",
  },
  en: {
    choose: "Type a number, or another question:",
    keys: [
      "In this window:",
      "  next, previous: another passage (or n, p)",
      "  context: what stands before and after the quotation (or c), back: back from it (or b)",
      "  source: the quotation, its source and its key, to copy",
      "  articles: the list of articles; the number of one: its sections, questions and text",
      "  in article: and your question: the last article alone is asked",
      "  examples: questions that the articles answer",
      "  #KEY: the passage with this key",
      "  verify and a text: does it stand in the articles, and what differs",
      "  quit: end the chat (or q)",
    ].join("\n"),
    askArticle: "To ask this article alone, type in article: and your question.",
    noArticle: "Open an article first: type articles, then the number of one.",
    noSuchChoice: "There is no choice with this number or name here. Type your question, or help.",
    notUtf8:
      "This window does not write UTF-8, so I cannot read what you typed. Set it to UTF-8, then type your question again.",
    loading: "Reading the articles…",
    goodbye: "Goodbye.",
    sample: "A question to try:",
  },
};
