import { holdsUnit, unitTable } from "../arabic/characters.ts";

/**
 * Front matter is YAML whose values are JSON (YAML 1.2 takes JSON as it is): one value a line, always the same
 * spelling, so that diffs are small and reading 10,000 files does not take a minute.
 */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

const PLAIN_KEY = /^[A-Za-z][\w.-]*$/;
/** Words that YAML takes for something else than text, as keys too. */
const NO_TEXT = /^(?:null|true|false)$/i;
/** Characters JSON leaves alone and YAML does not. */
const UNSAFE = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
const UNSAFE_UNITS = unitTable(UNSAFE);

/** One `key: value` line; with `open`, the entries of a map or list stand one a line below the key. */
export function formatEntry(key: string, value: Json, open = false): string {
  const opened = open && typeof value === "object" ? formatOpen(key, value) : "";
  const text = opened || `${formatKey(key)}: ${JSON.stringify(value)}\n`;
  return holdsUnit(text, UNSAFE_UNITS) ? text.replace(new RegExp(UNSAFE, "g"), asEscape) : text;
}

/** Empty for a value that has no entries. */
function formatOpen(key: string, value: Json & object): string {
  let text = "";
  if (Array.isArray(value)) for (const item of value as readonly Json[]) text += `  - ${JSON.stringify(item)}\n`;
  else
    for (const [name, item] of Object.entries(value))
      if (item !== undefined) text += `  ${formatKey(name)}: ${JSON.stringify(item)}\n`;
  return text && `${formatKey(key)}:\n${text}`;
}

function formatKey(key: string): string {
  return PLAIN_KEY.test(key) && !NO_TEXT.test(key) ? key : JSON.stringify(key);
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const LINE = /^( {2})?(?:(- )|([A-Za-z][\w.-]*|"(?:[^"\\]|\\.)*"):(?: |$))(.*)$/;

/** Reads what `formatEntry` writes, line by line; undefined for anything else. */
export function parseEntries(text: string): unknown {
  const map: Record<string, unknown> = {};
  let open: string | undefined;
  // A key with nothing below it has the value null; the yaml package says so.
  const isLeftOpen = () => open !== undefined && !Object.hasOwn(map, open);
  try {
    for (const row of text.split("\n")) {
      if (row === "" || row.startsWith("#")) continue;
      const [, indent, dash, name, rest] = LINE.exec(row) ?? [];
      if (rest === undefined || NO_TEXT.test(name ?? "")) return undefined;
      const key = name?.startsWith('"') ? (JSON.parse(name) as string) : name;
      if (indent === undefined) {
        if (key === undefined || Object.hasOwn(map, key) || isLeftOpen()) return undefined;
        if (rest === "") open = key;
        else {
          open = undefined;
          define(map, key, JSON.parse(rest));
        }
        continue;
      }
      if (open === undefined || rest === "") return undefined;
      if (dash !== undefined) {
        if (!Object.hasOwn(map, open)) define(map, open, []);
        if (!Array.isArray(map[open])) return undefined;
        (map[open] as unknown[]).push(JSON.parse(rest));
      } else if (key !== undefined) {
        if (!Object.hasOwn(map, open)) define(map, open, {});
        const inner = map[open];
        if (Array.isArray(inner) || Object.hasOwn(inner as object, key)) return undefined;
        define(inner as Record<string, unknown>, key, JSON.parse(rest));
      }
    }
  } catch {
    return undefined;
  }
  return isLeftOpen() ? undefined : map;
}

/** Sets an own property whatever its name, `__proto__` too. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
