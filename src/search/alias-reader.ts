import { deepStem, lightStem, withoutArticle } from "../arabic/stems.ts";
import type { Span, Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import { isUsual } from "../arabic/word-frequencies.ts";
import type { Aliases } from "../corpus/aliases.ts";

/** A word or phrase of a group of aliases in a text; `term` stands for the whole group. */
export interface AliasMention extends Span {
  readonly term: string;
}

/**
 * Finds aliases among the words of a text, with any particles and endings («بالجي بي يو», «لكرت الشاشة»), the first word of a phrase in its broken
 * plural too («كروت الشاشة»), and whether they are written apart or not («الوايفاي»). Linear.
 */
export type AliasReader = (tokens: readonly Token[]) => readonly AliasMention[];

interface Phrase {
  /** The stems of its words. */
  readonly stems: readonly string[];
  readonly term: string;
}

/** `groups`: words that mean the same. */
export function createAliasReader(groups: readonly Aliases[]): AliasReader {
  if (groups.length === 0) return () => [];
  /** By a stem of the first word: a light one, or the deep one of a phrase, whose other words bear it out. */
  const phrases = new Map<string, Phrase[]>();
  /** By all its letters, for what is written in as many words or fewer. */
  const joined = new Map<string, Phrase[]>();
  groups.forEach((group, index) => {
    for (const written of group) {
      const words = tokenize(written).map(({ term }) => term);
      const [first] = words;
      if (first === undefined) continue;
      const phrase: Phrase = { stems: words.map(lightStem), term: `alias:${index}` };
      for (const key of [lightStem(first), ...(words.length > 1 ? [deep(first)] : [])])
        phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
      const letters = words.map(withoutArticle).join("");
      if (letters.length >= SHORTEST_JOINED) joined.set(letters, [...(joined.get(letters) ?? []), phrase]);
    }
  });
  return (tokens) => {
    const stems = tokens.map((token) => lightStem(token.term));
    return tokens.flatMap(({ term, start }, at) => {
      const mention = ({ term: group }: Phrase, words: number): AliasMention => ({
        start,
        end: tokens[at + words - 1]?.end ?? start,
        term: group,
      });
      const begun = new Set(firstStems(term, stems[at] ?? "").flatMap((stem) => phrases.get(stem) ?? []));
      const bare = withoutArticle(term);
      const pair = bare + (tokens[at + 1]?.term ?? "");
      return [
        ...[...begun]
          .filter((phrase) => phrase.stems.every((stem, i) => i === 0 || stems[at + i] === stem))
          .map((phrase) => mention(phrase, phrase.stems.length)),
        ...(joined.get(bare) ?? [])
          .filter(({ stems: { length } }) => length > 1)
          .map((phrase) => mention(phrase, 1)),
        ...(joined.get(pair) ?? [])
          .filter(({ stems: { length } }) => length === 1)
          .map((phrase) => mention(phrase, 2)),
      ];
    });
  };
}

/** A shorter name is too often a part of another word. */
const SHORTEST_JOINED = 5;

/** Marked, so that no light stem is taken for it. */
function deep(term: string): string {
  return `~${deepStem(term)}`;
}

/** The stems by which the first word of an alias may be found: its own, that behind a particle of one letter, its deep one. */
function firstStems(term: string, stem: string): string[] {
  const behind = PARTICLE.test(term) && !isUsual(term) ? [lightStem(term.slice(1))] : [];
  return [stem, ...behind, deep(withoutArticle(term))];
}

const PARTICLE = /^[\u0628\u0644][\u0621-\u064a]{3,}$/;
