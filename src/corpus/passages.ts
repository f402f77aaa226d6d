import { createHash } from "node:crypto";
import type { Article, Paragraph, Passage } from "./article.ts";

/** A passage of several sentences is at most this long; a single longer sentence is a passage by itself. */
export const LONGEST_PASSAGE = 700;
/** A button tells a passage's sentences by four bits. */
export const MOST_SENTENCES = 16;

/**
 * The passages of an article, in order: each paragraph, or runs of whole sentences of a long one, of about equal
 * length.
 */
export function passagesOf(article: Article): Passage[] {
  const times = new Map<string, number>();
  return article.paragraphs.flatMap((paragraph, index) =>
    runsOf(article, paragraph).map(([first, count]) => {
      const start = article.sentences[first]?.start ?? 0;
      const end = article.sentences[first + count - 1]?.end ?? start;
      const text = collapsed(article.text.slice(start, end));
      const time = (times.get(text) ?? 0) + 1;
      times.set(text, time);
      const key = passageKey(article.id, text, time);
      return { key, article, paragraph: index, start, end, firstSentence: first, sentenceCount: count };
    }),
  );
}

/**
 * The permalink of a text in an article: it depends on nothing else, and white space counts as one space. A text that
 * stands there again has a key of its own by its `time`, from 1.
 */
export function passageKey(articleId: string, text: string, time = 1): string {
  const again = time > 1 ? `\n${time}` : "";
  const hash = createHash("sha256")
    .update(`${articleId}\n${collapsed(text)}${again}`, "utf8")
    .digest();
  return hash.subarray(0, 6).toString("base64url");
}

function collapsed(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** First sentence and how many, for each passage of a paragraph. */
function runsOf(article: Article, paragraph: Paragraph): [first: number, count: number][] {
  const { firstSentence, sentenceCount } = paragraph;
  const sentences = article.sentences.slice(firstSentence, firstSentence + sentenceCount);
  const total = paragraph.end - paragraph.start;
  if (sentenceCount <= 1 || (total <= LONGEST_PASSAGE && sentenceCount <= MOST_SENTENCES))
    return sentenceCount > 0 ? [[firstSentence, sentenceCount]] : [];
  const wanted = Math.max(Math.ceil(total / LONGEST_PASSAGE), Math.ceil(sentenceCount / MOST_SENTENCES));
  const size = total / wanted;
  const runs: [number, number][] = [];
  let first = 0;
  for (let i = 1; i <= sentences.length; i += 1) {
    const end = sentences[i - 1]?.end ?? 0;
    const next = sentences[i];
    const fits =
      next !== undefined &&
      i - first < MOST_SENTENCES &&
      next.end - (sentences[first]?.start ?? 0) <= LONGEST_PASSAGE;
    // Each cut goes where it is nearest to an equal share, counted from the paragraph's start, so that no crumb is left.
    const share = paragraph.start + (runs.length + 1) * size;
    if (fits && (runs.length >= wanted - 1 || next.end - share < share - end)) continue;
    runs.push([firstSentence + first, i - first]);
    first = i;
  }
  return runs;
}
