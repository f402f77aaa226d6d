/**
 * Words whose first letters only look like the article or a particle. An entry protects itself and
 * itself with an ending; written folded.
 */
const ARTICLE_IS_ROOT =
  "الباني الماني الماس الله اللهم الغاء الغي التزام التزم التهاب التهب التقي التقاء التقط التقاط التفت التفاف التحق التحاق التماس التواء " +
  "الكترون الحاق الحاح الزام الهام الياف الياس السنه الفاظ الفونس الاسكا الزهايمر " +
  "بالغ بالون كالسيوم كاليفورنيا كالوري كالفن فالنسيا فالنتا فالوب والد والاس";
const WAW_IS_ROOT =
  "وزير وزار وزراء وزن وقت وقع وقف وقود وقائ وقائع واحد واجه واجب واسع واضح واقع وادي واشنطن وارد وارث واعد وافق وافر واصل واتس وات " +
  "وجه وجد وجود وجب وجبه وجيز وحد وحش وحي وحيد وداع ودي وديع وراء وراث ورث ورد ورش ورق ورط ورم وريد وسط وسع وسائل وسيل وسيط وسام وسواس وسيم وشك وشاح " +
  "وصف وصل وصول وصي وصاي وضع وضوح وطن وطني وظيف وظائف وظف وعد وعي وعاء وفاء وفاه وفد وفر وفق وفير ولد ولاد ولاي ولاء ولع وليد ولي وكال وكيل وكلاء وهم وهب " +
  "وثق وثائق وثيق وباء ويب ويكي ويندوز وول وينستون وساده وليام ويل وجع وقاي وفي";

const ENDINGS = new Set(
  "\u0627 \u0647 \u064a \u0643 \u062a ها هم هن هما نا كم ات ان ون ين يه يا وا ته تها تهم تنا اته اتها اتهم يات يين تين تان اء".split(
    " ",
  ),
);
const articleWords = new Set(ARTICLE_IS_ROOT.split(" "));
const wawWords = new Set(WAW_IS_ROOT.split(" "));

/** The first letters of the folded term look like the article or a particle with it but belong to the word. */
export function keepsArticle(term: string): boolean {
  return isOneOf(articleWords, term);
}

/** The waw that the folded term begins with belongs to it. */
export function keepsWaw(term: string): boolean {
  return isOneOf(wawWords, term);
}

function isOneOf(words: ReadonlySet<string>, term: string): boolean {
  if (words.has(term)) return true;
  for (let ending = 1; ending <= 4 && term.length - ending >= 3; ending++) {
    if (ENDINGS.has(term.slice(-ending)) && words.has(term.slice(0, -ending))) return true;
  }
  return false;
}
