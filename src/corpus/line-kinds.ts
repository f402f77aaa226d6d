import type { ParagraphKind } from "./article.ts";
import { type ContentLine, endsWithStop, isProse, wordCount } from "./content-line.ts";
import { lineForm, pattern } from "./line-form.ts";
import { sourceLineIn } from "./publication.ts";
import { sentencesIn } from "./sentence-boundaries.ts";

const HEADING = { chars: 130, words: 18 };

/** What each of an article's lines is, in order: by its own form, and by what stands around it. */
export function kindsOf(lines: readonly ContentLine[]): ParagraphKind[] {
  const kinds = lines.map(ownKind);
  const decided: ParagraphKind[] = [];
  for (let from = 0; from < kinds.length; ) {
    const kind = kinds[from] ?? "prose";
    if (kind !== "heading?") {
      decided.push(kind);
      from += 1;
      continue;
    }
    let to = from + 1;
    while (kinds[to] === "heading?") to += 1;
    for (const own of headingsAndItems(lines.slice(from, to), from === 0, kinds[to])) decided.push(own);
    from = to;
  }
  return decided;
}

/** A short line without a final stop; a title may also end with a question mark. */
function looksLikeHeading({ shown, bullet }: ContentLine): boolean {
  if (bullet || shown.length > HEADING.chars) return false;
  const words = wordCount(shown);
  if (words === 0 || words > HEADING.words) return false;
  if (/:\s*$/u.test(shown)) return words <= 6 && !/[\u060C,]/u.test(shown);
  return !/[\u060C\u061B;,-]\s*$/u.test(shown) && !endsWithStop(shown);
}

/** «1. », «2) », «أ- »; a letter with a full stop is a title («د. سامي»). */
const ENUMERATED = /^[([]?(?:\p{Nd}{1,2}\s*[.)\]\u2013-]\s*\p{L}|\p{Script=Arabic}\s?[)\]\u2013-]\s)/u;

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
  return ENUMERATED.test(line.shown) && line.shown.length <= 200 ? "list-item" : "prose";
}

/**
 * A run of short lines. One above running text is its heading. Three and more in a row are items (of a recipe, of a
 * table whose columns were lost), save the first above them and the last above running text; at the top of the page
 * they are title and subtitles. A short line that nothing follows heads nothing.
 */
function headingsAndItems(
  run: readonly ContentLine[],
  atTop: boolean,
  next: OwnKind | undefined,
): ParagraphKind[] {
  const headsText = next !== undefined && next !== "source-line" && next !== "heading";
  const titles =
    atTop && run.length <= 4 && (run.length === 1 || run.every(({ shown }) => wordCount(shown) >= 4));
  // «1- كتاب», «2- قلم»
  const enumerated = run.filter(({ shown }) => ENUMERATED.test(shown)).length;
  if (!titles && enumerated >= 2 && enumerated === run.length) return run.map(() => "list-item");
  const last = run.length - 1;
  const lastHeads = headsText && isNoItem(run);
  return run.map(({ shown }, index) => {
    // A time, a price or a page heads nothing.
    if (!/\p{L}/u.test(shown)) return run.length <= 2 ? "prose" : "list-item";
    if (titles || /:\s*$/u.test(shown)) return "heading";
    if (run.length <= 2) return headsText || index < last || wordCount(shown) <= 2 ? "heading" : "prose";
    if (index === last && lastHeads) return "heading";
    return index === 0 && !/^\p{Nd}/u.test(shown) ? "heading" : "list-item";
  });
}

/** Below a list of short items a longer line, a numbered one or one without a figure heads what follows. */
function isNoItem(run: readonly ContentLine[]): boolean {
  const last = run.at(-1)?.form ?? "";
  if (/^\p{Nd}{1,2}\s*[.)\u2013-]/u.test(last)) return true;
  // «عيار 21: …», «عيار 18: …»
  if (last.split(" ")[0] === run.at(-2)?.form.split(" ")[0]) return false;
  if (!/\p{Nd}/u.test(last)) return true;
  const words = run.slice(1, -1).map(({ shown }) => wordCount(shown));
  return wordCount(last) > (1.3 * words.reduce((sum, count) => sum + count, 0)) / Math.max(words.length, 1);
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

const CREDITS = [
  pattern("^[^\\p{L}]*(?:الصورة|صورة|تصوير|مصدر الصورة|الصور|عدسة|لقطة|getty|photo|image|credit) ?[:|]"),
  pattern(
    "[(\\[/] ?(?:رويترز|ا ?ف ?ب|أ\\.? ?ف\\.? ?ب\\.?|الفرنسية|الأناضول|غيتي|جيتي|getty.{0,12}|ap|afp|reuters|epa|أرشيف|أرشيفية|صورة أرشيفية|مواقع التواصل.{0,20}|شترستوك|shutterstock|unsplash|أسوشيتد برس|وكالات|الألمانية|د ب أ)[^)\\]]{0,12}[)\\]/]?$",
  ),
  pattern("^[^\\p{L}]*(?:صورة|لقطة) (?:أرشيفية|توضيحية|تعبيرية|من الأرشيف)"),
];
const POSTED = pattern(
  "(?:على|عبر|في) (?:حسابه |حسابها |صفحته |صفحتها )?(?:على |في )?(?:تويتر|إكس|منصة إكس|فيس ?بوك|إنستغرام|انستجرام|يوتيوب|تيك توك|twitter|instagram)(?: الخاص(?:ة)? (?:به|بها))?$",
);

function isCaption({ shown, form, bullet }: ContentLine): boolean {
  if (bullet || shown.length > 220) return false;
  if (CREDITS.some((credit) => credit.test(form)) && !isProseWithStop(shown)) return true;
  return shown.length <= 80 && !endsWithStop(shown) && POSTED.test(lineForm(shown));
}

function isProseWithStop(shown: string): boolean {
  return /[.\u061F]\s*$/u.test(shown) && wordCount(shown) > 15;
}

function isTableRow(shown: string): boolean {
  if (shown.length > 300 || endsWithStop(shown)) return false;
  const cells = shown.split(/\t+|\s\|\s|^\|\s*|(?<!\s)\s*\|$/u).filter((cell) => cell.trim() !== "");
  return cells.length >= 3 || (cells.length === 2 && /\t/u.test(shown) && shown.length < 80);
}
