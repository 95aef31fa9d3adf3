import { sampleArchive } from "../../scripts/sample-archive.ts";
import { type Entity, NO_LISTS } from "../../src/model/entity.ts";
import { siteData } from "../../src/site/data.ts";
import type { SiteData } from "../../src/site/site-data.ts";
import { heldTexts } from "./held-texts.ts";

export const person = (prefLabel: string, index: number): Entity => ({
  id: `person-${index}`,
  type: "person",
  prefLabel,
  ...NO_LISTS,
});

/** The site of an archive whose articles name all these people, a few of them several times. */
export function siteOf(people: readonly Entity[]): SiteData {
  const { archive } = sampleArchive(12);
  const [first] = archive.articles;
  if (first === undefined) throw new Error("no article");
  const ids = people.map(({ id }) => id);
  const articles = archive.articles.map((article, index) => ({
    ...article,
    people: index === 0 ? ids : ids.filter((_, at) => at % 300 < 12 - index),
  }));
  const entities = new Map([...archive.authority.entities, ...people.map((one) => [one.id, one] as const)]);
  return siteData(
    { ...archive, articles, authority: { ...archive.authority, entities } },
    heldTexts({ raw: new Map(), bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" }),
  );
}

const FIRST = ["أحمد", "إياد", "آمال", "محمد", "محمود", "مها", "سعاد", "Anna", "Борис", "هند", "الياس"];
/** So many people, of eleven first names. */
export const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    person(`${FIRST[n % FIRST.length]} ${"ابتثجحخد"[n % 8]}${n.toString(36)}`, n),
  );
