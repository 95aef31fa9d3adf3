import { AL, O, S, WEEKDAY, WEEKDAY_WORDS } from "./fragments.ts";

/** «يوم», «الأربعاء», «يوم الأربعاء الموافق» in front of a day. */
export const OPENING = `(?:(?:(?:${AL})?يوم|(?:امس|غدا?)(?=${S}(?:يوم${S})?\\(?${AL}))${S})?(?:\\(?(?<weekday>${WEEKDAY})\\)?${O}[,،(–—-]?${O}(?:${AL}(?:موافق|مصادف)(?:ه|ل)?${O}:?${O}(?:ل${O})?|في${S}|يوم${S})?)?`;
export const OPENING_STARTS: readonly string[] = ["يوم", "اليوم", "امس", "غدا", "غد", ...WEEKDAY_WORDS];
