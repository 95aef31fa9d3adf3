import { Parser } from "htmlparser2";
import type { Notice } from "./types.ts";

/** An element of an entry, its children one level deep with theirs. */
export interface XmlElement {
  /** With its prefix, lower case: `dc:creator`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, CDATA included. */
  readonly text: string;
  /** What stands between its tags, as written. */
  readonly inner: string;
  readonly children: readonly XmlElement[];
}

export interface XmlEntry extends XmlElement {
  /** The whole element as written. */
  readonly source: string;
  /** 1-based line of its start tag. */
  readonly line: number;
}

export interface XmlHandlers {
  /** An element outside the entries, when it closes; `parents` are the names above it, outermost first. */
  readonly onOther: (element: Pick<XmlElement, "name" | "attributes" | "text">, parents: readonly string[]) => void;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly innerStart: number;
  readonly text: string[];
  readonly children: XmlElement[];
}

/**
 * `too-deep`: nested deeper than any feed, an attack or a document whose end tags are missing. `cut-off`: it ends
 * before its elements do.
 */
export class BrokenXml extends Error {
  readonly rule: "too-deep" | "cut-off";
  /** Where what does not end begins, counted from 1. */
  readonly line: number;

  constructor(rule: BrokenXml["rule"], message: string, line = 1) {
    super(message);
    this.rule = rule;
    this.line = line;
  }
}

const DEEPEST = 300;

/** Pieces in which a document is parsed, so that entries leave while the rest waits. */
const PIECE = 65_536;
/** Levels below an entry that become elements; deeper ones are text of these. */
const KEPT_LEVELS = 3;

/**
 * Entries (`names`) of an XML document in order. Forgives what feeds get wrong: stray ampersands, tags left open.
 * Only the five entities of XML and character references are resolved: a document type's own entities are not
 * read at all, so nothing expands. Throws `BrokenXml`, after the whole entries before.
 */
export function* readEntries(xml: string, names: ReadonlySet<string>, { onOther }: XmlHandlers): Generator<XmlEntry> {
  const done: XmlEntry[] = [];
  const outside: Open[] = [];
  let inside: Open[] = [];
  let depth = 0;
  let open = 0;
  let counted = { at: 0, line: 1 };
  const lineAt = (at: number) => {
    let line = counted.line;
    for (let i = xml.indexOf("\n", counted.at); i >= 0 && i < at; i = xml.indexOf("\n", i + 1)) line++;
    counted = { at, line };
    return line;
  };
  const close = (open: Open, innerEnd: number): XmlElement => ({
    name: open.name,
    attributes: open.attributes,
    text: open.text.join(""),
    inner: xml.slice(open.innerStart, innerEnd),
    children: open.children,
  });
  const finish = (innerEnd: number, end: number) => {
    while (inside.length > 1) closeChild(innerEnd);
    const [entry] = inside;
    if (entry !== undefined)
      done.push({ ...close(entry, innerEnd), source: xml.slice(entry.start, end), line: lineAt(entry.start) });
    inside = [];
    depth = 0;
  };
  const closeChild = (innerEnd: number) => {
    const open = inside.pop() as Open;
    inside.at(-1)?.children.push(close(open, innerEnd));
  };
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = written.toLowerCase();
        if (++open > DEEPEST)
          throw new BrokenXml(
            "too-deep",
            `elements are nested more than ${DEEPEST} deep at line ${lineAt(parser.startIndex)}`,
            lineAt(parser.startIndex),
          );
        // An entry that opens inside another: the end tag of the first is missing.
        if (names.has(name) && inside.length > 0) finish(parser.startIndex, parser.startIndex);
        const element: Open = {
          name,
          attributes,
          start: parser.startIndex,
          innerStart: parser.endIndex + 1,
          text: [],
          children: [],
        };
        if (inside.length > 0 || names.has(name)) {
          depth++;
          if (depth <= KEPT_LEVELS) inside.push(element);
        } else outside.push(element);
      },
      ontext: (text) => {
        if (inside.length > 0) for (const open of inside) open.text.push(text);
        else outside.at(-1)?.text.push(text);
      },
      onclosetag: (written) => {
        const name = written.toLowerCase();
        open--;
        if (inside.length > 0) {
          if (depth > KEPT_LEVELS) depth--;
          else if (inside.length === 1) finish(parser.startIndex, parser.endIndex + 1);
          else {
            closeChild(parser.startIndex);
            depth--;
          }
          return;
        }
        const element = outside.pop();
        if (element !== undefined && element.name === name)
          onOther(
            { name, attributes: element.attributes, text: element.text.join("") },
            outside.map((parent) => parent.name),
          );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length; at += PIECE) {
    let failure: unknown;
    try {
      parser.write(xml.slice(at, at + PIECE));
    } catch (error) {
      failure = error;
    }
    yield* done.splice(0);
    if (failure !== undefined) throw failure;
  }
  const [cut] = inside;
  const root = outside[0]?.name ?? cut?.name;
  if (root !== undefined) {
    const line = cut === undefined ? 1 : lineAt(cut.start);
    const where = cut === undefined ? "" : `, in the entry that begins at line ${line}`;
    throw new BrokenXml("cut-off", `<${root}> has no end${where}`, line);
  }
  parser.end();
  yield* done.splice(0);
}

/** The first child with one of these names, the earlier name first. */
export function child(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = element.children.find((candidate) => candidate.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a person is told of `BrokenXml`. */
export function brokenXml({ rule, message, line }: BrokenXml, entries: number): Notice {
  const before = entries === 1 ? "The entry before was" : `The ${entries} entries before were`;
  return {
    severity: "fatal",
    rule: `read:${rule}`,
    reason: rule === "too-deep" ? `Not a feed: ${message}` : `The file is cut off: ${message}`,
    line,
    note: entries === 0 ? "Fetch the file again." : `${before} read. Fetch the file again.`,
  };
}
