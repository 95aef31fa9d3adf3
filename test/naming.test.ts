import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../src/config.ts";
import type { Article } from "../src/model/article.ts";
import { type Entity, NO_LISTS } from "../src/model/entity.ts";
import type { EntityType } from "../src/model/fields.ts";
import { containersOf, countryOf } from "../src/site/containment.ts";
import { siteData } from "../src/site/data.ts";
import type { AnyPage } from "../src/site/site-data.ts";
import type { IndexPage } from "../src/site/views/indexes.ts";
import type { EntityPage } from "../src/site/views/records.ts";
import { renderPage } from "../templates/index.tsx";
import { heldTexts } from "./support/held-texts.ts";
import { parsePage } from "./support/page.ts";

function record(id: string, type: EntityType, rest: Partial<Entity> = {}): Entity {
  return {
    id,
    type,
    prefLabel: id,
    ...NO_LISTS,
    ...rest,
  };
}

const RECORDS = [
  record("land", "place", { prefLabel: "البلاد", kind: "country" }),
  record("north", "place", { prefLabel: "الشمال", kind: "region", broader: ["land"] }),
  record("town", "place", { prefLabel: "المدينة", kind: "city", broader: ["north"] }),
  record("isle", "place", { prefLabel: "الجزيرة", kind: "territory", country: "land" }),
  record("other", "place", { prefLabel: "بلاد أخرى", kind: "country" }),
  record("strait", "place", { prefLabel: "المضيق", kind: "region", broader: ["land", "other"] }),
  record("ring-a", "place", { broader: ["ring-b"] }),
  record("ring-b", "place", { broader: ["ring-a"] }),
  record("shore", "source", { prefLabel: "وكالة الساحل" }),
  record("herald", "source", { prefLabel: "بريد المساء" }),
  record("layla", "person", { prefLabel: "ليلى حدّاد", altLabel: ["Leila"], country: "land" }),
  record("p-1a2b3c", "person", { prefLabel: "سمير النجار", provisional: true }),
];
const entities = new Map(RECORDS.map((one) => [one.id, one]));
const known = { entity: (id: string) => entities.get(id) as Entity };
const get = (id: string) => entities.get(id) as Entity;

describe("what a place lies in", () => {
  it("is told from the country down", () => {
    expect(containersOf(known, get("town")).map(({ id }) => id)).toEqual(["land", "north"]);
    expect(containersOf(known, get("isle")).map(({ id }) => id)).toEqual(["land"]);
    expect(containersOf(known, get("land"))).toEqual([]);
  });
  it("ends where there are several ways up, or the way comes back", () => {
    expect(containersOf(known, get("strait"))).toEqual([]);
    expect(containersOf(known, get("ring-a")).map(({ id }) => id)).toEqual(["ring-b"]);
  });
  it("gives the country, or none when none is certain", () => {
    const country = (id: string) => countryOf(known, get(id))?.id;
    expect(["land", "north", "town", "isle", "strait", "ring-a"].map(country)).toEqual([
      "land",
      "land",
      "land",
      "land",
      undefined,
      undefined,
    ]);
  });
});

let number = 0;
function article(date: string | undefined, source: string | undefined, rest: Partial<Article>): Article {
  number++;
  return {
    id: `a${number}`,
    title: `مقال ${number}`,
    titleStatus: "found",
    ...(date === undefined ? {} : { date }),
    dates: date === undefined ? {} : { published: date },
    ...(source === undefined ? {} : { source }),
    names: {},
    raw: { path: `${number}.txt`, sha256: "" },
    evidence: {},
    removed: [],
    body: "",
    ...rest,
  };
}

