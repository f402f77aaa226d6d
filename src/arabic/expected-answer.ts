/** What kind of words would answer. */
export type ExpectedAnswer =
  | "who"
  | "when"
  | "where"
  | "how-many"
  | "how-much"
  | "percent"
  | "why"
  | "how"
  | "which"
  | "definition"
  | "list"
  | "yes-no"
  | "none";

/**
 * The kind of answer that a question expects, from its folded terms in order. The question word that stands first decides;
 * among rules that begin at the same word the earlier in the table.
 */
export function expectedAnswer(terms: readonly string[]): ExpectedAnswer {
  const text = terms.join(" ").slice(0, LONGEST);
  if (YES_NO.test(text) && !ASKS_WHETHER_ONE_KNOWS.test(text)) return "yes-no";
  let best: { at: number; expected: ExpectedAnswer } | undefined;
  for (const [expected, pattern] of rules) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (best === undefined || at < best.at)) best = { at, expected };
  }
  if (best !== undefined) return best.expected;
  for (const [expected, pattern] of keywordRules) if (pattern.test(text)) return expected;
  return OR_NOT.test(text) ? "yes-no" : "none";
}

const LONGEST = 2000;
const HOW_MANY = "كم|كام|قديش|قديه|اديش|اديه|شكثر|شكد|شقد|اشكد|شحال|قداش|قد ايه|قد ايش|قد شو|شو قد";
const FOR_HOW_MUCH = "بكم|بكام|بقديش|باديش|بشحال|بيش|بقد ايه|بشكد";
const WHAT =
  "ما|ماهو|ماهي|ماذا|شو|شنو|ايش|اش|وش|ويش|ايه|اشنو|شنهو|ما هو|ما هي|شو هو|شو هي|وش هو|وش هي|ايش هو|ايش هي|ماهى|اي";
const MONEY =
  "(?:ال|لل|ب|ل|ك)?(?:سعر|اسعار|ثمن|تكلفه|كلفه|تكاليف|ايراد|ايرادات|ربح|ارباح|صافي|دخل|راتب|رواتب|اجر|اجره|اجور|ميزانيه|قيمه|ثروه|دين|ديون|خساره|خسائر|مبلغ|غرامه|غرامات|استثمار|انفاق|نفقات|رسوم|تقييم|فاتوره|تمويل|جائزه|صفقه|مبيعات)(?:ه|ها|هم|ا)?";
const MONEY_VERB =
  "(?:ي|ت|ب|بي|بت)?(?:كلف|كلفت|خسر|خسرت|دفع|دفعت|انفق|انفقت|نفق|صرف|صرفت|ربح|ربحت|كسب|كسبت|جني|جنت|ساوي|سوي|سوا|استثمر|ستثمر|غرم|غرمت|تباع|بيع|باع|باعت|جمع|جمعت|تقاضي|كلفه|كلفها|بيتباع)(?:ه|ها)?";
const CURRENCY =
  "(?:ب)?(?:دولار|دولارا|يورو|جنيه|جنيها|ريال|ريالا|درهم|درهما|دينار|دينارا|ليره|يوان|ين|فلوس|مصاري|مليارا|مليونا)";
const TIME = "(?:ال)?(?:سنه|عام|يوم|شهر|تاريخ|قرن|ساعه|وقت|موعد|عقد|موسم|مناسبه)";
const PLACE =
  "(?:ال)?(?:مدينه|بلد|بلده|دوله|مكان|قاره|منطقه|ملعب|شارع|محافظه|ولايه|قريه|مستشفي|جامعه|متحف|فندق|جزيره|اقليم|حي|مطار|ميناء|بحر|جبل)";
const PERSON =
  "(?:ال)?(?:شخص|شخصيه|لاعب|لاعبه|رئيس|رئيسه|عالم|عالمه|كاتب|كاتبه|مخرج|مدرب|شاعر|طبيب|وزير|ملك|ملكه|قائد|سياسي|مؤلف|فنان|خبير|مدير|مؤسس|باحث|قاضي|حكم|فيلسوف|رحاله|خليفه|سلطان|مهندس|محام|محامي|مخترع|مكتشف|رسام|ملحن|مطرب|ممثل|صحفي|صحافي|هداف|حارس|بطل)(?:ين|ان|ون|ات)?";
