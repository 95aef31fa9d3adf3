/** Where the words of a query stand in a text that the index's own analyzer has not counted. */
import type { Analyzer } from "../../../arabic/analysis/analyze.ts";
import { keysOf, type Place, placesOf, writtenAs } from "../../../arabic/analysis/engine-terms.ts";
import type { Chunk } from "../../../arabic/analysis/tokenizer.ts";
import type { Clause, Unit } from "./query.ts";

/** A text in chunks, as it is shown, and the chunks that each clause is found at. */
export interface Marked {
  readonly chunks: readonly Chunk[];
  readonly places: readonly (readonly number[])[];
}

/** Finds the clauses that are not excluded in a text; of phrases only whole ones. */
export function findMarks(text: string, clauses: readonly Clause[], analyzer: Analyzer, exact: boolean): Marked {
  const chunks = analyzer.analyze(text);
  const places = placesOf(chunks).map((place) => ({ ...place, terms: new Set(place.terms) }));
  const found = clauses
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ units }) => {
      const wanted = units.map((unit) => termsOf(unit, exact));
      const marked = places.flatMap((_, start) => follow(start, places, units, wanted));
      return [...new Set(marked)].sort((a, b) => a - b);
    });
  return { chunks, places: found };
}

function termsOf(unit: Unit, exact: boolean): readonly string[] {
  return exact && !unit.isName ? [writtenAs(unit)] : keysOf(unit.keys);
}

type Indexed = Pick<Place, "chunk"> & { readonly terms: ReadonlySet<string> };

/** The chunks of the units that follow each other from `start` on; none when they do not. */
function follow(
  start: number,
  places: readonly Indexed[],
  units: readonly Unit[],
  wanted: readonly (readonly string[])[],
): number[] {
  const chunks: number[] = [];
  let at = start;
  for (const [index, terms] of wanted.entries()) {
    const isHere = () => terms.some((term) => places[at]?.terms.has(term));
    if (!isHere()) return [];
    do chunks.push((places[at++] as Indexed).chunk);
    while (
      // A name goes over as many places as the text takes for it.
      units[index]?.isName &&
      isHere()
    );
  }
  return chunks;
}
