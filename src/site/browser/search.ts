/**
 * The search page. The address is the state: it is read at the start and on the way back, replaced while the reader
 * types, and a new entry of the history when they submit, filter or sort.
 */
import { BROWSER, fill } from "../strings.ts";
import { formatQuestion, parseDay, parseOrder, parseQuestion, type Question } from "./search/address.ts";
import type { Answer, Hit } from "./search/answer.ts";
import { bindBars } from "./search/bars.ts";
import { readPeriod } from "./search/dates.ts";
import { bindFacets } from "./search/facets.ts";
import { openIndex, search as searchIndex } from "./search/index-client.ts";
import { describeCount, quoted, showNotice } from "./search/notices.ts";
import { findRecords, showRecords } from "./search/record-card.ts";
import { makeResult } from "./search/results.ts";
import { goToPlace, keepPlace, keptPlace, type Place } from "./search/way-back.ts";

const PAGE = 10;
/** Milliseconds: a pause in typing that is taken for a question, and one after which waiting is said. */
const PAUSE = 200;
const PATIENCE = 300;

function find<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The search page has no ${selector}`);
  return element;
}

const form = find<HTMLFormElement>("form.search");
const input = find<HTMLInputElement>("#query");
const sort = find<HTMLSelectElement>("#sort");
const status = find("#status");
const help = find("#help");
const list = find("#results");
const more = find<HTMLButtonElement>("#more");
const clear = find<HTMLButtonElement>("#clear");
const retry = find<HTMLButtonElement>("#retry");
const box = find<HTMLDetailsElement>("#filters");
const boxTitle = find("#filters > summary");

const exact = find<HTMLInputElement>("#exact");
const from = find<HTMLInputElement>("#from");
const to = find<HTMLInputElement>("#to");
const anyDate = find<HTMLButtonElement>("#any-date");
const notice = find("#notice");
const record = find("#record");
const left = find("#left");
const older = find<HTMLButtonElement>("#older");
const fieldWords = new Map(Object.entries(BROWSER.fieldWords));

const bars = bindBars({ list: find("#bars"), axis: find("#axis"), next: anyDate }, (period) => {
  from.value = period;
  to.value = period;
  ask("decided");
});
const facets = bindFacets(
  box,
  () => ask("decided"),
  async () => {
    const mine = latest;
    const counted = await tally?.(facets.wanted());
    if (counted && mine === latest) facets.show(counted);
  },
);
let index: ReturnType<typeof openIndex> | undefined;
let hits: readonly Hit[] = [];
let tally: Answer["tally"] | undefined;
/** Number of the latest question: an answer to an older one is not shown. */
let latest = 0;
/** More results are on their way. */
let isAdding = false;
/** The address holds a question that is still being typed. */
let isDraft = false;

find("#live").hidden = false;
const isWide = matchMedia("(min-width: 62rem)");
box.open = isWide.matches;
isWide.addEventListener("change", () => {
  box.open = isWide.matches;
});

/** Asks the endpoint that the configuration names, or else the site's own index, which knows the names in either case. */
const search: typeof searchIndex = async (index, question, options) => {
  const url = form.dataset.endpoint;
  if (url === undefined) return searchIndex(index, question, options);
  const engine: typeof import("./endpoint.ts") = await import(new URL("endpoint.js", import.meta.url).href);
  return engine.searchEndpoint({ url, analyzer: index.analyzer, filters: facets.names }, question, options);
};

/** The question as the form has it now. */
function current(): Question {
  return {
    words: input.value.trim(),
    filters: facets.chosen(),
    order: parseOrder(sort.value),
    from: parseDay(from.value.trim()),
    to: parseDay(to.value.trim()),
    exact: exact.checked,
  };
}

/**
 * Puts the form's question into the address and answers it. Typing makes one entry of the history however long it
 * lasts, so that the way back leads to the question before it.
 */
function ask(how: "typing" | "decided"): void {
  const address = location.pathname + formatQuestion(current());
  if (isDraft || address === location.pathname + location.search) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  isDraft = how === "typing";
  answer(current());
}

/** Fills the form from the address and answers it. */
function readAddress(): void {
  const question = parseQuestion(location.search, facets.names);
  isDraft = false;
  input.value = question.words;
  sort.value = question.order;
  from.value = question.from;
  to.value = question.to;
  exact.checked = question.exact;
  facets.choose(question.filters);
  const place = keptPlace();
  if (place) box.open = place.isBoxOpen;
  answer(question, place ? { place } : {});
}

/** Shows the answer, unless another question was asked by the time it is there. A question waits for none before it. */
function answer(question: Question, how: Answering = {}): void {
  latest += 1;
  const mine = latest;
  void answerNow(question, mine, how);
}

interface Answering {
  /** Older articles, too, however much the newest ones give. */
  readonly isDeep?: boolean;
  /** Where the reader left this answer before. */
  readonly place?: Place;
}

async function answerNow(question: Question, mine: number, { isDeep = false, place }: Answering): Promise<void> {
  const isTyping = isDraft;
  const waiting = setTimeout(() => mine === latest && say(BROWSER.loading), PATIENCE);
  try {
    index ??= openIndex(form.dataset.index ?? "");
    const opened = await index;
    const named =
      question.words === "" ? undefined : findRecords(opened, question.words, fieldWords).catch(reportError);
    const found = await search(opened, question, { isTyping, isDeep, fieldWords });
    const items = await Promise.all(found.hits.slice(0, Math.max(PAGE, place?.shown ?? 0)).map(makeResult));
    if (mine !== latest) return;
    hits = found.hits;
    isAdding = false;
    list.replaceChildren(...items);
    showState(question, found);
    const cards = await named;
    if (mine !== latest) return;
    showRecords(record, cards ?? []);
    tally = found.tally;
    const counted = await tally(facets.wanted());
    if (mine !== latest) return;
    facets.show(counted);
    bars.show(counted.dates);
    if (place) goToPlace([record, list], place);
  } catch (error) {
    if (mine !== latest) return;
    index = undefined;
    hits = [];
    tally = undefined;
    list.replaceChildren();
    for (const part of [more, notice, record, left, older]) part.hidden = true;
    say(BROWSER.error);
    retry.hidden = false;
    reportError(error);
  } finally {
    clearTimeout(waiting);
  }
}

async function showMore(mine: number): Promise<void> {
  if (isAdding) return;
  isAdding = true;
  const shown = list.children.length;
  const items = await Promise.all(hits.slice(shown, shown + PAGE).map(makeResult)).catch(reportError);
  isAdding = false;
  if (mine !== latest || !items) return;
  list.append(...items);
  items[0]?.querySelector("a")?.focus();
  more.hidden = list.children.length >= hits.length;
}

function showState(question: Question, found: Answer): void {
  const ticked = [...question.filters.values()].reduce((sum, values) => sum + values.size, 0);
  say(describeCount(question, found), hits.length === 0 ? BROWSER.noneHelp : "");
  showNotice(notice, question, found, (words) => {
    input.value = words;
    ask("decided");
  });
  const { leftBefore } = found;
  left.textContent = leftBefore === undefined ? "" : fill(BROWSER.leftBefore, { date: quoted(leftBefore) });
  left.hidden = leftBefore === undefined;
  older.hidden = leftBefore === undefined;
  anyDate.hidden = question.from === "" && question.to === "";
  retry.hidden = true;
  clear.hidden = ticked === 0;
  more.hidden = list.children.length >= hits.length;
  boxTitle.textContent = ticked === 0 ? BROWSER.filtersOff : fill(BROWSER.filtersOn, { n: String(ticked) });
}

function say(words: string, advice = ""): void {
  status.textContent = words;
  help.textContent = advice;
  help.hidden = advice === "";
}

let pause: ReturnType<typeof setTimeout> | undefined;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => ask("typing"), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  ask("decided");
});
for (const control of [sort, exact]) control.addEventListener("change", () => ask("decided"));
for (const end of [from, to])
  end.addEventListener("change", () => {
    // In any digits and either calendar; what is no date stays, and the browser says what one looks like.
    const period = readPeriod(end.value);
    if (period) end.value = end === from ? period.from : period.to;
    if (end.reportValidity()) ask("decided");
  });
anyDate.addEventListener("click", () => {
  from.value = "";
  to.value = "";
  from.focus();
  ask("decided");
});
older.addEventListener("click", () => answer(current(), { isDeep: true }));
retry.addEventListener("click", readAddress);
clear.addEventListener("click", () => {
  facets.choose(new Map());
  boxTitle.focus();
  ask("decided");
});
more.addEventListener("click", () => {
  void showMore(latest);
});
keepPlace([record, list], () => ({ shown: list.children.length, isBoxOpen: box.open }));
addEventListener("popstate", readAddress);
readAddress();
