import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../src/model/entity.ts";
import { partsOf, SHELF, shelvesOf, WHOLE_INDEX } from "../src/site/index-shelves.ts";
import { lettersOf, sortEntities } from "../src/site/lists.ts";
import type { AnyPage } from "../src/site/site-data.ts";
import type { IndexPage, LettersPage, NameLine } from "../src/site/views/indexes.ts";
import { renderPage } from "../templates/index.tsx";
import { many, person, siteOf } from "./support/many-people.ts";

async function indexOf(people: readonly Entity[]) {
  const data = siteOf(people);
  const isOfPeople = (view: AnyPage): view is IndexPage | LettersPage =>
    (view.kind === "index" || view.kind === "letters") && view.of === "person";
  const sources = data.pages.filter(
    ({ kind, url }) => ["index", "letters"].includes(kind) && url.startsWith("/people/"),
  );
  const pages = (await Promise.all(sources.map((source) => source.view()))).filter(isOfPeople);
  return { data, pages, urls: new Set(data.pages.map(({ url }) => url)) };
}

describe("an index of people", () => {
  it("is one page as long as it is not too long", async () => {
    const { pages } = await indexOf(many(WHOLE_INDEX - 100));
    expect(pages.map(({ url, kind }) => [url, kind])).toEqual([["/people/", "index"]]);
    expect(pages[0]).not.toHaveProperty("strips");
  });

  it("is cut by letter, by the second letter and into parts, each name on one page", async () => {
    const people = many(9000);
    const { pages, urls } = await indexOf(people);
    const [hub, ...others] = pages as [LettersPage, ...(IndexPage | LettersPage)[]];
    expect(hub).toMatchObject({ kind: "letters", url: "/people/", isSecond: false, above: [] });
    expect(hub.letters.map(({ label, url, id }) => [label, url, id])).toEqual([
      ["ا", "/people/letters/alef/", "letter-627"],
      ["س", "/people/letters/seen/", "letter-633"],
      ["م", "/people/letters/meem/", "letter-645"],
      ["ه", "/people/letters/heh/", "letter-647"],
      ["ي", "/people/letters/yeh/", "letter-64a"],
      ["أحرف أخرى", "/people/letters/other/", "letter-other"],
    ]);
    const names = others.filter((page) => page.kind === "index");
    const listed = names.flatMap(({ groups }) => groups.flatMap(({ refs }) => refs.map(({ url }) => url)));
    expect(new Set(listed).size).toBe(listed.length);
    const known = new Set(listed);
    expect(people.filter(({ id }) => !known.has(`/people/${id}/`))).toEqual([]);
    for (const { groups } of names)
      expect(groups.reduce((sum, { refs }) => sum + refs.length, 0)).toBeLessThanOrEqual(SHELF);
    // Letters that a hamza sits on stand under the letter; what is too much for one page is numbered through.
    const parts = names.filter(({ url }) => url.startsWith("/people/letters/meem/hah/"));
    expect(parts.map(({ url }) => url)).toEqual([
      "/people/letters/meem/hah/",
      "/people/letters/meem/hah/page-2/",
      "/people/letters/meem/hah/page-3/",
      "/people/letters/meem/hah/page-4/",
    ]);
    expect(parts[1]).toMatchObject({
      title: "الأشخاص: مح، الصفحة 2 من 4",
      crumb: "مح، الصفحة 2 من 4",
      above: [{ url: "/people/letters/meem/", label: "م" }],
      pager: { newer: { url: parts[0]?.url }, older: { url: parts[2]?.url } },
    });
    expect(parts[1]?.parts?.map(({ url, isHere }) => [url, isHere])).toEqual(
      parts.map(({ url }, index) => [url, index === 1]),
    );
    // From every page all letters are reached, and from those below a letter its second ones.
    for (const page of others) {
      const [letters, seconds] = page.strips ?? [];
      expect(letters?.map(({ url }) => url)).toEqual(hub.letters.map(({ url }) => url));
      const here = [...(letters ?? []), ...(seconds ?? [])].filter((ref) => ref.here !== undefined);
      expect(here.at(-1)?.url).toBe(page.url.replace(/page-\d+\/$/, ""));
      for (const { url } of [...(letters ?? []), ...(seconds ?? [])]) expect(urls).toContain(url);
    }
  });

  it("counts in right plurals, and names those most named", async () => {
    const { pages } = await indexOf([...many(2000), person("ثابت", 9001), person("ثامر", 9002)]);
    const [hub] = pages as [LettersPage];
    expect(hub.letters.find(({ label }) => label === "ث")?.total).toBe("شخصان");
    const counts = hub.registers[0]?.refs.map(({ count }) => count ?? 0) ?? [];
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBe(12);
  });

  it("says in its markup where one is", async () => {
    const { data, pages } = await indexOf(many(9000));
    const page = pages.find(({ url }) => url === "/people/letters/meem/hah/page-2/") as IndexPage;
    const html = renderPage(page, data.frame);
    const current = [...html.matchAll(/<a href="([^"]+)" aria-current="(\w+)"/g)].map(([, url, how]) => [url, how]);
    expect(current).toEqual([
      ["/people/", "true"],
      ["/people/letters/meem/", "true"],
      ["/people/letters/meem/hah/", "true"],
      ["/people/letters/meem/hah/page-2/", "page"],
    ]);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<span aria-current="page"><bdi>مح، الصفحة 2 من 4</bdi></span>');
  });
});

