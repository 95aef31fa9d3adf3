import type { VFileMessage } from "vfile-message";
import type { z } from "zod";
import { type Problem, problem, type Severity } from "../messages.ts";
import { type Advice, FILES, type FileKind, kindsWith, schemaOf } from "../model/authority-schema.ts";

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
  const hint =
    elsewhere.length > 0
      ? `It belongs in ${elsewhere.join(", ")}.`
      : near === undefined
        ? "Delete the line."
        : `Did you mean ${near}?`;
  const holder = path.length === 1 ? FILE_OF[kind] : String(path[0]);
  return mistake(place, "unknown-field", `${id}: ${holder} have no field ${field}`, {
    actual: field,
    expected: known,
    note: `${hint} The field is left out until then`,
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
  array: "a list",
  object: "fields",
  list: "a list",
  map: "fields",
};

/** What is wrong with a value, after its name: «should be a list, and is text». `actual`: the text as written, or `list`, or `map`. */
export function adviceOf(
  issue: z.core.$ZodIssue,
  actual: string | undefined,
): { rule: string; reason: string } & Extras {
  if (issue.code === "invalid_type") {
    const expected = NAMES[issue.expected] ?? issue.expected;
    if (actual === undefined) {
      const isField = issue.path.length === 1;
      const note = `Write it. The ${isField ? "record" : "item"} is left out until then`;
      return {
        rule: issue.path[0] === "prefLabel" ? "no-label" : "missing-field",
        reason: "is missing",
        expected: [expected],
        note,
      };
    }
    const found = actual === "" ? "empty" : (NAMES[actual] ?? "text");
    const note =
      expected === "a list"
        ? "Write a list, e.g. [first, second]. The field is left out until then"
        : `Write ${expected}. The value is left out until then`;
    return { rule: "wrong-type", reason: `should be ${expected}, and is ${found}`, expected: [expected], note };
  }
  const advice = "params" in issue ? (issue.params as Advice | undefined) : undefined;
  if (advice === undefined) {
    return {
      rule: "value",
      reason: "is not usable",
      expected: [issue.message],
      note: "Correct the value; it is left out until then",
    };
  }
  return {
    rule: advice.rule,
    reason: REASONS[advice.rule] ?? "is not usable",
    ...(actual === undefined ? {} : { actual }),
    expected: [advice.expected],
    note: `${advice.note}. The value is left out until then`,
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

/** The known name most like a mistyped one; undefined when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
