import { createRequire } from "node:module";
import { join } from "node:path";
import { diskEffects, packageRoot } from "../src/effects.ts";
import { parseAuthorityFile } from "../src/resolve/authority-records.ts";
import { bare, cldr, englishName, idOf, type Names } from "./places/country-ids.ts";

/**
 * Adds to content/authority/places/countries.yaml a record for every country and territory of ISO 3166 that
 * it lacks, named in Arabic by Unicode CLDR and, where they differ, by the names i18n-iso-countries carries.
 * What is there stays as it is: the file is edited by hand. Run: `node scripts/compile.js && node dist/scripts/countries.js`.
 */
const require = createRequire(import.meta.url);
/** A continent is no country. */
const SKIPPED: ReadonlySet<string> = new Set(["AQ"]);
/** Codes of places that are not states of their own. */
const TERRITORIES: ReadonlySet<string> = new Set(
  (
    "AI AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU " +
    "PF PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF YT"
  ).split(" "),
);

const arabic = cldr("ar");
const iso: Names = require("i18n-iso-countries/langs/ar.json").countries;

const path = join(packageRoot(), "content/authority/places/countries.yaml");
const effects = diskEffects({ report: () => {}, progress: () => {}, log: (line) => process.stdout.write(`${line}\n`) });
const before = (await effects.readFile(path))?.toString("utf8") ?? "# Countries and territories: docs/authority.md.\n";
const known = new Set(
  parseAuthorityFile({ file: path, kind: "place", text: before }).entities.map(({ value }) => value.id),
);
const added = Object.keys(iso)
  .filter((code) => !SKIPPED.has(code) && !known.has(idOf(englishName(code))))
  .sort();
await effects.writeFile(path, before + added.map((code) => `\n${recordOf(code)}`).join(""));
effects.log(`${added.length} added, ${known.size} left as they were`);

function recordOf(code: string): string {
  const prefLabel = bare(arabic[`${code}-alt-short`] ?? arabic[code] ?? iso[code] ?? "");
  const others = [arabic[`${code}-alt-variant`], iso[code]].map((name) => bare(name ?? ""));
  const altLabel = [...new Set(others)].filter((name) => name !== "" && name !== prefLabel);
  return [
    `${idOf(englishName(code))}:`,
    `  prefLabel: ${prefLabel}`,
    ...(altLabel.length > 0 ? [`  altLabel: [${altLabel.join(", ")}]`] : []),
    `  latin: ${englishName(code)}`,
    `  kind: ${TERRITORIES.has(code) ? "territory" : "country"}`,
    "",
  ].join("\n");
}
