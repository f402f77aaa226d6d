const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Foreign text, such as a file's name, for one line on a terminal or in a journal: each character that could end the
 * line, steer the terminal or turn the direction of what follows is shown as U+FFFD.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, "\ufffd");
}

/** The same for JSON, which stays the same data: what `JSON.stringify` leaves of such characters stands in it as `\uXXXX`. */
export function printableJson(json: string): string {
  return json.replace(CONTROLS, (control) =>
    control === "\n" ? control : `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
