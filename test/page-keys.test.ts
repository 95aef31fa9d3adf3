import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SampleArchive, sampleArchive } from "../scripts/sample-archive.ts";
import { digest } from "../src/digest.ts";
import { diskEffects } from "../src/effects.ts";
import type { Archive, Event } from "../src/model/archive.ts";
import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import { renderBody } from "../src/site/body.ts";
import { siteData } from "../src/site/data.ts";
import { mentionsOf } from "../src/site/mentions.ts";
import { renderSite } from "../src/site/render.ts";
import type { SiteData } from "../src/site/site-data.ts";
import { makeUrls } from "../src/site/urls.ts";
import { listed } from "../src/write/listed.ts";
import { inTime } from "../src/write/load.ts";
import { renderPage } from "../templates/index.tsx";
import { heldTexts } from "./support/held-texts.ts";

interface State {
  readonly archive: SampleArchive["archive"];
  /** Raw texts by path. */
  readonly raw: ReadonlyMap<string, string>;
}

/** The site as a build makes it: of each article a listing is held, and the whole is read. */
function siteOf({ archive, raw }: State): SiteData {
  const urls = makeUrls(archive.config.baseUrl);
  const whole = new Map(archive.articles.map((article) => [article.id, article]));
  const bodies = new Map(
    archive.articles.map((article) => {
      const mentions = mentionsOf(article, archive.authority, urls);
      return [article.id, renderBody({ markdown: article.body, mentions })];
    }),
  );
  const texts = heldTexts({ raw, bodies, pages: [], assetVersion: "1", generator: "Sijill" });
  const articles = archive.articles.map((article) => ({
    ...listed(article),
    file: { path: `${article.id}.md`, digest: digest(JSON.stringify(article)) },
  }));
  return siteData(
    { ...archive, articles },
    { ...texts, read: async (one) => ({ ...(await texts.read(one)), article: whole.get(one.id) as Article }) },
  );
}

type Edit = (state: State, a: number, b: number) => State;

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const withArchive = (state: State, change: Partial<SampleArchive["archive"]>): State => ({
  ...state,
  archive: { ...state.archive, ...change },
});
const onArticle =
  (change: (article: Article, b: number, archive: State["archive"]) => Article): Edit =>
  (state, a, b) => {
    const { articles } = state.archive;
    if (articles.length === 0) return state;
    const old = at(articles, a);
    const now = articles.map((article) => (article === old ? change(article, b, state.archive) : article));
    return withArchive(state, { articles: now.sort(inTime) });
  };
/** Changes a record that an article names, or one above such a record. */
const onRecord =
  (change: (entity: Entity, b: number, all: readonly Entity[]) => Entity): Edit =>
  (state, a, b) => {
    const { articles, authority } = state.archive;
    const ids = new Set(
      articles.flatMap(({ people = [], places = [], topics = [] }) => [...places, ...people, ...topics]),
    );
    for (const id of ids) {
      const { broader = [], country } = authority.entities.get(id) ?? {};
      for (const above of [...broader, ...(country === undefined ? [] : [country])]) ids.add(above);
    }
    const all = [...ids].flatMap((id) => authority.entities.get(id) ?? []);
    if (all.length === 0) return state;
    const entity = change(at(all, a), b, all);
    const entities = new Map(authority.entities).set(entity.id, entity);
    return withArchive(state, { authority: { ...authority, entities } });
  };
const onEvent =
  (change: (event: Event, b: number, archive: State["archive"]) => Event): Edit =>
  (state, a, b) => {
    const { events } = state.archive;
    if (events.length === 0) return state;
    const old = at(events, a);
    return withArchive(state, {
      events: events.map((event) => (event === old ? change(event, b, state.archive) : event)),
    });
  };
const recordOf = ({ authority }: Archive | State["archive"], b: number): string =>
  at([...authority.entities.keys(), "nobody"], b);
const PERIODS = ["2019-01-02", "2019-03", "2020", "2019-01-01", "2021-05-05"] as const;
const evidence = (article: Article, b: number, change: Partial<Article["evidence"][string]>): Article => {
  const keys = Object.keys(article.evidence);
  if (keys.length === 0) return article;
  const key = at(keys, b);
  const one = { rule: "x:y", confidence: 0.5, ...article.evidence[key], ...change };
  return { ...article, evidence: { ...article.evidence, [key]: one } };
};

