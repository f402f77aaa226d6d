/** A text that is a greeting or thanks and nothing else, told by its folded terms. */
export function greetingOf(terms: readonly string[]): "greeting" | "thanks" | undefined {
  if (terms.length === 0 || terms.length > LONGEST) return undefined;
  if (!terms.every((term) => greeting.has(term) || thanks.has(term) || filler.has(term))) return undefined;
  if (terms.some((term) => thanks.has(term))) return "thanks";
  return terms.some((term) => greeting.has(term)) ? "greeting" : undefined;
}

/**
 * How many of the first folded terms only greet or address somebody («مساء الخير يا شباب», «يا جماعة»): a question may
 * follow. A lone السلام or الخير is a subject.
 */
export function greetedTerms(terms: readonly string[]): number {
  let at = 0;
  while (at < terms.length) {
    const term = terms[at] ?? "";
    const pair = `${term} ${terms[at + 1] ?? ""}`;
    if (PAIRS.has(pair)) at += 2;
    else if (ALONE.has(term) || (at > 0 && AFTER.has(term))) at++;
    else if (ADDRESSED.has(term) && (at > 0 || terms.length > 3)) at++;
    else break;
  }
  return at;
}

/** Somebody is addressed: the term after يا. */
export function isAddressed(term: string): boolean {
  return ADDRESSED.has(term);
}

const LONGEST = 12;
const greeting = words(
  "مرحبا مرحبتين اهلا اهلين هلا هلو هاي الو سلام السلام عليكم صباح مساء صباحو الخير النور الورد تحيه تحياتي كيفك كيفكم شلونك شلونكم ازيك ازيكم ازيكو اخبارك اخباركم الحال حالك حالكم شخبارك شخباركم علومك لاباس " +
    "hello hi hey morning evening afternoon greetings salam",
);
const thanks = words(
  "شكرا مشكور مشكورين مشكوره تسلم تسلمو تسلموا يسلمو يسلموا ممنون ممنونك متشكر متشكرين العافيه الشكر جزاك جزاكم جزاكي اشكرك اشكركم مرسي شكرن " +
    "thanks thank thx merci cheers",
);
const filler = words(
  "و والله يا لك لكم لكي جزيلا كثيرا كتير جدا جميعا جماعه شباب اخوان اخي اختي عزيزي صديقي بوت البوت ورحمه الله وبركاته وسهلا بك بكم بكل خير خيرا الف يعطيك يعطيكم يعافيك عليك من كل قلبي علي المساعده مساعدتك الجواب الاجابه الرد معلوماتك هذا هذه ايها كيف شو ايش وش ما هي هو الدكتور استاذ " +
    "you very much so a lot good for your help the answer everyone all there bot how are u nice to meet dear friend",
);

const PAIRS = new Set([
  ...[
    "صباح الخير",
    "صباح النور",
    "صباح الورد",
    "مساء الخير",
    "مساء النور",
    "مساء الورد",
    "السلام عليكم",
    "سلام عليكم",
  ],
  ...[
    "اهلا وسهلا",
    "يعطيكم العافيه",
    "يعطيك العافيه",
    "تحيه طيبه",
    "لو سمحت",
    "لو سمحتم",
    "من فضلك",
    "من فضلكم",
  ],
  ...[
    "يا جماعه",
    "يا شباب",
    "يا اخوان",
    "يا ناس",
    "يا اصدقاء",
    "يا حبايب",
    "كيف الحال",
    "كيف حالكم",
    "كيف حالك",
  ],
  ...["good morning", "good evening", "good afternoon", "hi all", "hello everyone"],
]);
const ALONE = words("مرحبا مرحبتين اهلا اهلين هلا هلو هاي الو hello hi hey");
const AFTER = words("و يا جميعا وبركاته ورحمه الله للجميع بالجميع بكم عليكم everyone all there guys folks");
const ADDRESSED = words(
  "شباب جماعه اخوان اخواني اصدقاء اصدقائي ناس اخي اختي حبايب عزيزي صديقي استاذ دكتور guys folks",
);

function words(line: string): ReadonlySet<string> {
  return new Set(line.split(" "));
}
