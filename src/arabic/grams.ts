/**
 * The 4-grams of a term with an underscore at either end, in order and each once: كتاب gives `_كتا`, `كتاب`, `تاب_`.
 * A term of one letter gives itself between underscores. They join spellings and derivations that no stem joins.
 */
export function charGrams(term: string): string[] {
  if (term === "") return [];
  const padded = `_${term}_`;
  if (padded.length <= SIZE) return [padded];
  const grams = new Set<string>();
  for (let at = 0; at + SIZE <= padded.length; at++) grams.add(padded.slice(at, at + SIZE));
  return [...grams];
}

const SIZE = 4;
