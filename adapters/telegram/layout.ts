import type { MessageEntity } from "grammy/types";
import { type Block, closersOf, type Reply, rightToLeftMark } from "../../src/index.ts";

/** A message of Telegram: text with its entities, both in UTF-16 units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** The most units that a message may have. */
export const MESSAGE_UNITS = 4_096;
/** Telegram keeps about a hundred entities and drops the rest without a word. */
export const ENTITY_LIMIT = 90;
/** From this length on a quotation is shown folded, to be opened by a tap. */
export const EXPANDABLE_UNITS = 400;
/** Marks that a message may have beside the entities of everything else in it. */
export const MARK_LIMIT = 60;

/** Blocks one below the other. A citation stands close to its quotation, everything else apart. */
export function layOut(reply: Pick<Reply, "blocks">): FormattedText {
  let text = "";
  const entities: MessageEntity[] = [];
  let before: Block | undefined;
  for (const block of reply.blocks) {
    const laid = layOutBlock(block);
    if (laid.text === "") continue;
    if (before) text += before.type === "quote" && block.type === "citation" ? "\n" : "\n\n";
    for (const entity of laid.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += laid.text;
    before = block;
  }
  // Half of a surrogate pair is no text; a sign of the same length keeps all offsets.
  return { text: text.replace(/\p{Cs}/gu, "\ufffd"), entities: entities.slice(0, ENTITY_LIMIT) };
}

/** The room that `block` takes in a message, with the empty line to the next one. */
export function sizeOf(block: Block): number {
  return layOutBlock(block).text.length + 2;
}

function layOutBlock(block: Block): FormattedText {
  switch (block.type) {
    case "text":
      if (block.isToCopy) return { text: block.text, entities: [preformatted(block.text)] };
      return {
        text: block.text,
        entities: (block.links ?? []).flatMap(({ start, end, url }) => linkOver(start, end, url)),
      };
    case "notice":
      return { text: block.text, entities: [] };
    case "quote":
      return quote(block);
    case "citation":
      return citation(block);
  }
}

/** Telegram copies such a text whole when it is tapped. */
function preformatted({ length }: string): MessageEntity {
  return { type: "pre", offset: 0, length };
}

/** The quotation stands in its entity letter for letter. Behind it stand the ends of its directions, and which part of it this is. */
function quote(block: Extract<Block, { type: "quote" }>): FormattedText {
  const { text, part } = block;
  const type = text.length > EXPANDABLE_UNITS ? "expandable_blockquote" : "blockquote";
  const marks = block.marks
    .filter((mark) => mark.start < mark.end)
    .map(({ start, end }) => ({ type: "bold" as const, offset: start, length: end - start }));
  const below = part ? `\n${part.text}` : "";
  return {
    text: text + closersOf(text) + below,
    entities: [{ type, offset: 0, length: text.length }, ...marks],
  };
}

/** Title, source, and the references of the article: a line each, unless all is on one. */
function citation(block: Extract<Block, { type: "citation" }>): FormattedText {
  const { title, isOneLine } = block;
  const lead = rightToLeftMark(title);
  const source = [block.line, block.date?.text].filter(Boolean).join(" \u00b7 ");
  const lines = [lead + title + closersOf(title), source, block.basis ?? ""].filter((line) => line !== "");
  const entities =
    block.url === undefined ? [] : linkOver(lead.length, lead.length + title.length, block.url);
  return { text: lines.join(isOneLine ? " \u00b7 " : "\n"), entities };
}

function linkOver(start: number, end: number, url: string): MessageEntity[] {
  if (start >= end || !isWebAddress(url)) return [];
  return [{ type: "text_link", offset: start, length: end - start, url }];
}

/** Does Telegram take it as a link? Anything else would cost the whole message. */
export function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === "https:" || protocol === "http:") && hostname.includes(".");
}
