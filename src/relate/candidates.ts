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
  /** Hook → day → articles. */
  const dated = new Map<string, Map<number, number[]>>();
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
    else
      for (const hook of hooks(sketch)) {
        const days = dated.get(hook);
        if (days !== undefined) for (let near = day - WINDOW; near <= day + WINDOW; near++) countAll(days.get(near));
      }
    const best = [...shared].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_CANDIDATES);
    for (const [other] of best) pairs.push([other, index]);

    for (const pair of own) listOf(lists, day === undefined ? `${pair}|undated` : pair).push(index);
    for (const key of sameText(sketch)) listOf(lists, key).push(index);
    if (day === undefined) return;
    for (const hook of hooks(sketch)) {
      const days = dated.get(hook) ?? new Map<number, number[]>();
      dated.set(hook, days);
      listOf(days, day).push(index);
    }
  });
  return pairs;
}

function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

/** Days since 1970; undefined for an article without a day. */
function dayNumber({ eventDay, reportDay }: EventSketch): number | undefined {
  const day = eventDay ?? reportDay;
  return day === undefined ? undefined : daysBetween("1970-01-01", day);
}

const hooks = (sketch: EventSketch) => [
  ...sketch.people.slice(0, 3),
  ...sketch.others.slice(0, 2),
  ...sketch.rare.map((term) => `~${term}`),
];

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
