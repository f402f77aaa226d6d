import type { Action, Reply } from "../../src/index.ts";

/** An action of a reply that can be taken by typing its number, from 1. */
export interface Choice {
  readonly number: number;
  readonly label: string;
  readonly action: Action;
}

/** The actions that mean something in a terminal, in their order: there is no other chat to share a passage with. */
export function choicesOf(reply: Reply): readonly Choice[] {
  return reply.actions
    .flat()
    .filter((action) => action.type !== "share" && action.type !== "link")
    .map((action, index) => ({ number: index + 1, label: action.label, action }));
}
