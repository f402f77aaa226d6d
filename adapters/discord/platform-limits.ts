/** Characters over all texts of one message with components of version 2. */
export const MESSAGE_TEXT_LIMIT = 4000;
/** Components of one message, nested ones included. */
export const MESSAGE_COMPONENT_LIMIT = 40;
/** Buttons in a row. */
export const ROW_LIMIT = 5;
export const BUTTON_LABEL_LIMIT = 80;
export const BUTTON_URL_LIMIT = 512;
export const CUSTOM_ID_LIMIT = 100;
/** Options of a select menu, and choices of an autocomplete. */
export const CHOICE_LIMIT = 25;
/** Label, description and value of an option of a menu; name and value of a choice. */
export const CHOICE_TEXT_LIMIT = 100;
export const PLACEHOLDER_LIMIT = 150;
/** Follow-up messages to one interaction in a place that the bot is not a member of. */
export const FOLLOW_UP_LIMIT = 5;

/** A text on one line of at most `max` UTF-16 units, cut between words where it can be, never within a character, and then ending in «…». */
export function shortened(text: string, max: number): string {
  const line = text
    .replace(/\p{Cs}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= max) return line;
  const word = line.lastIndexOf(" ", max - 1);
  if (word > max / 2) return `${line.slice(0, word)}…`;
  const cut = characters.segment(line).containing(max - 1)?.index ?? 0;
  return `${line.slice(0, cut).trimEnd()}…`;
}

const characters = new Intl.Segmenter("ar", { granularity: "grapheme" });
