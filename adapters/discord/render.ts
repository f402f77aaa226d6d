import {
  type APIComponentInContainer,
  type APITextDisplayComponent,
  ComponentType,
  SeparatorSpacingSize,
} from "discord.js";
import { type Block, type Reply, splitReply, wordingOf } from "../../src/index.ts";
import { pageTurns, rowsOf } from "./buttons.ts";
import { quoteMarkdown, small, sourceMarkdown, textMarkdown, titleMarkdown } from "./markdown.ts";
import { card, type Payload, payload } from "./payload.ts";
import { MESSAGE_TEXT_LIMIT } from "./platform-limits.ts";

/** Where a reply is shown, and to whom. */
export interface Place {
  /** Id of the person who asked: their presses change the message, other people's are answered privately. */
  readonly asker: string;
  /** Everybody in the channel sees it. */
  readonly isPublic: boolean;
  /** The data of the button that led to it. With it a long reply has pages; without it the rest follows in further messages. */
  readonly origin?: string;
  /** Which page of a long reply, from 0. */
  readonly page?: number;
}

/** A reply as messages: one, or several where it is too long for one and no button can lead to the rest. */
export function renderReply(reply: Reply, place: Place): readonly [Payload, ...Payload[]] {
  const parts = splitReply(reply, { text: MESSAGE_TEXT_LIMIT, size: sizeOf });
  const [first = reply, ...others] = parts;
  if (place.origin === undefined || others.length === 0) {
    return [message(first, place), ...others.map((part) => message(part, place))];
  }
  const page = Math.min(place.page ?? 0, parts.length - 1);
  const shown: Reply = { ...reply, blocks: parts[page]?.blocks ?? reply.blocks };
  return [message(shown, place, pageTurns(reply.language, place.asker, place.origin, page, parts.length))];
}

function message(reply: Reply, place: Place, turns: ReturnType<typeof pageTurns> = []): Payload {
  const content = contentOf(reply);
  const rows = [...turns, ...rowsOf(reply, place)];
  return payload([...(content.length > 0 ? [card(content, accentOf(reply))] : []), ...rows]);
}

/** Texts under one another; a line between two quotations, so that it is seen which source belongs to which. */
function contentOf({ blocks, language }: Reply): APIComponentInContainer[] {
  const content: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) content.push({ type: ComponentType.TextDisplay, content: lines.join("\n") });
    lines = [];
  };
  let hasQuotation = false;
  for (const [i, block] of blocks.entries()) {
    const begins = block.type === "quote" && blocks[i - 1]?.type !== "quote";
    if (begins && hasQuotation) {
      close();
      content.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    }
    if (begins) lines.push(...titleAbove(blocks, i));
    hasQuotation ||= block.type === "quote";
    const after = blocks[i - 1]?.type === "quote";
    lines.push(blockMarkdown(block, language, after));
  }
  close();
  return content;
}

/** The title of the citation that ends a run of quotations stands above the run. */
function titleAbove(blocks: readonly Block[], from: number): string[] {
  const end = blocks.slice(from).find((block) => block.type !== "quote");
  return end?.type === "citation" ? [titleMarkdown(end)] : [];
}

function blockMarkdown(block: Block, language: Reply["language"], followsQuote: boolean): string {
  switch (block.type) {
    case "quote": {
      const part = block.part && small(wordingOf(language).piece(block.part.index, block.part.total));
      return part === undefined ? quoteMarkdown(block) : `${quoteMarkdown(block)}\n${part}`;
    }
    case "citation":
      return followsQuote ? sourceMarkdown(block) : `${titleMarkdown(block)}\n${sourceMarkdown(block)}`;
    case "text":
      return textMarkdown(block);
    case "notice":
      return textMarkdown({ type: "text", text: block.text });
  }
}

/** What a block takes once it is laid out: the longest way, since its neighbours are not known yet. */
function sizeOf(block: Block): number {
  const text = blockMarkdown(block, "ar", false);
  return text.length + 2;
}

/** Green for an answer, amber where it is not sure. */
function accentOf({ verdict }: Reply): number | undefined {
  return verdict === "answered" ? 0x2e7d5b : verdict === "uncertain" ? 0xc98a1b : undefined;
}

/** The text of a message, as a test or a reader of the log would see it. */
export function textOf(message: Payload): string {
  const texts = message.components.flatMap((component) =>
    component.type === ComponentType.Container
      ? component.components.filter(
          (inner): inner is APITextDisplayComponent => inner.type === ComponentType.TextDisplay,
        )
      : [],
  );
  return texts.map(({ content }) => content).join("\n");
}
