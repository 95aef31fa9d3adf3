import { posix } from "node:path";
import { type ParseResult, parseSync, Visitor } from "oxc-parser";

/** One storey of the house. A file belongs to the layer whose path fits it most closely. */
export interface Layer {
  readonly name: string;
  /** Files, or folders with a final slash. */
  readonly paths: readonly string[];
  /** The members (each of `paths`) do not import each other. */
  readonly apart?: true;
  /** Names of the only layers that may be imported besides its own; absent: every lower one. */
  readonly only?: readonly string[];
}

/** Paths below the root, with `/`, and their text. */
export type Sources = ReadonlyMap<string, string>;

/**
 * What breaks the order of the layers (given from top to bottom), one line each: an import that goes up,
 * to a neighbour that is kept apart, or past what a layer is allowed; an import of a file that is not there;
 * a file in no layer; a cycle. Types count like values: whoever names a type depends on its maker.
 */
export function findViolations(sources: Sources, layers: readonly Layer[]): string[] {
  const graph = new Map([...sources].map(([path, text]) => [path, importsOf(path, text)] as const));
  const found: string[] = [];
  for (const [path, targets] of graph) {
    const from = placeOf(path, layers);
    if (from === undefined) {
      found.push(`${path} belongs to no layer`);
      continue;
    }
    for (const target of targets) {
      if (!sources.has(target)) {
        found.push(`${path} imports ${target}, which is not there`);
        continue;
      }
      const to = placeOf(target, layers);
      if (to === undefined) continue; // told above, of the target itself
      const why = objection(from, to, layers);
      if (why !== undefined) found.push(`${path} imports ${target}: ${why}`);
    }
  }
  return [...found, ...findCycles(graph).map((cycle) => `a cycle: ${cycle.join(" → ")}`)];
}

interface Place {
  readonly rank: number;
  readonly member: string;
}

function placeOf(path: string, layers: readonly Layer[]): Place | undefined {
  let best: Place | undefined;
  layers.forEach((layer, rank) => {
    for (const member of layer.paths) {
      const fits = member.endsWith("/") ? path.startsWith(member) : path === member;
      if (fits && (best === undefined || member.length > best.member.length)) best = { rank, member };
    }
  });
  return best;
}

function objection(from: Place, to: Place, layers: readonly Layer[]): string | undefined {
  const above = layers[from.rank] as Layer;
  const below = layers[to.rank] as Layer;
  if (from.rank === to.rank) {
    const sameMember = from.member === to.member || folderOf(from.member) === folderOf(to.member);
    return above.apart && !sameMember ? `${above.name} are kept apart` : undefined;
  }
  if (to.rank < from.rank) return `${above.name} may not import ${below.name}, which stands above`;
  if (above.only && !above.only.includes(below.name)) return `${above.name} may import only ${above.only.join(", ")}`;
  return undefined;
}

/** `src/segment.ts` and `src/segment/` are one member. */
function folderOf(member: string): string {
  return member.replace(/\/$|\.tsx?$/, "");
}

/** Paths of the files of the repository that a file imports or exports from, in any form, `import("…")` in a type too. */
export function importsOf(path: string, text: string): string[] {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest?.value)),
    ...namedInTypes(program),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => literalOf(text.slice(start, end))),
  ];
  const relative = specifiers.filter((name): name is string => name !== undefined && /^\.\.?\//.test(name));
  return [...new Set(relative.map((name) => posix.join(posix.dirname(path), name)))];
}

/** Files named in types: `let t: import("./t.ts").T`. */
function namedInTypes(program: ParseResult["program"]): string[] {
  const found: string[] = [];
  new Visitor({ TSImportType: ({ source }) => void found.push(source.value) }).visit(program);
  return found;
}

/** The text of a string literal; undefined for an expression, which names no file. */
function literalOf(source: string): string | undefined {
  return /^(["'`])([^$]*)\1$/.exec(source)?.[2];
}

/** Every way back found while walking the graph depth first; empty exactly when there is no cycle. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of graph.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}
