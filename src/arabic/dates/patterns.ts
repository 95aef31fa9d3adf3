import { CALENDAR_DAYS } from "./calendar-day.ts";
import { COUNTED_WEEKDAYS, WEEKS } from "./counted-weekday.ts";
import { DAYS_OF_MONTHS } from "./day-of-month.ts";
import { DURATIONS, MOMENTS } from "./durations.ts";
import { HIJRI_DATES } from "./hijri-day.ts";
import { HOLIDAY_DATES } from "./holidays.ts";
import { LATIN_DATES } from "./latin.ts";
import { MONTH_LISTS } from "./month-list.ts";
import { MONTHS_FOUND } from "./months.ts";
import { DAYS_NEAR_TODAY } from "./near-today.ts";
import { NUMERIC_DATES } from "./numeric.ts";
import { PARTS_OF_YEARS } from "./parts-of-years.ts";
import type { Pattern } from "./pattern.ts";
import { RANGES } from "./ranges.ts";
import { WEEKDAYS_FOUND } from "./weekday.ts";
import { WEEKDAY_RANGES } from "./weekday-range.ts";
import { YEARS } from "./years.ts";

/** All patterns, one family after the other; of two that match as much, the first is asked first. */
export const PATTERNS: readonly Pattern[] = [
  ...RANGES,
  ...CALENDAR_DAYS,
  ...DAYS_OF_MONTHS,
  ...HIJRI_DATES,
  ...NUMERIC_DATES,
  ...DAYS_NEAR_TODAY,
  ...COUNTED_WEEKDAYS,
  ...WEEKS,
  ...WEEKDAY_RANGES,
  ...WEEKDAYS_FOUND,
  ...DURATIONS,
  ...MOMENTS,
  ...HOLIDAY_DATES,
  ...MONTH_LISTS,
  ...MONTHS_FOUND,
  ...YEARS,
  ...PARTS_OF_YEARS,
  ...LATIN_DATES,
];
