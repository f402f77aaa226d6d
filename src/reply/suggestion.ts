import { insert } from "./echo.ts";
import type { Reply, Suggestion } from "./reply.ts";

/** Characters of a suggestion's description. */
const DESCRIPTION_MAX = 120;
const SOURCE_MAX = 40;

/** A card as it is offered while a person types; `undefined` for a reply without a quotation. */
export function suggestionOf(card: Reply): Suggestion | undefined {
  const quote = card.blocks.find((block) => block.type === "quote");
  const citation = card.blocks.find((block) => block.type === "citation");
  const share = card.actions.flat().find((action) => action.type === "share");
  if (quote === undefined || citation === undefined || share === undefined) return undefined;
  const source = insert(citation.line, card.language, SOURCE_MAX);
  const words = insert(quote.text, card.language, DESCRIPTION_MAX - source.length - 3);
  return { key: share.key, title: citation.title, description: `${words} — ${source}`, card };
}
