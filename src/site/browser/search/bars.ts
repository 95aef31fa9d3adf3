/** How the articles found lie in time: a bar a year, month or day, which narrows the search to it. */
import { BROWSER, fill, formatCount } from "../../strings.ts";
import { make } from "./results.ts";

/** More bars than this are too narrow to be hit. */
const MOST = 40;

export interface Bars {
  show(dates: ReadonlyMap<string, number>): void;
}

/**
 * `list` takes the bars, `axis` the first and the last period under them; `next` has the focus when the bar that had it
 * is gone.
 */
export function bindBars(
  { list, axis, next }: { readonly list: HTMLElement; readonly axis: HTMLElement; readonly next: HTMLElement },
  onChoose: (period: string) => void,
): Bars {
  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.dataset.period) onChoose(button.dataset.period);
  });
  return {
    show: (dates) => {
      const { from, to } = chosen(list);
      const focused = list.contains(document.activeElement) ? document.activeElement : undefined;
      const periods = groupByPeriod(dates, from, to);
      const most = Math.max(1, ...periods.map(([, count]) => count));
      list.hidden = periods.length < 2;
      axis.hidden = list.hidden;
      axis.replaceChildren(...[periods[0], periods.at(-1)].map((end) => make("bdi", {}, end?.[0] ?? "")));
      list.replaceChildren(
        ...periods.map(([period, count]) => {
          // A time without articles keeps its place, so that the bars stand as far apart as they are.
          if (count === 0) return make("li", { "aria-hidden": "true" });
          const words = fill(BROWSER.barLabel, { period, count: formatCount(count, BROWSER.articles) });
          const isChosen = from === period && to === period;
          const button = make("button", {
            type: "button",
            title: words,
            "aria-label": words,
            "aria-pressed": String(isChosen),
            "data-period": period,
          });
          button.style.setProperty("--share", `${Math.round((count / most) * 100)}%`);
          return make("li", {}, button);
        }),
      );
      if (!(focused instanceof HTMLElement)) return;
      const same = list.querySelector<HTMLElement>(`[data-period="${focused.dataset.period}"]`);
      (list.hidden || !same ? next : same).focus({ preventScroll: true });
    },
  };
}

/** The range as the form has it. */
function chosen(list: HTMLElement): { readonly from: string; readonly to: string } {
  const value = (name: string) => list.closest("form")?.querySelector<HTMLInputElement>(`#${name}`)?.value ?? "";
  return { from: value("from"), to: value("to") };
}

/**
 * Counts by the shortest periods of which there are few enough: days, months, years, those without articles between
 * them with 0. Within the range, when one is set.
 */
export function groupByPeriod(
  dates: ReadonlyMap<string, number>,
  from: string,
  to: string,
): (readonly [string, number])[] {
  const isInside = (date: string) =>
    date.slice(0, from.length) >= from && (to === "" || date.slice(0, to.length) <= to);
  // A range of one period shows what is in it, so that a click goes deeper.
  const known = [...dates].filter(([date]) => date !== "");
  const inside = from === "" && to === "" ? known : known.filter(([date]) => isInside(date));
  const by = (length: number) => {
    const counts = new Map<string, number>();
    for (const [date, count] of inside)
      if (date.length >= length) counts.set(date.slice(0, length), (counts.get(date.slice(0, length)) ?? 0) + count);
    return withGaps([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  for (const length of [DAY, MONTH]) {
    const periods = by(length);
    if (periods.length > 1 && periods.length <= MOST && spans(periods, length)) return periods;
  }
  return by(YEAR);
}

/** The periods between, too, with a count of 0, unless that makes too many bars or one is of an unknown length («202X»). */
function withGaps(periods: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  if (!periods.every(([period]) => /^[\d-]+$/.test(period))) return [...periods];
  const counts = new Map(periods);
  const [last] = periods.at(-1) ?? [];
  const all: (readonly [string, number])[] = [];
  for (let period = periods[0]?.[0]; period !== undefined && period <= (last as string); period = following(period)) {
    if (all.length === MOST) return [...periods];
    all.push([period, counts.get(period) ?? 0]);
  }
  return all;
}

/** The year, month or day after `period`, written as it is. */
function following(period: string): string {
  const [year = 0, month, day] = period.split("-").map(Number);
  if (month === undefined) return String(year + 1).padStart(YEAR, "0");
  return new Date(day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1))
    .toISOString()
    .slice(0, period.length);
}

const DAY = 10;
const MONTH = 7;
const YEAR = 4;

/** Days are for one or two months, months for few years. */
function spans(periods: readonly (readonly [string, number])[], length: number): boolean {
  const [first = "", last = ""] = [periods[0]?.[0], periods.at(-1)?.[0]];
  return length === DAY
    ? first.slice(0, MONTH) === last.slice(0, MONTH)
    : Number(last.slice(0, YEAR)) - Number(first.slice(0, YEAR)) <= 2;
}
