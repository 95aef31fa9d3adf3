/**
 * Names of the Gregorian months in the Arab press, January first, in the letters of `foldInPlace`.
 * Each month: Egypt and the Gulf; the Levant and Iraq; Tunisia and Algeria; Morocco; spellings.
 */
export const MONTHS: readonly (readonly string[])[] = [
  ["يناير", "كانون الثاني", "جانفي"],
  ["فبراير", "شباط", "فيفري"],
  ["مارس", "اذار"],
  ["ابريل", "نيسان", "افريل"],
  ["مايو", "ايار", "ماي"],
  ["يونيو", "يونيه", "حزيران", "جوان"],
  ["يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
  ["اغسطس", "اب", "اوت", "غشت"],
  ["سبتمبر", "ايلول", "شتنبر"],
  ["اكتوبر", "تشرين الاول"],
  ["نوفمبر", "تشرين الثاني", "نونبر"],
  ["ديسمبر", "كانون الاول", "دجنبر"],
];

/** Sunday first, without the article and «يوم». */
export const WEEKDAYS: readonly (readonly string[])[] = [
  ["الاحد"],
  ["الاثنين", "الاتنين"],
  ["الثلاثاء", "الثلثاء", "الثلاثا"],
  ["الاربعاء", "الاربعا"],
  ["الخميس"],
  ["الجمعه"],
  ["السبت"],
];
