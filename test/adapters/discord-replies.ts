import type { Action, Block, Reply } from "../../src/index.ts";

const DATA = "1aAAA4-h07ZjiAwynMUhaLf_AwTfAzEPW1EAxxaHya3cvrAQim_TPQGEkBAB";
const NEXT = "1aAQA4-h07ZjiAwynMUhaLf_AwTfAzEPW1EAxxaHya3cvrAQim_TPQGEkBAB";

const quote = (text: string, ...words: string[]): Block => ({
  type: "quote",
  text,
  marks: words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })),
});
const citation = (more: Partial<Extract<Block, { type: "citation" }>> = {}): Block => ({
  type: "citation",
  key: "4-h07Zji",
  title: "منارة رأس الملح",
  line: "سلمى الحداد، مجلة الساحل، الفقرة ٣ من ١٢",
  ...more,
});
const press = (
  role: "previous" | "next" | "context" | "sources" | "answer" | "more" | "page",
  label: string,
  data: string,
): Action => ({
  type: "press",
  role,
  label,
  data,
});
const ending = (key = "4-h07ZjiAwy"): Action[] => [
  {
    type: "copy",
    label: "نسخ الاقتباس ومصدره",
    text: "«…»\nمنارة رأس الملح — مجلة الساحل",
    key,
  },
  { type: "share", label: "مشاركة", key },
];
const reply = (blocks: Block[], actions: Action[][] = [], more: Partial<Reply> = {}): Reply => ({
  language: "ar",
  blocks,
  actions,
  ...more,
});

const LIGHTHOUSE = "بُنيت منارة رأس الملح سنة ١٨٧٢ على يد عمال من القرى المجاورة.";
const DATED = { date: { iso: "2024-03-05", text: "٥ مارس ٢٠٢٤" } };
const sentence = (i: number) => `الجملة رقم ${i} من نص طويل لا ينتهي سريعًا.`;
export const LONG = Array.from({ length: 220 }, (_, i) => sentence(i)).join(" ");