const MEASURE =
  "(?:ال)?(?:عدد|حجم|طول|ارتفاع|مساحه|سرعه|وزن|درجه|عمق|عمر|مقدار|كميه|مسافه|سعه|مده|سكان|كثافه|قدره|جرعه|نتيجه المباراه)";
const RATE = "(?:ال)?(?:نسبه|نسب|حصه|معدل|معدلات|بالمئه|بالمايه|بالميه|بالمائه|المئويه)";
const LISTED =
  "(?:ال)?(?:اهم|ابرز|انواع|اعراض|مكونات|مقادير|مراحل|خطوات|فوائد|مزايا|ميزات|عيوب|شروط|طرق|عوامل|مصادر|مناطق|دول|مدن|اقسام|امثله|وسائل|اركان|مواد|وثائق|اجراءات|حقوق|واجبات|خيارات|نصائح|معالم|تحديات|مخاطر|شركات|اسماء|منتجات|اضرار|ادوات|حلول|مهام|كتب|افلام|اعمال|القاب|بطولات|منتخبات|فرق|اطباق|بهارات|رواد|ركائز|اطراف|جهات|عناصر|خصائص|صفات)";
const CAUSE = "(?:ال)?(?:سبب|اسباب|دافع|دوافع|داعي|مبرر|مبررات|عله)";
const MAKES = "(?:ي|ت)?(?:جعل|جعلت|دفع|دفعت|حمل|حملت|غري|غرى|اغري|منع|منعت|ادي|ادت|ؤدي)(?:ه|ها|هم)?";

