const CONTROL = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What has to follow somebody else's text so that the embeddings, overrides and isolates that it leaves open end with it,
 * and turn nothing that stands after it. The text itself stays as it is.
 */
export function closersOf(text: string): string {
  const open: string[] = [];
  for (const [control] of text.matchAll(CONTROL)) {
    if (control !== "\u202C" && control !== "\u2069") open.push(control < "\u2066" ? "\u202C" : "\u2069");
    else if (open.at(-1) === control) open.pop();
    // The end of an isolate ends whatever was opened within it.
    else if (control === "\u2069" && open.includes(control)) open.length = open.lastIndexOf(control);
  }
  return open.reverse().join("");
}
