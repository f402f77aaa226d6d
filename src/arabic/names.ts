import { arabicSkeleton } from "./skeleton-arabic.ts";
import { latinSkeleton } from "./skeleton-latin.ts";

/**
 * The consonants of a name as one key for both scripts: غوغل, جوجل, قوقل and google give the same. Empty where it says
 * nothing: fewer than two consonants, digits, other scripts. Many ordinary Arabic words share a key: compare only
 * rare terms by it, or ask `sameName`.
 */
export function skeleton(term: string): string {
  const key = /^[a-z]+$/.test(term)
    ? latinSkeleton(term)
    : /^[\u0621-\u064a]+$/.test(term)
      ? arabicSkeleton(term)
      : "";
  return key.length >= 2 ? key : "";
}

/** The key of a name written in several words (ديب سيك): the keys of its words, one after the other. */
export function skeletonOfRun(terms: readonly string[]): string {
  return skeleton(terms.join(""));
}

/**
 * Two spellings of one name, told by their consonants: one of them in Latin letters and the other in Arabic. At least
 * three consonants must agree, since keys of two are shared by too many words.
 */
export function sameName(a: string, b: string): boolean {
  const key = skeleton(a);
  return key.length >= 3 && a !== b && key === skeleton(b) && /^[a-z]/.test(a) !== /^[a-z]/.test(b);
}
