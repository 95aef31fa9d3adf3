/** The record a query names, above the articles. */
import type { Analyzer } from "../../../arabic/analysis/analyze.ts";
import { lettersOf } from "../../../arabic/analysis/names.ts";
import type { CardRecord } from "../../site-data.ts";
import { BROWSER, formatCount } from "../../strings.ts";
import { fetchPacked, remember } from "./fetch.ts";
import type { Index } from "./index-client.ts";
import { cardFile } from "./names.ts";
import { parseQuery } from "./query.ts";
import { make } from "./results.ts";

/** More words than this name no record; events are named by headlines. */
const LONGEST = 24;

const readFile = remember(
  async (url: string) => new Map((JSON.parse(await fetchPacked(url)) as CardRecord[]).map((card) => [card[4], card])),
  String,
);

/** The record that what is asked for names; what must not be there names none, nor does a field. */
export async function findRecord(
  { analyzer, folder, cards }: Pick<Index, "analyzer" | "folder" | "cards">,
  typed: string,
  fieldWords: ReadonlyMap<string, string>,
): Promise<CardRecord | undefined> {
  const { clauses } = parseQuery(typed, analyzer, fieldWords);
  const words = clauses
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap(({ units }) => units.map(({ text }) => text))
    .join(" ");
  if (cards.files === 0 || lettersOf(words) === "" || words.split(" ").length > LONGEST) return undefined;
  const table = await readFile(`${folder}${cards.folder}/${cardFile(lettersOf(words), cards.files)}.gz`);
  return recordNamed(table, analyzer, words);
}

/**
 * The record that bears the name. A particle written on to the name («والصين», «للصين») is passed over where the
 * analyzer reads the name under it, too («ولد» names no «اللد»).
 */
export function recordNamed<T>(table: ReadonlyMap<string, T>, analyzer: Analyzer, words: string): T | undefined {
  const named = table.get(lettersOf(words));
  if (named) return named;
  const keys = new Set(keysOf(words, analyzer));
  for (const name of withoutParticles(words)) {
    const meant = table.get(lettersOf(name));
    if (meant && keysOf(name, analyzer).some((key) => keys.has(key))) return meant;
  }
  return undefined;
}

/** Readings of a name without the conjunction, the preposition or both before it. */
function withoutParticles(words: string): string[] {
  const plain = words.normalize("NFC").replace(/[\p{M}ـ]|^[^\p{L}]+/gu, "");
  const readings = [/^[وف](?=..)/, /^[وف]?[بك](?=..)/, /^[وف]?لل(?=..)/, /^[وف]?ل(?=..)/].map((particle) =>
    // ل takes the alif of the article: للصين is ل and الصين.
    plain.replace(particle, (found) => (found.endsWith("لل") ? "ال" : "")),
  );
  return readings.filter((name) => name !== plain);
}

/** What the first word is found by, alone or as the beginning of a name. */
function keysOf(words: string, { analyze }: Analyzer): string[] {
  const [first] = analyze(words);
  return first ? [...first.names, ...first.words.flatMap(({ keys }) => keys)] : [];
}

export function showRecord(box: HTMLElement, record: CardRecord | undefined): void {
  box.hidden = record === undefined;
  if (!record) {
    box.replaceChildren();
    return;
  }
  const [label, url, type, count] = record;
  const link = make("a", { href: url }, make("bdi", {}, label));
  box.replaceChildren(
    make(
      "article",
      { class: "card record" },
      make("p", { class: "kicker" }, BROWSER.types[type] ?? ""),
      make("h3", {}, link),
      make("p", { class: "lead" }, formatCount(count, BROWSER.articles)),
    ),
  );
}
