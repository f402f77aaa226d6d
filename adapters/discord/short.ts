/** A text on one line within `max` UTF-16 units, cut between words where it can be, never within a character, with a sign that it goes on. */
export function short(text: string, max: number): string {
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
