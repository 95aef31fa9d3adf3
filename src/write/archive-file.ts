import { z } from "zod";
import type { Relations } from "../model/archive.ts";
import type { Entity } from "../model/entity.ts";
import { provisionalPerson } from "../resolve/provisional.ts";

const ids = z.array(z.string());
const schema = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      date: z.string().optional(),
      kind: z.string().optional(),
      place: z.string().optional(),
      participants: ids,
      articles: ids,
      links: z.array(z.strictObject({ a: z.string(), b: z.string(), score: z.number(), why: ids })),
    }),
  ),
  related: z.record(z.string(), z.array(z.strictObject({ id: z.string(), score: z.number(), shared: ids }))),
  duplicates: z.array(ids),
  // Absent in files of before there were any.
  strangers: z
    .array(
      z.strictObject({
        id: z.string(),
        prefLabel: z.string(),
        altLabel: ids.optional(),
        roles: ids.optional(),
        country: z.string().optional(),
      }),
    )
    .default([]),
});

/** content/archive.json: one event, one article's relations, one group a line, so that a diff shows what changed. */
export function formatArchiveFile({ events, related, duplicates, strangers }: Relations): string {
  const lines = (items: readonly string[]) =>
    items.length === 0 ? "" : `\n${items.map((item) => `    ${item}`).join(",\n")}\n  `;
  return `{
  "events": [${lines(events.map((event) => JSON.stringify(event)))}],
  "related": {${lines(Object.entries(related).map(([id, list]) => `${JSON.stringify(id)}: ${JSON.stringify(list)}`))}},
  "duplicates": [${lines(duplicates.map((group) => JSON.stringify(group)))}],
  "strangers": [${lines(strangers.map(formatStranger))}]
}
`;
}

/** What a person's record holds beyond being provisional. */
function formatStranger({ id, prefLabel, altLabel, roles, country }: Entity): string {
  return JSON.stringify({
    id,
    prefLabel,
    ...(altLabel.length > 0 && { altLabel }),
    ...(roles.length > 0 && { roles: roles.map(({ label }) => label) }),
    ...(country !== undefined && { country }),
  });
}

/** Throws an Error that names what is wrong. */
export function parseArchiveFile(text: string): Relations {
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) {
    const { strangers, ...relations } = result.data;
    return {
      ...(relations as Omit<Relations, "strangers">),
      strangers: strangers.map(({ id, prefLabel, altLabel, roles, country }) =>
        provisionalPerson(id, {
          prefLabel,
          altLabel: altLabel ?? [],
          roles: roles?.map((label) => ({ label })) ?? [],
          ...(country !== undefined && { country }),
        }),
      ),
    };
  }
  const [issue] = result.error.issues;
  throw new Error(`archive.json: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not an archive"}`);
}
