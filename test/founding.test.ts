import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { ingest } from "../src/ingest.ts";
import type { Archive } from "../src/model/archive.ts";
import type { Article } from "../src/model/article.ts";
import { memoryEffects, readFixture } from "./support/memory-effects.ts";
import { loadWhole } from "./support/whole-archive.ts";

/** What a careful librarian read out of the founding articles, against what Sijill reads out of them. */
interface Gold {
  headline: string | null;
  published: string | null;
  publishedEdtf?: string;
  publishedEvidence?: string;
  datelineDate?: string;
  datelinePlace?: string;
  source?: string | null;
  provider?: string;
  citedAgencies?: string[];
  eventDate?: string;
  eventDateEvidence?: string;
  eventPlace?: string;
  people: string[];
  organizations: string[];
  places: string[];
  topics: string[];
  sectionHeadings?: string[];
  links?: string[];
  boilerplate?: string[];
  absent?: string[];
}

const root = packageRoot();
const files = readFixture(join(root, "test/fixtures/archives/founding"));
const gold = JSON.parse(String(files["gold.json"])) as {
  articles: Record<string, Gold>;
  sameEvent: string[][];
  notSameEvent: string[][];
  nameVariants: Record<string, string[]>;
};
/** Blanks of every kind as one space: the librarian typed plain ones. */
const plain = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");
const rawText = (file: string) => String(files[`raw/${file}`]);

let archive: Archive;
beforeAll(async () => {
  const effects = memoryEffects({}, [join(root, "content/authority"), join(root, "models")]);
  for (const [path, bytes] of Object.entries(files))
    if (path.startsWith("raw/")) effects.put(`/archive/${path}`, bytes);
  await ingest(effects, { content: "/archive" });
  archive = await loadWhole(effects, "/archive");
});

const article = (file: string) => archive.articles.find(({ raw }) => raw.path === file) as Article;
const label = (id: string | undefined) =>
  id === undefined ? undefined : archive.authority.entities.get(id)?.prefLabel;
const labels = (ids: readonly string[] | undefined) => (ids ?? []).map((id) => label(id)).sort();

describe.each(Object.entries(gold.articles))("%s", (file, wanted) => {
  test("headline", () => {
    const found = article(file);
    if (wanted.headline === null) expect(found.titleStatus).toBe("derived");
    else expect(found.title).toBe(wanted.headline);
    expect(rawText(file)).toContain(found.evidence.title?.words);
  });

  test("dates, with the right words as evidence", () => {
    const { dates, evidence } = article(file);
    expect(dates.published).toBe(wanted.published ?? wanted.publishedEdtf);
    expect(dates.event).toBe(wanted.eventDate);
    if (wanted.datelineDate) expect(dates.filed).toBe(wanted.datelineDate);
    if (wanted.publishedEvidence)
      expect(plain(wanted.publishedEvidence)).toContain(plain(evidence["dates.published"]?.words));
    if (wanted.eventDateEvidence)
      expect(plain(wanted.eventDateEvidence)).toContain(plain(evidence["dates.event"]?.words));
  });

  test("source, provider and quoted agencies", () => {
    const found = article(file);
    expect(label(found.source)).toBe(wanted.source ?? undefined);
    expect(label(found.provider)).toBe(wanted.provider);
    expect(labels(found.citedAgencies)).toEqual((wanted.citedAgencies ?? []).map((name) => name).sort());
  });

  test("places of the dateline and of the event", () => {
    const found = article(file);
    expect(label(found.datelinePlace)).toBe(wanted.datelinePlace);
    if (wanted.eventPlace) expect(label(found.eventPlace)).toBe(wanted.eventPlace);
  });

  test.each(["people", "organizations", "places", "topics"] as const)("%s, no more and no fewer", (field) => {
    expect(labels(article(file)[field])).toEqual([...wanted[field]].sort());
  });

  test("section headings, links and removed lines", () => {
    const { body, links, removed } = article(file);
    expect([...body.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(wanted.sectionHeadings ?? []);
    expect((links ?? []).map(({ url }) => url)).toEqual(wanted.links ?? []);
    expect(removed.map(({ text }) => text)).toEqual(wanted.boilerplate ?? []);
    for (const { text } of removed) if (text.length > 2) expect(body).not.toContain(text);
  });

  test("what the text does not say is absent", () => {
    const found = article(file);
    const value: Record<string, unknown> = {
      headline: found.titleStatus === "found",
      published: found.dates.published,
      source: found.source,
      author: found.authors,
    };
    for (const name of wanted.absent ?? []) expect(value[name] || undefined, name).toBeUndefined();
  });

  test("every piece of evidence is the raw text at its place", () => {
    for (const [key, { words, at, documents }] of Object.entries(article(file).evidence)) {
      if (documents === undefined) expect(at, key).toBeDefined();
      if (at) expect(rawText(file).slice(...at), key).toBe(words);
    }
  });
});

test("articles of one event are together and others are not", () => {
  for (const group of gold.sameEvent) expect(new Set(group.map((file) => article(file).event)).size).toBe(1);
  for (const [a, b] of gold.notSameEvent) {
    const [x, y] = [article(a as string).event, article(b as string).event];
    expect(x === undefined || x !== y).toBe(true);
  }
});

test("the date that follows from other reports says so, with the reports", () => {
  const [first, second, inferred] = (gold.sameEvent[0] as string[]).map(article) as [Article, Article, Article];
  const evidence = inferred.evidence["dates.event"];
  expect(evidence?.rule).toBe("date:inferred-from-same-event");
  expect([...(evidence?.documents ?? [])].sort()).toEqual([first.id, second.id].sort());
});

test("all spellings resolve to one record", () => {
  const written = new Map<string, Set<string>>();
  for (const { names } of archive.articles) {
    for (const [id, { forms }] of Object.entries(names))
      for (const form of Object.keys(forms)) written.set(form, (written.get(form) ?? new Set()).add(id));
  }
  for (const [name, variants] of Object.entries(gold.nameVariants)) {
    const record = [...archive.authority.entities.values()].find(({ prefLabel }) => prefLabel === name);
    expect(record, name).toBeDefined();
    const known = [
      record?.prefLabel,
      ...(record?.altLabel ?? []),
      ...(record?.shortLabel ?? []),
      ...(record?.hiddenLabel ?? []),
    ];
    for (const variant of variants) {
      expect(known, variant).toContain(variant);
      if (written.has(variant)) expect([...(written.get(variant) as Set<string>)]).toEqual([record?.id]);
    }
  }
});
