/** Queries that cost a plain engine seconds: repeated words, many words, one endless word, single letters, hostile patterns. */
export function hostileQueries(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts.slice(0, 500)) {
    for (const word of text.split(/\s+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const content = frequent.filter((word) => word.length > 4);
  return [
    `${frequent[0] ?? ""} `.repeat(1000),
    `${content[0] ?? ""} `.repeat(1000),
    frequent.slice(0, 700).join(" "),
    content.slice(0, 700).join(" "),
    [...content.slice(0, 700)].reverse().join(" "),
    "\u0643".repeat(4096),
    "x".repeat(4096),
    "\u0627",
    "\ufdfa".repeat(4096),
    `\u0643${"\u064b".repeat(4000)}`,
    `((((a+)+)+)+)$ ${"a".repeat(4000)}!`,
    content
      .slice(0, 24)
      .map((word) => `${word.slice(0, -1)}\u0698`)
      .join(" "),
    "\u{1f600}".repeat(2000),
    "1,2.3/4 ".repeat(500),
    "__proto__ constructor toString hasOwnProperty",
  ];
}
