import type { Language } from "../reply.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import type { Wording } from "./type.ts";

export type { Labels, Wording } from "./type.ts";

/** The sentences in `language`. */
export function wordingOf(language: Language): Wording {
  return language === "ar" ? ar : en;
}
