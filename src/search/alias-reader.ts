import { lightStem } from "../arabic/stems.ts";
import type { Span, Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Aliases } from "../corpus/aliases.ts";

/** A word or phrase of a group of aliases in a text; `term` stands for the whole group. */
export interface AliasMention extends Span {
  readonly term: string;
}

/** Finds aliases among the words of a text, with any particles and endings: «بالجي بي يو». Linear. */
export type AliasReader = (tokens: readonly Token[]) => readonly AliasMention[];

interface Phrase {
  readonly stems: readonly string[];
  readonly term: string;
}

/** `groups`: words that mean the same. */
export function createAliasReader(groups: readonly Aliases[]): AliasReader {
  if (groups.length === 0) return () => [];
  const phrases = new Map<string, Phrase[]>();
  groups.forEach((group, index) => {
    for (const written of group) {
      const stems = tokenize(written).map((token) => lightStem(token.term));
      const first = stems[0];
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { stems, term: `alias:${index}` }]);
    }
  });
  return (tokens) => {
    const stems = tokens.map((token) => lightStem(token.term));
    return tokens.flatMap(({ start }, at) =>
      (phrases.get(stems[at] ?? "") ?? [])
        .filter((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem))
        .map((phrase) => ({
          start,
          end: tokens[at + phrase.stems.length - 1]?.end ?? start,
          term: phrase.term,
        })),
    );
  };
}
