import type { ContentLine } from "./content-line.ts";
import { endsWithStop, wordCount } from "./content-line.ts";
import { dateIn } from "./dates.ts";

/** What a line says about the text's origin: each is known only when the line says so. */
export interface SourceLine {
  readonly author?: string;
  readonly source?: string;
  readonly url?: string;
  readonly date?: string;
}

const SEPARATOR = "\\s*[:\uFF1A|\uFF5C]\\s*";
const AUTHOR = new RegExp(
  `^(?:المؤلف|المؤلفة|الكاتب|الكاتبة|المحرر|المحررة|إعداد|اعداد|كتابة|كتب|كتبت|كتبه|كتبها|بقلم|تقرير|تحرير|حوار|حاوره|حاورها|حاورته|أجرى الحوار|أجرت الحوار|الصحفي|الصحفية|author|by|written by)${SEPARATOR}(\\S.*)$`,
  "iu",
);
// Without a colon only words that no sentence begins with.
const BARE_AUTHOR = /^(?:كتبه|كتبها|بقلم|حاوره|حاورها|حاورته|written by|by)\s+(\S.*)$/iu;
const SOURCE = new RegExp(
  `^(?:المصدر|المصادر|مصدر|مصدر الخبر|مصدر المقال|نقلا عن|نقلاً عن|نقلًا عن|عن موقع|الناشر|جهة النشر|source)${SEPARATOR}(\\S.*)$`,
  "iu",
);
const BARE_SOURCE = /^(?:نقلا عن|نقلاً عن|نقلًا عن)\s+(\S.*)$/u;
const TRANSLATOR = /^(?:ترجمة|ترجمها|تعريب|تصوير|عدسة|تدقيق|مراجعة|translated by)\s*[:|\uFF5C]\s*\S/iu;
const DATED =
  /^(?:(?:تم\s+)?(?:نُشر|نشر|نُشِر|نشرت|نُشرت|النشر|آخر تحديث|اخر تحديث|حُدِّث|تحديث|تاريخ النشر|تاريخ التحديث|التاريخ|بتاريخ|published|updated|posted)(?:\s+(?:في|بتاريخ|يوم|on))?(?:\s*[:|])?\s*)(\S.*)$/iu;
const WEEKDAY =
  "(?:(?:يوم\\s+)?(?:ال)?(?:سبت|أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة)(?:\\s*[،,])?\\s*)?";
const TIME =
  "[\\s\u060C,|\u2013-]*(?:(?:الساعة\\s*)?\\p{Nd}{1,2}:\\p{Nd}{2}|ص|م|صباحا|صباحًا|مساء|مساءً|am|pm|gmt|utc|غرينتش|ب?توقيت\\s\\S{1,20}(?!\\S)|\\([^)]{1,30}\\))";
const DAY =
  "(?:\\p{Nd}{1,2}\\s+[\\p{L}\\p{M}/ ]{3,24}?(?:\\s*[\u060C,])?\\s*\\p{Nd}{4}|\\p{Nd}{1,4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,4})";
const MONTH = "(?:[\\p{L}\\p{M}/ ]{3,24}\\s+(?:\\p{Nd}{1,2}[\u060C,]\\s*)?\\p{Nd}{4})";
const DAY_ONLY = new RegExp(`^${WEEKDAY}${DAY}(?:${TIME})*$`, "iu");
const DAY_OR_MONTH = new RegExp(`^${WEEKDAY}(?:${DAY}|${MONTH})(?:${TIME})*$`, "iu");
const LONGEST = 140;

/** Author, source or date in a line made to say them; undefined for any other line, and for all prose. */
export function sourceLineIn(line: Pick<ContentLine, "shown">): SourceLine | undefined {
  if (line.shown.length > 2 * LONGEST) return undefined;
  const shown = line.shown
    .replace(/^[\s()[\]•*_\u2013\u2014-]+|(?<![\s()[\]*_])[\s()[\]*_]+$/gu, "")
    .replace(/\p{Cf}/gu, "");
  if (shown.length > LONGEST || shown === "") return undefined;
  const author = AUTHOR.exec(shown)?.[1] ?? (isNameLike(shown) ? BARE_AUTHOR.exec(shown)?.[1] : undefined);
  if (author !== undefined) return isNameLike(author) ? withName(author) : undefined;
  const source = SOURCE.exec(shown)?.[1] ?? (isNameLike(shown) ? BARE_SOURCE.exec(shown)?.[1] : undefined);
  if (source !== undefined) return withSource(source);
  if (TRANSLATOR.test(shown) && isNameLike(shown)) return {};
  const dated = DATED.exec(shown)?.[1];
  const day =
    dated !== undefined && DAY_OR_MONTH.test(dated) ? dated : DAY_ONLY.test(shown) ? shown : undefined;
  const date = day === undefined ? undefined : dateIn(day);
  return date === undefined ? undefined : { date };
}

function isNameLike(text: string): boolean {
  return wordCount(text) <= 12 && !/[.!?\u061F\u2026]\s*$/u.test(text.replace(/(?:^|\s)\p{L}\.\s*$/u, ""));
}

function withName(value: string): SourceLine {
  const name = personIn(value);
  return name === undefined ? {} : { author: name };
}

/**
 * The name at the beginning of a byline. A heuristic: it ends at a comma, a dash, a bar or a bracket, and, when it
 * begins in another script, where Arabic begins (translated pages run the name of their site on). A name of more than
 * six words is none.
 */
function personIn(value: string): string | undefined {
  const head =
    value.split(
      /(?<!\s)(?:\s*[،,|\uFF5C([«"؛]\s*|\s+[\u2013\u2014/•-]\s*|\s+(?:ترجمة|ترجمها|تصوير|لموقع|لـ|قال|عن)\s)/u,
    )[0] ?? "";
  const foreign =
    /^(?=[^\p{Script=Arabic}\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}]*[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}])([^\p{Script=Arabic}]+)\s\p{Script=Arabic}/u.exec(
      head,
    );
  const name = (foreign?.[1] ?? head).replace(/^[\s:.-]+|(?<![\s:.-])[\s:.-]+$/gu, "");
  const words = wordCount(name);
  return words >= 1 && words <= 6 && /\p{L}/u.test(name) ? name : undefined;
}

function withSource(value: string): SourceLine | undefined {
  const url = /^https?:\/\/\S+$/u.exec(value.trim())?.[0];
  if (url !== undefined) return URL.canParse(url) ? { url } : {};
  const source = value
    .replace(/(?<!\s)\s*https?:\/\/\S+/gu, "")
    .replace(/^[\s:.\u2013-]+|(?<![\s:.،|\u2013-])[\s:.،|\u2013-]+$/gu, "");
  const words = wordCount(source);
  return words >= 1 && words <= 12 && !endsWithStop(value) ? { source } : words > 12 ? undefined : { source };
}
