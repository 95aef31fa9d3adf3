import { CALENDAR_DAYS } from "./calendar-day.ts";
import { DURATIONS } from "./durations.ts";
import { HIJRI_DATES } from "./hijri-day.ts";
import { HOLIDAY_DATES } from "./holidays.ts";
import { LATIN_DATES } from "./latin.ts";
import { DAYS_NEAR_TODAY } from "./near-today.ts";
import { NUMERIC_DATES } from "./numeric.ts";
import type { Pattern } from "./pattern.ts";
import { PERIODS } from "./periods.ts";
import { RANGES } from "./ranges.ts";
import { WEEKDAYS_FOUND } from "./weekday.ts";

/** All patterns, one family after the other; of two that match as much, the first is asked first. */
export const PATTERNS: readonly Pattern[] = [
  ...RANGES,
  ...CALENDAR_DAYS,
  ...HIJRI_DATES,
  ...NUMERIC_DATES,
  ...DAYS_NEAR_TODAY,
  ...WEEKDAYS_FOUND,
  ...DURATIONS,
  ...HOLIDAY_DATES,
  ...PERIODS,
  ...LATIN_DATES,
];
