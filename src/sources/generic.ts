import type { SourceLayout } from "./layout.ts";

const PLACE = "(?<place>\\p{L}[\\p{L}\\p{M}]*(?:[ ،,]+[\\p{L}\\p{M}]+){0,5}?)";
const PLACES = "(?<place>\\p{L}[\\p{L}\\p{M}]*(?:[ ،,]+[\\p{L}\\p{M}]+){0,6}?)";
const DASH = "\\s*[-–—ـ]{1,2}\\s*";
/** «ريح», «ر.ي.ح», «ريح 24» */
const AGENCY = "(?<agency>\\p{L}[\\p{L}\\p{M}. ]{1,40}?(?:[\\p{L}\\p{M}] ?\\d{1,3})?)";
/** A paper names itself in quotation marks, some papers put an agency in brackets. */
const SIGNED = `[(«"“]?\\s*(?<agency>\\p{L}[\\p{L}\\p{M}.، ]{1,60}?)\\s*[)»"”]?`;
/** «5 مايو», «5 مايو / أيار», «5-3», «5/3/2021»: a day without its year says nothing on its own, and is no date of the dateline. */
const DAY =
  "\\d{1,2}\\s*(?:[-/]\\s*\\d{1,2}(?:\\s*[-/]\\s*\\d{2,4})?|\\p{L}[^\\d(/\\n]{2,24}?(?:\\s*/\\s*\\p{L}[^\\d(/\\n]{2,20}?)??)";

const MONTH = "\\p{L}[^\\d(/\\n]{2,20}?";

/**
 * What stands before the first sign of a dateline that opens with towns, or with whoever signs: words and commas. By what
 * they are not, for letters of every script are dear to ask for.
 */
const TOWNS = '^[^\\d()[\\]«»“”"|/:.!?؟؛…–—-]*';
const SIGNERS = '^[(«"“]?[^\\d()[\\]«»“”"|/:!?؟؛…–—-]*[)»"”]?\\s*';
/** A word of a town's name, by what it is not. */
const TOWN_WORD = '[^\\s\\d،,()[\\]«»“”"|/:.!?؟؛…–—-]+';
const holds = (start: string) => new RegExp(start);

