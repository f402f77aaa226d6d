/** What a UTF-16 unit is to the tokenizer. */
export const SEPARATOR = 0;
export const ARABIC = 1;
export const LATIN = 2;
export const DIGIT = 3;
/** A letter or number sign of any other script. */
export const OTHER = 4;
/** Belongs to the word it stands in and is not compared: marks, tatweel, format and control characters. */
export const IGNORABLE = 5;

const units = unitTable();

/** The class of the character that starts at `at`; a surrogate pair is read whole. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return units[unit] ?? SEPARATOR;
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classOfAstral(String.fromCodePoint(point)) : IGNORABLE;
}

function classOfAstral(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return IGNORABLE;
  if (!/[\p{L}\p{N}]/u.test(character)) return SEPARATOR;
  const plain = character.normalize("NFKC");
  return plain.length === 1 ? (units[plain.charCodeAt(0)] ?? OTHER) : OTHER;
}

function unitTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join("");
  const rest = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(0xe000 + code)).join("");
  mark(table, all, 0);
  mark(table, rest, 0xe000);
  // A line end is a separator even where it is a control character.
  for (const code of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x85]) table[code] = SEPARATOR;
  table[0xfffe] = IGNORABLE;
  table[0xffff] = IGNORABLE;
  return table;
}

function mark(table: Uint8Array, characters: string, offset: number): void {
  const classes: readonly [RegExp, number][] = [
    [/[\p{L}\p{N}]+/gu, OTHER],
    [/(?:(?=\p{L})\p{Script=Arabic})+/gu, ARABIC],
    [/(?:(?=\p{L})\p{Script=Latin})+/gu, LATIN],
    [/\p{Nd}+/gu, DIGIT],
    [/[\p{M}\p{Cf}\p{Cc}\u0640]+/gu, IGNORABLE],
  ];
  for (const [pattern, value] of classes) {
    for (const match of characters.matchAll(pattern)) {
      table.fill(value, offset + match.index, offset + match.index + match[0].length);
    }
  }
}
