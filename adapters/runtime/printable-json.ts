const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * JSON for a terminal or a journal: a character that could end the line, steer the terminal or turn the direction of what
 * follows stands in it as `\uXXXX`. It stays the same data, and its own line ends stay.
 */
export function printableJson(json: string): string {
  return json.replace(CONTROLS, (control) =>
    control === "\n" ? control : `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
