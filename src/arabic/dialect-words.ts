import { readRows } from "./data-file.ts";
import { withoutArticle } from "./stems.ts";

const standard = new Map(
  readRows("dialect-words.tsv", { columns: ["words", "words"], once: "row" }).flatMap(
    ([dialect = [], words = []]) => dialect.map((word): [string, readonly string[]] => [word, words]),
  ),
);

/** With or without a particle, what a folded word means in a question that is in dialect, where it means something else elsewhere; empty for most. */
export function standardWordsOf(term: string): readonly string[] {
  const word = withoutArticle(term);
  return (
    standard.get(word) ??
    (/^[\u0628\u0644\u0641\u0643]/.test(word) ? standard.get(word.slice(1)) : undefined) ??
    []
  );
}
