import type { Segment, Verification, VerifiedMatch } from "../../src/index.ts";
import { articleJson } from "./answer-json.ts";

/**
 * What became of a text as tools outside read it. Offsets of a segment count in the given text, those of a match in the decoded
 * file after a byte order mark, whose own slice `quote` is.
 */
export function verificationJson({ state, segments, attribution }: Verification, id?: string | number) {
  return {
    ...(id !== undefined && { id }),
    state,
    segments: segments.map(segmentJson),
    ...(attribution !== undefined && { attribution }),
  };
}

function segmentJson({ start, end, state, matches, gap }: Segment) {
  return { start, end, state, ...(gap !== undefined && { gap }), matches: matches.map(matchJson) };
}

function matchJson(match: VerifiedMatch) {
  const { passage, start, end, quote, paragraph, paragraphTo, paragraphs, diff, changes } = match;
  return {
    file: passage.article.file,
    start,
    end,
    quote,
    article: articleJson(passage.article),
    paragraph,
    paragraphTo,
    paragraphs,
    key: passage.key,
    diff: diff.map(({ op, given, source }) => ({ op, given, source })),
    ...(changes.length > 0 && { changes }),
  };
}
