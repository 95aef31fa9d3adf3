import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { isDay } from "../arabic/calendars.ts";
import { parseArabicDate } from "../arabic/dates.ts";
import { nearest, type Problem } from "../messages.ts";
import {
  CORRECTED,
  type Corrected,
  type Correction,
  type IsRecord,
  isListField,
  isValueOf,
  NO_CORRECTION,
  type Placed,
} from "../model/correction.ts";
import { FIELDS, type FieldName } from "../model/fields.ts";

const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
const KEYS = ["raw", "set", "clear", "confirm", "restore", "remove", "split", "merge"] as const;

const ID = /^[a-z0-9-]+$/;
const SHA256 = /^[0-9a-f]{64}$/i;

/** The plain value of a node, aliases followed; undefined where nothing was written. */
type Plain = (node: unknown) => unknown;

/** A value with the place of its node. */
type Place = <T>(node: unknown, value: T) => Placed<T>;

/** Id of the one record of the kind a field holds that these words name, or undefined. */
export type RecordCalled = (words: string, field: FieldName) => string | undefined;

/** What tells values from mistakes. */
interface Known {
  readonly isRecord: IsRecord;
  readonly recordCalled: RecordCalled;
}

type Report = (node: unknown, rest: Omit<Problem, "file" | "severity" | "line" | "column">) => void;

/**
 * Reads a correction. A mistake is reported with its place and costs only itself. `lines`: those of `restore` and
 * `remove`, which only the raw text can tell right from wrong. `recordCalled` finds what was meant by a name in an id's place.
 */
export function parseCorrection(
  file: string,
  text: string,
  isRecord: IsRecord,
  recordCalled: RecordCalled = () => undefined,
): { correction: Correction; problems: Problem[]; lines: readonly Placed<string>[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const place: Place = (node, value) => {
    const { line, col } = lines.linePos((node as Node | null)?.range?.[0] ?? 0);
    return { value, line, column: col };
  };
  const report: Report = (node, rest) => {
    const { line, column } = place(node, undefined);
    problems.push({ file, severity: "fatal", line, column, ...rest });
  };
  const correction = NO_CORRECTION;
  const edited: Placed<string>[] = [];
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const reason = `This is no YAML: ${(broken.message.split("\n")[0] as string).replace(/ at line \d+, column \d+:?$/, "")}`;
    const rule = "correction:not-yaml";
    problems.push({
      file,
      severity: "fatal",
      line,
      column: col,
      rule,
      reason,
      expected: ["key: value, a line each; text that holds a colon or begins with a sign in quotation marks"],
      note: "Nothing of this file was applied.",
    });
    return { correction, problems, lines: edited };
  }
  const keys = readKeys(document, place, report, { isRecord, recordCalled }, edited);
  return { correction: { ...correction, ...keys }, problems, lines: edited };
}

function readKeys(
  document: Document,
  place: Place,
  report: Report,
  knows: Known,
  edited: Placed<string>[],
): Partial<Correction> {
  const found: { -readonly [K in keyof Correction]?: Correction[K] } = {};
  const plain: Plain = (node) => (isNode(node) ? (node.toJS(document) as unknown) : undefined);
  const top = document.contents;
  if (top !== null && !isMap(top)) report(top, noMap());
  for (const { key, value } of isMap(top) ? top.items : []) {
    const name = String(isScalar(key) ? key.value : key);
    const said = plain(value) ?? undefined;
    if (!KEYS.includes(name as (typeof KEYS)[number])) report(key, unknownKey(name));
    else if (said === undefined) continue;
    else if (name === "raw") {
      // Digits alone are a number to YAML; the hash is what was written.
      const hash = (isScalar(value) && value.source) || String(said);
      if (SHA256.test(hash)) found.raw = hash.toLowerCase();
      else report(value, wrongHash(hash));
    } else if (name === "set" && isMap(value)) found.set = readSet(value, plain, report, knows);
    else if (name === "set") report(value, noFields(said));
    else if (name === "clear") found.clear = readNames(value, FIELD_NAMES, plain, report);
    else if (name === "confirm") found.confirm = readNames(value, CORRECTED, plain, report);
    else if (name === "restore" || name === "remove") {
      const lines = (isSeq(value) ? value.items : [value]).map((item) => place(item, String(plain(item) ?? "")));
      found[name] = lines.map((line) => line.value);
      edited.push(...lines);
    } else if (name === "split") found.split = readCuts(value, plain, place, report);
    else if (name === "merge") {
      if (typeof said === "string" && ID.test(said)) found.merge = place(value, said);
      else report(value, wrongTarget(said));
    }
  }
  const both = found.clear?.find((field) => found.set?.[field] !== undefined);
  const cleared = isMap(top) ? top.get("clear", true) : undefined;
  if (both !== undefined && cleared !== undefined) report(cleared, setAndCleared(both));
  return found;
}

/** Where the further articles of a raw text begin: one place or a list of them. */
function readCuts(value: unknown, plain: Plain, place: Place, report: Report): Placed<number | string>[] {
  const cuts: Placed<number | string>[] = [];
  for (const item of isSeq(value) ? value.items : [value]) {
    const said = plain(item);
    const isLine = typeof said === "number" && Number.isInteger(said) && said > 1;
    if (isLine || (typeof said === "string" && said.trim() !== "")) cuts.push(place(item, said));
    else report(item, wrongCut(said));
  }
  return cuts;
}