const naming = (form: string, ...roles: string[]): Partial<Article> => ({
  people: ["layla"],
  places: ["town", "strait"],
  names: { layla: { forms: { [form]: 1 }, ...(roles.length > 0 ? { roles } : {}) } },
});
const articles = [
  article("2019-03-01", "shore", naming("ليلا حداد", "المهندسة")),
  article("2020-05-02", "shore", naming("ليلا حداد", "المهندسة")),
  article("2021-05-04", "shore", naming("ليلى حدّاد", "الوزيرة")),
  article("2021-06-01", "herald", naming("Leila")),
  article("2021-07-01", undefined, { ...naming("ليلى"), people: ["layla", "p-1a2b3c"] }),
  article(undefined, "shore", naming("ليلى حدّاد", "الوزيرة")),
];
const archive = {
  articles,
  events: [],
  related: {},
  duplicates: [],
  strangers: [],
  authority: { entities, occasions: [] },
  config: DEFAULT_CONFIG,
};
const texts = heldTexts({ raw: new Map(), bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" });
const data = siteData(archive, texts);
const view = async <P extends AnyPage>(url: string) => (await data.pages.find((page) => page.url === url)?.view()) as P;
const layla = await view<EntityPage>("/people/layla/");

describe("a person's page", () => {
  it("sets the forms of the name by outlet and year, years alike joined, the unknown outlet last", () => {
    const rows = layla.writtenAs.map(({ outlet, years, forms, roles }) =>
      [
        outlet?.label ?? "؟",
        years,
        forms.map(({ form, count }) => `${form} ${count}`).join("، "),
        roles.join("، "),
      ].join(" | "),
    );
    expect(rows).toEqual([
      "وكالة الساحل | 2019–2020 | ليلا حداد 2 | المهندسة",
      "وكالة الساحل | 2021 | ليلى حدّاد 1 | الوزيرة",
      "وكالة الساحل | غير مؤرَّخ | ليلى حدّاد 1 | الوزيرة",
      "بريد المساء | 2021 | Leila 1 | ",
      "؟ | 2021 | ليلى 1 | ",
    ]);
  });
  it("tells the titles in the order of time", () => {
    expect(layla.rolesInTime.map(({ label, period, articles: count }) => [label, period, count])).toEqual([
      ["المهندسة", "من الجمعة 1 آذار/مارس 2019 إلى السبت 2 أيار/مايو 2020", "مقالان"],
      ["الوزيرة", "الثلاثاء 4 أيار/مايو 2021", "مقالان"],
    ]);
  });
  it("names the first and the last mention, and a single one once", async () => {
    expect(layla.mentions.map(({ label, article: { url } }) => `${label} ${url}`)).toEqual([
      "أول ذكر /articles/a1/",
      "آخر ذكر /articles/a5/",
    ]);
    expect((await view<EntityPage>("/people/p-1a2b3c/")).mentions.map(({ label }) => label)).toEqual(["الذكر الوحيد"]);
  });
  it("says that a record is provisional, and says it of no other", async () => {
    const html = async (url: string) => parsePage(renderPage(await view(url), data.frame));
    expect((await html("/people/p-1a2b3c/")).querySelector(".provisional")?.textContent).toMatch(/^سجل مؤقت: /);
    expect((await html("/people/layla/")).querySelector(".provisional")).toBeNull();
    const index = await html("/people/");
    expect(index.querySelector('.register a[href="/people/p-1a2b3c/"]')?.closest("li")?.textContent).toContain(
      "(سجل مؤقت)",
    );
    expect(index.querySelectorAll(".register .made")).toHaveLength(1);
    expect(index.querySelector(".total")?.textContent).toContain("* سجل مؤقت");
  });
});

describe("places", () => {
  it("stand under the country they lie in, however far above it is", async () => {
    const groups = (await view<IndexPage>("/places/")).groups.map(({ heading, refs }) => [
      heading,
      refs.map(({ label }) => label),
    ]);
    expect(groups).toEqual([
      ["البلاد", ["المدينة"]],
      ["بلا بلد محدَّد", ["المضيق"]],
    ]);
  });
  it("are led to by letters where there are many countries, and by the last heading of those without", async () => {
    const lands = Array.from({ length: 20 }, (_, i) =>
      record(`land-${i}`, "place", { prefLabel: `${["أثير", "أريج", "بهاء", "تلال"][i % 4]} ${i}`, kind: "country" }),
    );
    const many = {
      ...archive,
      authority: { entities: new Map([...entities, ...lands.map((one) => [one.id, one] as const)]), occasions: [] },
      articles: [article("2021-01-01", "shore", { places: [...lands.map(({ id }) => id), "strait"] })],
    };
    const site = siteData(many, texts);
    const page = (await site.pages.find(({ url }) => url === "/places/")?.view()) as IndexPage;
    expect(page.jumps.map(({ heading }) => heading)).toEqual(["ا", "ب", "ت", "بلا بلد محدَّد"]);
    expect(page.groups.map(({ id }) => id)).toEqual(expect.arrayContaining(page.jumps.map(({ id }) => id)));
  });
  it("have what they lie in among the breadcrumbs where there are pages of it", async () => {
    const places = [...articles, article("2022-01-01", "shore", { places: ["land", "north", "town"] })];
    const more = siteData({ ...archive, articles: places }, texts);
    const town = (await more.pages.find(({ url }) => url === "/places/town/")?.view()) as EntityPage;
    const page = parsePage(renderPage(town, more.frame));
    expect([...page.querySelectorAll(".trail li")].map((item) => item.textContent)).toEqual([
      "الرئيسية",
      "الأماكن",
      "البلاد",
      "الشمال",
      "المدينة",
    ]);
  });
});
