/**
 * Fixed phrases that hold the letters of a place's name and name no place, or another: the sunset prayer is «المغرب»
 * too, «كوب» with the accusative ending reads «كوبا», a circle's diameter is «قطر». Found like a name, longest first,
 * they keep the shorter name in them from being found.
 */
export const NO_PLACES: readonly string[] = [
  "صلاة المغرب",
  "صلاتي المغرب",
  "أذان المغرب",
  "آذان المغرب",
  "وقت المغرب",
  "قبيل المغرب",
  "مغيب المغرب",
  "المغرب والعشاء",
  "المغرب العربي",
  "المغرب الإسلامي",
  "كوبا من الشاي",
  "كوبا من القهوة",
  "كوبا من الماء",
  "كوبا من الحليب",
  "كوبا من العصير",
  "كوبا من عصير",
  "كوبا واحدا",
  "قطر الدائرة",
  "نصف قطر",
  "أمريكا اللاتينية",
  "أميركا اللاتينية",
  "أمريكا الجنوبية",
  "أميركا الجنوبية",
  "أمريكا الوسطى",
  "أميركا الوسطى",
  "أمريكا الشمالية",
  "أميركا الشمالية",
];
