/**
 * Front matter is written by this file and read by the `yaml` package. One value a line and always the same
 * spelling make small diffs; nested values stand in flow style.
 */

/** Strings that YAML 1.2 reads back as themselves without quotes, also inside flow collections. */
const PLAIN = /^[\p{L}_/][\p{L}\p{M}\p{N}_./-]*(?: [\p{L}\p{M}\p{N}(][\p{L}\p{M}\p{N}_./()-]*)*$/u;
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n|\.inf|\.nan)$/i;

export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/** `key: value` lines of a map; maps below `depth` stand in flow style on one line. Undefined values are left out. */
export function formatMap(map: { readonly [key: string]: Yaml | undefined }, depth: number, indent = ""): string {
  let lines = "";
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue;
    const name = `${indent}${formatScalar(key)}:`;
    if (depth > 1 && typeof value === "object" && !isEmpty(value)) lines += `${name}\n${formatNested(value, depth - 1, `${indent}  `)}`;
    else lines += `${name} ${formatFlow(value)}\n`;
  }
  return lines;
}

function formatNested(value: Extract<Yaml, object>, depth: number, indent: string): string {
  if (Array.isArray(value)) return (value as readonly Yaml[]).map((item) => `${indent}- ${formatFlow(item)}\n`).join("");
  return formatMap(value as { readonly [key: string]: Yaml | undefined }, depth, indent);
}

function formatFlow(value: Yaml): string {
  if (Array.isArray(value)) return `[${(value as readonly Yaml[]).map(formatFlow).join(", ")}]`;
  if (typeof value !== "object") return formatScalar(value);
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${pairs.map(([key, item]) => `${formatScalar(key)}: ${formatFlow(item as Yaml)}`).join(", ")}}`;
}

function formatScalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) && !RESERVED.test(value) ? value : quote(value);
}

/** JSON's double-quoted form; characters that YAML does not take as they are become escapes. */
function quote(value: string): string {
  return JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/g, (c, offset: number, whole: string) =>
    isLowOfPair(c, offset, whole) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isLowOfPair(c: string, offset: number, whole: string): boolean {
  return /[\uDC00-\uDFFF]/.test(c) && /[\uD800-\uDBFF]/.test(whole[offset - 1] ?? "");
}

function isEmpty(value: Extract<Yaml, object>): boolean {
  return Object.keys(value).length === 0;
}
