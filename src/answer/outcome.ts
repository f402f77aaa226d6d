import type { Verdict } from "./answer.ts";
import type { Choice } from "./choice.ts";
import type { Plan } from "./plan.ts";

/** Decides whether the first of the chosen sentences is claimed to answer, is only near, or is nothing. */
export function verdictOf(_plan: Plan, choices: readonly Choice[]): Verdict {
  return choices[0] === undefined ? "unanswered" : "answered";
}
