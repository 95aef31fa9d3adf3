/** Words by which a page's own lines (date stamps, bylines) are known; compared in the letters of `fold`. */

/** Before or beside a date: the article was published then. */
export const PUBLISHED_WORDS = ["نشر", "نشرت", "نشر في", "تاريخ النشر", "published", "posted"] as const;

/** Before a date: the article was changed then. */
export const MODIFIED_WORDS = ["تحديث", "محدث", "اخر تحديث", "حدث في", "تعديل", "updated", "modified"] as const;

/** Before a name at the start of a line: that person wrote or prepared the article. */
export const BYLINE_WORDS = [
  "كتب",
  "كتبت",
  "كتبه",
  "كتبها",
  "بقلم",
  "اعداد",
  "تحرير",
  "تقرير",
  "حوار",
  "ترجمه",
] as const;
