import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from "discord.js";
import { type Reply, splitReply } from "../../src/index.ts";
import { pageTurns, rowsOf } from "./buttons.ts";
import { blockSize, blocksMarkdown } from "./markdown.ts";
import { card, type Payload, payload, type Row } from "./payload.ts";
import { MESSAGE_COMPONENT_LIMIT, MESSAGE_TEXT_LIMIT } from "./platform-limits.ts";
import { sectionsOf } from "./sections.ts";

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
  const size = (block: Reply["blocks"][number]) => blockSize(block, reply.language);
  const parts = splitReply(reply, { text: MESSAGE_TEXT_LIMIT, size });
  const last = parts.length - 1;
  if (place.origin !== undefined && last > 0) {
    const page = Math.min(place.page ?? 0, last);
    const turns = pageTurns(reply.language, place.asker, place.origin, page, parts.length);
    return [message({ ...reply, blocks: parts[page]?.blocks ?? [] }, [...turns, ...rowsOf(reply, place)])];
  }
  const rows = rowsOf(reply, place);
  const [first, ...others] = parts.map((part, i) =>
    message(part, i === last ? rows : rowsOf({ language: reply.language, blocks: [], actions: [] }, place)),
  );
  return [first ?? message(reply, rows), ...others];
}

/** The edge of a card with a quotation. */
const ACCENT = 0x2e7d5b;

function message(reply: Reply, rows: readonly Row[]): Payload {
  const content: APIComponentInContainer[] = [];
  for (const section of sectionsOf(reply)) {
    if (content.length > 0) {
      content.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    }
    content.push({ type: ComponentType.TextDisplay, content: blocksMarkdown(section, reply.language) });
  }
  const accent = reply.blocks.some(({ type }) => type === "quote") ? ACCENT : null;
  const cards: APIContainerComponent[] = content.length > 0 ? [card(content, accent)] : [];
  return payload([...cards, ...fitting(rows, MESSAGE_COMPONENT_LIMIT - cards.length - content.length)]);
}

/** As many rows from the first on as there is room for. */
function fitting(rows: readonly Row[], room: number): Row[] {
  let left = room;
  return rows.filter(({ components }) => {
    left -= 1 + components.length;
    return left >= 0;
  });
}
