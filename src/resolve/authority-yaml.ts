import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A value of a YAML file and the offset it stands at. All scalars are text. */
export interface Tree {
  readonly at: number;
  readonly value: string | readonly Tree[] | readonly TreeEntry[];
  readonly kind: "text" | "list" | "map";
}

export interface TreeEntry {
  readonly key: string;
  readonly at: number;
  readonly node: Tree;
}

export interface YamlMistake {
  readonly reason: string;
  readonly at: number;
}

/**
 * Text → tree. An empty file is an empty map. Files in the plain layout of docs/authority.md are read line by
 * line, 20 times as fast as by the `yaml` package (the shared files: 15 ms, not 400); any line outside that
 * layout hands the whole file to the package. A test shows that both read the same.
 */
export function parseTree(text: string): Tree | YamlMistake {
  return parsePlainTree(text) ?? parseAnyTree(text);
}

/** The whole of YAML 1.2, without its guesses at numbers and dates; the first mistake when there is one. */
export function parseAnyTree(text: string): Tree | YamlMistake {
  const document = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: new LineCounter(),
  });
  const mistake = document.errors[0];
  if (mistake !== undefined) return { reason: mistake.message, at: mistake.pos[0] };
  if (document.contents === null) return { kind: "map", at: 0, value: [] };
  return fromNode(document.contents as Node, 0) ?? { reason: "An alias stands for nothing or for itself", at: 0 };

  function fromNode(node: Node | null, otherwise: number, depth = 0): Tree | undefined {
    const at = node?.range?.[0] ?? otherwise;
    if (depth > 20) return undefined;
    if (node === null) return { kind: "text", at, value: "" };
    if (isAlias(node)) return fromNode((node.resolve(document) as Node | undefined) ?? null, at, depth + 1);
    if (isScalar(node)) {
      const value = String(node.value ?? "");
      return { kind: "text", at: value === "" ? otherwise : at, value };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => fromNode(item as Node, at, depth + 1));
      return items.includes(undefined) ? undefined : { kind: "list", at, value: items as Tree[] };
    }
    if (!isMap(node)) return undefined;
    const entries: TreeEntry[] = [];
    for (const pair of node.items) {
      const key = pair.key as Node;
      const keyAt = key.range?.[0] ?? at;
      const value = fromNode(pair.value as Node | null, keyAt, depth + 1);
      if (value === undefined) return undefined;
      entries.push({ key: isScalar(key) ? String(key.value) : key.toString(), at: keyAt, node: value });
    }
    return { kind: "map", at, value: entries };
  }
}

interface Line {
  readonly at: number;
  readonly indent: number;
  /** Absent for an item of a list. */
  readonly key?: string;
  /** What follows `key:` or `-`, with its offset; empty when nothing does. */
  readonly rest: string;
  readonly restAt: number;
}

/** Indentation, then `-` or a key, then the rest. */
const LINE = /^( *)(?:(-) +|(-?\w[\w-]*):(?: +|$))(\S.*)?$/;

/** The plain layout: block maps and lists, one-line flow lists and maps, plain and quoted text without escapes. Undefined for anything else. */
export function parsePlainTree(text: string): Tree | undefined {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const raw = text.slice(at, end < 0 ? text.length : end);
    const line = raw.replace(/ *\r?$/, "");
    if (line !== "" && !/^ *#/.test(line)) {
      const match = LINE.exec(line);
      if (match === null || /[^\S ]/.test(line)) return undefined;
      const [, indent = "", , key, rest = ""] = match;
      lines.push({
        at: at + indent.length,
        indent: indent.length,
        rest,
        restAt: at + line.length - rest.length,
        ...(key === undefined ? {} : { key }),
      });
    }
    at += raw.length + 1;
  }
  let position = 0;
  if (lines.length === 0) return { kind: "map", at: 0, value: [] };
  const root = block(lines[0]?.indent ?? 0);
  return position === lines.length ? root : undefined;

  function block(indent: number): Tree | undefined {
    const first = lines[position] as Line;
    const isList = first.key === undefined;
    const items: Tree[] = [];
    const entries: TreeEntry[] = [];
    for (let line = first; line !== undefined && line.indent === indent; line = lines[position] as Line) {
      if ((line.key === undefined) !== isList) return undefined;
      position++;
      const next = lines[position];
      const isDeeper = next !== undefined && next.indent > indent;
      if (isDeeper && (line.rest !== "" || isList)) return undefined;
      const node = isDeeper ? block(next.indent) : inline(line);
      if (node === undefined) return undefined;
      if (line.key === undefined) items.push(node);
      else entries.push({ key: line.key, at: line.at, node });
    }
    const after = lines[position];
    if (after !== undefined && after.indent > indent) return undefined;
    return isList ? { kind: "list", at: first.at, value: items } : { kind: "map", at: first.at, value: entries };
  }
}

