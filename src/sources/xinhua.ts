import type { SourceLayout } from "./layout.ts";

/**
 * «القاهرة 4 مايو 2019 (شينخوا) » and the older «بكين 5 مايو 2009 / شينخوا /»; above the headline what kind of report it is:
 * «تقرير إخباري»
 */
export const xinhua: SourceLayout = {
  id: "xinhua",
  holds: /شينخوا/,
  dateline:
    /^(?<place>\p{L}[^\d(/\n]{1,40}?)\s+(?<date>\d{1,2}\s+\p{L}[^\d(/\n]{2,20}?\s+\d{4})\s*[(/]\s*(?<agency>شينخوا)\s*[)/]\s*(?:[—–]|-{1,2})?/du,
  signs: "agency",
  kicker:
    /^(?:تقرير (?:إخباري|اخباري|سنوي|خاص)|تحقيق (?:إخباري|اخباري)|تحليل (?:إخباري|اخباري)|مقالة خاصة|مقابلة(?: خاصة)?|تعليق|خبر عاجل|متابعة)\s*:?$/u,
};
