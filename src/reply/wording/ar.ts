import { insert, listed } from "../foreign-text.ts";
import { countArabic, arabicNumber as n, positioned, writtenDate } from "./formats.ts";
import type { Wording } from "./type.ts";

const name = (text: string) => insert(text, "ar");

const ASK = "اكتب سؤالك، وسأبحث عن جوابه في المقالات.";

export const ar = {
  uncertain: (index, total) => {
    if (total === 1) return "لم أجد جوابًا صريحًا. هذا أقرب ما وجدته:";
    const place = index === 1 ? "هذا أقرب ما وجدته" : "وهذا موضع آخر قريب";
    return `لم أجد جوابًا صريحًا. ${place} (${n(index)} من ${n(total)}):`;
  },
  untold: "تتحدث المقالات عن هذا الموضوع، ولم أجد فيها ما سألت عنه بعينه.",
  untoldNear: "تتحدث المقالات عن هذا، ولم أجد فيها ما سألت عنه بعينه. هذا أقرب ما وجدته:",
  further: (index, total) => `هذا موضع آخر قريب، وقد لا يجيب عن سؤالك (${n(index)} من ${n(total)}):`,
  unanswered: (lacking) =>
    sentence("ليس في هذه المقالات جواب عن هذا؛ لم يرد فيها: ", listed(lacking, "ar", "، ")) ||
    "ليس في هذه المقالات جواب عن هذا.",
  searched: (terms) => sentence("بحثتُ عن: ", listed(terms, "ar", "، ")),
  instead: (written, searched) => `بحثتُ عن «${name(searched)}» بدلًا من «${name(written)}».`,
  withoutWords: (words) => sentence("لا تذكر المقالات هذا، فبحثتُ بدونه: ", listed(words, "ar", "، ")),
  unheld: (phrase) => `لا ترد «${name(phrase)}» بنصها في المقالات، فبحثتُ عن كلماتها.`,
  nearest: (count) =>
    countArabic(count, {
      zero: "لا مقال قريب من سؤالك.",
      one: "أقرب مقال إلى سؤالك:",
      two: "أقرب مقالين إلى سؤالك:",
      few: () => "أقرب المقالات إلى سؤالك:",
      many: () => "أقرب المقالات إلى سؤالك:",
      other: () => "أقرب المقالات إلى سؤالك:",
    }),
  cut: `سؤالك طويل، فبحثتُ عن أندر ${n(24)} كلمةً فيه.`,
  columns: (names) => `أعمدة الجدول: ${name(names)}`,
  part: "هذا جزء من جملة أطول.",
  rest: "لم يتسع المجال لبقية النص، فهذا أوله.",
  differs: (count) =>
    countArabic(count, {
      zero: "لا تختلف المصادر.",
      one: "تختلف المصادر. يقول مصدر آخر:",
      two: "تختلف المصادر. يقول مصدران آخران:",
      few: (number) => `تختلف المصادر. تقول ${number} مصادر أخرى:`,
      many: (number) => `تختلف المصادر. يقول ${number} مصدرًا آخر:`,
      other: (number) => `تختلف المصادر. يقول ${number} مصدر آخر:`,
    }),
  differsBehind: "تختلف المصادر في هذا، وما يخالفه في «المزيد».",
  alsoIn: (sources) => `ورد أيضًا في: ${sources.join("؛ ")}.`,
  results: (count) =>
    countArabic(count, {
      zero: "لا نتائج",
      one: "نتيجة واحدة",
      two: "نتيجتان",
      few: (number) => `${number} نتائج`,
      many: (number) => `${number} نتيجة`,
      other: (number) => `${number} نتيجة`,
    }),
  sources: (count) =>
    countArabic(count, {
      zero: "لا مصادر أخرى لهذا الجواب.",
      one: "ورد هذا في مصدر آخر:",
      two: "ورد هذا في مصدرين آخرين:",
      few: (number) => `ورد هذا في ${number} مصادر أخرى:`,
      many: (number) => `ورد هذا في ${number} مصدرًا آخر:`,
      other: (number) => `ورد هذا في ${number} مصدر آخر:`,
    }),
  asks: (question) => `اسأل: ${insert(question, "ar", 80)}`,
  noSuggestion: "لا نتائج. افتح المحادثة الخاصة لتسأل بكلمات أخرى.",

  paragraph: (first, last, total) => {
    if (first === last) return `الفقرة ${n(first)} من ${n(total)}`;
    if (last === first + 1) return `الفقرتان ${n(first)} و${n(last)} من ${n(total)}`;
    return `الفقرات ${n(first)}–${n(last)} من ${n(total)}`;
  },
  date: (iso) => writtenDate(iso, "ar-EG-u-nu-arab"),
  basis: (references, others) =>
    `استنادًا إلى ${[...references.map(name), ...(others > 0 ? [andOthers(others)] : [])].join("؛ ")}`,
  line: (parts) => parts.join(" · "),
  piece: (index, total) => `الجزء ${n(index)} من ${n(total)}`,
  position: (index, total) => `${n(index)} من ${n(total)}`,
  titled: (title) => `«${name(title)}»`,
  sourceTitled: (title) => `المصدر: «${name(title)}»`,

  missing: (fields) => `لا يذكر المقال: ${fields.map((field) => FIELDS[field]).join("، ")}.`,

  permalink: "الرابط الدائم للفقرة:",

  verified: {
    exact: "مطابق. ورد النص في المقالات حرفًا بحرف.",
    spelling: "متقارب. الكلمات نفسها، ولا يختلف إلا رسمها.",
    altered: "مغيَّر. يختلف النص عمّا في المقالات.",
    stitched: "مركَّب. أجزاء النص واردة، لكنها من مواضع متفرقة.",
    "not-found": "غير وارد. لم أجد هذا النص في هذه المقالات، وقد يكون في غيرها.",
  },
  nearestText: "أقرب ما فيها إليه:",
  verifiedPart: (index, state, words) => `الجزء ${n(index)}، ${PART_STATES[state]}: «${name(words)}»`,
  meaningChange: ({ kind, given, source }) => {
    const what = CHANGED[kind];
    if (source === undefined) return `زيد ${what.indefinite} ليس في المقال: ${quoted(given)}.`;
    if (given === undefined) return `سقط ${what.indefinite} من المقال: ${quoted(source)}.`;
    if (given === source) return `نُقل ${what.indefinite} من موضعه: ${quoted(given)}.`;
    return `تغيّر ${what.definite}: في نصك ${quoted(given)}، وفي المقال ${quoted(source)}.`;
  },
  difference: ({ op, given, source }) => {
    if (op === "insert") return `زيادة ${quoted(given)}`;
    if (op === "delete") return `نقص ${quoted(source)}`;
    if (op === "move") return `نقل ${quoted(given)} من موضعه`;
    return `${quoted(given)} بدل ${quoted(source)}`;
  },
  differences: (pieces, others) => `ما يختلف: ${withOthers(pieces, others)}.`,
  spellingDifferences: (pieces, others) => `ما يختلف في الرسم: ${withOthers(pieces, others)}.`,
  leftOut: (sentences, words) =>
    `حُذف قبل هذا الجزء ${countArabic(sentences, {
      zero: "بعض النص",
      one: "جملة",
      two: "جملتان",
      few: (number) => `${number} جمل`,
      many: (number) => `${number} جملة`,
      other: (number) => `${number} جملة`,
    })} (${countArabic(words, {
      zero: "بلا كلمات",
      one: "كلمة واحدة",
      two: "كلمتان",
      few: (number) => `${number} كلمات`,
      many: (number) => `${number} كلمة`,
      other: (number) => `${number} كلمة`,
    })}).`,
  misattributed: (who) => `نسبتَ النص إلى «${name(who)}»، ولا تنسبه المقالات إليه؛ وهذا مصدره:`,
  furtherParts: (count) =>
    countArabic(count, {
      zero: "لا أجزاء أخرى.",
      one: "وبقي جزء واحد.",
      two: "وبقي جزآن.",
      few: (number) => `وبقيت ${number} أجزاء.`,
      many: (number) => `وبقي ${number} جزءًا.`,
      other: (number) => `وبقي ${number} جزء.`,
    }),
  retold: {
    other: "لم يرد هذا النص بلفظه في المقالات.",
    told: "هذا ما تقوله في موضوعه:",
    near: "هذا أقرب ما فيها إليه:",
  },
  notHere: (figure) => `في نصك ${quoted(figure)}، ولا يرد هذا في الموضع التالي.`,
  deniedHere: (negation) => `في نصك نفي (${quoted(negation)})، ولا نفي في الموضع التالي.`,
  nothingToVerify: "اكتب النص الذي تريد التحقق منه بعد الأمر، أو استعمل الأمر ردًّا على رسالة فيها النص.",
  verifiable: (words, characters) => `أتحقق من نص من ${n(words)} كلمات فأكثر، إلى ${n(characters)} حرف.`,

  talk: {
    abilities:
      "اسألني عمّا في المقالات أجبك باقتباس حرفي منها، وأميّز الكلمات التي تجيب، وأذكر المصدر. وإن لم يكن فيها جواب قلت ذلك.",
    origin: "كل ما أجيب به اقتباس حرفي من هذه المقالات، ومصدره مكتوب تحته.",
    language: "أفهم العربية، فصحاها ولهجاتها، والإنجليزية. اكتب سؤالك كما تقوله.",
    sum: "لا أحسب، بل أبحث في المقالات. اكتب سؤالك عنها.",
    chat: "لا أعرف غير ما في المقالات. اكتب سؤالك عنها.",
    test: `أنا هنا. ${ASK}`,
    farewell: "في أمان الله.",
    night: "وأنت من أهل الخير.",
    feast: "أعاده الله عليك بالخير والبركة.",
    thanks: "على الرحب والسعة.",
    praise: "شكرًا لك.",
    sorry: "لا بأس. اكتب سؤالك متى شئت.",
    peace: `وعليكم السلام ورحمة الله، أهلًا بك! ${ASK}`,
    morning: `صباح النور! ${ASK}`,
    evening: `مساء النور! ${ASK}`,
    welfare: `بخير، والحمد لله. ${ASK}`,
    greeting: `أهلًا بك! ${ASK}`,
    assent: "حسنًا. اكتب سؤالك متى شئت.",
  },
  identity: (articles) =>
    `أنا إسناد، برنامج يجيب عن الأسئلة باقتباسات حرفية من ${countArabic(articles, {
      zero: "المقالات",
      one: "مقال واحد",
      two: "مقالين",
      few: (number) => `${number} مقالات`,
      many: (number) => `${number} مقالًا`,
      other: (number) => `${number} مقال`,
    })}، ويذكر مصدر كل اقتباس.`,
  empty: "لم أجد في رسالتك ما أبحث عنه. اكتب سؤالك بكلمات واضحة.",
  needsContext: "لا أعرف عمّ تسأل. ردّ على الجواب لأتابع منه، أو اكتب السؤال كاملًا.",
  unresolved: "لم يعد هذا الزر صالحًا، فقد تغيّرت المقالات. اطرح سؤالك من جديد.",
  unknownKey: "لم أجد فقرة بهذا المعرّف، وربما تغيّر نصها. اطرح سؤالك من جديد.",
  nothingToCite: "اكتب معرّف الفقرة أو رابطها أو كلمات منها.",
  start: (articles) =>
    `أهلًا بك في إسناد!\nاسألني، وسأجيبك باقتباس حرفي من المقالات، وأذكر مصدره. ${countArabic(articles, {
      zero: "لا مقالات لديّ بعد.",
      one: "لديّ مقال واحد.",
      two: "لديّ مقالان.",
      few: (number) => `لديّ ${number} مقالات.`,
      many: (number) => `لديّ ${number} مقالًا.`,
      other: (number) => `لديّ ${number} مقال.`,
    })}`,
  startExamples: "جرّب أحد هذه الأسئلة:",
  help: [
    "اكتب سؤالك كما تقوله، وسأبحث عن جوابه في المقالات.",
    "• أقتبس النص حرفيًّا، وأميّز الكلمات التي تجيب، وأذكر المصدر.",
    "• إن لم أكن على يقين قلتُ ذلك، وإن لم أجد جوابًا قلتُ ذلك أيضًا.",
    "• لتسأل عن الجواب نفسه، مثل «ومتى كان ذلك؟»، ردّ عليه بسؤالك.",
    '• للبحث الدقيق: «"عبارة بنصها"»، و«-كلمة» لا تريدها، و«+كلمة» كما كتبتَها، و«عنوان:كلمة» في عنوان المقال.',
    "• «السياق» يعرض ما قبل الاقتباس وما بعده، و«التالي» يعرض موضعًا آخر.",
  ].join("\n"),
  privacy:
    "لا أحفظ سؤالك ولا هويتك في ملف ولا سجلّ. ما أحتاج إليه لأجيب يبقى في الذاكرة ساعة على الأكثر، ثم يزول. ولا تحمل الأزرار سؤالك، بل معرّفات الفقرات؛ ويحمل بعضها رقم حسابك، لئلا يقلّب جوابك في مجموعة أو يحذفه غيرك وغير المشرفين.",
  privacyOfMeaning: "ولأجد ما يوافق معنى سؤالك أرسل نصه، بلا هويتك، إلى خادم اختاره مشغّل البوت.",
  privacyOfReplicas:
    "وتعمل معي نسخ أخرى مني، ونعدّ الأسئلة معًا في ذاكرة اختارها مشغّل البوت، برموز لا تدلّ على نص سؤالك ولا على حسابك، وتزول بعد يوم على الأكثر.",
  examples: "أسئلة تجيب عنها المقالات:",
  noExamples: "لا أمثلة لديّ الآن. اكتب سؤالك بكلماتك.",
  aboutTitle: (title) => `ماذا تقول المقالات عن «${title}»؟`,
  articles: (count) =>
    countArabic(count, {
      zero: "لا مقالات بعد.",
      one: "مقال واحد، اختره لتفتحه:",
      two: "مقالان، اختر أحدهما لتفتحه:",
      few: (number) => `${number} مقالات، اختر أحدها لتفتحه:`,
      many: (number) => `${number} مقالًا، اختر أحدها لتفتحه:`,
      other: (number) => `${number} مقال، اختر أحدها لتفتحه:`,
    }),
  number: n,
  page: (index, total) => `الصفحة ${n(index)} من ${n(total)}`,

  paragraphs: (count) =>
    countArabic(count, {
      zero: "بلا فقرات",
      one: "فقرة واحدة",
      two: "فقرتان",
      few: (number) => `${number} فقرات`,
      many: (number) => `${number} فقرة`,
      other: (number) => `${number} فقرة`,
    }),
  headings: "أقسامه:",
  articleQuestions: (count) =>
    countArabic(count, {
      zero: "لا أسئلة له.",
      one: "سؤال يجيب عنه:",
      two: "سؤالان يجيب عنهما:",
      few: () => "أسئلة يجيب عنها:",
      many: () => "أسئلة يجيب عنها:",
      other: () => "أسئلة يجيب عنها:",
    }),
  notInArticle: (lacking) =>
    sentence("ليس في هذا المقال جواب عن هذا؛ لم يرد فيه: ", listed(lacking, "ar", "، ")) ||
    "ليس في هذا المقال جواب عن هذا.",
  elsewhere: {
    answered: "وفي غيره من المقالات جواب.",
    uncertain: "وفي غيره من المقالات ما يقرب من سؤالك.",
    unanswered: "ولم أجد جوابًا في غيره أيضًا.",
  },
  onlyIn: (title) => `بحثتُ في مقال «${name(title)}» وحده.`,
  whichArticle: (title) => `لم أعرف أي مقال تقصد: «${name(title)}». اختره من قائمة المقالات.`,

  unavailable: "عذرًا، يتعذّر البحث في المقالات الآن. أعد سؤالك بعد قليل.",
  apology: (code) => `عذرًا، حدث خطأ من جهتنا. حاول مرة أخرى بعد قليل. رمز الخطأ: ${name(code)}`,
  mismatch:
    "عذرًا، لم يطابق الاقتباس نص المقال، فلم أرسله. وقد أُبلغ بذلك القائمون على الخدمة. اطرح سؤالك من جديد.",
  tooFast: (seconds) => `أسئلتك متتابعة بسرعة. انتظر ${span(seconds)}، ثم اسأل من جديد.`,
  notText: "أقرأ النصوص فقط. اكتب سؤالك، وسأبحث عن جوابه.",
  unknownCommand: (help) => `لا أعرف هذا الأمر. اكتب سؤالك، أو أرسل ${name(help)}`,
  notYours: "الحذف لصاحب السؤال وللمشرفين فقط.",
  notAsker: {
    "private-chat": "هذه الأزرار لصاحب السؤال وللمشرفين. ولك أن تتابع في محادثة خاصة.",
    copy: "هذه نسخة لك وحدك؛ أزرار الجواب لصاحب السؤال وللمشرفين.",
  },
  deleted: "حُذف الجواب.",
  expired: "انتهت مدة هذا الطلب. اسأل من جديد.",
  noFurther: { previous: "هذا أول المواضع.", next: "هذا آخر المواضع." },

  groupHello: "أهلًا بكم! أجيب عن الأسئلة باقتباسات حرفية من المقالات، وأذكر مصادرها.",
  groupPrivacyOn: "لا أرى من رسائل المجموعة إلا ما يوجَّه إليّ: الأوامر، والردود على رسائلي.",
  groupPrivacyOff: "رسائل المجموعة تصلني، لكني لا أجيب إلا عمّا يوجَّه إليّ، ولا أحفظ شيئًا.",
  askAfterCommand: "اكتب سؤالك بعد الأمر، أو استعمل الأمر ردًّا على رسالة فيها السؤال.",
  askAfterName: "اكتب سؤالك بعد اسمي، أو اذكرني في ردّك على رسالة فيها السؤال.",
  copyBelow: "انسخ الاقتباس ومصدره من هنا:",
  commandBelow: "لعرض الفقرة في محادثة أخرى انسخ هذا الأمر:",

  labels: {
    previous: (position) => positioned("السابق", position),
    next: (position) => positioned("التالي", position),
    context: "السياق",
    sources: (count) => `مصادر أخرى (${n(count)})`,
    back: "العودة إلى الجواب",
    copy: "نسخ الاقتباس ومصدره",
    share: "مشاركة",
    copyCommand: "نسخ أمر الاستشهاد",
    more: "المزيد",
    less: "عرض أقل",
    open: "فتح المقال",
    exactly: "البحث كما كُتب",
    delete: "حذف",
    openPrivate: "متابعة في محادثة خاصة",
    privateChat: "محادثة خاصة",
    results: "نتائج أخرى",
    beginning: "قراءة المقال من أوله",
    article: "العودة إلى المقال",
    list: "قائمة المقالات",
    all: "البحث في المقالات كلها",
    chooseArticle: "اختر مقالًا لتفتحه",
    pageBefore: "الصفحة السابقة",
    pageAfter: "الصفحة التالية",
  },
} satisfies Wording;

