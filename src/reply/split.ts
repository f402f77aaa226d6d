import type { Span } from "../corpus/article.ts";
import { cutAt, largest } from "./cut.ts";
import type { Block, Reply } from "./reply.ts";

/** What one message of a platform takes. Room for a citation and a line of text beside it is presumed. */
export interface Limits {
  /** Units of `size`, or UTF-16 units. */
  readonly text: number;
  /** Marked ranges of quotations. */
  readonly marks?: number;
  /**
   * What a block takes once it is laid out, escaped and parted from the next one; must not shrink when its text grows.
   * By default the length of its texts, and 40 for what stands around them.
   */
  readonly size?: (block: Block) => number;
}

/**
 * A reply as several that each keep the limits, cut at sentence ends where there are any, else at clause ends, spaces,
 * and as a last resort between characters. Every part of a quotation is followed by its citation and knows which part
 * it is; the texts of the parts, one after the other, are the quotation. Actions are on the last reply.
 */
export function splitReply(reply: Reply, limits: Limits): Reply[] {
  const pages = new Pages(limits);
  for (const group of groupsOf(reply.blocks)) pages.add(group);
  const parts = pages.all();
  return parts.map((blocks, i) => ({
    ...reply,
    blocks,
    actions: i === parts.length - 1 ? reply.actions : [],
  }));
}

type Texts = Exclude<Block, { type: "citation" }>;
type Quote = Extract<Block, { type: "quote" }>;

/** Blocks that stay together: texts, and the citation that all of them need where they are quotations. */
interface Group {
  readonly texts: readonly Texts[];
  readonly citation?: Block;
}

function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  let quotes: Quote[] = [];
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
  readonly #limits: Limits;
  readonly #size: (block: Block) => number;
  readonly #pages: Block[][] = [[]];

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#size = limits.size ?? sizeOf;
  }

  add({ texts, citation }: Group): void {
    const together = citation ? [...texts, citation] : texts;
    if (!this.#fits(together) && this.#page.length > 0 && this.#fits(together, [])) this.#pages.push([]);
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

  get #page(): Block[] {
    return this.#pages.at(-1) ?? [];
  }

  #addInPieces(block: Texts, citation: Block | undefined): void {
    const foot = citation ? [citation] : [];
    const pieces: { page: Block[]; at: number }[] = [];
    const end = block.text.length;
    for (let start = 0; start < end; ) {
      const room = largest(end - start, (length) =>
        this.#fits([pieceOf(block, start, start + length), ...foot]),
      );
      const fresh = this.#page.length === 0;
      // A page that takes less than a few words of it is closed; an empty one takes what it can.
      if (!fresh && room < end - start && room < this.#limits.text / 4) {
        if (citation && this.#page.at(-1)?.type === "quote") this.#page.push(citation);
        this.#pages.push([]);
        continue;
      }
      const next = start + cutAt(block.text.slice(start), room);
      pieces.push({ page: this.#page, at: this.#page.length });
      this.#page.push(pieceOf(block, start, next));
      start = next;
      if (start < end) {
        if (citation) this.#page.push(citation);
        this.#pages.push([]);
      }
    }
    if (block.type !== "quote" || pieces.length < 2) return;
    for (const [i, { page, at }] of pieces.entries()) {
      const piece = page[at];
      if (piece?.type === "quote") page[at] = { ...piece, part: { index: i + 1, total: pieces.length } };
    }
  }

  #fits(blocks: readonly Block[], page: readonly Block[] = this.#page): boolean {
    const all = [...page, ...blocks];
    const marks = all.reduce((sum, block) => sum + (block.type === "quote" ? block.marks.length : 0), 0);
    const size = all.reduce((sum, block) => sum + this.#size(block), 0);
    return size <= this.#limits.text && marks <= (this.#limits.marks ?? Number.POSITIVE_INFINITY);
  }
}

function pieceOf(block: Texts, start: number, end: number): Texts {
  const text = block.text.slice(start, end);
  if (start === 0 && end === block.text.length) return block;
  if (block.type === "quote") return { ...block, text, marks: clipped(block.marks, start, end), part: PART };
  if (block.type === "text" && block.links)
    return { ...block, text, links: clipped(block.links, start, end) };
  return { ...block, text };
}

/** Stands for the part of a piece while it is measured: as long as any that comes. */
const PART = { index: 99, total: 99 };

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
