/** Combining marks and format characters take no room. */
const NO_ROOM = /\p{Mn}|\p{Me}|\p{Cf}/u;
/** East Asian wide letters and emoji take two columns; a rough rule is enough to fill lines. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

/** The text between two line ends of any kind; both ends of the text count as one. */
const PARAGRAPH = /(?<=^|\r\n|[\n\u0085\u2028\u2029]|\r(?!\n))[^\n\r\u0085\u2028\u2029]*/g;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += NO_ROOM.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/**
 * Cuts a text into lines of at most `columns` at its spaces, as ranges of it, so that marks can be laid over them.
 * A word that is longer than a line keeps one to itself; line ends of the text end a line.
 */
export function wrap(text: string, columns: number): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (const { 0: paragraph, index: offset } of text.matchAll(PARAGRAPH)) {
    let line: TextRange | undefined;
    let width = 0;
    for (const { 0: spaced, 1: space = "", index } of paragraph.matchAll(/(?<!\s)(\s*)\S+/g)) {
      const end = offset + index + spaced.length;
      if (line && width + widthOf(spaced) <= columns) {
        line = { start: line.start, end };
        width += widthOf(spaced);
        continue;
      }
      if (line) lines.push(line);
      line = { start: end - spaced.length + space.length, end };
      width = widthOf(spaced.slice(space.length));
    }
    lines.push(line ?? { start: offset, end: offset });
  }
  return lines;
}

/** A range of the text that was wrapped. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
