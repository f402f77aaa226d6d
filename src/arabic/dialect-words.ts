import { readRows } from "./data-file.ts";
import { withoutArticle } from "./stems.ts";

const standard = new Map(
  readRows("dialect-words.tsv", { columns: ["words", "words"], once: "row" }).flatMap(
    ([dialect = [], words = []]) => dialect.map((word): [string, readonly string[]] => [word, words]),
  ),
);

/** What a folded word means in a question that is in dialect, where it means something else elsewhere; empty for most. */
export function standardWordsOf(term: string): readonly string[] {
  return standard.get(withoutArticle(term)) ?? [];
}
