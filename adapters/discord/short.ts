/** A text on one line within `max` UTF-16 units, cut between words where it can be, never within a character, with a sign that it goes on. */
export function short(text: string, max: number): string {
  const line = text
    .replace(/\p{Cs}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= max) return line;
  let cut = "";
  for (const { segment } of characters.segment(line)) {
    if (cut.length + segment.length > max - 1) break;
    cut += segment;
  }
  const words = cut.slice(0, Math.max(0, cut.lastIndexOf(" ")));
  return `${(words.length > max / 2 ? words : cut).trimEnd()}…`;
}

const characters = new Intl.Segmenter("ar", { granularity: "grapheme" });
