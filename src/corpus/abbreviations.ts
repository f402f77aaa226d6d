const ARABIC_WORD = /^[\p{Script=Arabic}\p{M}]+$/u;
const LATIN_ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st jr sr no nos inc ltd co corp llc vs etc fig vol pp ed eds al approx dept est gen gov sen rep jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
// «فيتامين ب.» ends a sentence although its last word is one letter.
const LABELLED_BY_A_LETTER =
  /(?:^|[\s(])(?:ال|و|لل|بال)?(?:فيتامين|فيتامينات|فئة|مجموعة|نوع|درجة|صنف|فصيلة|خطة|حرف|قسم|بند|فقرة)\s+$/u;
const NUMBER_BEFORE = /[\p{Nd}]\)?\s*$/u;
const ERA = /^(?:م|ه|هـ|ق\.م|ق\.ه|ق\.هـ)$/u;
const OPENS_A_SENTENCE = /^(?:و|ف|ثم |لكن |كما |هذا |هذه |كان |كانت |أما |إن |إذ )/u;

/**
 * Whether a single full stop belongs to an abbreviation and ends no sentence: «د. سامي», «ص. 12», «ق.م», `No. 5`,
 * `U.S.`, the initials of a name. `word` is what stands before the stop without a space, `before` the text before
 * that word, `after` what follows the stop and its space.
 */
export function isAbbreviation(word: string, before: string, after: string): boolean {
  const bare = word.replace(/^[(["'«“”‘]+/u, "");
  if (ERA.test(bare) && NUMBER_BEFORE.test(before)) return !OPENS_A_SENTENCE.test(after);
  if (/^(?:\p{L}\p{M}*\.)+\p{L}\p{M}*$/u.test(bare)) return true;
  if (ARABIC_WORD.test(bare)) return isArabicLetterTitle(bare) && !LABELLED_BY_A_LETTER.test(before);
  if (/^[A-Z]$/u.test(bare)) return true;
  return LATIN_ABBREVIATIONS.has(bare.toLowerCase());
}

// One letter («د», «أ», «ص»), also behind a joined «و»: «ود. هدى».
function isArabicLetterTitle(word: string): boolean {
  const letters = word.replace(/[\p{M}\u0640]/gu, "");
  return letters.length === 1 || (letters.length === 2 && /^و[دأمصج]$/u.test(letters));
}
