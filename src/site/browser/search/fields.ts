/** Field words of a query as filters and a range. */
import type { Analyzer } from "../../../arabic/analysis/analyze.ts";
import type { Question } from "./address.ts";
import { readPeriod } from "./dates.ts";
import type { Volume } from "./postings.ts";
import { DATE, parseQuery, type Query } from "./query.ts";

/** What a page must have in a filter, or must not. */
export interface Condition {
  readonly name: string;
  readonly values: ReadonlySet<string>;
  readonly isExcluded: boolean;
}

/** A question with what its field words say. */
export interface Narrowing extends Question {
  /** All of them hold, whatever is ticked. */
  readonly conditions: readonly Condition[];
  /** What was written as a date and is none. */
  readonly unread?: string;
}

/** Reads field words as conditions, and dates as the range. A value is a name of the archive or some words of one. */
export async function readFields(
  asked: Question,
  { fields }: Pick<Query, "fields">,
  { analyzer, volumes }: { readonly analyzer: Analyzer; readonly volumes: readonly Pick<Volume, "column">[] },
): Promise<Narrowing> {
  let range: { readonly from: string; readonly to: string; readonly unread?: string } = {
    from: asked.from,
    to: asked.to,
  };
  const conditions: Condition[] = [];
  for (const { name, value, isExcluded } of fields) {
    if (name === DATE) {
      // No article is of a time that is none.
      range = readPeriod(value) ?? { from: value, to: value, unread: value };
      continue;
    }
    const wanted = parseQuery(value, analyzer).clauses.flatMap(({ units }) => units);
    const isMeant = (label: string) => {
      const keys = new Set(
        analyzer.analyze(label).flatMap((chunk) => [...chunk.names, ...chunk.words.flatMap((word) => word.keys)]),
      );
      return wanted.every((unit) => unit.keys.some((key) => keys.has(key)));
    };
    const labels = await Promise.all(volumes.map(async (volume) => (await volume.column(name))?.values ?? []));
    conditions.push({ name, values: new Set(labels.flat().filter(isMeant)), isExcluded });
  }
  return { ...asked, ...range, conditions };
}
