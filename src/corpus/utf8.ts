/** A run of bytes that are no part of valid UTF-8. */
export interface BadBytes {
  readonly at: number;
  readonly length: number;
}

/** The first `most` runs of bytes that are no UTF-8. */
export function badBytesIn(bytes: Uint8Array, most: number): BadBytes[] {
  const runs: BadBytes[] = [];
  for (let at = 0; at < bytes.length && runs.length < most; ) {
    const length = sequenceAt(bytes, at);
    at += Math.max(length, 1);
    if (length > 0) continue;
    const from = at - 1;
    while (at < bytes.length && sequenceAt(bytes, at) === 0) at += 1;
    runs.push({ at: from, length: at - from });
  }
  return runs;
}

/**
 * Whether two Arabic letters in UTF-8 stand side by side (each a byte of D8 to DB and one of 80 to BF). In an Arabic
 * text of any older encoding that is ط, ظ, ع or غ, a sign, one of these four again and a sign again: no word has that.
 */
export function hasArabicUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at + 3 < bytes.length; at += 1)
    if (isArabicPair(bytes, at) && isArabicPair(bytes, at + 2)) return true;
  return false;
}

function isArabicPair(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  return lead >= 0xd8 && lead <= 0xdb && isTrail(bytes[at + 1]);
}

/** The length of the well-formed sequence at `at` (Unicode Standard, table 3-7), or 0. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) if (!isTrail(bytes[next])) return 0;
  return length;
}

function isTrail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
