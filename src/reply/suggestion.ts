import { answeringWords } from "./answering-words.ts";
import { clean, insert } from "./foreign-text.ts";
import type { Language, Reply, Suggestion } from "./reply.ts";
import { textReply } from "./text-replies.ts";
import { wordingOf } from "./wording/index.ts";

/** Characters of a suggestion's title and description. */
const TITLE_MAX = 80;
const DESCRIPTION_MAX = 120;

/**
 * Cards to choose among while a person types: at most `limit`, each passage once; before them the entry that asks what was
 * typed, whose card is absent where nothing was found. Without any card, a sentence says so.
 */
export function suggestingOf(
  cards: readonly Reply[],
  language: Language,
  limit: number,
  asked?: { readonly text: string; readonly card: Reply | undefined },
): Reply {
  const byKey = new Map<string, Suggestion>();
  if (asked !== undefined) byKey.set(ASK, askingOf(asked.text, asked.card, language));
  for (const card of cards) {
    const suggestion = suggestionOf(card);
    if (suggestion !== undefined && !byKey.has(suggestion.key)) byKey.set(suggestion.key, suggestion);
  }
  const suggestions = [...byKey.values()].slice(0, Math.max(0, limit));
  if (suggestions.some(({ card }) => card !== undefined))
    return { language, blocks: [], actions: [], suggestions };
  return { ...textReply(language, [wordingOf(language).noSuggestion]), suggestions };
}

/** The key of the entry that asks: shorter than that of any passage. */
const ASK = "ask";

function askingOf(text: string, card: Reply | undefined, language: Language): Suggestion {
  const answer = card && suggestionOf(card);
  const asking = {
    key: ASK,
    title: wordingOf(language).asks(text),
    description: answer?.title ?? "",
    asks: clean(text, Number.POSITIVE_INFINITY),
  };
  return answer?.card === undefined ? asking : { ...asking, card: answer.card };
}

/** A card as it is offered; `undefined` for a reply without a quotation. */
function suggestionOf(card: Reply): Suggestion | undefined {
  const quote = card.blocks.find((block) => block.type === "quote");
  const citation = card.blocks.find((block) => block.type === "citation");
  const { reference } = card;
  if (quote === undefined || citation === undefined || reference === undefined) return undefined;
  return {
    key: reference,
    title: answeringWords(quote, card.language, TITLE_MAX),
    description: insert(`${citation.title} — ${citation.line}`, card.language, DESCRIPTION_MAX),
    card,
  };
}
