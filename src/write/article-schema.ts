import { z } from "zod";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, TEXTS_FIELDS } from "../model/fields.ts";

const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const shape = <S extends z.ZodType>(fields: readonly string[], schema: S) =>
  Object.fromEntries(fields.map((field) => [field, schema.optional()]));

const id = z.string().regex(/^[a-z0-9-]+$/);
const raw = z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const alternative = z.strictObject({
  value: z.string(),
  rule: z.string(),
  words: z.string(),
  at: span.optional(),
  confidence: z.number().min(0).max(1).optional(),
});

const evidence = z.strictObject({
  rule: z.string(),
  words: z.string().optional(),
  at: span.optional(),
  confidence: z.number().min(0).max(1),
  documents: z.array(z.string()).optional(),
  note: z.string().optional(),
  confirmed: z.literal(true).optional(),
  alternatives: z.array(alternative).nonempty().optional(),
  chosenBy: z.string().optional(),
});

/** Front matter of an article file; the fields follow from the field table. */
export const articleSchema = z.strictObject({
  id,
  title: z.string(),
  titleStatus: z.enum(["found", "derived", "truncated", "missing"]),
  date: z.string().optional(),
  dates: z.strictObject(shape(DATE_FIELDS, z.string())),
  ...shape(ENTITY_FIELDS, z.string()),
  ...shape([...ENTITIES_FIELDS, ...TEXTS_FIELDS], z.array(z.string())),
  links: z.array(z.strictObject({ url: z.string(), label: z.string().optional() })).optional(),
  event: z.string().optional(),
  merged: z.array(z.strictObject({ id, raw })).nonempty().optional(),
  namesakes: z.record(z.string(), z.string()).optional(),
  names: z.record(
    z.string(),
    z.strictObject({ forms: z.record(z.string(), z.int().positive()), roles: z.array(z.string()).optional() }),
  ),
  raw,
  evidence: z.record(z.string(), evidence),
  removed: z.array(z.strictObject({ text: z.string(), at: span, rule: z.string() })),
});
