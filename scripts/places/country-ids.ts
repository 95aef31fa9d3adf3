import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export type Names = Readonly<Record<string, string>>;

/** Names of countries by their two-letter codes, from Unicode CLDR. */
export const cldr = (language: string): Names =>
  require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;

/** English names that CLDR words otherwise than the ids do; ids stay for ever. */
const ENGLISH: Names = {
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CI: "Ivory Coast",
  HK: "Hong Kong",
  MO: "Macao",
  PS: "Palestine",
  TR: "Turkey",
  VA: "Vatican",
};
const english = cldr("en");

/** Name of a country by its two-letter code. */
export function englishName(code: string): string {
  return bare(ENGLISH[code] ?? english[code] ?? code);
}

/** Without what stands in brackets. */
export function bare(name: string): string {
  return name.replace(/\s*\(.*?\)/g, "").trim();
}

/** Id of the record of a country by its English name: `Côte d’Ivoire` → `cote-divoire`. */
export function idOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036F’.]/g, "")
    .replace(/\bSt\b/g, "Saint")
    .replace(/&/g, " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
