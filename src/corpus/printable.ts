/** A text of a file, or a file's name, for a line of a terminal or a journal: signs that control either are replaced. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
