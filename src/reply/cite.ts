import { decodeReference } from "./codec.ts";

/** What a person names when a citation is asked for. */
export type Cited =
  | { readonly kind: "reference"; readonly reference: NonNullable<ReturnType<typeof decodeReference>> }
  | { readonly kind: "words"; readonly text: string };

/**
 * Reads a request to cite: a link that holds `start=p_KEY`, `#KEY`, a bare key, or words. The key is followed by the
 * three characters of a selection where a quotation of the passage is meant. A word of eight letters is a key only if
 * `known` says so.
 */
export function readCited(text: string, known: (key: string) => boolean): Cited {
  const trimmed = text.trim();
  const named = /^(?:\S*[?&]start=p_|#|p_)([A-Za-z0-9_-]+)(?:&\S*)?$/u.exec(trimmed)?.[1];
  const reference = decodeReference(named ?? trimmed);
  if (reference !== undefined && (named !== undefined || known(reference.key)))
    return { kind: "reference", reference };
  return named !== undefined && !trimmed.startsWith("#")
    ? { kind: "reference", reference: { key: named } }
    : { kind: "words", text };
}
