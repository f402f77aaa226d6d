/** How a citation is written out: one line, all that is known, after the Chicago Manual of Style (17th ed., 14.207), as BibTeX. */
export const CITATION_STYLES = ["short", "full", "chicago", "bibtex"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What a citation names of an article. */
export const CITATION_FIELDS = ["author", "title", "source", "date", "url"] as const;
export type CitationField = (typeof CITATION_FIELDS)[number];