const FIELDS = { author: "الكاتب", title: "العنوان", source: "المصدر", date: "التاريخ", url: "الرابط" };

const PART_STATES = {
  exact: "مطابق",
  spelling: "متقارب",
  altered: "مغيَّر",
  stitched: "مركَّب",
  "not-found": "غير وارد",
};

const CHANGED = {
  number: { definite: "العدد", indefinite: "عدد" },
  date: { definite: "التاريخ", indefinite: "تاريخ" },
  name: { definite: "الاسم", indefinite: "اسم" },
  negation: { definite: "النفي", indefinite: "نفي" },
};

/** Words of a text between quotation marks of their own. */
function quoted(words: string | undefined): string {
  return `«${insert(words ?? "", "ar", 60)}»`;
}

function withOthers(pieces: readonly string[], others: number): string {
  return others > 0 ? `${pieces.join("؛ ")}؛ وغير ذلك` : pieces.join("؛ ");
}

/** A time to wait, rounded up: to ten seconds within a minute, else to minutes. */
function span(seconds: number): string {
  if (seconds <= 10) return "نحو عشر ثوانٍ";
  if (seconds <= 60) {
    return countArabic(Math.ceil(seconds / 10) * 10, {
      zero: "قليلًا",
      one: "ثانية",
      two: "ثانيتين",
      few: (number) => `نحو ${number} ثوانٍ`,
      many: (number) => `نحو ${number} ثانية`,
      other: (number) => `نحو ${number} ثانية`,
    });
  }
  return countArabic(Math.ceil(seconds / 60), {
    zero: "قليلًا",
    one: "دقيقة",
    two: "دقيقتين",
    few: (number) => `نحو ${number} دقائق`,
    many: (number) => `نحو ${number} دقيقة`,
    other: (number) => `نحو ${number} دقيقة`,
  });
}

/** In the genitive, as it stands after «إلى». */
function andOthers(count: number): string {
  return countArabic(count, {
    zero: "",
    one: "ومرجع آخر",
    two: "ومرجعين آخرين",
    few: (number) => `و${number} مراجع أخرى`,
    many: (number) => `و${number} مرجعًا آخر`,
    other: (number) => `و${number} مرجع آخر`,
  });
}

function sentence(beginning: string, words: string): string {
  return words === "" ? "" : `${beginning}${words}.`;
}
