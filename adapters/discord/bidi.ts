const ARABIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu;
const FIRST_STRONG =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** A run of its own direction inside a line: what stands in it cannot turn what stands around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/**
 * What has to precede a line so that it is read from the right: a line takes its direction from its first strong letter,
 * and an Arabic sentence may open with a Latin name.
 */
export function opening(line: string): string {
  const first = FIRST_STRONG.exec(line)?.[0];
  if (first === undefined || first.match(ARABIC) !== null) return "";
  const rightToLeft = line.match(ARABIC)?.length ?? 0;
  return rightToLeft > (line.match(LEFT_TO_RIGHT)?.length ?? 0) ? "\u200F" : "";
}
