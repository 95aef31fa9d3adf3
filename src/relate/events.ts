import { byCodePoint } from "../effects.ts";
import type { Event, EventLink } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";
import { candidatePairs } from "./candidates.ts";
import { compareEvents, SAME_EVENT } from "./compare-events.ts";
import { type EventSketch, sketchEvents } from "./sketch.ts";

/** Cosine from which two texts are one text. */
const SAME_TEXT = 0.95;

/**
 * Articles grouped by the event they report, groups of two and more only, and groups of articles with the same
 * text. `before` are the events of the last run: a group that shares an article with one keeps its id.
 * `articles` come by date, then id; `sketches` are theirs.
 */
export function relateEvents(
  articles: readonly Relatable[],
  before: readonly Event[],
  sketches: readonly EventSketch[] = sketchEvents(articles),
): { events: Event[]; duplicates: string[][] } {
  const links: (EventLink & { text: number })[] = [];
  for (const [i, j] of candidatePairs(sketches)) {
    const [a, b] = [sketches[i] as EventSketch, sketches[j] as EventSketch];
    const { score, why, text } = compareEvents(a, b);
    if (score >= SAME_EVENT) links.push({ a: a.id, b: b.id, score, why, text });
  }
  links.sort((x, y) => y.score - x.score || byCodePoint(x.a, y.a) || byCodePoint(x.b, y.b));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const groups = group(links, byId);
  const ids = nameEvents(groups, before);
  const events = groups.map(({ members, links }, index) =>
    describe(
      ids[index] as string,
      members.map((id) => byId.get(id) as Relatable),
      links,
    ),
  );
  const duplicates = group(
    links.filter(({ text }) => text >= SAME_TEXT),
    byId,
  ).map(({ members }) => members);
  return { events: events.sort((a, b) => byCodePoint(a.id, b.id)), duplicates };
}

interface Group {
  readonly members: string[];
  readonly links: EventLink[];
  /** The event day that its articles give: one, or none. */
  day: string | undefined;
}

/** Joins the strongest links first; a link that would bring two different event days together is left out. */
function group(links: readonly EventLink[], byId: ReadonlyMap<string, Relatable>): Group[] {
  const groupOf = new Map<string, Group>();
  const alone = (id: string): Group => ({ members: [id], links: [], day: byId.get(id)?.fields.event?.value });
  for (const { a, b, score, why } of links) {
    const x = groupOf.get(a) ?? alone(a);
    const y = groupOf.get(b) ?? alone(b);
    if (x === y || (x.day !== undefined && y.day !== undefined && x.day !== y.day)) continue;
    // The smaller goes into the larger: however large a group grows, each article moves seldom.
    const [joined, moved] = x.members.length < y.members.length ? [y, x] : [x, y];
    for (const member of moved.members) joined.members.push(member);
    for (const link of moved.links) joined.links.push(link);
    joined.links.push({ a, b, score, why });
    joined.day ??= moved.day;
    for (const member of [a, b, ...moved.members]) groupOf.set(member, joined);
  }
  const order = new Map([...byId.keys()].map((id, index) => [id, index]));
  const position = (id: string) => order.get(id) ?? 0;
  const groups = [...new Set(groupOf.values())].map(({ members, links, day }) => ({
    day,
    members: [...members].sort((a, b) => position(a) - position(b)),
    links: [...links].sort((a, b) => position(a.a) - position(b.a) || position(a.b) - position(b.b)),
  }));
  return groups.sort((a, b) => position(a.members[0] as string) - position(b.members[0] as string));
}

/**
 * An id for each group: that of the event one of its articles belonged to, each given once, so that the later part
 * of an event that fell apart gets a new one.
 */
function nameEvents(groups: readonly Group[], before: readonly Event[]): string[] {
  const known = new Map(before.flatMap((event) => event.articles.map((id) => [id, event.id] as const)));
  const taken = new Set<string>();
  const claim = (ids: readonly (string | undefined)[]) => {
    const id = ids.find((one) => one !== undefined && !taken.has(one));
    if (id !== undefined) taken.add(id);
    return id;
  };
  const kept = groups.map(({ members }) => claim(members.map((id) => known.get(id))));
  return groups.map(({ members }, index) => {
    const own = members.map((id) => `event-${id}`);
    return kept[index] ?? claim(own) ?? (claim(own.map((id) => `${id}-2`)) as string);
  });
}

function describe(id: string, articles: readonly Relatable[], links: readonly EventLink[]): Event {
  const day = articles.map(({ fields }) => fields.event?.value).find((value) => value !== undefined);
  const places = new Set(articles.map(({ fields }) => fields.eventPlace?.value).filter((place) => place !== undefined));
  const kind = articles.map(({ signals }) => signals.eventKind).find((value) => value !== undefined);
  const [place] = places;
  return {
    id,
    title: titleOf(articles),
    ...(day && { date: day }),
    ...(kind && { kind }),
    ...(place !== undefined && places.size === 1 && { place }),
    participants: namedByMost(articles),
    articles: articles.map(({ id }) => id),
    links,
  };
}

/** A found headline before a derived one; an outlet's name in front of it («قناة كذا: …») is left off. */
function titleOf(articles: readonly Relatable[]): string {
  const best =
    articles.find(({ titleStatus }) => titleStatus === "found") ??
    articles.find(({ titleStatus }) => titleStatus === "derived") ??
    (articles[0] as Relatable);
  const prefix = best.fields.provider?.words;
  return prefix !== undefined && best.title.value.startsWith(prefix)
    ? best.title.value.slice(prefix.length).replace(/^[\s:–—-]+/u, "")
    : best.title.value;
}

/** People of the leads that at least half of the articles name, most first. */
function namedByMost(articles: readonly Relatable[]): string[] {
  const counts = new Map<string, number>();
  for (const { fields, signals } of articles) {
    const people = new Set(fields.people?.map(({ value }) => value));
    for (const id of signals.participants) if (people.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count * 2 >= articles.length)
    .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    .map(([id]) => id);
}
