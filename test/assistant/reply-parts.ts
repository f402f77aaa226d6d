import type { Action, Reply } from "../../src/index.ts";

/** The button of a role; fails where there is none. */
export function pressOf(reply: Reply, role: string): Action & { type: "press" } {
  const action = reply.actions.flat().find((one) => one.type === "press" && one.role === role);
  if (action?.type !== "press") throw new Error(`The reply has a button ${role}`);
  return action;
}

/** The roles of the buttons in their order, and the types of other actions. */
export function rolesOf(reply: Reply): string[] {
  return reply.actions.flat().map((action) => (action.type === "press" ? action.role : action.type));
}

/** What is said around the quotations, a line each. */
export function textsOf(reply: Reply, type: "text" | "notice" = "text"): string {
  return reply.blocks.flatMap((block) => (block.type === type ? block.text : [])).join("\n");
}

export function quotesOf(reply: Reply) {
  return reply.blocks.filter((block) => block.type === "quote");
}
