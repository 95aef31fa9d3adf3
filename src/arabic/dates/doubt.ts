import type { Found } from "./scan.ts";

const BEFORE = 70;
/** What a mark may follow in EDTF: years, months and days, not parts of a year (`2021-33`) and not decades. */
const PLAIN = /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?~?$/;
/** «نحو عام 1990», «قرابة», «في حدود». */
const APPROXIMATE =
  /(?<![\u0621-\u064a])(?:و|ب)?(?:نحو|حوالي|قرابه|زهاء|في حدود|بحدود|ما يقارب)\s{1,3}(?:ب?(?:يوم|شهر)\s{1,3})?$/;
const APPROXIMATE_AFTER = /^\s{1,3}تقريبا(?![\u0621-\u064a])/;
/** «ربما عام 1990», «يعتقد أنه ولد في عام 1990»: at most two words between the doubt and the date. */
const UNCERTAIN =
  /(?<![\u0621-\u064a])(?:و?(?:ربما|لعله|لعلها)|(?:علي )?الارجح|(?:من )?(?:المرجح|المحتمل)|يعتقد|يرجح|يظن|يحتمل|ويعتقد|ويرجح)(?:\s{1,3}(?:ب?ا?ن(?:ه|ها|هم|هما)?|الي|ان))?(?:\s{1,3}[\u0621-\u064a]{2,10}){0,2}?(?:\s{1,3}(?:في|منذ))?\s{1,3}$/;

/** Marks dates that the words in front of them call approximate (`~`), uncertain (`?`) or both (`%`). */
export function markDoubt(found: Found, text: string): Found {
  if (!PLAIN.test(found.edtf)) return found;
  const before = text.slice(Math.max(0, found.at[0] - BEFORE), found.at[0]);
  const isApproximate =
    found.edtf.endsWith("~") ||
    APPROXIMATE.test(before) ||
    APPROXIMATE_AFTER.test(text.slice(found.at[1], found.at[1] + 12));
  const isUncertain = UNCERTAIN.test(before);
  const mark = isApproximate && isUncertain ? "%" : isApproximate ? "~" : isUncertain ? "?" : "";
  return { ...found, edtf: `${found.edtf.replace("~", "")}${mark}` };
}
