/**
 * Names of the Gregorian months in the Arab press, January first, in the letters of `fold`.
 * Each month: Egypt and the Gulf; the Levant and Iraq; Tunisia and Algeria; Morocco and Mauritania; spellings.
 */
export const MONTHS: readonly (readonly string[])[] = [
  ["يناير", "كانون الثاني", "كانون ثاني", "كانون ثان", "جانفي", "ينايير", "جانفييه"],
  ["فبراير", "شباط", "فيفري", "فبرايير", "فيبراير"],
  ["مارس", "اذار"],
  ["ابريل", "نيسان", "افريل", "ابرايل", "نيسن"],
  ["مايو", "ايار", "ماي", "مايس", "ماييو"],
  ["يونيو", "يونيه", "حزيران", "جوان"],
  ["يوليو", "يوليه", "تموز", "جويليه", "يوليوز", "جوييه"],
  ["اغسطس", "اب", "اوت", "غشت", "اغشت", "اوغسطس", "اغسطوس", "اوغست"],
  ["سبتمبر", "ايلول", "شتنبر", "شتمبر", "سيبتمبر", "سبتامبر"],
  ["اكتوبر", "تشرين الاول", "تشرين اول", "اوكتوبر"],
  ["نوفمبر", "تشرين الثاني", "تشرين ثاني", "تشرين ثان", "نونبر", "نوفنبر", "نوفامبر"],
  ["ديسمبر", "كانون الاول", "كانون اول", "دجنبر", "دجمبر", "ديسيمبر", "دسمبر"],
];

/** Libya, 1986 to 2011. Ordinary words otherwise, so they count only beside a day and a year or another name of the month. */
export const LIBYAN_MONTHS: readonly (readonly string[])[] = [
  ["اي النار"],
  ["النوار"],
  ["الربيع"],
  ["الطير"],
  ["الماء"],
  ["الصيف"],
  ["ناصر"],
  ["هانيبال"],
  ["الفاتح"],
  ["التمور"],
  ["الحرث"],
  ["الكانون"],
];

/** English and French, as pages of Arabic newspapers print them in their stamps. */
export const LATIN_MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "janvier"],
  ["february", "feb", "février", "fevrier"],
  ["march", "mar", "mars"],
  ["april", "apr", "avril"],
  ["may", "mai"],
  ["june", "jun", "juin"],
  ["july", "jul", "juillet"],
  ["august", "aug", "août", "aout"],
  ["september", "sep", "sept", "septembre"],
  ["october", "oct", "octobre"],
  ["november", "nov", "novembre"],
  ["december", "dec", "décembre", "decembre"],
];

/** Months of the Hijri year, Muharram first, with the spellings of the press. */
export const HIJRI_MONTHS: readonly (readonly string[])[] = [
  ["محرم", "المحرم"],
  ["صفر"],
  ["ربيع الاول", "ربيع اول"],
  ["ربيع الاخر", "ربيع الثاني", "ربيع ثاني", "ربيع ثان", "ربيع اخر"],
  ["جمادي الاولي", "جمادي الاول", "جماد الاول", "جماد اول", "جمادي اول", "جماد الاولي"],
  [
    "جمادي الاخره",
    "جمادي الاخر",
    "جمادي الثانيه",
    "جمادي الثاني",
    "جماد الاخر",
    "جماد الاخره",
    "جماد الثاني",
    "جماد ثاني",
    "جماد اخر",
  ],
  ["رجب"],
  ["شعبان"],
  ["رمضان"],
  ["شوال"],
  ["ذو القعده", "ذي القعده", "ذا القعده", "ذوالقعده", "ذي قعده", "ذو قعده"],
  ["ذو الحجه", "ذي الحجه", "ذا الحجه", "ذوالحجه", "ذي حجه", "ذو حجه"],
];

/** Sunday first, without the article. */
export const WEEKDAYS: readonly (readonly string[])[] = [
  ["احد"],
  ["اثنين", "اتنين"],
  ["ثلاثاء", "ثلثاء", "ثلاثا", "تلات"],
  ["اربعاء", "اربعا"],
  ["خميس"],
  ["جمعه"],
  ["سبت"],
];