/** A field's name or a list of them. */
function readNames<N extends string>(value: unknown, known: readonly N[], plain: Plain, report: Report): N[] {
  const items = isSeq(value) ? value.items : [value];
  const names: N[] = [];
  for (const item of items) {
    const name = String(plain(item) ?? "");
    if (known.includes(name as N)) names.push(name as N);
    else if (name === "title") report(item, TITLE_STAYS);
    else report(item, unknownField(name, known));
  }
  return names;
}

function readSet(map: YAMLMap, plain: Plain, report: Report, knows: Known): Correction["set"] {
  const set: Record<string, string | readonly string[]> = {};
  for (const { key, value } of map.items) {
    const name = String(isScalar(key) ? key.value : key);
    if (!CORRECTED.includes(name as Corrected)) {
      report(key, unknownField(name, CORRECTED));
      continue;
    }
    const isList = isListField(name as Corrected);
    const values = isList ? [plain(value)].flat() : [plain(value)];
    const texts = values.map((item) => (typeof item === "number" ? String(item) : item));
    const wrong = texts.filter(
      (item) => typeof item !== "string" || !isValueOf(name as Corrected, item, knows.isRecord),
    );
    if (wrong.length > 0) report(value ?? key, wrongValue(name as Corrected, wrong[0], knows));
    else set[name] = isList ? (texts as string[]) : (texts[0] as string);
  }
  return set;
}

function wrongCut(value: unknown) {
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value ?? "")}» is no place to split at`,
    actual: String(value ?? ""),
    expected: ["a line of the raw text from 2 on", "the words with which the next article begins"],
    note: "The article stays whole there.",
  };
}

function wrongHash(value: unknown) {
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value)}» is no SHA-256`,
    actual: String(value),
    expected: ["the SHA-256 of the raw file, 64 hexadecimal digits"],
    note: "Copy it from the article's page or file; without it nobody is told when the raw file changes.",
  };
}

function wrongTarget(value: unknown) {
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value)}» is no id of an article`,
    actual: String(value),
    expected: ["the id of one article, e.g. 2021-12-15-8a8c388c"],
    note: "The article stays by itself.",
  };
}

const HOW_TO = "Write set: with fields below it, or clear: with a list of fields.";

function noMap() {
  return { rule: "correction:not-a-map", reason: "The file holds no keys", expected: [...KEYS], note: HOW_TO };
}

function noFields(value: unknown) {
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value)}» is no value for set`,
    actual: String(value),
    expected: ["fields with their values"],
    note: "Write one field a line below set:, e.g. title: …",
  };
}

function unknownKey(name: string) {
  const near = nearest(name, KEYS);
  return {
    rule: "correction:unknown-key",
    reason: `«${name}» is no part of a correction`,
    actual: name,
    expected: [...KEYS],
    note: near ? `Did you mean ${near}?` : HOW_TO,
  };
}

/** Of a title in `clear`. */
const TITLE_STAYS = {
  rule: "correction:wrong-value",
  reason: "«title» cannot be cleared: every article has one",
  actual: "title",
  expected: [...FIELD_NAMES],
  note: "To change it, write set: with title: … below it.",
};

function setAndCleared(field: string) {
  return {
    rule: "correction:set-and-cleared",
    reason: `«${field}» is both set and cleared`,
    actual: field,
    note: "It was set. Take it out of one of the two.",
  };
}

function unknownField(name: string, known: readonly string[]) {
  const near = nearest(name, known);
  return {
    rule: "correction:unknown-field",
    reason: `«${name}» is no field of an article`,
    actual: name,
    expected: [...known],
    note: near ? `Did you mean ${near}?` : "Nothing was changed for it.",
  };
}

const STAYS = "The extracted value stays until this is mended.";

/** What was meant by a date as people write it, by a record's name in the place of its id, by a list of one. */
function meant(name: Corrected, value: unknown, { isRecord, recordCalled }: Known): string | undefined {
  if (Array.isArray(value))
    return value.length === 1 && isValueOf(name, String(value[0]), isRecord) ? value[0] : undefined;
  if (typeof value !== "string" || name === "title") return undefined;
  if (FIELDS[name].kind !== "date") return recordCalled(value, name);
  const days = parseArabicDate(value).filter(({ edtf, absolute }) => absolute && isDay(edtf));
  return days.length === 1 ? days[0]?.edtf : undefined;
}

function wrongValue(name: Corrected, value: unknown, knows: Known) {
  const kind = name === "title" ? "texts" : FIELDS[name].kind;
  const near = meant(name, value, knows);
  const expected =
    kind === "date"
      ? "an EDTF date, e.g. 2021-12-15 or 2024~"
      : kind === "texts"
        ? "text"
        : `the id of a ${(FIELDS[name as FieldName] as { entityType?: string }).entityType} in content/authority`;
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value ?? "")}» is no value for ${name}`,
    actual: String(value ?? ""),
    expected: [Array.isArray(value) ? `one value, no list: ${expected}` : expected],
    note: near === undefined ? STAYS : `Did you mean ${near}? ${STAYS}`,
  };
}
