import { z } from "zod";

const span = z.strictObject({ start: z.int(), end: z.int() });
/** An answer, as `ask --json` and `batch` print it: these fields and no other. */
export const answerSchema = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  verdict: z.enum(["answered", "uncertain", "unanswered"]),
  findings: z
    .array(
      z.strictObject({
        file: z.string(),
        start: z.int(),
        end: z.int(),
        quote: z.string(),
        highlights: z.array(span).min(1),
        key: z.string().regex(/^[\w-]{8}$/),
        paragraph: z.int().min(1),
        paragraphTo: z.int().min(1),
        paragraphs: z.int().min(1),
        article: z.strictObject({
          id: z.string(),
          title: z.string(),
          source: z.string().optional(),
          author: z.string().optional(),
          date: z.string().optional(),
          url: z.string().optional(),
          licence: z.string().optional(),
        }),
        alsoIn: z.array(z.string()),
        differs: z.array(z.string()),
      }),
    )
    .max(10),
  searched: z.array(z.string()),
});

const matchSchema = z.strictObject({
  file: z.string(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  article: z.looseObject({ id: z.string(), title: z.string() }),
  paragraph: z.int().min(1),
  paragraphTo: z.int().min(1),
  paragraphs: z.int().min(1),
  key: z.string().regex(/^[\w-]{8}$/),
  diff: z.array(
    z.strictObject({
      op: z.enum(["same", "insert", "delete", "replace", "move"]),
      given: z.string().optional(),
      source: z.string().optional(),
    }),
  ),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(["number", "date", "name", "negation"]),
        given: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .optional(),
});
/** What `verify --json` prints of a text: these fields and no other. */
export const verificationSchema = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  state: z.enum(["exact", "spelling", "altered", "stitched", "not-found"]),
  segments: z.array(
    z.strictObject({
      ...span.shape,
      state: z.enum(["exact", "spelling", "altered", "not-found"]),
      gap: z.strictObject({ sentences: z.int(), words: z.int() }).optional(),
      matches: z.array(matchSchema),
    }),
  ),
  attribution: z.strictObject({ ...span.shape, name: z.string(), holds: z.boolean() }).optional(),
});
