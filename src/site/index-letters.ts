import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { countryOf } from "./containment.ts";
import type { SiteContext } from "./context.ts";
import { FILTER_FROM, indexEntry, kindOf, letterId } from "./index-entry.ts";
import { groupBy, namesByInitial, partsOf, SHELF, type Shelf, shelvesOf } from "./index-shelves.ts";
import { collectionJsonLd } from "./json-ld.ts";
import { knownRefs, lettersOf, mostOf, sortEntities } from "./lists.ts";
import type { PageSource, SiteText } from "./site-data.ts";
import { fill, formatCount, formatNumber, NOUNS, VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";
import type { IndexEntry, IndexPage, LetterRef, LettersPage, NameLine } from "./views/indexes.ts";
import type { Pager, Ref } from "./views/parts.ts";

/** Names that are shown before the letters. */
const MOST_NAMED = 18;
/** Names that stand beside a letter. */
const AMONG = 3;
/** From so many names on, those under a letter have headings by the second one. */
const HEADINGS_FROM = 100;

/** The pages of an index, and the files beside them. */
export interface RecordIndex {
  readonly pages: readonly PageSource[];
  readonly files: readonly SiteText[];
}

/** An index that is cut by letter: of what type, where, and its letters. */
interface Cut {
  readonly context: SiteContext;
  readonly type: EntityType;
  readonly shelves: readonly Shelf[];
  /** Letters that a word of a name begins with. */
  readonly initials: string;
}

/** A letter or two, the longer last: the way from the index to a page. */
type Path = readonly Shelf[];

/**
 * An index that is too long for one page: one of its letters, for each letter those of its names, and the files in
 * which a name is looked for.
 */
export function letterIndex(context: SiteContext, type: EntityType, entities: readonly Entity[]): RecordIndex {
  const names = namesByInitial(entities);
  const cut: Cut = { context, type, shelves: shelvesOf(entities), initials: [...names.keys()].join("") };
  const hub: PageSource = {
    url: context.urls.index(type),
    kind: "letters",
    view: async () => lettersPage(cut, [], entities, cut.shelves),
  };
  return {
    pages: [hub, ...cut.shelves.flatMap((shelf) => shelfPages(cut, [shelf]))],
    files: [...names].map(([letter, here]) => ({
      url: context.urls.names(type, letter),
      isPacked: true,
      content: () => JSON.stringify(here.map((entity) => lineOf(context, type, entity))),
    })),
  };
}

function lineOf(context: SiteContext, type: EntityType, entity: Entity): NameLine {
  const { label, url, count = 0, note = "", latin = "", isProvisional } = cutEntry(context, type, entity);
  return [label, url, count, note, latin, entity.altLabel.join(" "), isProvisional === true ? 1 : 0];
}

function shelfPages(cut: Cut, path: Path): PageSource[] {
  const shelf = path.at(-1) as Shelf;
  if (shelf.shelves.length > 0) {
    const { entities, shelves } = shelf;
    const view = async () => lettersPage(cut, path, entities, shelves);
    return [
      { url: urlOf(cut, path), kind: "letters", view },
      ...shelves.flatMap((one) => shelfPages(cut, [...path, one])),
    ];
  }
  const parts = partsOf(shelf.entities, SHELF).map((entities, index) => ({
    url: index === 0 ? urlOf(cut, path) : cut.context.urls.part(urlOf(cut, path), `page-${index + 1}`),
    entities,
  }));
  return parts.map(({ url }, index) => ({ url, kind: "index", view: async () => namesPage(cut, path, parts, index) }));
}

function urlOf({ context, type }: Cut, path: Path): string {
  return path.length === 0
    ? context.urls.index(type)
    : context.urls.letter(
        type,
        path.map(({ name }) => name),
      );
}

/** What every page of a cut index has. */
function basics(cut: Cut, path: Path, entities: readonly Entity[], url: string) {
  const { context, type } = cut;
  const section = SECTIONS[type];
  const letter = path.at(-1)?.label;
  const name = VIEW.sections[section];
  const heading = letter === undefined ? name : fill(VIEW.underLetter, { section: name, letter });
  return {
    title: heading,
    section,
    of: type,
    heading,
    total: formatCount(entities.length, NOUNS[type]),
    ...(letter === undefined ? {} : { crumb: letter }),
    hasProvisional: entities.some(({ provisional }) => provisional === true),
    strips: stripsOf(cut, path, url),
    above: path
      .slice(0, -1)
      .map((shelf, index): Ref => ({ url: urlOf(cut, path.slice(0, index + 1)), label: shelf.label })),
    jsonLd: (url: string, title: string) => collectionJsonLd(context, url, title),
  };
}

/** All letters, with the one that was gone to; from a letter that is cut again its second letters. */
function stripsOf(cut: Cut, path: Path, here: string): LetterRef[][] {
  const strips: LetterRef[][] = [];
  for (let depth = 0; depth <= path.length; depth++) {
    const before = path.slice(0, depth);
    const shelves = before.at(-1)?.shelves ?? cut.shelves;
    if (shelves.length === 0) break;
    strips.push(
      shelves.map((shelf) => {
        const url = urlOf(cut, [...before, shelf]);
        return { url, label: shelf.label, ...(shelf === path[depth] ? { here: url === here ? "page" : "below" } : {}) };
      }),
    );
  }
  return strips;
}

function lettersPage(cut: Cut, path: Path, entities: readonly Entity[], shelves: readonly Shelf[]): LettersPage {
  const { context, type } = cut;
  const url = urlOf(cut, path);
  const { jsonLd, ...page } = basics(cut, path, entities, url);
  return {
    kind: "letters",
    url,
    ...page,
    isSecond: path.length > 0,
    names: { folder: context.urls.names(type), letters: cut.initials },
    jsonLd: jsonLd(url, page.title),
    registers: [
      {
        heading: VIEW.mostNamed,
        id: "most-named",
        refs: mostOf(context, entities, MOST_NAMED).map((one) => cutEntry(context, type, one)),
      },
      ...(type === "place" ? countries(cut, entities) : []),
    ],
    letters: shelves.map((shelf) => ({
      label: shelf.label,
      // Where the letter stood in the index before it was cut.
      id: letterId(shelf.name === "other" ? "" : shelf.label),
      url: urlOf(cut, [...path, shelf]),
      total: formatCount(shelf.entities.length, NOUNS[type]),
      names: mostOf(context, shelf.entities, AMONG).map(({ id, prefLabel }) => ({
        url: context.ref(id).url,
        label: prefLabel,
      })),
    })),
  };
}

/** The countries of the places: their own pages list what lies in them. */
function countries(cut: Cut, entities: readonly Entity[]): LettersPage["registers"] {
  const { context } = cut;
  const found = new Set(entities.map((place) => countryOf(context, place)?.id));
  const refs = knownRefs(
    context,
    sortEntities([...found].flatMap((id) => (id === undefined ? [] : [context.entity(id)]))).map(({ id }) => id),
  );
  return refs.length === 0 ? [] : [{ heading: VIEW.countries, id: "countries", refs }];
}

function namesPage(
  cut: Cut,
  path: Path,
  parts: readonly { readonly url: string; readonly entities: readonly Entity[] }[],
  index: number,
): IndexPage {
  const { url, entities } = parts[index] as (typeof parts)[number];
  const shelf = path.at(-1) as Shelf;
  const { jsonLd, ...page } = basics(cut, path, shelf.entities, url);
  const pager = pagerOf(
    parts.map((part) => part.url),
    index,
  );
  const part = (heading: string) =>
    pager === undefined ? heading : fill(VIEW.partOfLetter, { heading, page: pager.label });
  const title = part(page.title);
  const groups = groupsOf(cut, path, entities);
  return {
    kind: "index",
    url,
    ...page,
    title,
    crumb: part(shelf.label),
    jsonLd: jsonLd(url, title),
    isFilterable: entities.length >= FILTER_FROM,
    jumps: groups.map(({ heading, id }) => ({ heading, id })),
    groups,
    ...(pager === undefined ? {} : { pager, parts: rangesOf(parts, index) }),
  };
}

function rangesOf(
  parts: readonly { readonly url: string; readonly entities: readonly Entity[] }[],
  here: number,
): NonNullable<IndexPage["parts"]> {
  return parts.map(({ url, entities }, index) => ({
    url,
    first: entities[0]?.prefLabel ?? "",
    last: entities.at(-1)?.prefLabel ?? "",
    isHere: index === here,
  }));
}

function pagerOf(urls: readonly string[], index: number): Pager | undefined {
  if (urls.length === 1) return undefined;
  const [before, after] = [urls[index - 1], urls[index + 1]];
  return {
    label: fill(VIEW.pager, { page: formatNumber(index + 1), pages: formatNumber(urls.length) }),
    ...(before === undefined ? {} : { newer: { url: before, label: VIEW.namesBefore } }),
    ...(after === undefined ? {} : { older: { url: after, label: VIEW.namesAfter } }),
  };
}

/** Under one letter by the second one where there are many; else all together. */
function groupsOf(cut: Cut, path: Path, entities: readonly Entity[]): IndexPage["groups"] {
  const shelf = path.at(-1) as Shelf;
  const letter = shelf.name === "other" ? "" : shelf.label;
  const refs = (ones: readonly Entity[]) => ones.map((one) => cutEntry(cut.context, cut.type, one));
  if (path.length > 1 || entities.length < HEADINGS_FROM)
    return [{ heading: shelf.label, id: letterId(letter), refs: refs(entities) }];
  const groups = groupBy(entities, ({ prefLabel }) => lettersOf(prefLabel, 2)[letter === "" ? 0 : 1] ?? "");
  return [...groups].map(([second, ones]) => ({
    heading: letter + second || VIEW.otherLetters,
    id: letterId(second),
    refs: refs(ones),
  }));
}

/** A name in an index that is cut. A place is told by what it is and the country it lies in. */
export function cutEntry(context: SiteContext, type: EntityType, entity: Entity): IndexEntry {
  if (type !== "place") return indexEntry(context, entity);
  const country = countryOf(context, entity);
  const home = country === undefined || country.id === entity.id ? undefined : country.prefLabel;
  const words = [kindOf(entity), home].filter((word) => word !== undefined).join(VIEW.listComma);
  return indexEntry(context, entity, words === "" ? undefined : words);
}
