import type { EntityType } from "../../../model/fields.ts";

/** A record that a correction may name. */
export interface KnownRecord {
  readonly id: string;
  readonly type: EntityType;
  readonly label: string;
}

/** What a person's words stand for: an id, or the name of exactly one record. */
export type Found = { readonly id: string } | "none" | "several";

export interface Records {
  of(type: EntityType): readonly KnownRecord[];
  find(words: string, type: EntityType): Found;
  label(id: string): string;
}

export async function loadRecords(url: string): Promise<Records> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return makeRecords((await response.json()) as KnownRecord[]);
}

export function makeRecords(all: readonly KnownRecord[]): Records {
  const labels = new Map(all.map(({ id, label }) => [id, label]));
  const of = (type: EntityType) => all.filter((record) => record.type === type);
  return {
    of,
    find(words, type) {
      const wanted = words.trim();
      const records = of(type);
      if (records.some(({ id }) => id === wanted)) return { id: wanted };
      const [first, second] = records.filter(({ label }) => label === wanted);
      if (first === undefined) return "none";
      return second === undefined ? { id: first.id } : "several";
    },
    label: (id) => labels.get(id) ?? id,
  };
}
