/** Characters that begin something in Discord's Markdown wherever they stand: emphasis, code, spoilers, links, mentions. */
const ANYWHERE = /[\\`*_~|[\]<>@]/g;
/** A colon before a word begins an emoji or the rest of a URL; before a space it is only a colon. */
const COLON = /:(?=\S)/g;
/** Headings, lists and small print begin at the start of a line. */
const LINE_START = /^(\s*)([#+-])/;
const NUMBERED = /^(\s*\d+)([.)])/;

/**
 * One line of plain text as Markdown that Discord shows as that very text: nothing in it becomes a link, a heading, a list,
 * a quotation, code, a spoiler, a mention, a timestamp or an emoji. Discord takes a backslash before any character that is
 * neither a letter, a digit nor a space for "show the next one as it is".
 */
export function escapeLine(line: string): string {
  return escapeInside(line).replace(LINE_START, "$1\\$2").replace(NUMBERED, "$1\\$2");
}

/** The same for a text that does not stand at the start of a line. */
export function escapeInside(text: string): string {
  return sendable(text).replace(ANYWHERE, "\\$&").replace(COLON, "\\:");
}

/** Text of several lines. */
export function escapeText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(escapeLine)
    .join("\n");
}

/** A block of code that can be copied; nothing in it can end it. */
export function codeBlock(text: string): string {
  return `\`\`\`\n${sendable(text).replaceAll("`", "\u02CB")}\n\`\`\``;
}

/**
 * A link, or the escaped label alone where the address is not one we vouch for. A label with brackets is no link either:
 * Discord counts them there whether they are escaped or not.
 */
export function maskedLink(label: string, url: string | undefined): string {
  const address = url === undefined ? undefined : safeUrl(url);
  const text = escapeInside(label);
  return address === undefined || text.trim() === "" || /[[\]]/.test(text) ? text : `[${text}](${address})`;
}

/** Only `https`, with the signs that would end a link written as percent codes. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href, username, password } = new URL(url);
  if (protocol !== "https:" || username !== "" || password !== "") return undefined;
  return href.replace(
    /[()<>\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** Without lone surrogates and controls, which the platform refuses or drops; line ends and tabs stay. */
function sendable(text: string): string {
  return text.replace(/\p{Cs}|(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, "");
}
