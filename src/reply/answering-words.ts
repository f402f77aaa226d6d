import { clean, insert } from "./foreign-text.ts";
import type { Language, QuoteBlock } from "./reply.ts";

/** The marked words of a quotation, or its first words where none are marked, on one line of at most `max` characters and cut between words: what tells it from others in a list. */
export function answeringWords(
  { text, marks }: Pick<QuoteBlock, "text" | "marks">,
  language: Language,
  max: number,
): string {
  const marked = marks.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
  return insert(cutBetweenWords(marked === "" ? text : marked, max - ISOLATES), language, max);
}

/** Room for the signs that keep words of another direction apart. */
const ISOLATES = 3;

function cutBetweenWords(text: string, max: number): string {
  const line = clean(text, Number.POSITIVE_INFINITY);
  if (line.length <= max) return line;
  const space = line.lastIndexOf(" ", max - 1);
  return space > max / 2 ? `${line.slice(0, space)}…` : clean(line, max);
}
