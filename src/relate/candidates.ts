import { addDays } from "../arabic/calendars.ts";
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
  const pairs: [number, number][] = [];
  sketches.forEach((sketch, index) => {
    const shared = new Map<number, number>();
    for (const key of lookUps(sketch)) {
      const list = lists.get(key);
      if (list === undefined || list.length > LONGEST_LIST) continue;
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const best = [...shared].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_CANDIDATES);
    for (const [other] of best) pairs.push([other, index]);
    for (const key of ownKeys(sketch)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [index]);
      else list.push(index);
    }
  });
  return pairs;
}

const dayOf = (sketch: EventSketch) => sketch.eventDay ?? sketch.reportDay;
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

function ownKeys(sketch: EventSketch): string[] {
  const day = dayOf(sketch);
  const own = [...pairKeys(sketch).map((pair) => (day ? pair : `${pair}|undated`)), ...sameText(sketch)];
  return day === undefined ? own : [...own, ...hooks(sketch).map((hook) => `${hook}|${day}`)];
}

function lookUps(sketch: EventSketch): string[] {
  const day = dayOf(sketch);
  const undated = pairKeys(sketch).map((pair) => `${pair}|undated`);
  if (day === undefined) return [...pairKeys(sketch), ...undated, ...sameText(sketch)];
  const days = Array.from({ length: 2 * WINDOW + 1 }, (_, i) => addDays(day, i - WINDOW));
  return [...undated, ...hooks(sketch).flatMap((hook) => days.map((near) => `${hook}|${near}`))];
}
