const CONTROL = /[\u202A-\u202E\u2066-\u2069]/gu;
const ARABIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu;
const FIRST_STRONG =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** A run of its own direction inside a line: what stands in it cannot turn what stands around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** What has to follow a line of somebody else's text so that direction marks it left open end with it. */
export function closing(line: string): string {
  const open: string[] = [];
  for (const [control] of line.matchAll(CONTROL)) {
    if (control !== "\u202C" && control !== "\u2069") open.push(control < "\u2066" ? "\u202C" : "\u2069");
    else if (open.at(-1) === control) open.pop();
    // The end of an isolate ends whatever was opened within it.
    else if (control === "\u2069" && open.includes(control)) open.length = open.lastIndexOf(control);
  }
  return open.reverse().join("");
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
