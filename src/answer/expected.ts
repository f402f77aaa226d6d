import { type NumberKind, numbersIn } from "../arabic/numbers.ts";
import { lightStem } from "../arabic/stems.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Figure } from "../search/collection.ts";
import type { Plan } from "./plan.ts";

const WANTED: Partial<Record<Plan["expected"], readonly NumberKind[]>> = {
  when: ["year", "date"],
  "how-many": ["number", "measure", "money", "percent", "fraction", "duration", "ordinal"],
  "how-much": ["money", "number", "measure", "percent", "fraction"],
  percent: ["percent", "fraction"],
};

const CAUSE =
  /(?:^|[\s\u00ab"])(?:و|ف)?(?:لأن|لان|بسبب|نظرا|نظرًا|نتيجة|بفضل|إذ|مما|لذلك|لذا|كي|لكي|خوفا|خوفًا|سبب|يعود|يرجع|ناجم|الناتجة|الناجمة|أدى|أدت|يؤدي)/u;
const MEANING = /(?:هو|هي|يعني|تعني|عبارة عن|يعرف|تعرف|يُعرف|تُعرف|يقصد|المقصود|تسمى|يسمى|مصممة|مصمم)/u;

/** From 0 to 1: how far a text holds the kind of thing that the question asks for; `figures` are its numbers, where they are known. */
export function fitOf(plan: Plan, text: string, figures: readonly Figure[] | undefined): number {
  const wanted = WANTED[plan.expected];
  if (wanted !== undefined) {
    const numbers = figures ?? numbersIn(text);
    return numbers.some(({ kind, value }) => wanted.includes(kind) && !plan.given.has(value)) ? 1 : 0;
  }
  if (plan.expected === "why") return CAUSE.test(text) ? 1 : 0;
  if (plan.expected === "definition")
    return (opensWithSubject(plan, text) ? 0.7 : 0) + (MEANING.test(text) ? 0.3 : 0);
  return 0;
}

/** A definition begins with what it defines: one of its first words is the first word that the question asks about. */
function opensWithSubject(plan: Plan, text: string): boolean {
  const subject = plan.probes[0];
  if (subject === undefined) return false;
  const stem = lightStem(subject.term);
  const opening = tokenize(text.slice(0, OPENING)).slice(0, 4);
  return opening.some(({ term }) => lightStem(term) === stem);
}

const OPENING = 80;
