import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("protected-words.tsv", { article: list, waw: list, particle: list, endings: list });

/** The first letters of the folded term look like the article or a particle with it but belong to the word. */
export function keepsArticle(term: string): boolean {
  return isOneOf("article", term);
}

/** The waw that the folded term begins with belongs to it. */
export function keepsWaw(term: string): boolean {
  return isOneOf("waw", term);
}

/** The ب، ف or ل that the folded term begins with belongs to it. */
export function keepsParticle(term: string): boolean {
  return isOneOf("particle", term);
}

function isOneOf(section: "article" | "waw" | "particle", term: string): boolean {
  if (file.has(section, term)) return true;
  for (let ending = 1; ending <= 4 && term.length - ending >= 3; ending++) {
    if (file.has("endings", term.slice(-ending)) && file.has(section, term.slice(0, -ending))) return true;
  }
  return false;
}
