/** From the pages that were found to the answer: filters, range, order, numbers. */
import type { Question } from "./address.ts";
import type { Answer, Hit, Tally } from "./answer.ts";
import { makeExcerpt, markWords } from "./excerpt.ts";
import { remember } from "./fetch.ts";
import type { Narrowing } from "./fields.ts";
import { formatMarks } from "./mark-words.ts";
import { count, isWithin, meets, passes, readPages } from "./pages.ts";
import type { Volume } from "./postings.ts";
import type { Candidate } from "./rank.ts";

/** Pages of some volumes. */
export interface Ranked {
  readonly candidates: readonly Candidate[];
  /** Those that were not looked into, newest first. */
  readonly left: readonly Volume[];
}

/** The answer that the pages are to the question. */
export async function finish(
  question: Narrowing,
  { candidates, left }: Ranked,
  more: Partial<Pick<Answer, "corrected" | "suggestion" | "isPartial" | "begun" | "total">> = {},
): Promise<Answer> {
  const isRanked = candidates.some(({ score }) => score > 0);
  const order = question.order === "relevance" && !isRanked ? "newest" : question.order;
  const hasWhole = candidates.some(({ coverage }) => coverage > 1 - 1e-9);
  const unread = question.unread === undefined ? {} : { unread: question.unread };
  const rest = { isPartial: false, hasWhole, ...unread, ...more, ...(left[0] ? { leftBefore: left[0].to } : {}) };
  const isRange = question.from !== "" || question.to !== "";
  const needsPages = isNarrowed(question) || isRange || order !== "relevance";
  const byScore = [...candidates].sort((a, b) => b.score - a.score || (isNewer(a, b) ? -1 : 1));
  const narrowed = remember(
    (names: readonly string[]) => narrow(question, byScore, order, names),
    (names) => names.join(),
  );
  const chosen = [...question.filters.keys(), ...question.conditions.map(({ name }) => name)];
  const hits = needsPages
    ? (await narrowed([...new Set(chosen)])).hits
    : byScore.map((candidate) => hitOf(candidate, ""));
  return { hits, tally: (names) => narrowed([...new Set([...chosen, ...names])]), ...rest };
}

/** Whether values of filters are asked for. */
export const isNarrowed = ({ filters, conditions }: Narrowing) => filters.size > 0 || conditions.length > 0;

/** Pages and volumes are in order of time; those without a date come first. */
const isNewer = (a: Candidate, b: Candidate) => (a.volume === b.volume ? a.page > b.page : a.volume.to > b.volume.to);

/** Applies filters, range and order, and counts the common filters and `names`. */
async function narrow(
  question: Narrowing,
  candidates: readonly Candidate[],
  order: Question["order"],
  names: readonly string[],
): Promise<Tally & Pick<Answer, "hits">> {
  const dates = new Map<string, number>();
  const counts: Record<string, Record<string, number>> = {};
  const totals: Record<string, Record<string, number>> = {};
  const kept: { readonly candidate: Candidate; readonly date: string }[] = [];
  const searched = [...new Set(candidates.map(({ volume }) => volume))];
  const pagesOf = new Map(
    await Promise.all(searched.map(async (volume) => [volume, await readPages(volume, names)] as const)),
  );
  for (const candidate of candidates) {
    const { volume, page } = candidate;
    const pages = pagesOf.get(volume);
    if (pages === undefined || !meets(pages, page, question.conditions)) continue;
    const date = pages.dates[page] ?? "";
    const isInRange = isWithin(date, question.from, question.to);
    for (const name of Object.keys(pages.values)) {
      count(totals, name, pages, page);
      if (isInRange && passes(pages, page, question.filters, name)) count(counts, name, pages, page);
    }
    if (!passes(pages, page, question.filters)) continue;
    dates.set(date, (dates.get(date) ?? 0) + 1);
    if (isInRange) kept.push({ candidate, date });
  }
  if (order !== "relevance") {
    const sign = order === "newest" ? -1 : 1;
    // Undated articles come last in either order; the sort is stable, so relevance decides within a day.
    kept.sort((a, b) =>
      a.date === b.date ? 0 : a.date === "" ? 1 : b.date === "" ? -1 : a.date < b.date ? -sign : sign,
    );
  }
  const uncounted = [...new Set(searched.flatMap(({ filters }) => filters))].filter((name) => !names.includes(name));
  return { hits: kept.map(({ candidate, date }) => hitOf(candidate, date)), counts, totals, dates, uncounted };
}

const EXCERPT_WORDS = 30;

export const idOf = ({ volume, page }: Candidate) => `${volume.folder} ${page}`;

function hitOf(candidate: Candidate, date: string): Hit {
  const { volume, page, places, clauses } = candidate;
  return {
    id: idOf(candidate),
    date,
    data: async () => {
      const { url, content, titleWords, ...meta } = await volume.page(page);
      const words = content.split(/\s+/);
      return {
        url,
        meta,
        marks: formatMarks(words, places, clauses),
        title: markWords(words.slice(0, titleWords), places),
        excerpt: makeExcerpt(words, titleWords, places, EXCERPT_WORDS),
      };
    },
  };
}
