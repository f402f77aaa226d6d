import { type NumberMention, numbersIn } from "../arabic/numbers.ts";
import { lightStem } from "../arabic/stems.ts";
import type { Token } from "../arabic/token.ts";
import type { Query } from "./query.ts";
import type { TokenizedText } from "./read-text.ts";

/**
 * «إيرادات سحاب في 2019؟», «الدورة التاسعة»: the texts tell of other years or months than the question gives, or say another number of the same
 * thing in its place.
 */
export function tellsOfOtherTimes({ question }: Query, texts: readonly TokenizedText[]): boolean {
  const asked = numbersIn(question.text, question.tokens);
  const dates = asked.flatMap(({ date }) => date ?? []);
  const told = texts.flatMap(({ figures }) => figures.flatMap(({ date }) => date ?? []));
  const compared = dates.flatMap((one) => told.flatMap((other) => areSame(one, other) ?? []));
  if (compared.length > 0 && !compared.includes(true)) return true;
  return asked
    .filter(({ kind }) => kind === "ordinal")
    .some((ordinal) => {
      const noun = nounBefore(ordinal, question.tokens);
      const others = texts.flatMap(({ tokens, figures }) =>
        figures.filter((figure) => figure.kind === "ordinal" && nounBefore(figure, tokens) === noun),
      );
      return noun !== undefined && others.length > 0 && !others.some(({ value }) => value === ordinal.value);
    });
}

/** Are two dates the same as far as both are known; `undefined` where they have no part in common. */
function areSame(one: string, other: string): boolean | undefined {
  const [a, b] = [partsOf(one), partsOf(other)];
  const known = a.flatMap((part, i) => (part !== "" && (b[i] ?? "") !== "" ? [part === b[i]] : []));
  return known.length === 0 ? undefined : known.every(Boolean);
}

/** `2025-10-31` and `--10-31`: year, month and day, empty where it is not known. */
function partsOf(date: string): string[] {
  return date.startsWith("--") ? ["", ...date.slice(2).split("-")] : date.split("-");
}

function nounBefore({ start }: NumberMention, tokens: readonly Token[]): string | undefined {
  const before = tokens.findLast((token) => token.end <= start);
  return before && lightStem(before.term);
}
