import { readings } from "../arabic/clitics.ts";
import { ROLE_HEADS } from "../arabic/lexicon/roles.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Entity } from "../model/entity.ts";

/** Words of a title that say nothing of the office. */
const TIMES = /^(?:ال)?(?:سابق|حالي|منتخب|راحل|اسبق|جديد|مقبل)ه?$/u;

/** Nationality adjectives, folded, with the article → country. */
export type Demonyms = ReadonlyMap<string, string>;

/** Countries that the adjectives of a title name: «الرئيس الروسي» → russia. */
export function countriesOf(role: string, demonyms: Demonyms): Set<string> {
  const countries = tokenize(role).map(({ key }) => demonyms.get(key));
  return new Set(countries.filter((country) => country !== undefined));
}

/**
 * What the title before a name says of a record: `yes` when it names the record's country by its adjective and an
 * office that the record held, `no` when it names another country, else `open`.
 */
export function holdsOffice(entity: Entity, role: string, demonyms: Demonyms): "yes" | "no" | "open" {
  const countries = countriesOf(role, demonyms);
  if (countries.size === 0 || entity.country === undefined) return "open";
  if (!countries.has(entity.country)) return "no";
  const held = entity.roles.map(({ label }) => tokenize(label).map(({ key }) => bareWord(key)));
  return officesIn(role, demonyms).some((office) => held.some((label) => isPart(office, label))) ? "yes" : "open";
}

/** The office is the label's, shortened: «وزير الخارجية» of «وزير الخارجية والمغتربين». A deputy's is not his chief's. */
function isPart(office: readonly string[], label: readonly string[]): boolean {
  return office.length > 0 && label[0] === office[0] && office.every((word) => label.includes(word));
}

/**
 * The offices of a title, as folded words without the article: «نائب رئيس الوزراء ووزير الدفاع» holds two. A head
 * of a title after a word without the article belongs to it: «نائب رئيس الوزراء».
 */
function officesIn(role: string, demonyms: Demonyms): string[][] {
  const offices: string[][] = [];
  let isOpen = false;
  for (const { key } of tokenize(role)) {
    if (demonyms.has(key) || TIMES.test(key)) {
      isOpen = false;
      continue;
    }
    const isHead = readings(key).some((reading) => ROLE_HEADS.has(reading.key));
    if (isHead && !isOpen) offices.push([]);
    offices.at(-1)?.push(bareWord(key));
    isOpen = !/^(?:ال|لل)/u.test(key);
  }
  return offices;
}

/** Without clitics, the article and the feminine ending: «الوزيرة», «ووزير» and «وزير» are one office. */
function bareWord(key: string): string {
  const head = readings(key).find((reading) => ROLE_HEADS.has(reading.key))?.key ?? key;
  return head.replace(/^(?:ال|لل)(?=...)/u, "").replace(/(?<=...)ه$/u, "");
}
