import { daysBetween } from "../arabic/calendars.ts";
import type { EventSketch } from "./sketch.ts";

/** Reports of one event come within this many days of each other. */
const WINDOW = 3;
/** Longer lists name what half the archive names and tell nothing. */
const LONGEST_LIST = 200;
const MOST_CANDIDATES = 40;

/**
 * Pairs worth comparing, as indices `[earlier, later]` into `sketches`: articles that share a participant or a
 * rare term within the window; for articles without any day, those that share two of their three main
 * participants or the same rarest terms.
 * Work and result are linear in the number of articles.
 */
export function candidatePairs(sketches: readonly EventSketch[]): [number, number][] {
  const lists = new Map<string, number[]>();
  /** Participant or rare term → day → articles. */
  const named = new Map<string, Days>();
  const rare = new Map<number, Days>();
  const pairs: [number, number][] = [];
  sketches.forEach((sketch, index) => {
    const day = dayNumber(sketch);
    const own = pairKeys(sketch);
    const shared = new Map<number, number>();
    const countAll = (list: readonly number[] | undefined) => {
      if (list === undefined || list.length > LONGEST_LIST) return;
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    };
    for (const pair of own) countAll(lists.get(`${pair}|undated`));
    if (day === undefined) for (const key of [...own, ...sameText(sketch)]) countAll(lists.get(key));
    else {
      const hooks = [
        ...participants(sketch).map((id) => daysOf(named, id)),
        ...sketch.rare.map((term) => daysOf(rare, term)),
      ];
      for (const days of hooks)
        if (days.size > 0) for (let near = day - WINDOW; near <= day + WINDOW; near++) countAll(days.get(near));
      for (const days of hooks) listOf(days, day).push(index);
    }
    for (const other of mostShared(shared)) pairs.push([other, index]);
    for (const pair of own) listOf(lists, day === undefined ? `${pair}|undated` : pair).push(index);
    for (const key of sameText(sketch)) listOf(lists, key).push(index);
  });
  return pairs;
}

/** Day → articles. */
type Days = Map<number, number[]>;

function daysOf<K>(hooks: Map<K, Days>, hook: K): Days {
  let days = hooks.get(hook);
  if (days === undefined) {
    days = new Map();
    hooks.set(hook, days);
  }
  return days;
}

function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

/** Those that share most, the earlier first. */
function mostShared(shared: ReadonlyMap<number, number>): Iterable<number> {
  if (shared.size <= MOST_CANDIDATES) return shared.keys();
  // Count and article in one number, which sorts faster than pairs do.
  const packed = new Float64Array(shared.size);
  let next = 0;
  for (const [other, count] of shared) packed[next++] = other - count * ARTICLES;
  const most = packed.sort().subarray(0, MOST_CANDIDATES);
  return Array.from(most, (one) => one + Math.ceil(-one / ARTICLES) * ARTICLES);
}

/** No archive has so many articles. */
const ARTICLES = 2 ** 32;

/** Days since 1970; undefined for an article without a day. */
function dayNumber({ eventDay, reportDay }: EventSketch): number | undefined {
  const day = eventDay ?? reportDay;
  return day === undefined ? undefined : daysBetween("1970-01-01", day);
}

const participants = ({ people, others }: EventSketch) => [...people.slice(0, 3), ...others.slice(0, 2)];

/** Each two of the three named most: which of them comes third differs from report to report. */
function pairKeys({ people, others }: EventSketch): string[] {
  const [a, b, c] = [...people, ...others];
  const pairs = [
    [a, b],
    [a, c],
    [b, c],
  ].filter((pair): pair is [string, string] => pair.every((id) => id !== undefined));
  return pairs.map((pair) => `with|${pair.sort().join("+")}`);
}

/** The same for two copies of one text, which need name nobody and no day to be found. */
const sameText = ({ rare }: EventSketch) => (rare.length > 0 ? [`text|${rare.join(" ")}`] : []);
