import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageRoot } from "../../src/effects.ts";
import type { PageSource } from "../../src/site/site-data.ts";
import type { ArticlePage } from "../../src/site/views/article.ts";
import type { DateView, Ref, SiteFrame } from "../../src/site/views/parts.ts";
import type { EntityPage, EventPage, TimePage } from "../../src/site/views/records.ts";
import { LAYOUTS } from "./hugo-layouts.ts";

/** What the Hugo site is made of: our own pages' views and the Markdown they were rendered from. */
export interface HugoSource {
  readonly frame: SiteFrame;
  readonly pages: Iterable<PageSource>;
  /** The Markdown of an article. */
  markdown(id: string): Promise<string>;
  /** Articles a list page holds, as ours do. */
  readonly listLength: number;
}

/** Taxonomies: sections of our records, and the scales of time. */
const TAXONOMIES = ["people", "organizations", "places", "topics", "sources", "years", "months", "days"] as const;

/**
 * Writes a Hugo site of the same articles: one Markdown file an article with our view of it as front matter (lists of
 * ids where ours holds whole cards: finding and rendering those is Hugo's work as it is ours), one a record and event.
 */
export async function writeHugoSite({ frame, pages, markdown, listLength }: HugoSource, folder: string): Promise<void> {
  const files = filesIn(folder);
  const labels: Record<string, string> = {};
  const rules: Record<string, string> = {};
  const latest: string[] = [];
  let intro = "";
  for (const source of pages) {
    if (isFurtherPart(source.url)) continue;
    const page = await source.view();
    const key = keyOf(page.url);
    switch (page.kind) {
      case "article":
        labels[key] = page.headline;
        for (const { rule, ruleLabel } of page.evidence) rules[rule] = ruleLabel;
        await files.content(`${key}.md`, articleMatter(page), await markdown(page.id));
        break;
      case "entity":
        labels[key] = page.name;
        await files.content(`${key}/_index.md`, entityMatter(page));
        break;
      case "event":
        labels[key] = page.heading;
        await files.content(`${key}.md`, eventMatter(page));
        break;
      case "time": {
        const term = timeKey(key);
        if (page.scale === "all" || term === undefined) break;
        labels[term] = page.heading;
        await files.content(`${term}/_index.md`, timeMatter(page));
        break;
      }
      case "home":
        intro = page.intro;
        latest.push(...page.latest.map(({ url }) => idOf(url)));
        break;
      case "text":
      case "search":
      case "review":
        await files.content(`${key}.md`, { title: page.title }, page.kind === "text" ? page.html : "");
        break;
      case "index":
      case "letters":
      case "moved":
      case "notFound":
        break;
    }
  }
  await files.content("_index.md", { title: frame.title, intro, latest });
  // Ours has no list of all articles either; months and days are reached from their year.
  await files.content("articles/_index.md", { title: "-", _build: { render: "never", list: "never" } });
  for (const scale of ["months", "days"]) {
    await files.content(`${scale}/_index.md`, { title: "-", _build: { render: "never", list: "never" } });
  }
  for (const section of frame.navigation) {
    const key = keyOf(section.url);
    if ((TAXONOMIES as readonly string[]).includes(key) || key === "events") {
      await files.content(`${key}/_index.md`, { title: section.label });
    }
  }
  await files.content("years/_index.md", { title: frame.navigation.find(({ key }) => key === "time")?.label ?? "-" });
  await files.json("data/labels.json", labels);
  await files.json("data/rules.json", rules);
  await files.json(
    "data/navigation.json",
    frame.navigation.map(({ url, label }) => ({ url: url.replace("/time/", "/years/"), label })),
  );
  for (const [path, layout] of Object.entries(LAYOUTS)) await files.write(`layouts/${path}`, layout);
  await files.json("config.json", configOf(frame, listLength));
  await cp(join(packageRoot(), "public"), join(folder, "static"), { recursive: true });
}

