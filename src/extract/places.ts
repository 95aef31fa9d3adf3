import type { SegmentedArticle } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import { prefer } from "./alternatives.ts";
import type { Gazetteer } from "./context.ts";

/**
 * The towns a dateline names, the first of them its own: «بالة، مرجانة», «بالة ومرجانة», «بالة/مرجانة». Behind a
 * comma the country that the town lies in («دبي، الإمارات») belongs to the town's name. A dateline says in which town
 * a report was filed: where capital and country are called alike («تونس»), the capital, with the country beside it.
 */
export function extractDatelinePlaces(
  { dateline }: SegmentedArticle,
  gazetteer: Gazetteer,
  countries: () => ReadonlySet<string>,
): Extracted<string>[] {
  const found: Extracted<string>[] = [];
  for (const part of [...(dateline?.place ? [dateline.place] : []), ...(dateline?.otherPlaces ?? [])]) {
    const [first, ...others] = part.text.split(BETWEEN_TOWNS);
    const whole = gazetteer.place(part.text, countries);
    const add = (value: string | undefined, words: string, start: number) => {
      const isKnown =
        value !== undefined && found.every((one) => one.value !== value && !gazetteer.isWithin(one.value, value));
      const at = [part.at[0] + start, part.at[0] + start + words.length] as const;
      if (!isKnown) return;
      const place = { value, rule: "place:dateline", words, at, confidence: 0.97 };
      const capital = gazetteer.capitalCalledAs(value);
      const inCapital = capital && { ...place, value: capital, rule: "place:dateline-capital", confidence: 0.88 };
      found.push(inCapital ? prefer(inCapital, { ...place, confidence: 0.7 }, "choose:town") : place);
    };
    const isOne =
      others.length === 0 || (whole !== undefined && others.every((name) => !isOtherTown(name, whole, gazetteer)));
    if (isOne) add(whole, part.text, 0);
    else {
      let start = 0;
      for (const name of [first as string, ...others]) {
        start = part.text.indexOf(name, start);
        add(gazetteer.place(name, countries), name, start);
        start += name.length;
      }
    }
  }
  return found;
}

const BETWEEN_TOWNS = /\s*[،,/]\s*|\s+و\s*(?=\p{L}{2})/u;

function isOtherTown(name: string, first: string, { place, isWithin }: Gazetteer): boolean {
  const other = place(name);
  return other !== undefined && other !== first && !isWithin(first, other);
}