const EDITS: Readonly<Record<string, Edit>> = {
  body: onArticle((article, b) => ({ ...article, body: `${article.body}\n\nوأضيفت جملة ${b}.\n` })),
  beginning: onArticle((article, b) => ({ ...article, body: `بداية ${b}. ${article.body}` })),
  headline: onArticle((article, b) => ({ ...article, title: `عنوان ${b % 3}` })),
  status: onArticle((article) => ({ ...article, titleStatus: "truncated" })),
  date: onArticle((article, b) => {
    const date = at(PERIODS, b);
    return { ...article, date, dates: { ...article.dates, published: date } };
  }),
  "no date": onArticle(({ date: _, ...article }) => ({ ...article, dates: {} })),
  "day of the event": onArticle((article, b) => ({ ...article, dates: { ...article.dates, event: at(PERIODS, b) } })),
  "person named": onArticle((article, b, archive) => {
    const id = recordOf(archive, b);
    const names = { ...article.names, [id]: { forms: { الاسم: 1 }, roles: [`الوزير ${b % 2}`] } };
    return { ...article, people: [...new Set([...(article.people ?? []), id])], names };
  }),
  "nobody named": onArticle(({ people: _, ...article }) => article),
  source: onArticle((article, b, archive) => ({ ...article, source: recordOf(archive, b) })),
  "agency cited": onArticle((article, b, archive) => ({ ...article, citedAgencies: [recordOf(archive, b)] })),
  corrected: onArticle((article, b) => evidence(article, b, { rule: "correction", confidence: 1 })),
  doubted: onArticle((article, b) => evidence(article, b, { confidence: 0.3 })),
  alternative: onArticle((article, b, archive) =>
    evidence(article, b, {
      alternatives: [{ value: recordOf(archive, b), rule: "name:full", words: "كلمة", confidence: 0.2 }],
    }),
  ),
  inferred: onArticle((article, b, { articles }) =>
    evidence(article, b, { documents: [at([...articles.map(({ id }) => id), "gone"], b)] }),
  ),
  link: onArticle((article, b) => ({ ...article, links: [{ url: `https://example.org/${b}` }] })),
  "article removed": (state, a) =>
    withArchive(state, { articles: state.archive.articles.filter((_, i, { length }) => i !== a % length) }),
  "article added": (state, a, b) => {
    const { articles } = state.archive;
    if (articles.length === 0) return state;
    const added = { ...at(articles, a), id: `2019-01-01-new${b}`, date: at(PERIODS, b) };
    return withArchive(state, { articles: [...articles.filter(({ id }) => id !== added.id), added].sort(inTime) });
  },
  "text gone": (state, a) => ({
    ...state,
    raw: new Map([...state.raw].filter((_, i) => i !== a % Math.max(1, state.raw.size))),
  }),
  "record renamed": onRecord((entity, b) => ({ ...entity, prefLabel: `اسم ${b}` })),
  "record described": onRecord((entity, b) => ({ ...entity, description: `وصف ${b}`, latin: `Name ${b}` })),
  "office held": onRecord((entity, b) => ({ ...entity, roles: [{ label: `منصب ${b}` }] })),
  "record moved": onRecord((entity, b, all) => ({ ...entity, broader: [at(all, b).id] })),
  "country set": onRecord((entity, b, all) => ({ ...entity, country: at(all, b).id })),
  "record of another type": onRecord((entity, b, all) => ({ ...entity, type: at(all, b).type })),
  "record deleted": (state, a) => {
    const { authority } = state.archive;
    const entities = new Map([...authority.entities].filter((_, i, { length }) => i !== a % length));
    return withArchive(state, { authority: { ...authority, entities } });
  },
  "title of the archive": (state, a) =>
    withArchive(state, { config: { ...state.archive.config, title: `أرشيف ${a % 3}` } }),
  region: (state, a) => withArchive(state, { config: { ...state.archive.config, region: at(["SY", "EG", "MA"], a) } }),
  "base address": (state, a) =>
    withArchive(state, { config: { ...state.archive.config, baseUrl: `https://example.org/${a % 2}/` } }),
  "event retitled": onEvent((event, b) => ({ ...event, title: `حدث ${b}` })),
  "event somewhere else": onEvent((event, b, archive) => ({ ...event, place: recordOf(archive, b) })),
  "event of others": onEvent((event, b, archive) => ({ ...event, participants: [recordOf(archive, b)] })),
  "day of an event": onEvent((event, b) => ({ ...event, date: at(PERIODS, b) })),
  "event of one more": (state, a, b) => {
    const { articles, events } = state.archive;
    if (articles.length === 0 || events.length === 0) return state;
    const [article, event] = [at(articles, a), at(events, b)];
    return withArchive(state, {
      articles: articles.map((one) => (one === article ? { ...one, event: event.id } : one)),
      events: events.map((one) =>
        one === event ? { ...one, articles: [...new Set([...one.articles, article.id])] } : one,
      ),
    });
  },
  "event dissolved": (state, a) =>
    withArchive(state, { events: state.archive.events.filter((_, i, { length }) => i !== a % length) }),
  related: (state, a, b) => {
    const { articles, related } = state.archive;
    if (articles.length === 0) return state;
    const other = { id: at(articles, b).id, score: 0.5, shared: [recordOf(state.archive, b)] };
    return withArchive(state, { related: { ...related, [at(articles, a).id]: [other] } });
  },
  duplicates: (state, a, b) => {
    const { articles } = state.archive;
    if (articles.length === 0) return state;
    return withArchive(state, { duplicates: [[...new Set([at(articles, a).id, at(articles, b).id])]] });
  },
};

