import { parse } from "yaml";
import { parseEntries } from "./entry.ts";

/** Reads front matter: what `formatEntry` writes line by line, anything else with the `yaml` package. Throws its errors. */
export function parseFrontMatter(text: string): unknown {
  return parseEntries(text) ?? parse(text);
}
