import type { SourceLayout } from "./layout.ts";

const PLACE = "(?<place>\\p{L}[\\p{L}\\p{M}]*(?:[ ،,]+[\\p{L}\\p{M}]+){0,5}?)";
const DASH = "\\s*[-–—ـ]\\s*";
const AGENCY = "(?<agency>\\p{L}[\\p{L}\\p{M}. ]{1,40}?)";

/** The datelines every Arabic paper knows, most telling first. */
export const generic: readonly SourceLayout[] = [
  {
    // «بكين 5 مايو 2021 (رويترز) -», «القاهرة في 3 يناير 2020 (أ ش أ)»
    id: "place-date-agency",
    dateline: new RegExp(
      `^${PLACE}\\s*[,،]?\\s*(?:في\\s+)?(?<date>\\d{1,2}\\s+\\p{L}[^\\d(/\\n]{2,30}?\\s+\\d{4})\\s*[(/]\\s*${AGENCY}\\s*[)/]\\s*(?:[—–]|-{1,2})?`,
      "du",
    ),
    signs: "agency",
  },
  {
    // «دبي، الإمارات العربية المتحدة (CNN) --», «القدس (رويترز) -»
    id: "place-agency-in-brackets",
    dateline: new RegExp(`^${PLACE}\\s*\\(\\s*${AGENCY}\\s*\\)\\s*(?:[—–]|-{1,2}|:|$)`, "du"),
    signs: "agency",
    ownLine: true,
    needsKnown: true,
  },
  {
    // «القدس (رويترز) قال»: without a dash the brackets could say anything, unless an outlet stands in them
    id: "place-outlet-in-brackets",
    dateline: new RegExp(`^${PLACE}\\s*\\(\\s*${AGENCY}\\s*\\)`, "du"),
    signs: "agency",
    needsOutlet: true,
  },
  {
    // «(رويترز) -»
    id: "agency-in-brackets",
    dateline: new RegExp(`^\\(\\s*${AGENCY}\\s*\\)\\s*(?:[—–]|-{1,2}|:)`, "du"),
    signs: "agency",
    needsKnown: true,
  },
  {
    // «دمشق-سانا», «واشنطن - أ ف ب», «القاهرة – أحمد محمد» on a line by itself
    id: "place-dash-agency",
    dateline: new RegExp(`^${PLACE}${DASH}${AGENCY}\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
  },
  {
    // «القاهرة: أحمد محمد» on a line by itself
    id: "place-colon-reporter",
    dateline: new RegExp(`^${PLACE}\\s*:\\s*${AGENCY}\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
    afterHeadline: true,
  },
];