function inline(line: Line): Tree | undefined {
  if (line.rest === "") return { kind: "text", at: line.at, value: "" };
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(line.rest);
  if (quoted !== null) return { kind: "text", at: line.restAt, value: quoted[1] ?? quoted[2] ?? "" };
  if (/^[[{]/.test(line.rest)) return flow(line.rest, line.restAt);
  return PLAIN.test(line.rest) && !/: | #|:$/.test(line.rest)
    ? { kind: "text", at: line.restAt, value: line.rest }
    : undefined;
}

/** Plain text may not start with an indicator of YAML; `-` is one unless a digit follows. */
const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-\d)/;
const FLOW_TOKEN =
  / *(?:([[\]{},])|"([^"\\]*)"|'([^']*)'|((?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-\d)(?:[^\s:,[\]{}#]|:(?![\s,[\]{}]|$)|(?<! )#| +(?![\s:,[\]{}#]))*))(?:(:)(?= ))?/y;

/** A one-line flow list or map. */
function flow(source: string, offset: number): Tree | undefined {
  FLOW_TOKEN.lastIndex = 0;
  const result = value(next());
  return FLOW_TOKEN.lastIndex === source.length ? result : undefined;

  function next() {
    const from = FLOW_TOKEN.lastIndex;
    const match = FLOW_TOKEN.exec(source);
    if (match === null || (match[1] !== undefined && match[5] !== undefined)) return undefined;
    const at = offset + from + (/^ */.exec(match[0])?.[0].length ?? 0);
    return {
      mark: match[1],
      text: match[2] ?? match[3] ?? match[4],
      isPlain: match[4] !== undefined,
      isKey: match[5] !== undefined,
      at,
    };
  }

  function value(token: ReturnType<typeof next>): Tree | undefined {
    if (token === undefined || token.isKey) return undefined;
    if (token.text !== undefined) return { kind: "text", at: token.at, value: token.text };
    if (token.mark === "[") return list(token.at);
    return token.mark === "{" ? map(token.at) : undefined;
  }

  function list(at: number): Tree | undefined {
    const items: Tree[] = [];
    for (let token = next(); ; token = next()) {
      if (token?.mark === "]") return { kind: "list", at, value: items };
      const item = value(token);
      if (item === undefined) return undefined;
      items.push(item);
      const after = next();
      if (after?.mark === "]") return { kind: "list", at, value: items };
      if (after?.mark !== ",") return undefined;
    }
  }

  function map(at: number): Tree | undefined {
    const entries: TreeEntry[] = [];
    for (let key = next(); ; key = next()) {
      if (key?.mark === "}") return { kind: "map", at, value: entries };
      if (key?.text === undefined || !key.isKey || !key.isPlain) return undefined;
      const node = value(next());
      if (node === undefined) return undefined;
      entries.push({ key: key.text, at: key.at, node });
      const after = next();
      if (after?.mark === "}") return { kind: "map", at, value: entries };
      if (after?.mark !== ",") return undefined;
    }
  }
}
