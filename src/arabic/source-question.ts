/** The field of an article's citation that a question asks for. */
export type SourceField = "author" | "source" | "date" | "title";

/** What a question about an article itself asks for («كاتب مقال …», «وش مصدره»), from its folded terms. */
export function sourceFieldOf(terms: readonly string[]): SourceField | undefined {
  const text = terms.join(" ").slice(0, 2000);
  for (const [field, pattern] of rules) if (pattern.test(text)) return field;
  return undefined;
}

/** The folded term names an article or a field of its citation: no word to search for in a question about a source. */
export function isSourceWord(term: string): boolean {
  return sourceWord.test(term);
}

const ARTICLE = "(?:هذا |هذه )?(?:ال)?(?:مقال|مقاله|مقالات|خبر|تقرير|تدوينه|موضوع|نص|ماده|تحليل)";
/** Reports and news are also things that the articles speak of, so only this one and the article count. */
const THIS_ARTICLE =
  "(?:(?:هذا |هذه |ال)?(?:مقال|مقاله|تدوينه)|(?:هذا |هذه )(?:ال)?(?:خبر|تقرير|موضوع|نص|تحليل))";
const AUTHOR = "(?:كاتب|كاتبه|مؤلف|مولف|محرر|صاحب|ناشر)";

const rules: readonly (readonly [SourceField, RegExp])[] = [
  ["author", phrase(`(?:${AUTHOR}|كتب|كتبت|كتبه|كتبها|حرر|الف) ${ARTICLE}`)],
  [
    "author",
    phrase(`(?:اسم|من|من هو|من هي|مين|مين هو|منو|شكون) (?:ال)?(?:كاتب|كاتبه|مؤلف|مولف|محرر)(?:ه|ها)?`),
  ],
  [
    "author",
    phrase(`${ARTICLE}(?: [^ ]+){0,12} (?:كاتبه|كاتبها|مؤلفه|كتبه|كتبها|بقلم) ?(?:من|مين|منو)?`, true),
  ],
  [
    "author",
    phrase(
      "who (?:wrote|is the author|authored)|author of (?:the |this )?(?:article|report|piece)|(?:article|piece|report) .{0,80}author",
    ),
  ],
  ["source", phrase(`مصدر ${ARTICLE}`)],
  ["source", phrase(`${ARTICLE}(?: [^ ]+){0,12} (?:مصدره|مصدرها|المصدر)`)],
  [
    "source",
    phrase(
      `(?:${ARTICLE} (?:من|ب) اي|في اي|علي اي) (?:موقع|صحيفه|جريده|مجله|منصه)(?: [^ ]+){0,3} (?:نشر|نشرت|${ARTICLE})`,
    ),
  ],
  [
    "source",
    phrase(
      "(?:where was|who published|source of) .{0,60}(?:article|report|piece)|(?:article|report|piece) .{0,80}source|(?:what|which) (?:site|newspaper|magazine|publication)",
    ),
  ],
  ["date", phrase(`(?:متي|تاريخ|امتي|ايمتي|سنه) (?:نشر|نشرت|كتب|كتبت|كتابه|صدر|صدور) ${THIS_ARTICLE}`)],
  ["date", phrase(`(?:تاريخ) (?:ال)?(?:نشر )?${THIS_ARTICLE}`)],
  ["date", phrase("when was (?:the |this )?(?:article|report|piece) .{0,60}(?:published|written)")],
  ["title", phrase(`عنوان ${ARTICLE}`)],
  ["title", phrase("title of (?:the |this )?(?:article|report|piece)")],
];

const sourceWord = new RegExp(
  `^(?:${ARTICLE}|(?:ال)?(?:كاتب|كاتبه|كاتبها|مؤلف|مولف|محرر|اسم|مصدر|مصدره|مصدرها|عنوان|نشر|كتب|كتبه|كتبت|تاريخ)|article|report|piece|author|wrote|written|source|title|published)$`,
);

/** A phrase of whole words, with و or ف before it; `last`: at the end of the text. */
function phrase(words: string, last = false): RegExp {
  return new RegExp(`(?<= |^)[\\u0648\\u0641]?(?:${words})(?=${last ? "$" : " |$"})`);
}
