const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Does the first letter of a line belong to a script that is read from the right? */
export function opensRightToLeft(line: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(line)?.[0] ?? "");
}

/** Do most letters of a line belong to scripts that are read from the right? */
export function readsRightToLeft(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length * 2 > letters.length;
}

/**
 * «NVIDIA شركة أمريكية» opens with a Latin letter, and clients take the direction of a line from its first letter: the mark
 * that has such a line read from the right, or nothing where it needs none.
 */
export function rightToLeftMark(line: string): "" | "\u200F" {
  return !opensRightToLeft(line) && readsRightToLeft(line) ? "\u200F" : "";
}

const CONTROL = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The marks that have to follow somebody else's text so that the embeddings, overrides and isolates that it leaves open end with it,
 * and turn nothing that stands after it. The text itself stays as it is.
 */
export function closersOf(text: string): string {
  const open: string[] = [];
  for (const [control] of text.matchAll(CONTROL)) {
    if (control !== "\u202C" && control !== "\u2069") open.push(control < "\u2066" ? "\u202C" : "\u2069");
    else if (open.at(-1) === control) open.pop();
    // The end of an isolate ends all that was opened within it.
    else if (control === "\u2069" && open.includes(control)) open.length = open.lastIndexOf(control);
  }
  return open.reverse().join("");
}
