import { decodeHTMLStrict } from "entities/decode";
import type { Mark } from "./markup-mark.ts";

const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/uy;

/** The HTML entity at `at` that closes before `end`, with the signs that it stands for; `&` in any other place is a sign of the text. */
export function entityAt(text: string, at: number, end: number): Mark | undefined {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(text)?.[0];
  if (entity === undefined || at + entity.length > end) return undefined;
  const as = decodeHTMLStrict(entity);
  if (as === entity || as.length > entity.length) return undefined;
  // A line end or a control character that is written so is white space to a reader.
  return { start: at, end: at + entity.length, as: as.replace(/\p{Cc}/gu, " ") };
}

/** A text with its entities as their signs. */
export function withoutEntities(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text).replace(/\p{Cc}/gu, " ") : text;
}

/** The entities between two offsets. */
export function entitiesIn(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf("&", start); at >= 0 && at < end; at = text.indexOf("&", at + 1)) {
    const entity = entityAt(text, at, end);
    if (entity === undefined) continue;
    marks.push(entity);
    at = entity.end - 1;
  }
  return marks;
}
