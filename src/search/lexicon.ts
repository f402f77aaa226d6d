import type { Aliases } from "../corpus/aliases.ts";
import type { AliasReader } from "./alias-reader.ts";
import type { UsualNeighbours } from "./usual-neighbours.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * What is known of all texts together: every word form, and how frequent each stem and 4-gram is. It grows with the words of a language and
 * not with the passages, so that a process may hold it whose texts stand elsewhere.
 */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  /** Passages that are searched: copies are not counted. */
  readonly passageCount: number;
  /** Content words of a passage, on average. */
  readonly meanWords: number;
  /** In how many passages each light stem, deeper stem and 4-gram stands. */
  readonly frequency: Readonly<Record<"light" | "deep" | "gram", Int32Array>>;
  /** Some article has a title. */
  readonly hasTitles: boolean;
  readonly neighbours: UsualNeighbours;
  /** The words that mean the same, and what finds them. */
  readonly aliasGroups: readonly Aliases[];
  readonly aliases: AliasReader;
}
