import type { Quotation } from "../answer/answer.ts";
import { isNegation } from "../arabic/negations.ts";
import { type NumberMention, numbersIn } from "../arabic/numbers.ts";
import { lightStem } from "../arabic/stems.ts";
import { tokenize } from "../arabic/tokens.ts";
import { quoteBlock } from "./quoted.ts";
import type { Block, Language } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Figures that are told; a text of many is a table. */
const MOST_TOLD = 4;
/** Two amounts are the same up to rounding, as a share of the greater. */
const ROUNDING = 0.01;

/**
 * Above the passage that was found for a text which the articles do not have in these words: that they do not, and which of the text's
 * figures and negations that passage has otherwise or not at all. «ستة تريليونات» is not confirmed by a passage that says five.
 */
export function retoldNotice(text: string, quotation: Quotation, isSure: boolean, language: Language): Block {
  const words = wordingOf(language);
  const shown = quoteBlock(quotation, quotation).text;
  const theirs = numbersIn(shown);
  const free = theirs.filter((other) => !numbersIn(text).some((mine) => isSame(mine, other)));
  const said = numbersIn(text)
    .filter((mine) => !theirs.some((other) => isSame(mine, other)))
    .slice(0, MOST_TOLD)
    .map((mine) => {
      const given = text.slice(mine.start, mine.end);
      const other = free.find((one) => isAlike(mine, one));
      if (other === undefined) return words.notHere(given);
      const kind = mine.kind === "date" || mine.kind === "year" ? "date" : "number";
      return words.meaningChange({ kind, given, source: shown.slice(other.start, other.end) });
    });
  const lead = words.retold[isSure ? "told" : "near"];
  const denied = negationsIn(text);
  if (denied.length > 0 && negationsIn(shown).length === 0) said.push(words.deniedHere(denied[0] ?? ""));
  const lines = said.length === 0 ? [`${words.retold.other} ${lead}`] : [words.retold.other, ...said, lead];
  return { type: "notice", text: lines.join("\n") };
}

/** Without ما, which is more often no negation: «ما يقارب». */
function negationsIn(text: string): string[] {
  return tokenize(text).flatMap(({ term, start, end }) =>
    isNegation(term) && !MA.test(term) ? text.slice(start, end) : [],
  );
}

const MA = /^[\u0648\u0641]?\u0645\u0627$/;

/** May one stand in the place of the other: of one kind and unit, or counting the same thing? */
function isAlike(a: NumberMention, b: NumberMention): boolean {
  if (isTime(a) && isTime(b)) return true;
  return a.kind === b.kind && a.unit === b.unit && stemOf(a.counted) === stemOf(b.counted);
}

function isSame(a: NumberMention, b: NumberMention): boolean {
  if (a.date !== undefined && b.date !== undefined)
    return a.date.startsWith(b.date) || b.date.startsWith(a.date);
  const areClose = Math.abs(a.value - b.value) <= ROUNDING * Math.max(Math.abs(a.value), Math.abs(b.value));
  return areClose && (a.unit === b.unit || a.unit === undefined || b.unit === undefined);
}

function isTime({ kind }: NumberMention): boolean {
  return kind === "date" || kind === "year";
}

function stemOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : lightStem(word);
}