const START: State = sampleArchive(14);
const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat({ max: 400 }), fc.nat({ max: 400 })), {
  minLength: 1,
  maxLength: 3,
});
const edited = (state: State, made: readonly (readonly [string, number, number])[]) =>
  made.reduce((now, [name, a, b]) => (EDITS[name] as Edit)(now, a, b), state);

/** Key and view of every page, by address. */
async function pagesOf({ pages }: SiteData) {
  const made = pages.map(
    async (page) => [page.url, { key: page.from?.(), view: JSON.stringify(await page.view()) }] as const,
  );
  return new Map(await Promise.all(made));
}

describe("the key of what a page is made from", () => {
  it("is another one wherever the view is, whatever was edited", async () => {
    const before = await pagesOf(siteOf(START));
    const check = async (made: readonly (readonly [string, number, number])[]) => {
      for (const [url, { key, view }] of await pagesOf(siteOf(edited(START, made)))) {
        const old = before.get(url);
        if (key !== undefined && old?.key === key) expect(view, url).toBe(old.view);
      }
    };
    for (const name of Object.keys(EDITS))
      for (const a of name.includes("record") ? [0, 1, 2, 3, 5, 8, 13, 21, 34] : [3, 12]) await check([[name, a, 11]]);
    await fc.assert(fc.asyncProperty(edits, check), { numRuns: 25 });
  });

  it("stays where nothing that the page shows was edited", async () => {
    const before = await pagesOf(siteOf(START));
    const after = await pagesOf(siteOf(edited(START, [["link", 3, 1]])));
    const changed = [...after].filter(([url, { key }]) => key !== before.get(url)?.key).map(([url]) => url);
    expect(changed).toContain(`/articles/${START.archive.articles[3]?.id}/`);
    expect(changed.length).toBeLessThan(before.size / 3);
  });

  it("lets a build after any edits come to the same bytes as one from nothing", async () => {
    const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
    const folder = mkdtempSync(join(tmpdir(), "sijill-keys-"));
    let count = 0;
    const build = (state: State, output: string) =>
      renderSite(effects, siteOf(state), {
        output,
        caches: join(output, "..", "caches"),
        version: "1",
        assets: [],
        renderPage,
      });
    const read = (output: string) => {
      const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return new Map(
        files
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(output.length), digest(readFileSync(path, "base64"))])
          .sort() as [string, string][],
      );
    };
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 2 }), async (rounds) => {
          const home = join(folder, `${count++}`);
          let state = START;
          await build(state, join(home, "site"));
          for (const [round, made] of rounds.entries()) {
            state = edited(state, made);
            await build(state, join(home, "site"));
            const fresh = join(home, `fresh-${round}`);
            await build(state, fresh);
            expect(read(join(home, "site"))).toEqual(read(fresh));
          }
        }),
        { numRuns: 2, endOnFailure: true },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
