import {
  type APIMessageTopLevelComponent,
  ContainerBuilder,
  MessageFlags,
  SeparatorBuilder,
  TextDisplayBuilder,
} from "discord.js";
import { type Block, type Reply, splitReply, withHint } from "../../src/index.ts";
import { NAME_LIMIT, nameOf } from "./addressee.ts";
import { blockSize, blocksMarkdown } from "./blocks-markdown.ts";
import { type Audience, type ComponentRow, pageButtons, rowsOf } from "./buttons.ts";
import { ASK_ARTICLE } from "./help.ts";
import { MESSAGE_COMPONENT_LIMIT, MESSAGE_TEXT_LIMIT } from "./platform-limits.ts";

/**
 * A message as discord.js sends it, wherever it is sent. Components of version 2 throughout, and no embeds: a citation stands
 * right below its quotation in small print, buttons follow their card, and nothing is lost where a reader has embeds switched
 * off. A message of one kind can never become one of the other when a button edits it.
 */
export interface RenderedMessage {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowedMentions: Pings;
}

interface Pings {
  readonly parse: [];
  readonly repliedUser: false;
  readonly users?: string[];
}

/** Nobody is ever pinged, not even the person who is answered, but an addressee. Said with every message, beside the client's default. */
export const NO_PINGS: Pings = { parse: [], repliedUser: false };

/** Where a reply is shown, and to whom. */
export interface Place extends Audience {
  /** The data of the button that led to it. With it a long reply has pages; without it the rest follows in further messages. */
  readonly origin?: string;
  /** Which page of a long reply, from 0. */
  readonly page?: number;
  /** Id of the person whom it is for: named above it. */
  readonly addressee?: string | undefined;
}

/** A reply as messages: one, or several where it is too long for one and no button can lead to the rest. An addressee is pinged once, when it is sent. */
export function renderReply(reply: Reply, place: Place): readonly [RenderedMessage, ...RenderedMessage[]] {
  const [first, ...others] = renderBare(reply, place);
  const { addressee, origin } = place;
  if (addressee === undefined) return [first, ...others];
  const allowedMentions = origin === undefined ? { ...NO_PINGS, users: [addressee] } : NO_PINGS;
  return [{ ...first, components: [nameOf(addressee), ...first.components], allowedMentions }, ...others];
}

function renderBare(reply: Reply, place: Place): readonly [RenderedMessage, ...RenderedMessage[]] {
  const text = MESSAGE_TEXT_LIMIT - (place.addressee === undefined ? 0 : NAME_LIMIT);
  const parts = splitReply(withHint(reply, ASK_ARTICLE), { text, size: blockSize });
  const last = parts.length - 1;
  if (place.origin !== undefined && last > 0) {
    const page = Math.min(place.page ?? 0, last);
    const turns = pageButtons(reply.language, place.asker, place.origin, page, parts.length);
    return [messageOf({ ...reply, blocks: parts[page]?.blocks ?? [] }, [...turns, ...rowsOf(reply, place)])];
  }
  const rows = rowsOf(reply, place);
  const bare: Reply = { language: reply.language, blocks: [], actions: [] };
  const [first, ...others] = parts.map((part, i) => messageOf(part, i === last ? rows : rowsOf(bare, place)));
  return [first ?? messageOf(reply, rows), ...others];
}

/** Texts of Markdown in one card, without buttons. */
export function renderTexts(...texts: readonly string[]): RenderedMessage {
  const card = new ContainerBuilder().addTextDisplayComponents(
    texts.map((text) => new TextDisplayBuilder().setContent(text)),
  );
  return withComponents([card.toJSON()]);
}

/** The edge of a card with a quotation. */
const ACCENT = 0x2e7d5b;

function messageOf({ blocks }: Reply, rows: readonly ComponentRow[]): RenderedMessage {
  const card = new ContainerBuilder();
  if (blocks.some(({ type }) => type === "quote")) card.setAccentColor(ACCENT);
  for (const section of sectionsOf(blocks)) {
    const markdown = blocksMarkdown(section);
    if (markdown === "") continue;
    if (card.components.length > 0) card.addSeparatorComponents(new SeparatorBuilder());
    card.addTextDisplayComponents(new TextDisplayBuilder().setContent(markdown));
  }
  const size = card.components.length;
  const cards = size > 0 ? [card.toJSON()] : [];
  return withComponents([...cards, ...fitting(rows, MESSAGE_COMPONENT_LIMIT - NAME - cards.length - size)]);
}

function withComponents(components: readonly APIMessageTopLevelComponent[]): RenderedMessage {
  return { flags: MessageFlags.IsComponentsV2, components, allowedMentions: NO_PINGS };
}

/** The component above them that names an addressee. */
const NAME = 1;

/** As many rows from the first on as there is room for. */
function fitting(rows: readonly ComponentRow[], room: number): ComponentRow[] {
  let left = room;
  return rows.filter(({ components }) => {
    left -= 1 + components.length;
    return left >= 0;
  });
}

/** Blocks that belong to one quotation and its source. A notice that leads over to another quotation stands with that one. */
export function sectionsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [];
  for (const [i, block] of blocks.entries()) {
    const section = sections.at(-1);
    const [before, after] = [blocks[i - 1], blocks[i + 1]];
    const opens =
      (leadsOver(block) && after?.type === "quote") ||
      (block.type === "quote" && before?.type !== "quote" && !leadsOver(before));
    if (section === undefined || (opens && section.some(({ type }) => type === "quote")))
      sections.push([block]);
    else section.push(block);
  }
  return sections;
}

function leadsOver(block: Block | undefined): boolean {
  return block?.type === "notice" && block.about === undefined;
}
