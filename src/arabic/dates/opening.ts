import { DAY_PARTS } from "../lexicon/time-words.ts";
import { AL, any, O, S, WEEKDAY, WEEKDAY_WORDS } from "./fragments.ts";

/** «يوم», «الأربعاء», «مساء الأربعاء», «أمس الأربعاء الموافق» in front of a day. */
export const OPENING = `(?:(?:امس|غدا?|${any(DAY_PARTS)})(?=${S}(?:يوم${S})?\\(?${AL})${S})?(?:(?:${AL})?يوم${S})?(?:\\(?(?<weekday>${WEEKDAY})\\)?${O}[,،(–—-]?${O}(?:${AL}(?:موافق|مصادف)(?:ه|ل)?${O}:?${O}(?:ل${O})?|في${S}|يوم${S})?)?`;
export const OPENING_STARTS: readonly string[] = ["يوم", "اليوم", "امس", "غدا", "غد", ...DAY_PARTS, ...WEEKDAY_WORDS];
