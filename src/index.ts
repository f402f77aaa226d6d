/** The only door for adapters: the table of contents of the core, from common to rare. */

// What goes in and what comes out
export type { Action, Block, Language, Reply, Request, Suggestion } from "./reply/reply.ts";