function configOf(frame: SiteFrame, listLength: number): object {
  return {
    baseURL: frame.origin ?? "https://archive.example/",
    languageCode: "ar",
    defaultContentLanguage: "ar",
    title: frame.title,
    params: { description: frame.description, longList: 2 * listLength },
    taxonomies: Object.fromEntries(TAXONOMIES.map((name) => [name, name])),
    paginate: listLength,
    paginatePath: "page",
    buildFuture: true,
    enableRobotsTXT: true,
    disableKinds: ["RSS"],
    mediaTypes: { "application/atom+xml": { suffixes: ["xml"] } },
    outputFormats: { ATOM: { mediaType: "application/atom+xml", baseName: "feed" } },
    outputs: { home: ["HTML", "ATOM"] },
  };
}

function articleMatter(page: ArticlePage): object {
  const [when] = page.dates;
  const day = when?.edtf.replace(/[~?%]/g, "");
  const [year, month, date] = day?.split("-") ?? [];
  const card = cardOf(page);
  return {
    title: page.headline,
    ...(year && { date: `${year}-${month ?? "01"}-${date ?? "01"}` }),
    people: ids(page.people),
    organizations: ids(page.organizations),
    places: ids([...page.places, page.datelinePlace, page.eventPlace]),
    topics: ids(page.topics),
    sources: ids([page.source, page.provider, ...page.citedAgencies]),
    years: [year ?? "undated"],
    ...(month && { months: [`${year}-${month}`] }),
    ...(date && { days: [day] }),
    ...card,
    titleNote: page.titleNote,
    description: page.description,
    dates: page.dates.map(dateOf),
    authors: page.authors,
    provider: page.provider && keyOf(page.provider.url),
    datelinePlace: page.datelinePlace && keyOf(page.datelinePlace.url),
    eventPlace: page.eventPlace && keyOf(page.eventPlace.url),
    record: {
      people: page.people.map(noted),
      organizations: page.organizations.map(noted),
      places: page.places.map(noted),
      topics: page.topics.map(noted),
      citedagencies: page.citedAgencies.map(noted),
    },
    unknown: page.unknown,
    links: page.links,
    outline: page.outline.length > 1 ? page.outline : [],
    sameEvent: page.sameEvent.map(({ url }) => idOf(url)),
    duplicates: page.duplicates.map(({ url }) => idOf(url)),
    related: page.related.map(({ url, shared }) => ({ id: idOf(url), shared: shared.map((ref) => keyOf(ref.url)) })),
    earlier: page.earlier && keyOf(page.earlier.url),
    later: page.later && keyOf(page.later.url),
    evidence: evidenceOf(page),
    raw: page.raw.map(({ text, id, fields, removed }) => ({ t: text, i: id, f: fields?.join("، "), r: removed })),
    removed: page.removed,
    rawPath: page.rawPath,
    rawSha256: page.rawSha256,
  };
}

/** What a card shows beside headline and address; the lead is not in the page's own view. */
function cardOf(page: ArticlePage): object {
  return {
    source: page.source && keyOf(page.source.url),
    when: page.dates[0] && dateOf(page.dates[0]),
    event: page.event && keyOf(page.event.url),
    lead: page.description,
  };
}

function evidenceOf(page: ArticlePage): object[] {
  const groups = new Map<string, object[]>();
  for (const view of page.evidence) {
    const group = groups.get(view.field) ?? [];
    groups.set(view.field, group);
    group.push({
      ...(view.url ? { k: keyOf(view.url) } : { value: view.value }),
      x: view.excerpt && [view.excerpt.before, view.excerpt.words, view.excerpt.after],
      anchor: view.anchor,
      documents: view.documents.map(({ url }) => keyOf(url)),
      rule: view.rule,
      confidence: view.confidenceLabel,
      note: view.note,
    });
  }
  return [...groups].map(([field, values]) => ({ field, values }));
}