/** Replies of every kind, made up, by what they show. */
export const REPLIES: Readonly<Record<string, Reply>> = {
  "an answer with a link, a whole date and several results": reply(
    [quote(LIGHTHOUSE, "سنة ١٨٧٢"), citation({ url: "https://example.org/lighthouse#:~:text=x", ...DATED })],
    [
      [press("next", "التالي (٢ من ٢)", NEXT)],
      [press("context", "السياق", `1c${DATA.slice(2)}`)],
      [...ending(), { type: "link", label: "فتح المقال", url: "https://example.org/lighthouse" }],
    ],
    {
      verdict: "answered",
      results: [
        { title: "منارة رأس الملح", description: "بُنيت منارة رأس الملح سنة ١٨٧٢", data: DATA, isShown: true },
        {
          title: "مرفأ الصيادين",
          description: "ارتفاع المنارة القديمة ثمانية عشر مترًا",
          data: NEXT,
          isShown: false,
        },
      ],
    },
  ),
  "a compact card": reply(
    [
      quote(LIGHTHOUSE, "سنة ١٨٧٢"),
      citation({
        title: "«منارة رأس الملح»",
        url: "https://example.org/lighthouse#:~:text=x",
        isOneLine: true,
        ...DATED,
      }),
    ],
    [[press("more", "المزيد", DATA)]],
    { verdict: "answered", reference: "4-h07ZjiAwy" },
  ),
  "the second result, with a month for a date": reply(
    [
      quote("ارتفاع المنارة ١٨ مترًا.", "١٨ مترًا"),
      citation({ title: "مرفأ الصيادين", date: { iso: "2024-03", text: "مارس ٢٠٢٤" } }),
    ],
    [
      [press("previous", "السابق (١ من ٢)", DATA), { type: "end", role: "next", label: "التالي" }],
      [press("context", "السياق", `1c${NEXT.slice(2)}`)],
      ending("nMUhaLf_AwT"),
    ],
  ),
  "the passage between its neighbours": reply(
    [
      quote("تقف المنارة على صخرة عالية."),
      quote(LIGHTHOUSE, "سنة ١٨٧٢"),
      quote("وكان ضوؤها يُرى من بعيد."),
      citation(DATED),
    ],
    [[press("answer", "العودة إلى الجواب", DATA)], ending()],
  ),
  "an uncertain answer": reply(
    [
      { type: "notice", text: "لم أجد جوابًا صريحًا. هذا أقرب ما وجدته (١ من ٣):" },
      quote("رُمّمت المنارة مرتين.", "مرتين"),
      citation(),
      { type: "text", text: "بحثتُ عن: ترميم، \u2068lighthouse\u2069." },
    ],
    [[press("next", "التالي (٢ من ٣)", NEXT)], ending()],
    { verdict: "uncertain" },
  ),
  "sources that differ": reply(
    [
      quote("ارتفاعها ٤٢ مترًا.", "٤٢ مترًا"),
      citation(DATED),
      { type: "text", text: "ورد أيضًا في: «مرفأ الصيادين» (دفتر الميناء)." },
      { type: "notice", text: "تختلف المصادر. يقول مصدر آخر:" },
      quote("ارتفاعها ٤٠ مترًا.", "٤٠ مترًا"),
      citation({ key: "nMUhaLf_", title: "دليل المنارات", line: "الفقرة ١ من ٤" }),
    ],
    [[press("sources", "مصادر أخرى (١)", `1s${DATA.slice(2)}`)], ending()],
    { verdict: "answered" },
  ),
  "a part of a long sentence, resting on other publications": reply(
    [
      quote("وفي الدفتر أن الحوض الأول يُسقى صباحًا،", "صباحًا"),
      citation({ basis: "استنادًا إلى دفتر الوادي؛ \u2068Valley Weekly\u2069" }),
      { type: "notice", text: "هذا جزء من جملة أطول.", about: "above" },
    ],
    [ending()],
  ),
  "no answer, with what was searched and the nearest titles": reply(
    [
      { type: "text", text: "ليس في هذه المقالات جواب عن هذا." },
      { type: "text", text: "بحثتُ عن: سعر، الذهب." },
      { type: "text", text: "أقرب المقالات إلى سؤالك:\n• «منارة رأس الملح»\n• «مرفأ الصيادين»" },
    ],
    [],
    { verdict: "unanswered" },
  ),
  "a greeting with questions to tap": reply(
    [{ type: "text", text: "أهلًا بك! اكتب سؤالك، وسأبحث عن جوابه في المقالات." }],
    [
      [{ type: "ask", label: "متى بُنيت منارة رأس الملح؟", text: "متى بُنيت منارة رأس الملح؟" }],
      [{ type: "ask", label: "كم ارتفاع المنارة؟", text: "كم ارتفاع المنارة؟" }],
    ],
  ),
  thanks: reply([{ type: "text", text: "على الرحب والسعة." }]),
  "a question that needs its context": reply([
    { type: "text", text: "لا أعرف عمّ تسأل. ردّ على الجواب لأتابع منه، أو اكتب السؤال كاملًا." },
  ]),
  "the articles, with links and pages": reply(
    [
      { type: "text", text: "١٢ مقالًا:" },
      {
        type: "text",
        text: "«منارة رأس الملح» — مجلة الساحل — ٥ مارس ٢٠٢٤",
        links: [{ start: 0, end: 17, url: "https://example.org/l_(1)" }],
      },
      {
        type: "text",
        text: "«1. [not a link](http://evil.example)»",
        links: [{ start: 0, end: 6, url: "http://evil.example" }],
      },
      { type: "text", text: "الصفحة ١ من ٢" },
    ],
    [[press("page", "الصفحة التالية", "1pa2")]],
  ),
  help: reply([{ type: "text", text: "اكتب سؤالك كما تقوله.\n• أقتبس النص حرفيًّا.\n- ولا أزيد عليه." }]),
  privacy: reply([{ type: "text", text: "لا أحفظ سؤالك ولا هويتك." }]),
  "a key that is not known": reply([{ type: "text", text: "لم أجد فقرة بهذا المعرّف." }], [], {
    failed: true,
  }),
  "an answer in English, over an Arabic article": reply(
    [
      quote(LIGHTHOUSE, "سنة ١٨٧٢"),
      citation({ line: "\u2068سلمى الحداد\u2069, paragraph 3 of 12", ...DATED }),
    ],
    [
      [press("context", "Context", DATA)],
      [{ type: "copy", label: "Copy quotation and source", text: "…", key: "4-h07ZjiAwy" }],
    ],
    { language: "en", verdict: "answered" },
  ),
  "a quotation that opens with a Latin name": reply([
    quote("NVIDIA شركة أمريكية تصنع الشرائح.", "شركة أمريكية"),
    citation({ title: "NVIDIA: قصة شركة" }),
  ]),
  "a quotation full of Markdown, mentions and links": reply([
    quote(
      "# عنوان\n- بند *مائل* و_خط_ و`رمز`\n> ||سر|| ~~محذوف~~ @everyone <@1> <t:1:R>\n1. [رابط](https://evil.example) https://evil.example :smile:\n-# صغير",
      "*مائل*",
      "||سر||",
    ),
    citation({ title: "عنوان [فيه] *علامات*", line: "_كاتب_، # قسم" }),
  ]),
  "a quotation with open direction controls": reply([
    quote("نص \u202E معكوس \u2067 ومعزول", "معكوس"),
    citation(),
  ]),
  "a quotation longer than a message": reply([quote(LONG, sentence(1)), citation(DATED)], [ending()]),
  "labels and titles beyond every limit": reply(
    [quote("نص.", "نص"), citation({ title: "عنوان طويل ".repeat(30).trim() })],
    [
      [{ type: "ask", label: "سؤال طويل جدًّا ".repeat(10), text: "س".repeat(200) }],
      [
        {
          type: "ask",
          label: "كم ارتفاع المنارة وكم عدد درجاتها ومن بناها ومتى كان ذلك بالضبط يا ترى في رأيك؟",
          text: "كم ارتفاع المنارة؟",
        },
      ],
      [
        { type: "link", label: "x".repeat(100), url: "https://example.org/" },
        { type: "link", label: "no", url: "ftp://example.org/" },
      ],
    ],
    {
      results: Array.from({ length: 30 }, (_, i) => ({
        title: "عنوان ".repeat(30),
        description: "",
        data: `1aX${i}`,
        isShown: i === 0,
      })),
    },
  ),
};
