import type { EntityType } from "../model/fields.ts";

/** Section of the site an entity's pages stand in; also the keys of the navigation. */
export const SECTIONS = {
  person: "people",
  organization: "organizations",
  place: "places",
  topic: "topics",
  source: "sources",
  event: "events",
} as const satisfies Record<EntityType | "event", string>;

/** Addresses of the site. Every one starts with `root`, is ASCII, and stays the same when content is added. */
export interface Urls {
  /** Path the site is published below: `/` or `/path/`. */
  readonly root: string;
  /** Scheme and host, without a final slash; absent without a base address. */
  readonly origin?: string;
  home(): string;
  article(id: string): string;
  entity(type: EntityType, id: string): string;
  event(id: string): string;
  index(of: EntityType | "event"): string;
  /** Names of an index under a letter, or under a first and a second one, by the names of the letters. */
  letter(of: EntityType, names: readonly string[]): string;
  /** Names of an index that is cut, by a letter that one of their words begins with; the folder of all of them. */
  names(of: EntityType, letter?: string): string;
  /** `2021`, `2021-12` or `2021-12-15`; nothing: the list of years. */
  time(period?: string): string;
  undated(): string;
  /** The search page, narrowed to one value of one filter. */
  search(filter?: { readonly name: string; readonly value: string }): string;
  /** The list of doubtful fields; with a target, the form for correcting an article, or one field of it. */
  review(target?: { readonly article: string; readonly field?: string }): string;
  /** A hand-written page by its name: `about`. */
  text(name: string): string;
  /** A further page of a long list, by its name. */
  part(listUrl: string, name: string): string;
  file(name: SiteFile): string;
  /** The address with scheme and host; undefined without a base address. */
  absolute(url: string): string | undefined;
  /** Path of the file that answers to an address, below the output folder, with `/`. */
  filePath(url: string): string;
}

/** Files of the root that are not pages of their own folder. */
export type SiteFile =
  | "feed.xml"
  | "articles.csv"
  | "sitemap.xml"
  | `sitemap-${number}.xml`
  | "robots.txt"
  | "404.html"
  | ReviewFile;

/** What stands beside the list of doubtful fields: the list as a table, and the records a correction may name. */
type ReviewFile = "review/doubts.csv" | "review/records.json";

/**
 * The only maker of addresses. `baseUrl` is the absolute address the site is published at, with a final slash:
 * its path goes before every address, while file paths stay relative to the output folder.
 */
export function makeUrls(baseUrl?: string): Urls {
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  const root = base?.pathname ?? "/";
  const origin = base?.origin;
  return {
    root,
    ...(origin === undefined ? {} : { origin }),
    home: () => root,
    article: (id) => `${root}articles/${segment(id)}/`,
    entity: (type, id) => `${root}${SECTIONS[type]}/${segment(id)}/`,
    event: (id) => `${root}${SECTIONS.event}/${segment(id)}/`,
    index: (of) => `${root}${SECTIONS[of]}/`,
    // Below a record whose id is `letters` there would only be `page-…` and `undated-…`.
    letter: (of, names) => `${root}${SECTIONS[of]}/letters/${names.map(segment).join("/")}/`,
    names: (of, letter) =>
      `${root}${SECTIONS[of]}/letters/${letter === undefined ? "" : `${(letter.codePointAt(0) ?? 0).toString(16)}.gz`}`,
    time: (period) => `${root}time/${period === undefined ? "" : `${period.replaceAll("-", "/")}/`}`,
    undated: () => `${root}time/undated/`,
    search: (filter) => `${root}search/${filter ? `?${segment(filter.name)}=${encodeURIComponent(filter.value)}` : ""}`,
    review: (target) => {
      const field = target?.field === undefined ? "" : `&field=${segment(target.field)}`;
      return `${root}review/${target === undefined ? "" : `?article=${segment(target.article)}${field}#correct`}`;
    },
    text: (name) => `${root}${segment(name)}/`,
    part: (listUrl, name) => `${listUrl}${segment(name)}/`,
    file: (name) => root + name,
    absolute: (url) => (origin === undefined ? undefined : origin + url),
    filePath: (url) => {
      const path = url.slice(root.length);
      return path === "" || path.endsWith("/") ? `${path}index.html` : path;
    },
  };
}

/** Ids are ASCII by their schemas; anything else is escaped rather than trusted. */
function segment(text: string): string {
  return /^[\w.~-]+$/.test(text) ? text : encodeURIComponent(text);
}