function entityMatter(page: EntityPage): object {
  return {
    title: page.name,
    latin: page.latin,
    description: page.description,
    group: page.name.replace(/^ال/, "").slice(0, 1),
    otherNames: page.otherNames,
    roles: page.roles,
    country: page.country && keyOf(page.country.url),
    broader: page.broader.map(({ url }) => keyOf(url)),
    narrower: page.narrower.map(({ url }) => keyOf(url)),
    sameAs: page.sameAs,
    writtenAs: page.writtenAs.map((row) => ({ ...row, outlet: row.outlet && keyOf(row.outlet.url) })),
    events: page.events.map(({ url }) => keyOf(url)),
    with: page.with.map(({ heading, refs }) => ({ heading, refs: refs.map(counted) })),
  };
}

function eventMatter(page: EventPage): object {
  return {
    title: page.heading,
    date: page.date?.datetime,
    when: page.date && dateOf(page.date),
    place: page.place && keyOf(page.place.url),
    participants: page.participants.map(({ url }) => keyOf(url)),
    outlets: [...new Set(page.reports.flatMap(({ source }) => source?.label ?? []))],
    reports: page.reports.map(({ url, source, length }) => ({ id: idOf(url), outlet: source?.label, length })),
    naming: page.naming.map(({ ref, cells }) => ({ k: keyOf(ref.url), cells })),
    onlyIn: page.onlyIn.map(({ report, refs }) => ({ k: keyOf(report.url), refs: refs.map(({ url }) => keyOf(url)) })),
    reasons: page.reasons,
  };
}

function timeMatter(page: TimePage): object {
  return {
    title: page.heading,
    units: page.units.flatMap((unit) => {
      const k = timeKey(keyOf(unit.url));
      return k === undefined ? [] : [{ k, count: unit.count }];
    }),
    // A year lists what it alone is known of; smaller periods and «undated» list all of theirs.
    own: page.scale === "year" ? page.articles.map(({ url }) => idOf(url)) : [],
    all: page.scale !== "year",
  };
}

function dateOf(view: DateView): object {
  const k = view.url && timeKey(keyOf(view.url));
  return { text: view.text, datetime: view.datetime, kind: view.kind, certainty: view.certainty, k };
}

/** A record's page lists an article once, whatever the article says of it. */
const ids = (refs: readonly (Ref | undefined)[]) => [...new Set(refs.flatMap((ref) => (ref ? [idOf(ref.url)] : [])))];
const noted = (ref: Ref) => ({ k: keyOf(ref.url), n: ref.note });
const counted = (ref: Ref) => ({ k: keyOf(ref.url), count: ref.count });

/** `/people/x/` → `people/x`. */
const keyOf = (url: string) => url.replace(/^\/|\/$/g, "");
const idOf = (url: string) => keyOf(url).split("/").at(-1) as string;
/** Page 2 and later of a long list: Hugo cuts lists itself. */
const isFurtherPart = (url: string) => /\/page-\d+\/$/.test(url);

/** Ours: time/2021/12/15. Hugo's terms: days/2021-12-15. */
function timeKey(key: string): string | undefined {
  const [section, ...parts] = key.split("/");
  if (section !== "time" || parts.length === 0) return undefined;
  return `${["years", "months", "days"][parts.length - 1]}/${parts.join("-")}`;
}

interface SiteFiles {
  write(path: string, text: string): Promise<void>;
  json(path: string, value: unknown): Promise<void>;
  /** A content file: front matter as JSON, which Hugo reads fastest, then Markdown. */
  content(path: string, matter: object, body?: string): Promise<void>;
}

/** Writes below a new folder. */
function filesIn(folder: string): SiteFiles {
  const made = new Set<string>();
  const write = async (path: string, text: string) => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await writeFile(file, text);
  };
  return {
    write,
    json: (path, value) => write(path, JSON.stringify(value)),
    content: (path, matter, body = "") =>
      write(`content/${path}`, `${JSON.stringify(matter, undefined, 1)}\n\n${body}\n`),
  };
}
