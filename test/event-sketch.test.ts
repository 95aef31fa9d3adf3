import fc from "fast-check";
import { expect, test } from "vitest";
import type { Relatable } from "../src/model/article.ts";
import { cosine, inverseFrequencies, sketchEvent } from "../src/relate/sketch.ts";

/** Terms with their counts, as `Signals.terms` holds them: any hashes of 32 bits with sign, each once. */
const terms = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer()), fc.integer({ min: 1, max: 4 })), {
    selector: ([term]) => term,
    maxLength: 30,
  })
  .map((all) => all.flat());

const articleOf = (id: number, terms: number[]) =>
  ({ id: `${id}`, fields: {}, signals: { participants: [], figures: [], terms } }) as unknown as Relatable;

/** Weights by term, worked out one by one. */
function weightsOf({ signals }: Relatable, articles: readonly Relatable[]): Map<number, number> {
  const pairs = (of: Relatable) =>
    of.signals.terms.flatMap((term, i, all) => (i % 2 === 0 ? [[term, all[i + 1]]] : []));
  const seen = (term: number) => articles.filter((one) => pairs(one).some(([other]) => other === term)).length;
  const weights = pairs({ signals } as Relatable).map(([term = 0, count = 0]): [number, number] => [
    term,
    count * Math.log(1 + (articles.length + 1) / (seen(term) + 0.5)),
  ]);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

test("texts are compared by the weights of the terms they share, and found by the heaviest", () => {
  fc.assert(
    fc.property(fc.array(terms, { minLength: 2, maxLength: 5 }), (all) => {
      const articles = all.map((terms, i) => articleOf(i, terms));
      const idf = inverseFrequencies(articles);
      const sketches = articles.map((article) => sketchEvent(article, idf));
      const weights = articles.map((article) => weightsOf(article, articles));
      for (const [i, a] of sketches.entries()) {
        const own = [...(weights[i] as Map<number, number>)];
        expect(a.rare).toEqual(
          own
            .sort(([x, p], [y, q]) => q - p || x - y)
            .slice(0, 6)
            .map(([term]) => term),
        );
        for (const [j, b] of sketches.entries()) {
          const expected = own.reduce((sum, [term, weight]) => sum + weight * (weights[j]?.get(term) ?? 0), 0);
          expect(cosine(a.vector, b.vector)).toBeCloseTo(expected, 10);
        }
      }
    }),
  );
});
