import type { Authority, Entity } from "../model/entity.ts";
import type { Metadata } from "../model/metadata.ts";

/** Countries whose way of writing dates the engine knows, by their Wikidata item: the records' own ids are the editor's. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AE: 878,
    BH: 398,
    DJ: 977,
    DZ: 262,
    EG: 79,
    IQ: 796,
    IR: 794,
    JO: 810,
    KM: 970,
    KW: 817,
    LB: 822,
    LY: 1016,
    MA: 1028,
    MR: 1025,
    OM: 842,
    PS: 219060,
    QA: 846,
    SA: 851,
    SD: 1049,
    SO: 1045,
    SY: 858,
    TN: 948,
    YE: 805,
  }).map(([code, item]) => [`Q${item}`, code]),
);

/** ISO 3166-1 code of the country of a record, when it is an Arab country or Iran. */
export function regionOf(id: string, { entities }: Pick<Authority, "entities">): string | undefined {
  const entity = entities.get(id);
  const country = entity?.country === undefined ? entity : entities.get(entity.country);
  return country && codeOf(country);
}

function codeOf({ sameAs }: Entity): string | undefined {
  for (const uri of sameAs) {
    const code = CODES.get(uri.slice(uri.lastIndexOf("/") + 1));
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The country that a page's language tag names: `ar-EG`. */
export function regionOfLanguage({ language }: Metadata): string | undefined {
  return /^ar-([A-Z]{2})$/.exec(language?.chosen[0].value ?? "")?.[1];
}
