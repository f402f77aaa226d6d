import { z } from "zod";
import { line } from "./yaml.ts";

/** Words or phrases that an operator says mean the same: جي بي يو, GPU. */
export type Aliases = readonly string[];

const written = line.transform((value) => value.split("=").map((word) => word.trim()));
const group = z
  .union([written, z.array(line)], "must be texts with = between, or a list of texts")
  .transform((words) => [...new Set(words.filter((word) => word !== ""))])
  .refine((words) => words.length > 1, "must have at least two different words, with = between")
  .refine(
    (words) => words.every((word) => word.length <= 100),
    "must have at most 100 characters in each word",
  );

/** The groups of `aliases:`, each as `جي بي يو = GPU` or as a list. */
export const aliasGroups = z
  .array(group, "must be a list, each entry of the form: word = other word")
  .nullish()
  .transform((groups): readonly Aliases[] => groups ?? []);