/** The datelines every Arabic paper knows, most telling first. */
export const generic: readonly SourceLayout[] = [
  {
    // «بكين 5 مايو 2021 (رويترز) -», «القاهرة في 3 يناير 2020 (أ ش أ)»
    id: "place-date-agency",
    holds: holds(`${TOWNS}\\d[^]*[(/]`),
    dateline: new RegExp(
      `^${PLACE}\\s*[,،]?\\s*(?:في\\s+)?(?<date>\\d{1,2}\\s+\\p{L}[^\\d(/\\n]{2,30}?\\s+\\d{4})\\s*[(/]\\s*${AGENCY}\\s*[)/]\\s*(?:[—–]|-{1,2})?`,
      "du",
    ),
    signs: "agency",
  },
  {
    // «دبي، الإمارات العربية المتحدة (CNN) --», «القدس (رويترز) -»
    id: "place-agency-in-brackets",
    holds: holds(`${TOWNS}\\(`),
    dateline: new RegExp(`^${PLACE}\\s*\\(\\s*${AGENCY}\\s*\\)\\s*(?:[—–]|-{1,2}|:|$)`, "du"),
    signs: "agency",
    ownLine: true,
    needsKnown: true,
  },
  {
    // «القدس (رويترز) قال»: without a dash the brackets could say anything, unless an outlet stands in them
    id: "place-outlet-in-brackets",
    holds: holds(`${TOWNS}\\(`),
    dateline: new RegExp(`^${PLACE}\\s*\\(\\s*${AGENCY}\\s*\\)`, "du"),
    signs: "agency",
    needsOutlet: true,
  },
  {
    // «(رويترز) -»
    id: "agency-in-brackets",
    holds: /^\(/,
    dateline: new RegExp(`^\\(\\s*${AGENCY}\\s*\\)\\s*(?:[—–]|-{1,2}|:)`, "du"),
    signs: "agency",
    needsKnown: true,
  },
  {
    // «رام الله 5-3-2021 وفا- قال»
    id: "place-numbers-outlet",
    holds: holds(`${TOWNS}\\d{1,2}[-/]`),
    dateline: new RegExp(
      `^${PLACE}\\s+(?<date>\\d{1,2}[-/]\\d{1,2}[-/]\\d{4})\\s*[(/]?\\s*${AGENCY}\\s*[)/]?\\s*(?:[—–]|-{1,2}|:)`,
      "du",
    ),
    signs: "agency",
    needsOutlet: true,
  },
  {
    // «الرباط 5 مايو (ريح) -», «بالة - 5 - 3 (ريح) --», «أبوظبي في 5 مايو / ريح /»: the day without its year
    id: "place-day-outlet",
    holds: holds(`${TOWNS}(?:[-–]\\s*(?:في\\s+)?)?\\d[^]*[(/]`),
    dateline: new RegExp(
      `^${PLACE}\\s*[-–،,]?\\s*(?:في\\s+)?${DAY}\\s*[-–.]?\\s*[(/]\\s*${AGENCY}\\s*[)/]\\s*(?:[—–]|-{1,2}|:|\\.(?=\\s))?`,
      "du",
    ),
    signs: "agency",
    needsOutlet: true,
  },
  {
    // «[05/مارس/2018] صنعاء - سبأ:»
    id: "date-place-outlet",
    holds: /^\[/,
    dateline: new RegExp(
      `^\\[\\s*(?<date>\\d{1,2}\\s*[/-]\\s*(?:\\p{L}{3,12}|\\d{1,2})\\s*[/-]\\s*\\d{4})\\s*\\]\\s*${PLACE}\\s*[-–—ـ]\\s*${AGENCY}\\s*(?::|[—–]|-{1,2}|$)`,
      "dum",
    ),
    signs: "agency",
    ownLine: true,
    needsOutlet: true,
  },
  {
    // «بالة - ريح. أعلن»: what Russian agencies set
    id: "place-outlet-stop",
    holds: holds(`${TOWNS}[-–—ـ/][^،,:()«»"]*\\.\\s`),
    dateline: new RegExp(`^${PLACE}\\s*(?:[-–—ـ]{1,2}|/)\\s*${AGENCY}\\s*/?\\s*\\.(?=\\s+\\p{L})`, "du"),
    signs: "agency",
    needsOutlet: true,
    needsPlace: true,
  },
  // «بالة / 5 مايو/ أيار / ريح –» before «بالة/ 5 مايو/ ريح/»: a month's second name is no agency.
  ...[
    ["place-slash-months-outlet", `\\d{1,2}\\s${MONTH}\\s*/\\s*${MONTH}`],
    ["place-slash-day-outlet", `\\d{1,2}\\s${MONTH}`],
  ].map(
    ([id = "", day]): SourceLayout => ({
      id,
      holds: holds(`${TOWNS}/\\s*(?:في\\s+)?\\d`),
      dateline: new RegExp(`^${PLACE}\\s*/\\s*(?:في\\s+)?${day}\\s*/\\s*${AGENCY}\\s*(?:/|[—–]|-{1,2}|:)`, "du"),
      signs: "agency",
      needsOutlet: true,
    }),
  ),
  {
    // «بغداد/ نينا/ قال»
    id: "place-slash-outlet",
    holds: holds(`${TOWNS}/`),
    dateline: new RegExp(`^${PLACE}\\s*/\\s*${AGENCY}\\s*(?:/|[—–]|-{1,2}|:|$)`, "dum"),
    signs: "agency",
    ownLine: true,
    needsOutlet: true,
  },
  {
    // «ريح- بالة: قال», «سليم أحمد- ريح- بالة: قال», «ريح 24- بالة: قال»
    id: "outlet-dash-place",
    holds: holds('^[^()[\\]«»“”"|/:!?؟؛…]*[-–—ـ][^()[\\]«»“”"|/:!?؟؛…]*:'),
    dateline: new RegExp(`^(?:\\p{L}[\\p{L}\\p{M}. ]{1,40}?${DASH})?${AGENCY}${DASH}${PLACE}\\s*:`, "du"),
    signs: "agency",
    needsOutlet: true,
    needsPlace: true,
  },
  {
    // «دمشق-سانا», «واشنطن - أ ف ب», «مدريد - (د ب أ)», «بالة - الوكالات:», «القاهرة – أحمد محمد» on a line by itself
    id: "place-dash-agency",
    holds: holds(`${TOWNS}[-–—ـ]`),
    dateline: new RegExp(`^${PLACES}${DASH}${SIGNED}\\s*:?\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
  },
  {
    // «القاهرة: أحمد محمد», «الرياض : واس», «لندن: «الجريدة»» on a line by itself
    id: "place-colon-reporter",
    holds: holds(`${TOWNS}:`),
    dateline: new RegExp(`^${PLACES}\\s*:\\s*${SIGNED}\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
    afterHeadline: true,
  },
  {
    // «واس - الرياض», «أحمد محمد ـ القاهرة» on a line by itself
    id: "reporter-dash-place",
    holds: holds(`${SIGNERS}[-–—ـ]`),
    dateline: new RegExp(`^${SIGNED}${DASH}${PLACES}\\s*:?\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
    unsurePlace: true,
    afterHeadline: true,
  },
  {
    // «واس (القاهرة)», «أحمد محمد (بغداد ، عمّان)» on a line by itself
    id: "reporter-place-in-brackets",
    holds: holds(`${SIGNERS}\\(`),
    dateline: new RegExp(`^${SIGNED}\\s*\\(\\s*${PLACES}\\s*\\)\\s*:?\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsKnown: true,
    afterHeadline: true,
  },
  {
    // ««الجريدة» من الرياض» on a line by itself; «عودة الهدوء من الرياض» is a heading
    id: "outlet-from-place",
    holds: new RegExp(`\\sمن\\s+${TOWN_WORD}(?:[ ،,]+${TOWN_WORD}){0,6}\\s*:?\\s*$`, "m"),
    dateline: new RegExp(`^${SIGNED}\\s+من\\s+${PLACES}\\s*:?\\s*$`, "dum"),
    signs: "either",
    ownLine: true,
    needsPlace: true,
    needsOutlet: true,
    afterHeadline: true,
  },
];
