import type { VFileMessage } from "vfile-message";
import type { z } from "zod";
import { nearest, type Problem, problem, type Severity } from "../messages.ts";
import { type Advice, FILES, type FileKind, kindsWith, schemaOf } from "../model/authority-schema.ts";
import type { Tree } from "./authority-yaml.ts";

/** A place in a file of the authority folder, 1-based. */
export interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

type Extras = Partial<Pick<Problem, "actual" | "expected" | "note">>;

/** A problem of the authority files; `rule` without its stage. */
export function mistake(
  place: Placed,
  rule: string,
  reason: string,
  extras: Extras = {},
  severity: Severity = "fatal",
): VFileMessage {
  const { actual, expected, note } = extras;
  return problem({
    file: place.file,
    line: place.line,
    column: place.column,
    severity,
    rule: `authority:${rule}`,
    reason,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(note === undefined ? {} : { note }),
  });
}

const FILE_OF = Object.fromEntries(Object.entries(FILES).map(([file, kind]) => [kind, file])) as Record<
  FileKind,
  string
>;

/** A field this type of record does not have: the nearest that it has, or the files where the field belongs. */
export function unknownField(
  place: Placed,
  id: string,
  field: string,
  kind: FileKind,
  path: readonly (string | number)[],
): VFileMessage {
  const known = path.length === 1 ? Object.keys(schemaOf(kind).shape) : innerFields(kind, String(path[0]));
  const elsewhere = path.length === 1 ? kindsWith(field).map((other) => FILE_OF[other]) : [];
  const near = nearest(field, known);
  const isWhole = near !== undefined && path.length === 1 && !schemaOf(kind).shape[near]?.safeParse(undefined).success;
  const hint =
    elsewhere.length > 0
      ? `It belongs in ${elsewhere.join(", ")}.`
      : near
        ? `Did you mean ${near}?`
        : "Delete the line.";
  const holder = path.length === 1 ? FILE_OF[kind] : String(path[0]);
  return mistake(place, "unknown-field", `${id}: ${holder} have no field ${field}`, {
    actual: field,
    expected: known,
    note: `${hint} The ${isWhole ? "record" : "field"} is left out until then`,
  });
}

function innerFields(kind: FileKind, field: string): string[] {
  let shape = schemaOf(kind).shape[field] as
    | { def: { innerType?: unknown; element?: unknown; shape?: object } }
    | undefined;
  while (shape !== undefined && shape.def.shape === undefined)
    shape = (shape.def.innerType ?? shape.def.element) as typeof shape;
  return Object.keys(shape?.def.shape ?? {});
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  text: "text",
  array: "a list",
  list: "a list",
  object: "fields",
  record: "fields",
  map: "fields",
};

/** What is wrong with a value, worded to follow its name: «should be a list, and is text». `costs`: what is left out for it. */
export function adviceOf(
  issue: z.core.$ZodIssue,
  node: Tree | undefined,
  costs: "record" | "field" | "item",
): { rule: string; reason: string } & Extras {
  const until = `The ${costs} is left out until then`;
  if (issue.code === "invalid_type") {
    const expected = NAMES[issue.expected] ?? issue.expected;
    if (node === undefined) {
      const rule = issue.path[0] === "prefLabel" ? "no-label" : "missing-field";
      return { rule, reason: "is missing", expected: [expected], note: `Write it. ${until}` };
    }
    const found = node.value === "" ? "empty" : NAMES[node.kind];
    const note = expected === "a list" ? "Write a list, e.g. [first, second]" : `Write ${expected}`;
    return {
      rule: "wrong-type",
      reason: `should be ${expected}, and is ${found}`,
      expected: [expected],
      note: `${note}. ${until}`,
    };
  }
  const advice = "params" in issue ? (issue.params as Advice | undefined) : undefined;
  if (advice === undefined)
    return { rule: "value", reason: "is not usable", expected: [issue.message], note: `Correct it. ${until}` };
  return {
    rule: advice.rule,
    reason: REASONS[advice.rule] ?? "is not usable",
    ...(node?.kind === "text" && node.value !== "" ? { actual: node.value as string } : {}),
    expected: [advice.expected],
    note: `${advice.note}. ${until}`,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  empty: "is empty",
  blanks: "has spaces that do not belong",
  "invisible-character": "holds a character that cannot be seen",
  id: "is no id",
  edtf: "is not an EDTF date",
  uri: "is not an address",
  domain: "is not a host name",
  iptc: "is not an IPTC code",
  weight: "is not a number",
  kind: "is not one of the kinds",
};
