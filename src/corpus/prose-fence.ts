import { arabicShare } from "./decode.ts";

/** Kinds of notes that are written as a fence: ` ```ad-note `, ` ```{warning} `, ` ```smart `. */
const NOTE =
  /^(?:ad-[\w-]+|\{(?:note|tip|hint|warning|caution|danger|error|important|attention|seealso|admonition|dropdown|epigraph|pull-quote|margin|sidebar|topic|card|exercise|solution|proof|definition|theorem)\}.*|admonition|smart|warn|note|tip|info|important|warning|danger|caution|quote|verse|poem|callout|details|spoiler)(?=[\s:{]|$)/iu;

const LEAST_ARABIC = 0.8;
/** Signs of code for each hundred characters. */
const MOST_SIGNS = 1.5;

/**
 * Whether a fence holds prose, and no code: a note by its name, or Arabic without the signs of code, which people
 * fence to set it off (a poem, a letter). `inside`: its first few thousand characters.
 */
export function isProseFence(info: string, inside: string): boolean {
  if (NOTE.test(info.trim())) return true;
  const signs = inside.match(/[{}<>;=\\$|#_]|\/\/|->|\(\)/gu)?.length ?? 0;
  return signs * 100 <= inside.length * MOST_SIGNS && arabicShare(inside) >= LEAST_ARABIC;
}
