import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { nearest, type Problem } from "../messages.ts";
import type { ExtractedFields, ParsedArticle } from "../model/article.ts";
import { isEdtf } from "../model/edtf.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, FIELDS, type FieldName, TEXTS_FIELDS } from "../model/fields.ts";
import type { Extracted } from "../model/span.ts";

/** An editor's word on one article: content/corrections/<article id>.yaml. */
export interface Correction {
  /** Field → value; wins over what was extracted. */
  readonly set: Readonly<Partial<Record<FieldName | "title", string | readonly string[]>>>;
  /** Fields that stay unknown whatever the text seems to say. */
  readonly clear: readonly FieldName[];
}

const KNOWN = [...(Object.keys(FIELDS) as FieldName[]), "title"] as const;

/** Reads a correction. A mistake is reported with its place and costs only itself. */
export function parseCorrection(
  file: string,
  text: string,
  isRecord: (id: string, field: FieldName) => boolean,
): { correction: Correction; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: Problem[] = [];
  const report = (offset: number, rest: Omit<Problem, "file" | "severity" | "line" | "column">) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, severity: "fatal", line, column: col, ...rest });
  };
  const set: Record<string, string | readonly string[]> = {};
  const clear: FieldName[] = [];
  const [broken] = document.errors;
  if (broken !== undefined) {
    report(broken.pos[0], {
      rule: "correction:not-yaml",
      reason: `This is no YAML: ${broken.message.split("\n")[0]}`,
      note: "Nothing of this file was applied.",
    });
    return { correction: { set, clear }, problems };
  }
  const top = document.contents;
  for (const pair of isMap(top) ? top.items : []) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    const offset = offsetOf(pair.key);
    if (key === "set" && isMap(pair.value)) readSet(pair.value, set, report, isRecord);
    else if (key === "clear") {
      for (const name of [(pair.value as YAMLMap).toJSON() as unknown].flat()) {
        if (KNOWN.includes(name as FieldName) && name !== "title") clear.push(name as FieldName);
        else report(offset, unknownField(String(name)));
      }
    } else
      report(offset, {
        rule: "correction:unknown-key",
        reason: `«${key}» is no part of a correction`,
        actual: key,
        expected: ["set", "clear"],
        note: "Write set: with fields below it, or clear: with a list of fields.",
      });
  }
  return { correction: { set, clear }, problems };
}

type Report = (offset: number, rest: Omit<Problem, "file" | "severity" | "line" | "column">) => void;

function readSet(
  map: YAMLMap,
  set: Record<string, string | readonly string[]>,
  report: Report,
  isRecord: (id: string, field: FieldName) => boolean,
): void {
  for (const { key, value } of map.items) {
    const name = String(isScalar(key) ? key.value : key);
    if (!KNOWN.includes(name as FieldName)) {
      report(offsetOf(key), unknownField(name));
      continue;
    }
    const plain = (value as { toJSON?(): unknown } | null)?.toJSON?.() ?? undefined;
    const isList = [...ENTITIES_FIELDS, ...TEXTS_FIELDS].includes(name as never);
    const values = (isList ? [plain].flat() : [plain]).map((item) => (typeof item === "number" ? String(item) : item));
    const wrong = values.find(
      (item) => typeof item !== "string" || !isValid(name as FieldName | "title", item, isRecord),
    );
    if (wrong !== undefined || values.length === 0) report(offsetOf(value), wrongValue(name, wrong));
    else set[name] = isList ? (values as string[]) : (values[0] as string);
  }
}

function isValid(
  name: FieldName | "title",
  value: string,
  isRecord: (id: string, field: FieldName) => boolean,
): boolean {
  if ((DATE_FIELDS as readonly string[]).includes(name)) return isEdtf(value);
  if (([...ENTITY_FIELDS, ...ENTITIES_FIELDS] as readonly string[]).includes(name))
    return isRecord(value, name as FieldName);
  return value.trim() !== "";
}

function unknownField(name: string) {
  const near = nearest(name, KNOWN);
  return {
    rule: "correction:unknown-field",
    reason: `«${name}» is no field of an article`,
    actual: name,
    expected: [...KNOWN],
    note: near ? `Did you mean ${near}?` : "Nothing was changed for it.",
  };
}

function wrongValue(name: string, value: unknown) {
  const kind = name === "title" ? "texts" : FIELDS[name as FieldName].kind;
  const expected =
    kind === "date"
      ? "an EDTF date, e.g. 2021-12-15 or 2024~"
      : kind === "texts"
        ? "text"
        : "the id of a record in content/authority";
  return {
    rule: "correction:wrong-value",
    reason: `«${String(value)}» is no value for ${name}`,
    actual: String(value),
    expected: [expected],
    note: "The extracted value stays until this is mended.",
  };
}

function offsetOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
}

/** The editor's word over what was extracted; corrected values carry the rule `correction`. */
export function applyCorrection<A extends Pick<ParsedArticle, "title" | "titleStatus" | "fields">>(
  article: A,
  { set, clear }: Correction,
): A {
  const fields: Record<string, unknown> = { ...article.fields };
  for (const name of clear) delete fields[name];
  for (const [name, value] of Object.entries(set)) {
    if (name === "title" || value === undefined) continue;
    fields[name] = typeof value === "string" ? edited(value) : (value as readonly string[]).map(edited);
  }
  const title = typeof set.title === "string" ? { title: edited(set.title), titleStatus: "found" as const } : {};
  return { ...article, ...title, fields: fields as ExtractedFields };
}

function edited(value: string): Extracted<string> {
  return { value, rule: "correction", confidence: 1 };
}
