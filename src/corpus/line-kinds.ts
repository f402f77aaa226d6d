import type { ParagraphKind } from "./article.ts";
import { type ContentLine, endsWithStop, isProse, wordCount } from "./content-line.ts";
import { lineForm, pattern } from "./line-form.ts";
import { sourceLineIn } from "./publication.ts";
import { sentencesIn } from "./sentences.ts";

const HEADING = { chars: 130, words: 18 };

/** What each of an article's lines is, in order: by its own form, and by what stands around it. */
export function kindsOf(lines: readonly ContentLine[]): ParagraphKind[] {
  const kinds = lines.map(ownKind);
  return kinds.map((kind, index) => (kind === "heading?" ? headingOrItem(lines, kinds, index) : kind));
}

/** A short line without a final stop; a title may also end with a question mark. */
export function looksLikeHeading({ shown, bullet }: ContentLine): boolean {
  if (bullet || shown.length > HEADING.chars) return false;
  const words = wordCount(shown);
  if (words === 0 || words > HEADING.words) return false;
  if (/:\s*$/u.test(shown)) return words <= 6 && !/[\u060C,]/u.test(shown);
  return !/[\u060C\u061B;,-]\s*$/u.test(shown) && !endsWithStop(shown);
}

type OwnKind = ParagraphKind | "heading?";

function ownKind(line: ContentLine): OwnKind {
  if (line.kind !== undefined && line.kind !== "prose") return line.kind;
  if (sourceLineIn(line) !== undefined) return "source-line";
  if (isCaption(line)) return "caption";
  if (isQuestion(line.shown)) return "question";
  if (line.kind === "prose") return "prose";
  if (isTableRow(line.shown)) return "table-row";
  if (line.bullet) return isProse(line) && line.shown.length > 200 ? "prose" : "list-item";
  if (looksLikeHeading(line)) return "heading?";
  return /^[([]?\p{Nd}{1,2}\s*[.)\]\u2013-]\s*\p{L}/u.test(line.shown) && line.shown.length <= 200
    ? "list-item"
    : "prose";
}

/**
 * A short line above running text is its heading. Three and more in a row are items (of a recipe, of a table whose
 * columns were lost), save the first above them and the last above running text; at the top of the page they are
 * title and subtitles. A short line that nothing follows heads nothing.
 */
function headingOrItem(
  lines: readonly ContentLine[],
  kinds: readonly OwnKind[],
  index: number,
): ParagraphKind {
  let from = index;
  while (from > 0 && kinds[from - 1] === "heading?") from -= 1;
  let to = index + 1;
  while (to < lines.length && kinds[to] === "heading?") to += 1;
  const line = lines[index];
  if (line === undefined) return "prose";
  if (/:\s*$/u.test(line.shown)) return "heading";
  const followed = to < lines.length && kinds[to] !== "source-line" && kinds[to] !== "heading";
  if (from === 0 && isTopOfPage(lines, from, to)) return "heading";
  if (to - from <= 2) return followed || index < to - 1 || lines.length === 1 ? "heading" : "prose";
  const last = lines[to - 1];
  // Below a list of short items a longer line or a numbered one heads what follows; a short one may be the last item.
  if (index === to - 1 && followed && last !== undefined && isLongerThanItems(lines, from, to))
    return "heading";
  if (index === from && !/^[\p{Nd}]/u.test(line.shown)) return "heading";
  return "list-item";
}

function isTopOfPage(lines: readonly ContentLine[], from: number, to: number): boolean {
  return (
    to - from <= 4 && lines.slice(from, to).every(({ shown }) => wordCount(shown) >= 4 || to - from === 1)
  );
}

function isLongerThanItems(lines: readonly ContentLine[], from: number, to: number): boolean {
  const words = lines.slice(from + 1, to - 1).map(({ shown }) => wordCount(shown));
  const last = lines[to - 1]?.shown ?? "";
  const mean = words.reduce((sum, count) => sum + count, 0) / Math.max(words.length, 1);
  return wordCount(last) >= mean || /^\p{Nd}{1,2}\s*[.)\u2013-]/u.test(last) || !/\p{Nd}/u.test(last);
}

/** All its sentences ask; an interview's question may be introduced by a sentence or two that do not. */
function isQuestion(shown: string): boolean {
  if (shown.length > 400 || !/[?\u061F][\s"'\u201C\u201D\u00BB)!]*$/u.test(shown)) return false;
  const sentences = sentencesIn(shown, 0, shown.length);
  const asking = sentences.filter(({ start, end }) =>
    /[?\u061F]/u.test(shown.slice(Math.max(start, end - 4), end)),
  ).length;
  return (
    asking === sentences.length ||
    (sentences.length <= 3 && /^(?:[-\u2013\u2014•*]\s|س\s?\p{Nd}{0,2}\s*[:/])/u.test(shown))
  );
}

const CREDIT = pattern(
  "^[^\\p{L}]*(?:الصورة|صورة|تصوير|مصدر الصورة|الصور|عدسة|لقطة|getty|photo|image|credit) ?[:|].{0,160}$",
  "[(\\[/] ?(?:رويترز|ا ?ف ?ب|أ\\.? ?ف\\.? ?ب\\.?|الفرنسية|الأناضول|غيتي|جيتي|getty.{0,12}|ap|afp|reuters|epa|أرشيف|أرشيفية|صورة أرشيفية|مواقع التواصل.{0,20}|شترستوك|shutterstock|unsplash|أسوشيتد برس|وكالات|الألمانية|د ب أ)[^)\\]]{0,12}[)\\]/]?$",
  "^[^\\p{L}]*(?:صورة|لقطة) (?:أرشيفية|توضيحية|تعبيرية|من الأرشيف)",
);
const POSTED = pattern(
  "(?:على|عبر|في) (?:حسابه |حسابها |صفحته |صفحتها )?(?:على |في )?(?:تويتر|إكس|منصة إكس|فيس ?بوك|إنستغرام|انستجرام|يوتيوب|تيك توك|twitter|instagram)(?: الخاص(?:ة)? (?:به|بها))?$",
);

function isCaption({ shown, form, bullet }: ContentLine): boolean {
  if (bullet || shown.length > 220) return false;
  if (CREDIT.test(form) && !isProseWithStop(shown)) return true;
  return shown.length <= 80 && !endsWithStop(shown) && POSTED.test(lineForm(shown));
}

function isProseWithStop(shown: string): boolean {
  return /[.\u061F]\s*$/u.test(shown) && wordCount(shown) > 15;
}

function isTableRow(shown: string): boolean {
  if (shown.length > 300 || endsWithStop(shown)) return false;
  const cells = shown.split(/\t+|\s\|\s|^\|\s*|\s*\|$/u).filter((cell) => cell.trim() !== "");
  return cells.length >= 3 || (cells.length === 2 && /\t/u.test(shown) && shown.length < 80);
}
