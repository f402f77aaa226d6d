/**
 * Whole numbers from 0 as a short string: seven bits a byte, the lowest first, the eighth bit set where more follow (LEB128), in base64.
 * Frequent words have low numbers, so that most take a byte or two.
 */
export function encodeNumbers(numbers: Iterable<number>): string {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest > 0x7f) {
      bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString("base64");
}

export function decodeNumbers(code: string): Int32Array {
  const bytes = Buffer.from(code, "base64");
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) < 0x80) count++;
  const numbers = new Int32Array(count);
  let at = 0;
  let number = 0;
  let shift = 0;
  // By place: an iterator takes several times as long.
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    number |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    numbers[at++] = number;
    number = 0;
    shift = 0;
  }
  return numbers;
}
