import type { Span } from "../corpus/article.ts";
import { breakAt, largestFitting } from "./break-text.ts";
import { clean } from "./foreign-text.ts";
import type { Block, CitationBlock, Language, QuoteBlock, Reply } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** The limits of one message on a platform. */
export interface MessageLimits {
  /** Units of `size`, or UTF-16 units; at least 300. */
  readonly text: number;
  /** Marked ranges of quotations. */
  readonly marks?: number;
  /**
   * The room of a block once it is laid out, escaped and parted from the next one; must not shrink when its text grows.
   * By default the length of its texts, and 40 for the signs around them.
   */
  readonly size?: (block: Block) => number;
}

/** A reply becomes at most eight messages: an answer is to be read, and a platform takes some twenty messages a minute. */
export const MOST_PARTS = 8;

/**
 * A reply as at most eight that each keep the limits, cut at sentence ends where there are any, else at clause ends,
 * spaces, and as a last resort between characters. Every part of a quotation is followed by its citation and knows
 * which part it is; the texts of the parts, one after the other, are the quotation. A citation takes at most half of a
 * reply: its references go first, then its link, then the ends of its line and title. Where eight do not do, the
 * last says that the rest did not fit. Actions are on the last reply.
 */
export function splitReply(reply: Reply, limits: MessageLimits): Reply[] {
  const pages = new Pages(limits, reply.language);
  const size = limits.size ?? sizeOf;
  const blocks = reply.blocks.map((block) =>
    block.type === "citation" ? fitted(block, size, limits.text / 2) : block,
  );
  for (const group of groupsOf(blocks)) pages.add(group);
  const rest: Block = { type: "notice", text: wordingOf(reply.language).rest, about: "above" };
  const parts = pages.isCut ? [...pages.all().slice(0, MOST_PARTS - 1), [rest]] : pages.all();
  return parts.map((blocks, i) => ({
    ...reply,
    blocks,
    actions: i === parts.length - 1 ? reply.actions : [],
  }));
}

type Texts = Exclude<Block, { type: "citation" }>;
/** The citation with as much of it as `room` takes. */
function fitted(citation: CitationBlock, size: (block: Block) => number, room: number): CitationBlock {
  const { basis: _, ...named } = citation;
  const { url: __, ...unlinked } = named;
  const short = (length: number): CitationBlock => {
    const { type, key, title, line } = unlinked;
    return { type, key, title: clean(title, length), line: clean(line, length) };
  };
  const forms = [citation, named, unlinked, short(80), short(30)];
  return forms.find((form) => size(form) <= room) ?? short(10);
}

/** Blocks that stay together: texts, and the citation that all of them need where they are quotations. */
interface Group {
  readonly texts: readonly Texts[];
  readonly citation?: Block;
}

function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  let quotes: QuoteBlock[] = [];
  const flush = (citation?: Block) => {
    if (quotes.length > 0 || citation) groups.push({ texts: quotes, ...(citation && { citation }) });
    quotes = [];
  };
  for (const block of blocks) {
    if (block.type === "quote") quotes.push(block);
    else if (block.type === "citation") flush(block);
    else {
      flush();
      groups.push({ texts: [block] });
    }
  }
  flush();
  return groups;
}

class Pages {
  readonly #limits: MessageLimits;
  readonly #size: (block: Block) => number;
  readonly #partOf: (index: number, total: number) => NonNullable<QuoteBlock["part"]>;
  readonly #pages: Block[][] = [[]];
  #isCut = false;

  constructor(limits: MessageLimits, language: Language) {
    this.#limits = limits;
    this.#partOf = (index, total) => ({ index, total, text: wordingOf(language).piece(index, total) });
    this.#size = limits.size ?? sizeOf;
  }

  /** More pages than there may be were needed: the last of them is not whole. */
  get isCut(): boolean {
    return this.#isCut;
  }

  add({ texts, citation }: Group): void {
    const together = citation ? [...texts, citation] : texts;
    if (!this.#fits(together) && this.#page.length > 0 && this.#fits(together, [])) this.#open();
    if (this.#isCut) return;
    if (this.#fits(together)) {
      this.#page.push(...together);
      return;
    }
    for (const block of texts) this.#addInPieces(block, citation);
    if (citation) this.#page.push(citation);
  }

  all(): Block[][] {
    return this.#pages;
  }

  #open(): void {
    if (this.#pages.length < MOST_PARTS) this.#pages.push([]);
    else this.#isCut = true;
  }

  get #page(): Block[] {
    return this.#pages.at(-1) ?? [];
  }

  #addInPieces(block: Texts, citation: Block | undefined): void {
    const foot = citation ? [citation] : [];
    const pieces: { page: Block[]; at: number }[] = [];
    const end = block.text.length;
    // Stands for the part of a piece until all are known: as long as any.
    const longest = this.#partOf(99, 99);
    for (let start = 0; start < end && !this.#isCut; ) {
      const room = largestFitting(end - start, (length) =>
        this.#fits([pieceOf(block, start, start + length, longest), ...foot]),
      );
      const fresh = this.#page.length === 0;
      // A page that takes less than a few words of it is closed; an empty one takes as much as it can.
      if (!fresh && room < end - start && room < this.#limits.text / 4) {
        if (citation && this.#page.at(-1)?.type === "quote") this.#page.push(citation);
        this.#open();
        continue;
      }
      const next = start + breakAt(block.text.slice(start), room);
      pieces.push({ page: this.#page, at: this.#page.length });
      this.#page.push(pieceOf(block, start, next, longest));
      start = next;
      if (start < end) {
        if (citation) this.#page.push(citation);
        this.#open();
      }
    }
    if (block.type !== "quote" || pieces.length < 2) return;
    for (const [i, { page, at }] of pieces.entries()) {
      const piece = page[at];
      if (piece?.type === "quote") page[at] = { ...piece, part: this.#partOf(i + 1, pieces.length) };
    }
  }

  #fits(blocks: readonly Block[], page: readonly Block[] = this.#page): boolean {
    const all = [...page, ...blocks];
    const marks = all.reduce((sum, block) => sum + (block.type === "quote" ? block.marks.length : 0), 0);
    const size = all.reduce((sum, block) => sum + this.#size(block), 0);
    return size <= this.#limits.text && marks <= (this.#limits.marks ?? Number.POSITIVE_INFINITY);
  }
}

function pieceOf(block: Texts, start: number, end: number, part: NonNullable<QuoteBlock["part"]>): Texts {
  const text = block.text.slice(start, end);
  if (start === 0 && end === block.text.length) return block;
  if (block.type === "quote") return { ...block, text, marks: clipped(block.marks, start, end), part };
  if (block.type === "text" && block.links)
    return { ...block, text, links: clipped(block.links, start, end) };
  return { ...block, text };
}

function clipped<S extends Span>(spans: readonly S[], start: number, end: number): S[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
}

function sizeOf(block: Block): number {
  if (block.type !== "citation") return block.text.length + 40;
  const { title, line, date, basis } = block;
  return 40 + [title, line, date?.text ?? "", basis ?? ""].reduce((sum, text) => sum + text.length, 0);
}