describe("the files in which a name of such an index is looked for", () => {
  it("hold it under every letter that one of its words begins with", async () => {
    const { data, pages } = await indexOf([
      ...many(2000),
      { ...person("آن الذاكر", 9001), altLabel: ["خنساء ذكاء"], latin: "Anne Thaker", provisional: true },
      person("ذات وحدها", 9002),
    ]);
    const [hub] = pages as [LettersPage];
    const under = (letter: string) => {
      const hex = letter.codePointAt(0)?.toString(16);
      const file = data.files.find(({ url }) => url === `${hub.names.folder}${hex}.gz`);
      expect(file?.isPacked).toBe(true);
      return JSON.parse(file?.content() ?? "") as NameLine[];
    };
    const anne = ["آن الذاكر", "/people/person-9001/", 1, "", "Anne Thaker", "خنساء ذكاء", 1];
    expect(under("ذ")).toEqual([anne, ["ذات وحدها", "/people/person-9002/", 1, "", "", "", 0]]);
    for (const letter of "اخذat") expect(under(letter)).toContainEqual(anne);
    const files = data.files.filter(({ url }) => url.startsWith(hub.names.folder));
    expect(files).toHaveLength(Array.from(hub.names.letters).length);
  });

  it("are none where the index is one page", async () => {
    const { data } = await indexOf(many(1000));
    expect(data.files.filter(({ isPacked }) => isPacked === true)).toEqual([]);
  });
});

describe("names", () => {
  it("stand on exactly one shelf, in order, whatever they are", () => {
    const letter = fc.constantFrom(..."ابتمحيىئؤءٱآگکیAa1é-. «ًـ");
    const name = fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.array(name, { minLength: 0, maxLength: 40 }), fc.nat(40), (labels, times) => {
        const people = sortEntities(
          [...labels, ...Array.from({ length: times * 20 }, (_, n) => `م${"بتحي"[n % 4]}${n}`)].map(person),
        );
        const shelves = shelvesOf(people);
        const leaves = shelves.flatMap((shelf) => (shelf.shelves.length > 0 ? shelf.shelves : [shelf]));
        const ids = leaves.flatMap(({ entities }) => entities.map(({ id }) => id));
        expect(ids.length).toBe(people.length);
        expect(new Set(ids).size).toBe(people.length);
        for (const list of [shelves, ...shelves.map((shelf) => shelf.shelves)]) {
          expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
          for (const { name, label } of list) {
            expect(name).toMatch(/^[a-z0-9-]+$/);
            expect(name).not.toMatch(/^(page|undated)-/);
            expect(label).not.toBe("");
          }
        }
      }),
    );
  });

  it.each([
    ["الأسد", ["ا", "س"]],
    ["مُحَمَّد", ["م", "ح"]],
    ["م. ؤلف", ["م", "و"]],
    ["«ٱدم»", ["ا", "د"]],
    ["é Bo", ["E", "B"]],
    ["…", []],
  ])("begin with letters: %s", (label, letters) => {
    expect(lettersOf(label, 2)).toEqual(letters);
  });

  it("are parted evenly", () => {
    const sizes = (count: number) => partsOf(Array.from({ length: count }), 5).map(({ length }) => length);
    expect([0, 5, 6, 11].map(sizes)).toEqual([[0], [5], [3, 3], [4, 3, 4]]);
  });
});
