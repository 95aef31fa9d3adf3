import { join } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Effects } from "./effects.ts";
import { nearest, type Problem, problem } from "./messages.ts";
import type { ArchiveConfig } from "./model/archive.ts";

export const CONFIG_FILE = "sijill.yaml";

export const DEFAULT_CONFIG: ArchiveConfig = {
  title: "سِجِلّ",
  description: "أرشيف مقالات إخبارية، كلّ معلومة فيه موصولة بالكلمات التي أُخذت منها.",
  region: "SY",
  sharedAuthority: true,
};

interface Key {
  readonly schema: z.ZodType<ArchiveConfig[keyof ArchiveConfig]>;
  /** What to write, in words and as an example. */
  readonly expected: readonly string[];
}

const text = z.string().trim().min(1);

/** Reading is done by everybody's browser: only on the editor's own machine may the address be unencrypted, and it holds no password. */
const endpoint = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((address) => {
    const { protocol, hostname, username, password, search, hash } = new URL(address);
    const isOwn = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    return (protocol === "https:" || isOwn) && username + password + search + hash === "";
  })
  .transform((address) => address.replace(/\/+$/, ""));

/** One row a key. A value is parsed on its own, so that a mistake costs that key only. */
const KEYS: Readonly<Record<keyof ArchiveConfig, Key>> = {
  title: { schema: text, expected: ["text"] },
  description: { schema: text, expected: ["text"] },
  baseUrl: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#]/.test(url))
      .transform((url) => (url.endsWith("/") ? url : `${url}/`)),
    expected: ["an absolute web address, e.g. https://example.org/archive/"],
  },
  region: { schema: z.string().regex(/^[A-Z]{2}$/), expected: ["a country's two capital letters, e.g. SY, EG or MA"] },
  sharedAuthority: { schema: z.boolean(), expected: ["true", "false"] },
  search: {
    schema: z.strictObject({ endpoint }),
    expected: ["endpoint: and the https address of an index without password, e.g. https://search.example.org/archive"],
  },
};

/**
 * The archive's configuration, `<content>/sijill.yaml`, with defaults for what it does not say. Every mistake is
 * reported with its line and costs that key only; a file that is not YAML costs all of them.
 */
export async function loadConfig(
  effects: Pick<Effects, "readFile" | "report">,
  content: string,
): Promise<ArchiveConfig> {
  const bytes = await effects.readFile(join(content, CONFIG_FILE));
  if (bytes === undefined) return DEFAULT_CONFIG;
  const { config, problems } = parseConfig(bytes.toString("utf8"));
  for (const found of problems) effects.report(problem(found));
  return config;
}

const DEFAULTS_UNTIL = "Mend the file: until then the site has the title of the defaults and no address";

/** Text of sijill.yaml → configuration and what is wrong with it. */
export function parseConfig(source: string): { readonly config: ArchiveConfig; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const complain = (offset: number, rule: string, rest: Pick<Problem, "reason" | "actual" | "expected" | "note">) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file: CONFIG_FILE, severity: "fatal", rule: `config:${rule}`, line, column: col, ...rest });
  };

  for (const error of document.errors) {
    complain(error.pos[0], "yaml", { reason: `Not valid YAML: ${error.message}`, note: DEFAULTS_UNTIL });
  }
  if (problems.length > 0 || document.contents === null) return { config: DEFAULT_CONFIG, problems };
  if (!isMap(document.contents)) {
    const reason = "The file should hold `key: value` lines";
    complain(document.contents.range[0], "shape", {
      reason,
      expected: Object.keys(KEYS),
      note: DEFAULTS_UNTIL,
    });
    return { config: DEFAULT_CONFIG, problems };
  }

  const found: Record<string, ArchiveConfig[keyof ArchiveConfig]> = {};
  for (const pair of document.contents.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const keyAt = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    const key = Object.hasOwn(KEYS, name) ? KEYS[name as keyof ArchiveConfig] : undefined;
    if (key === undefined) {
      const near = nearest(name, Object.keys(KEYS));
      const note =
        near === undefined
          ? "Delete the line; it does nothing"
          : `Did you mean ${near}? The line does nothing until then`;
      complain(keyAt, "unknown-key", {
        reason: `There is no key ${name}`,
        actual: name,
        expected: Object.keys(KEYS),
        note,
      });
      continue;
    }
    const value: unknown = isNode(pair.value) ? pair.value.toJS(document) : pair.value;
    const parsed = key.schema.safeParse(value);
    if (parsed.success) found[name] = parsed.data;
    else {
      const at = isNode(pair.value) && value !== null ? (pair.value.range?.[0] ?? keyAt) : keyAt;
      const actual = typeof value === "string" ? value : JSON.stringify(value ?? null);
      const shown = value === null || value === "" ? "is empty" : `cannot be ${actual}`;
      const note = name in DEFAULT_CONFIG ? "The default is used until then" : "The key is left out until then";
      complain(at, name, { reason: `${name} ${shown}`, actual, expected: key.expected, note });
    }
  }
  return { config: { ...DEFAULT_CONFIG, ...found }, problems };
}
