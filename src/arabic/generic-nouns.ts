import { readDataFile, type SectionForm } from "./data-file.ts";
import { lightStem } from "./stems.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("generic-nouns.tsv", { kinds: list, parts: list });
const stems = new Set([...file.entries("kinds"), ...file.entries("parts")].map(lightStem));

/**
 * A folded term that names a kind of thing or what all things of a kind have, and no subject by itself: the name that
 * follows it does (مدينة القاهرة, سكان القاهرة).
 */
export function isGenericNoun(term: string): boolean {
  return stems.has(lightStem(term));
}
