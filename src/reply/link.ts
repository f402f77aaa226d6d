import type { Article } from "../corpus/article.ts";

/** Longer links are cut down to the article's own: Discord's buttons take 512 characters. */
export const LINK_MAX = 512;

/** Words at each end of the quotation that a link names. */
const WORDS = 4;

/**
 * The article's address with a text fragment (`#:~:text=first words,last words`), so that the browser jumps to the
 * words and marks them. `undefined` for an article without an `https` address.
 */
export function linkTo(article: Article, shown: string): string | undefined {
  const url = addressOf(article);
  if (url === undefined) return undefined;
  // A fragment matches within one block of the page: the first line that has words.
  const words = (shown.split(/\n/).find((line) => line.trim() !== "") ?? "").trim().split(/\s+/u);
  const ends =
    words.length <= 2 * WORDS
      ? [words.join(" ")]
      : [words.slice(0, WORDS).join(" "), words.slice(-WORDS).join(" ")];
  for (const some of [ends, ends.slice(0, 1)]) {
    const link = `${url}${url.includes("#") ? "" : "#"}:~:text=${some.map(directive).join(",")}`;
    if (link.length <= LINK_MAX) return link;
  }
  return url;
}

/** The article's own address, when it is one that may be linked to: `https`, and no longer than a platform takes. */
export function addressOf(article: Article): string | undefined {
  if (article.url === undefined || !URL.canParse(article.url)) return undefined;
  const { protocol, href } = new URL(article.url);
  return protocol === "https:" && href.length <= LINK_MAX ? href : undefined;
}

/** In a text directive `-`, `&` and `,` have meanings of their own. */
function directive(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, "")).replaceAll("-", "%2D");
}
