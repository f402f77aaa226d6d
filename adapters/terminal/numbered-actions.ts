import type { Action, Reply } from "../../src/index.ts";

/** An action of a reply that can be taken by typing its number, from 1. */
export interface NumberedAction {
  readonly number: number;
  readonly label: string;
  readonly action: Action;
}

/** The actions that mean something in a terminal, in their rows: there is no other chat to share a passage with. */
export function numberedActions(reply: Reply): readonly (readonly NumberedAction[])[] {
  let number = 0;
  return reply.actions
    .map((row) =>
      row
        .filter((action) => action.type !== "share" && action.type !== "link")
        .map((action) => ({ number: ++number, label: action.label, action })),
    )
    .filter((row) => row.length > 0);
}