/** Arabic questions first, then English. A rule is a phrase of folded words; `^` words stand at the start of the clause. */
const rules: readonly (readonly [ExpectedAnswer, RegExp])[] = [
  ["when", phrase(`متي|امتي|ايمتي|ايمتا|امتا|امتين|ايمته|وقتاش|فوقاش|شوكت|وقتيش|ايان`)],
  ["when", phrase(`(?:اي|انهي|انهو|ايه|باي|لاي) ${TIME}`)],
  ["when", phrase(`${TIME} (?:كم|كام|ايش|شنو|ايه|قديش)`)],
  ["when", phrase(`(?:${WHAT}) (?:تاريخ|موعد|سنه|عام|يوم|توقيت)`)],
  ["why", phrase("لماذا|ليش|ليه|علاش|لشو|اشمعني|شحقه|لويش|لايش|علاه|عليش")],
  ["why", phrase(`(?:${WHAT}|لاي|باي) (?:هو |هي )?${CAUSE}`)],
  ["why", phrase(`(?:ما|ماالذي|مالذي|ايه|شو|ايش|وش|شنو)(?: الذي| اللي)? ${MAKES}`)],
  ["percent", phrase(`(?:${HOW_MANY}|${FOR_HOW_MUCH}|${WHAT}) (?:هي |هو |كانت |تبلغ |بلغت |كان )?${RATE}`)],
  ["percent", phrase(`(?:${FOR_HOW_MUCH}|${HOW_MANY}) (?:في )?(?:المئه|الميه|المائه|المايه)`)],
  ["percent", phrase(`(?:نسبه|بنسبه) (?:كم|كام|قديش|شكثر)`)],
  ["how-much", phrase(`(?:${HOW_MANY})(?: [^ ]+){0,3} (?:${MONEY}|${MONEY_VERB}|${CURRENCY})`)],
  ["how-much", phrase(`${CURRENCY} (?:كم|كام|قديش)`)],
  ["how-much", phrase(`(?:${WHAT}) (?:هو |هي |كان |كانت |صار |حجم |مقدار )?${MONEY}`)],
  ["how-much", phrase(`(?:اين|وين|فين|الي اين|لوين) (?:وصل|وصلت|بلغ|بلغت|صار|صارت) ${MONEY}`)],
  ["how-much", phrase(`(?:ب|ل|الي )?(?:سعر|ثمن|مبلغ|بسعر|بمبلغ|راتب|تكلفه) (?:كم|كام|قديش|ايه|قد ايه)`)],
  ["how-much", phrase(FOR_HOW_MUCH)],
  ["how-many", phrase(`${HOW_MANY}|لكم|منذ كم|فكم`)],
  ["how-many", phrase(`(?:${WHAT}) (?:هو |هي |كان |كانت )?${MEASURE}`)],
  ["where", phrase("اين|وين|فين|وينو|وينها|لوين|منوين|منين|فينه|فينها|وينه|اني")],
  ["where", phrase(`(?:اي|انهي|باي) ${PLACE}`)],
  [
    "where",
    phrase(`(?:${WHAT}) (?:هو |هي )?(?:مكان|موقع|عاصمه|مقر|موطن|العاصمه|المكان|المدينه|الدوله|البلد)`),
  ],
  ["how", phrase("كيف|ازاي|كيفاش|شلون|اشلون|كيفيه|ازي")],
  ["how", phrase(`(?:باي|${WHAT}) (?:هي |هو )?(?:ال)?(?:طريقه|اساليب|اسلوب|وسيله|كيفيه|اليه)`)],
  ["which", phrase("من اي|الي اي")],
  ["who", phrase("مين|منو|شكون|لمين|بمين|لمن|بمن|منهو|منهي|ميني|عمين|منه هو")],
  ["who", phrase("من (?:هو|هي|هم|هما|هن|الذي|التي|الذين|كان|كانت|الشخص)")],
  ["who", /^(?:(?:و|ف)من|من)(?= (?!اي |اين |كم |خلال |اجل |حيث |قبل |بعد |بين |فضلك|فضلكم))/],
  [
    "who",
    phrase(
      `(?:اي|انهي|ما اسم|ما هو اسم|ما اسما|ما اسماء|ما هي اسماء|شو اسم|وش اسم|ايش اسم|ايه اسم|شنو اسم) ${PERSON}`,
    ),
  ],
  ["who", phrase(`اسم ${PERSON} (?:ايه|شو|ايش|وش)`)],
  ["list", phrase(`(?:${WHAT}) (?:هي |هو |هم )?${LISTED}`)],
  ["list", phrase("(?:اي|ما|ماهي|ما هي) (?:ال)?[^ ]{2,}ات")],
  ["list", phrase("(?:ما|ماهما|ما هما) (?:ال)?[^ ]{2,}(?:تان|ان) (?:اللتان|اللذان)")],
  [
    "definition",
    phrase(`(?:${WHAT}) (?:ب)?(?:يعني|تعني|معني|معناه|معناها|المقصود|يقصد|تعريف|مفهوم|المراد|بيعني)`),
  ],
  ["definition", phrase("(?:يعني|تعني|معني|معناه|معناها|تعريف|مفهوم|المقصود) (?:ايه|ايش|شو|شنو|اي)")],
  [
    "definition",
    /^(?:[^ ]+ )?(?:و|ف)?(?:ما هو|ما هي|ماهو|ماهي|شو هو|شو هي|وش هو|وش هي|ايش هو|ايش هي|ايه هو|ايه هي)(?: [^ ]+){1,3}$/,
  ],
  ["which", phrase("اي|ايه|ايهما|ايهم|ايها|انهي|انهو|ايا|باي|لاي|باييه")],
  ["which", phrase("ما (?:ال|اسم|هو|هي)")],
  ["which", /(?<= |^)[وف]?ما(?= ال)/],
  [
    "why",
    phrase(
      "why|how come|what (?:is |was |are |were )?(?:the )?(?:reasons?|causes?|made|makes|caused|led|drove)",
    ),
  ],
  ["when", phrase("when|(?:what|which) (?:year|date|day|month|century|decade|time|season)|since when")],
  [
    "percent",
    phrase(
      "what (?:is |was |are |were )?(?:the )?(?:percent|percentage|share|proportion|rate)|how many percent|by how much percent",
    ),
  ],
  [
    "how-much",
    phrase("how much(?! (?:faster|slower|longer|bigger|smaller|more|less|better|time|taller|higher|lower))"),
  ],
  [
    "how-much",
    phrase(
      "what (?:[^ ]+ )?(?:is |was |are |were |does |did |do )?(?:the )?(?:[^ ]+ ){0,6}(?:price|cost|costs|revenue|revenues|salary|budget|worth|penalty|fine|fee|income|profit|profits)",
    ),
  ],
  [
    "how-many",
    phrase(
      "how (?:many|much|long|old|far|big|large|tall|high|deep|fast|often|heavy|wide|hot|cold|small)|(?:what|the) (?:is |was )?(?:the )?(?:number|size|length|height|weight|age|population|area|distance|speed) of",
    ),
  ],
  [
    "where",
    phrase(
      "where|(?:what|which) (?:city|country|place|town|state|region|continent|stadium|university|hospital|island|museum)",
    ),
  ],
  [
    "who",
    phrase(
      "who|whom|whose|(?:what|which) (?:person|player|president|scientist|writer|author|doctor|king|queen|actor|singer|coach|minister|politician|team)",
    ),
  ],
  [
    "list",
    phrase(
      "(?:which|what) (?:[^ ]+ )?(?:(?!does |was |is |has |its |this )[^ ]+[^siu]s|companies|countries|two|three|four|five)(?= )(?! (?:is|was|the|does|it|this|his)(?= ))|what are|name the|list",
    ),
  ],
  [
    "definition",
    phrase(
      "what (?:does|do) .{1,60} mean|define|what is (?:an? )?[^ ]+(?: [^ ]+)?$|what is meant by|definition of|meaning of",
    ),
  ],
  ["how", phrase("how")],
  ["which", phrase("which|what")],
];

