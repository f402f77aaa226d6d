import type { Answer, Article, Finding } from "../../src/index.ts";

/**
 * An answer as tools outside read it: offsets are UTF-16 units of the decoded file after a byte order mark,
 * `quote` is the file's own slice, fields of the article that are not known are absent.
 */
export function answerJson(answer: Answer, id?: string | number) {
  return {
    ...(id !== undefined && { id }),
    verdict: answer.verdict,
    findings: answer.findings.map(findingJson),
    searched: answer.searched,
    adapted: answer.adapted,
  };
}

function findingJson({ quotation, alsoIn, differs }: Finding) {
  const { passage, start, end, quote, highlights, paragraph, paragraphTo, paragraphs } = quotation;
  return {
    file: passage.article.file,
    start,
    end,
    quote,
    highlights: highlights.map((mark) => ({ start: mark.start, end: mark.end })),
    key: passage.key,
    paragraph,
    paragraphTo,
    paragraphs,
    article: articleJson(passage.article),
    alsoIn: alsoIn.map((other) => other.passage.key),
    differs: differs.map((other) => other.passage.key),
  };
}

/** `JSON.stringify` leaves out what is undefined. */
export function articleJson({ id, title, source, author, date, url, licence }: Article) {
  return { id, title, source, author, date, url, licence };
}
