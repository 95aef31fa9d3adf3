import type { VFileMessage } from "vfile-message";
import type { z } from "zod";
import { nearest } from "../messages.ts";
import { type FileKind, ID, schemaOf } from "../model/authority-schema.ts";
import { type Entity, NO_LISTS, type Occasion } from "../model/entity.ts";
import { adviceOf, mistake, type Placed, unknownField } from "./authority-messages.ts";
import { parseTree, type Tree, type TreeEntry } from "./authority-yaml.ts";

/** One file of the authority folder as text. */
export interface AuthorityFile {
  /** As problems name it. */
  readonly file: string;
  readonly kind: FileKind;
  readonly text: string;
}

/** A record and where it starts, 1-based. */
export interface Located<T> extends Placed {
  readonly value: T;
}

export interface ParsedAuthorityFile {
  readonly entities: readonly Located<Entity>[];
  readonly occasions: readonly Located<Occasion>[];
  readonly problems: readonly VFileMessage[];
}

/**
 * Text of one authority file → its records. Looks at this file alone: ids taken twice inside it, unknown and
 * wrong fields, records without a name. References to other records are checked when all are read.
 */
export function parseAuthorityFile({ file, kind, text }: AuthorityFile): ParsedAuthorityFile {
  const entities: Located<Entity>[] = [];
  const occasions: Located<Occasion>[] = [];
  const problems: VFileMessage[] = [];
  const place = placesOf(file, text);
  const tree = parseTree(text);
  if ("reason" in tree) {
    problems.push(
      mistake(place(tree.at), "yaml", `This is not YAML: ${tree.reason}`, {
        note: "Correct the line or the one before it; none of the file's records is used until then",
      }),
    );
  } else if (tree.kind !== "map") {
    problems.push(
      mistake(place(tree.at), "shape", "The file holds no records", {
        expected: ["id: and below it, indented, the record's fields"],
        note: "See docs/authority.md for an example",
      }),
    );
  } else {
    const seen = new Set<string>();
    for (const entry of tree.value as readonly TreeEntry[]) {
      const at = place(entry.at);
      if (!isUsable(entry, at, seen, problems)) continue;
      seen.add(entry.key);
      const value = readRecord(entry, kind, place, problems);
      if (value === undefined) continue;
      if (kind === "occasion") occasions.push({ ...at, value: { id: entry.key, ...value } as Occasion });
      else entities.push({ ...at, value: { id: entry.key, type: kind, ...NO_LISTS, ...(value as Fields) } });
    }
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { entities, occasions, problems };
}

type Fields = Omit<Entity, "id" | "type" | keyof typeof NO_LISTS>;

function isUsable(entry: TreeEntry, at: Placed, seen: ReadonlySet<string>, problems: VFileMessage[]): boolean {
  if (!ID.test(entry.key)) {
    problems.push(
      mistake(at, "id", `«${entry.key}» cannot be an id`, {
        actual: entry.key,
        expected: ["small Latin letters and digits, joined by hyphens, e.g. saudi-arabia"],
        note: "An id becomes an address and stays for ever; write it in Latin letters. The record is left out until then",
      }),
    );
    return false;
  }
  if (seen.has(entry.key)) {
    problems.push(
      mistake(at, "duplicate-id", `The id ${entry.key} stands twice in this file`, {
        actual: entry.key,
        note: "Give this record another id, or merge the two; the first one is used",
      }),
    );
    return false;
  }
  if (entry.node.kind !== "map") {
    problems.push(
      mistake(at, "shape", `The record ${entry.key} has no fields`, {
        expected: ["fields below the id, indented by two spaces"],
        note: "Write at least prefLabel; the record is left out until then",
      }),
    );
    return false;
  }
  return true;
}

type Plain = string | Plain[] | { [key: string]: Plain };

/** The record's fields as the schema wants them; what is wrong is reported and dropped. Undefined without a name. */
function readRecord(
  entry: TreeEntry,
  kind: FileKind,
  place: (at: number) => Placed,
  problems: VFileMessage[],
): object | undefined {
  const schema = schemaOf(kind);
  const twice = (key: string, at: number) =>
    problems.push(
      mistake(place(at), "duplicate-field", `${entry.key} has the field ${key} twice`, {
        actual: key,
        note: "Put both in one; the first one is used",
      }),
    );
  const plain = toPlain(entry.node, twice);
  // Each round drops what the schema refuses; a round more is needed only where one mistake hid another.
  for (let round = 0; round < 8; round++) {
    const checked = schema.safeParse(plain);
    if (checked.success) return checked.data;
    const dropped = new Map<string, (string | number)[]>();
    const misspelt = misspeltFields(schema, plain);
    for (const issue of checked.error.issues) {
      for (const path of pathsOf(issue)) {
        const key = path.join("/");
        if (dropped.has(key)) continue;
        dropped.set(key, path);
        // `prefLabl` is one mistake, not a field too many and a field too few.
        if (!misspelt.has(key)) problems.push(explain(entry, kind, issue, path, place));
      }
    }
    const paths = [...dropped.values()];
    if (paths.some((path) => path.length === 1 && isRequired(schema, path[0] as string))) return undefined;
    const whole = paths.filter((path) => !path.some((_, i) => i > 0 && dropped.has(path.slice(0, i).join("/"))));
    // Inner fields first, then items from the back, so that what is still to be dropped stays in its place.
    for (const path of whole.sort((a, b) => b.length - a.length || Number(b.at(-1)) - Number(a.at(-1)) || 0))
      drop(plain, path);
  }
  return undefined;
}

/** Required fields that are missing and stand there under a name like theirs. */
function misspeltFields(schema: z.ZodObject, plain: Plain): Set<string> {
  const fields = Object.keys(schema.shape);
  const unknown = Object.keys(plain).filter((key) => !fields.includes(key));
  return new Set(
    unknown.map((key) => nearest(key, fields) ?? "").filter((field) => !Object.hasOwn(plain as object, field)),
  );
}

function isRequired(schema: z.ZodObject, field: string): boolean {
  const shape = schema.shape[field] as z.ZodType | undefined;
  return shape !== undefined && !shape.safeParse(undefined).success;
}

/** The smallest things that can be dropped: an unknown field, the item of a list, else the field. */
function pathsOf(issue: z.core.$ZodIssue): (string | number)[][] {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  const item = path.findLastIndex((key) => typeof key === "number");
  return [item < 0 ? path : path.slice(0, item + 1)];
}

function drop(plain: Plain, path: readonly (string | number)[]): void {
  const [last, ...up] = [...path].reverse();
  let holder: Plain | undefined = plain;
  for (const key of up.reverse()) holder = (holder as Record<string | number, Plain> | undefined)?.[key];
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (typeof holder === "object") delete holder[last as string];
}

function explain(
  entry: TreeEntry,
  kind: FileKind,
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  place: (at: number) => Placed,
): VFileMessage {
  const costs = path.length > 1 ? "item" : isRequired(schemaOf(kind), path[0] as string) ? "record" : "field";
  if (issue.code === "unrecognized_keys") {
    return unknownField(place(find(entry, path).at), entry.key, String(path.at(-1)), kind, path);
  }
  const issuePath = issue.path as (string | number)[];
  const { node, at, valueAt } = find(entry, issuePath);
  const advice = adviceOf(issue, node, costs);
  const where = `${entry.key}: ${issuePath.filter((key) => typeof key === "string").join(", ")}`;
  return mistake(place(node === undefined ? at : valueAt), advice.rule, `${where} ${advice.reason}`, advice);
}

/** The value at a path, if there is one; where its name stands, or what should hold it; where the value stands. */
function find(entry: TreeEntry, path: readonly (string | number)[]): { node?: Tree; at: number; valueAt: number } {
  let node: Tree | undefined = entry.node;
  let at = entry.at;
  for (const key of path) {
    if (node?.kind === "map") {
      const found: TreeEntry | undefined = (node.value as readonly TreeEntry[]).find((child) => child.key === key);
      node = found?.node;
      at = found?.at ?? at;
    } else {
      node = node?.kind === "list" ? (node.value as readonly Tree[])[Number(key)] : undefined;
      at = node?.at ?? at;
    }
  }
  const valueAt = node?.kind === "text" && node.value !== "" ? node.at : at;
  return { ...(node === undefined ? {} : { node }), at, valueAt };
}

function toPlain(tree: Tree, twice: (key: string, at: number) => void): Plain {
  if (tree.kind === "text") return tree.value as string;
  if (tree.kind === "list") return (tree.value as readonly Tree[]).map((item) => toPlain(item, twice));
  const plain: { [key: string]: Plain } = Object.create(null);
  for (const { key, at, node } of tree.value as readonly TreeEntry[]) {
    if (Object.hasOwn(plain, key)) twice(key, at);
    else plain[key] = toPlain(node, twice);
  }
  return plain;
}

/** Offsets → places, the lines counted once. */
function placesOf(file: string, text: string): (at: number) => Placed {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: at - (starts[low] as number) + 1 };
  };
}
