import { insert } from "./foreign-text.ts";
import type { Language, Reply, Suggestion } from "./reply.ts";
import { textReply } from "./text-replies.ts";
import { wordingOf } from "./wording/index.ts";

/** Characters of a suggestion's description. */
const DESCRIPTION_MAX = 120;
const SOURCE_MAX = 40;

/** Cards to choose among while a person types: at most `limit`, each passage once. Without any, a sentence says so. */
export function suggestingOf(cards: readonly Reply[], language: Language, limit: number): Reply {
  const byKey = new Map<string, Suggestion>();
  for (const card of cards) {
    const suggestion = suggestionOf(card);
    if (suggestion !== undefined && !byKey.has(suggestion.key)) byKey.set(suggestion.key, suggestion);
  }
  const suggestions = [...byKey.values()].slice(0, Math.max(0, limit));
  if (suggestions.length > 0) return { language, blocks: [], actions: [], suggestions };
  return { ...textReply(language, [wordingOf(language).noSuggestion]), suggestions };
}

/** A card as it is offered; `undefined` for a reply without a quotation. */
function suggestionOf(card: Reply): Suggestion | undefined {
  const quote = card.blocks.find((block) => block.type === "quote");
  const citation = card.blocks.find((block) => block.type === "citation");
  const share = card.actions.flat().find((action) => action.type === "share");
  if (quote === undefined || citation === undefined || share === undefined) return undefined;
  const source = insert(citation.line, card.language, SOURCE_MAX);
  const words = insert(quote.text, card.language, DESCRIPTION_MAX - source.length - 3);
  return { key: share.key, title: citation.title, description: `${words} — ${source}`, card };
}