/** What a query without a question word asks for, told by the word that it begins with. */
const keywordRules: readonly (readonly [ExpectedAnswer, RegExp])[] = [
  ["definition", /^(?:ما|شو|وش|ايش) (?![^ ]+(?:ت|تو|وش)(?: |$))[^ ]+(?: [^ ]+)?$/],
  ["when", start("تاريخ|موعد|سنه|date|year")],
  ["percent", start("نسبه|حصه|معدل|percentage|percent|share")],
  ["how-much", start(`${MONEY}|price|cost|revenue|salary|budget`)],
  ["how-many", start(`${MEASURE}|number|size|population`)],
  ["why", start(`${CAUSE}|لماذا|reason|reasons|cause|causes`)],
  ["how", start("طريقه|كيفيه|وصفه|recipe")],
  ["where", start("مكان|موقع|عاصمه|مقر|location|capital|headquarters")],
  [
    "who",
    start("مؤسس|موسس|كاتب|مخترع|رئيس|مدير|مؤلف|مولف|مدرب|مكتشف|مخرج|founder|author|inventor|ceo|president"),
  ],
  ["definition", start("تعريف|معني|مفهوم|meaning|definition")],
  ["list", start(LISTED)],
  ["why", phrase("(?:ما|ايه|شو) سبب")],
  ["how-much", phrase("السعر|الثمن|التكلفه|الكلفه|سعر|سعره|سعرها|price|cost")],
];

const YES_NO =
  /^(?:و|ف)?(?:هل|اليس|is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)(?: |$)|(?:^| )(?:صج|صحيح|هل صحيح|حقا) ان(?: |$)|^واش (?:هل )?(?:ت|ي|ن|ك)[^ ]{2,}/;
const ASKS_WHETHER_ONE_KNOWS =
  /^(?:هل|can|could|do|would|will) (?:من )?(?:ت|ي)?(?:عرف|علم|عرفون|علمون|مكن|مكنك|ذكر|خبر|you|احد|حد|ممكن|الممكن|احدكم)[^ ]*(?: .*)? (?:متي|كم|لماذا|كيف|اين|من هو|من هي|ما هو|ما هي|when|why|how|where|who|what|which)(?: |$)/;
const OR_NOT = / (?:ولا|او|ام) (?:لا|لاء|لأ|مش|مو|ليس)(?: |$)/;

/** A phrase of whole words, with و or ف before it. */
function phrase(words: string): RegExp {
  return new RegExp(`(?<= |^)[\\u0648\\u0641]?(?:${words})(?= |$)`);
}

function start(words: string): RegExp {
  return new RegExp(`^(?:${words})(?= |$)`);
}
