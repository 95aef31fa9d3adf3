/** What a reader types, read as a query. */
import type { AnalyzedChunk, Analyzer } from "../../../arabic/analysis/analyze.ts";
import { isStopWord } from "../../../arabic/analysis/stop-words.ts";

/** Something a page must hold: a word, or a name of several. */
export interface Unit {
  /** Any of them does. */
  readonly keys: readonly string[];
  /** Letters as typed, folded. */
  readonly form: string;
  /** As typed, without what stands around it. */
  readonly text: string;
  /** A name may take several places of the text. */
  readonly isName: boolean;
  readonly isStopWord: boolean;
}

export interface Clause {
  /** Of a phrase, units that follow each other. */
  readonly units: readonly Unit[];
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

export interface Field {
  readonly name: string;
  readonly value: string;
  /** Articles with the value are not wanted. */
  readonly isExcluded: boolean;
}

/** The field of dates, which has no values to choose from. */
export const DATE = "date";

export interface Query {
  readonly clauses: readonly Clause[];
  readonly fields: readonly Field[];
}

const PHRASE = /([-−–]?)(?:«([^«»]*)»|"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|‹([^‹›]*)›|＂([^＂]*)＂|‘([^‘’]*)’)/g;

/**
 * Reads a query: phrases in any quotation marks, `-` before what must not be there, and `word:` before a value of the
 * field the word stands for. What is no such thing is looked for as it is.
 */
export function parseQuery(
  typed: string,
  analyzer: Analyzer,
  fieldWords: ReadonlyMap<string, string> = new Map(),
): Query {
  const clauses: Clause[] = [];
  const fields: Field[] = [];
  const isDate = (word: string) => fieldWords.get(word) === DATE;
  const words = [...fieldWords.keys()];
  const read = (_: string, minus: string, word: string, ...values: (string | undefined)[]) => {
    const value = values.slice(0, 3).find((found) => found !== undefined) ?? "";
    const name = fieldWords.get(word) ?? word;
    // A word with nothing behind it names no value.
    if (/[\p{L}\p{N}]/u.test(value)) fields.push({ name, value, isExcluded: minus !== "" });
    return " ";
  };
  const rest = typed
    .replace(fieldPattern(words.filter(isDate), "()", DATE_VALUE), read)
    .replace(
      fieldPattern(
        words.filter((word) => !isDate(word)),
        "([-−–]?)",
        "\\S+",
      ),
      read,
    )
    .replace(PHRASE, (_, minus: string, ...words: (string | undefined)[]) => {
      const units = unitsOf(words.slice(0, 7).find((found) => found !== undefined) ?? "", analyzer);
      if (units.length > 0) clauses.push({ units, isPhrase: units.length > 1, isExcluded: minus !== "" });
      return " ";
    });
  for (const part of rest.split(/(?=(?:^|\s)[-−–](?=\p{L}|\p{N}))/u)) {
    const excluded = /^\s*[-−–](\S+)(.*)$/su.exec(part);
    const words = excluded ? (excluded[2] ?? "") : part;
    if (excluded)
      for (const unit of unitsOf(excluded[1] ?? "", analyzer))
        clauses.push({ units: [unit], isPhrase: false, isExcluded: true });
    for (const unit of unitsOf(words, analyzer)) clauses.push({ units: [unit], isPhrase: false, isExcluded: false });
  }
  return { clauses, fields };
}

/** A date of several words («15 ديسمبر 2021», «رمضان 1442هـ»), or one word. */
const DATE_VALUE = "(?:\\p{Nd}{1,2}\\s+)?\\p{L}\\S*(?:\\s+\\p{L}\\S*)?\\s+\\p{Nd}{4}(?:\\s?هـ?)?|\\S+";

/** A field word, a colon and a value; in quotation marks or as `value` says. */
function fieldPattern(words: readonly string[], minus: string, value: string): RegExp {
  if (words.length === 0) return /(?!)/g;
  return new RegExp(`(?<=^|\\s)${minus}(${words.join("|")})\\s?:\\s?(?:«([^»]*)»|"([^"]*)"|(${value}))`, "gu");
}

/** Folded, the preposition «على» and the name «علي» are one. */
const PREPOSITION = /^[وف]?على$/;

/** Words in their order; a name of several words is one unit. */
function unitsOf(text: string, analyzer: Analyzer): Unit[] {
  const units: Unit[] = [];
  let name: AnalyzedChunk[] = [];
  const close = () => {
    if (name.length > 0) units.push(nameOf(name));
    name = [];
  };
  for (const chunk of analyzer.analyze(text)) {
    const goesOn = name.at(-1)?.names.some((key) => chunk.names.includes(key)) === true;
    if (!goesOn) close();
    if (chunk.names.length > 0) {
      name.push(chunk);
      continue;
    }
    for (const { keys, form } of chunk.words)
      units.push({
        keys,
        form,
        text: chunk.words.length === 1 ? shownOf(chunk) : form,
        isName: false,
        isStopWord: isStopWord(form, keys) || PREPOSITION.test(chunk.text),
      });
  }
  close();
  return units;
}

/** A name, by what it is as a whole: «عبد الله» within «عبد الله القرمزي» is another. */
function nameOf(chunks: readonly AnalyzedChunk[]): Unit {
  const all = [...new Set(chunks.flatMap(({ names }) => names))];
  const whole = all.filter((key) => chunks.every(({ names }) => names.includes(key)));
  const keys = whole.length > 0 ? whole : all;
  return { keys, form: keys[0] ?? "", text: chunks.map(shownOf).join(" "), isName: true, isStopWord: false };
}

const shownOf = ({ text }: AnalyzedChunk) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
