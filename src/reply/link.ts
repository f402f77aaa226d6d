import type { Article, Span } from "../corpus/article.ts";

/** Longer links are cut down to the article's own: Discord's buttons take 512 characters. */
export const LINK_MAX = 512;

/** Words at each end of a long run that a link names. */
const ENDS = 4;
/** «1923» may stand elsewhere on the page too: words named on each side of a run that is shorter than `ENDS`. */
const BESIDE = 3;

/**
 * The article's address with text fragments (`#:~:text=words`, `#:~:text=before-,words,-after`), so that the browser
 * jumps to the marked words of a quotation and marks them, or to the quotation where nothing is marked. `shown` is the
 * quotation as a reader sees it. `undefined` for an article without an `https` address.
 */
export function linkTo(article: Article, shown: string, marks: readonly Span[] = []): string | undefined {
  const url = addressOf(article);
  if (url === undefined) return undefined;
  const spans = marks.length > 0 ? marks : [{ start: 0, end: shown.length }];
  const runs = spans.map((span) => runAt(shown, span)).filter(({ words }) => words.length > 0);
  const fragments = runs.map(fragmentOf);
  const first = runs[0] && encoded(runs[0].words.slice(0, ENDS));
  const ways = [...fragments.map((_, i) => fragments.slice(0, fragments.length - i)), first ? [first] : []];
  for (const way of ways.filter((some) => some.length > 0)) {
    const link = `${url}${url.includes("#") ? "" : "#"}:~:text=${way.join("&text=")}`;
    if (link.length <= LINK_MAX) return link;
  }
  return url;
}

/**
 * Whole words of one line or cell, and those beside them: a fragment matches whole words within one block of the page.
 * What is no word (a bullet, a dash at its beginning) the page may show in another way.
 */
interface Run {
  readonly before: readonly string[];
  readonly words: readonly string[];
  readonly after: readonly string[];
}

function runAt(text: string, { start, end }: Span): Run {
  let from = 0;
  for (const line of text.split(/(?<=\n|\s\|\s)/)) {
    const signs = /^[^\p{L}\p{N}]{0,9}\s|\s\|\s*$/gu;
    const words = [...line.replace(signs, (sign) => " ".repeat(sign.length)).matchAll(/\S+/gu)].map(
      ({ 0: word, index }) => ({ word, at: from + index }),
    );
    const inside = words.filter(({ word, at }) => at < end && at + word.length > start);
    const [first] = inside;
    if (first !== undefined) {
      const place = words.indexOf(first);
      const all = words.map(({ word }) => word);
      return {
        before: all.slice(Math.max(0, place - BESIDE), place),
        words: all.slice(place, place + inside.length),
        after: all.slice(place + inside.length, place + inside.length + BESIDE),
      };
    }
    from += line.length;
  }
  return { before: [], words: [], after: [] };
}

function fragmentOf({ before, words, after }: Run): string {
  if (words.length > 2 * ENDS) return `${encoded(words.slice(0, ENDS))},${encoded(words.slice(-ENDS))}`;
  if (words.length >= ENDS) return encoded(words);
  const prefix = before.length > 0 ? `${encoded(before)}-,` : "";
  const suffix = after.length > 0 ? `,-${encoded(after)}` : "";
  return prefix + encoded(words) + suffix;
}

/** The article's own address, when it is one that may be linked to: `https`, and no longer than a platform takes. */
export function addressOf(article: Article): string | undefined {
  if (article.url === undefined || !URL.canParse(article.url)) return undefined;
  const { protocol, href } = new URL(article.url);
  return protocol === "https:" && href.length <= LINK_MAX ? href : undefined;
}

/** In a text fragment `-`, `&` and `,` have meanings of their own. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ").replace(/\p{Cs}/gu, "")).replaceAll("-", "%2D");
}
