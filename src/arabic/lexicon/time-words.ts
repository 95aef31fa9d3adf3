import { wordSet } from "./word-set.ts";

/**
 * Words that date expressions are made of, folded, without the article unless it belongs to the word.
 * Adjectives stand in the masculine; the feminine adds ه.
 */

/** «الماضي»: the one before now. */
export const PAST_ADJECTIVES = ["ماضي", "منصرم", "فايت", "منقضي", "فارط"] as const;
/** «المقبل»: the one after now. */
export const FUTURE_ADJECTIVES = ["مقبل", "قادم", "اتي", "جاي"] as const;
/** «الجاري»: the one we are in. */
export const PRESENT_ADJECTIVES = ["جاري", "حالي"] as const;

/** «التالي»: counted from a date the text named before, not from the reference. */
export const ANAPHORIC_ADJECTIVES = ["سابق", "تالي", "موالي", "لاحق"] as const;

/** «مطلع ديسمبر»: a part of a longer time, which makes the time approximate. */
export const PHASES = [..."مطلع مطالع بدايه بدايات اوايل مستهل منتصف اواسط وسط اواخر نهايه نهايات ختام اخر".split(" ")];

/** Parts of the day that a day's name follows: «مساء الأربعاء». */
export const DAY_PARTS = "صباح صبيحه مساء ليله ليل فجر ظهر عصر عشيه غداه نهار ضحي ظهيره مغرب سحر امسيه".split(" ");

/**
 * Words that put what the sentence tells ahead of the reference, besides verbs with سـ: «المقرر»، «يعتزم»، «موعد»
 * and the imperatives of a diary.
 */
export const FUTURE_CUES: ReadonlySet<string> = wordSet(
  "سوف المقرر المزمع المرتقب مقرر مقررا مقرره المقرره المرتقبه المزمعه يعتزم تعتزم يعتزمون ينوي تنوي ينوون يستعد تستعد يستعدون استعدادا تمهيدا تحضيرا يعتزمان موعد موعدا سأعود سأكون سأذهب سأسافر حدد جدول جدوله احجز ذكرني ابتداء اعتبارا بدءا",
);

/** The same when a clause follows: «من المتوقع أن», not «أدنى من المتوقع». */
export const EXPECTING: ReadonlySet<string> = wordSet("المتوقع المنتظر المفترض المرجح يتوقع تتوقع يفترض يرجح ينتظر");

/** Verbs of the present that announce what is scheduled: «يواجه المنتخب الخميس», «تنطلق في 3 أكتوبر». */
export const ANNOUNCING: ReadonlySet<string> = wordSet(
  "يواجه تواجه يلتقي تلتقي يستضيف تستضيف يحل تحل يخوض تخوض يلعب تلعب يستقبل تستقبل يلاقي تلاقي تقام يقام تنطلق ينطلق يبدأ تبدأ يعقد تعقد يفتتح تفتتح يستأنف تستأنف يدشن تدشن يغادر تغادر يزور تزور يتوجه تتوجه يتواجه تتواجه يحتضن تحتضن يسدل تختتم يختتم",
);

/**
 * Words that begin like a verb with سـ and are none, as the letters they begin with: «سيارة»، «سياسة»، «ستوكهولم»،
 * «سيرغي»، «سنوات». A name taken for a verb would turn a weekday from the past to the future.
 */
export const NOT_FUTURE =
  /^س(?:يار|ياس|ياح|ياد|ياق|ياج|ينا|ينم|ينيو|يطر|يرغ|يرج|يرخ|يره|يرت|يري$|يلف|يلي|يزار|يباست|يمي|يمو|يمن|يمف|يول|يسي|يشن|يتي|يدات|يدت|يده|يدني|يدنا|يبير|يبر|يره|يرن|يرك|يكو|يكي$|يغما|يغن|تري|ترا|توك|تيف|تيڤ|تيل|تيو|تام|تار|تان|تور|تيش|تير|تين|تون|تال|تات|توديو|تاد|نوات|نوي|نغا|ندات|ندر|نتين|نتان|نتر|نتم|نتات|نجار|نجا|نودن|نابل|نابا|نوب|ناء|نكي|نيور)/;

/** Verbs and particles of the past that tell when something was; verbs of saying are left out, they tell when it was said. */
export const PAST_CUES: ReadonlySet<string> = wordSet(
  "كان كانت كانوا كنا كنت قد لقد وقع وقعت حدث حدثت جري جرت عقد عقدت انعقد انعقدت صدر صدرت نشر نشرت قتل قتلت اصيب اصيبت توفي توفيت ولد ولدت مات ماتت اغتيل اغتيلت اعتقل اعتقلت اوقف اوقفت بدا بدات انطلق انطلقت انتهي انتهت اندلع اندلعت شهد شهدت فاز فازت خسر خسرت زار زارت وصل وصلت غادر غادرت عاد عادت عدت غادرت التقي التقت اجتمع اجتمعت وقعوا تاسس تاسست اسس اسست افتتح افتتحت اقيم اقيمت اجري اجريت فرض فرضت تولي تولت انتخب انتخبت استقال استقالت اقال اقيل تحطم تحطمت سقط سقطت غرق غرقت انفجر انفجرت هاجم هاجمت قصف قصفت استهدف استهدفت تم تمت حكم اطاح اطاحت احتل استولي سيطر سيطرت اختفي اختفت دخل دخلت خرج خرجت عبر عبرت حصل حصلت سجل سجلت بلغ بلغت كانا مضي انقلب",
);

/** Nouns, of matches: fixtures, which the press speaks of ahead. */
export const FIXTURES: ReadonlySet<string> = wordSet("مباراة قمة مواجهة موقعة ديربي كلاسيكو نهائي لقاء");

/** Verbs of saying: no sign of when, unless the date follows at once («أعلن في 5 مارس»). */
export const SAYING: ReadonlySet<string> = wordSet(
  "قال قالت اعلن اعلنت اكد اكدت ذكر ذكرت افاد افادت صرح صرحت اوضح اوضحت اضاف اضافت كتب كتبت قرر قررت وافق وافقت رفض رفضت اقر اقرت",
);

/** Verbs of coming and going: the pair of numbers after one is a day, not a score or a price. */
export const MOTION: ReadonlySet<string> = wordSet(
  "سأعود سيعود ستعود سنعود سيعودون أعود يعود تعود نعود عاد عادت عدت عدنا سأصل سيصل ستصل سنصل يصل تصل وصل وصلت وصلنا سأسافر سيسافر ستسافر سنسافر يسافر تسافر سافر سافرت سأغادر سيغادر ستغادر سنغادر يغادر تغادر غادر غادرت غادرنا سأرجع سيرجع يرجع رجع رجعت",
);

/** Words before a day and a month without a year that make them a name: «ثورة 25 يناير»، «قوى 14 آذار»، «شارع 26 يوليو». */
export const NAMED_BY_A_DAY: ReadonlySet<string> = wordSet(
  "ثوره انتفاضه حركه حراك قوي تحالف فريق كتله تيار جماعه شباب شارع ميدان ساحه جسر كوبري محور مدينه ملعب استاد مطار جامعه مدرسه مستشفي حي هجمات هجوم اعتداءات احداث حرب نصر انتصارات انتصار انقلاب مجزره مذبحه وقفه مظاهرات احتجاجات تظاهرات جمهوريه دستور كتيبه لواء فوج سرايا منظمه ائتلاف جبهه حزب ذكري عيد احتفالات كارثه فاجعه ماساه طوفان",
);

/** Words after a day's name, or before it, that make it no day of this week: «صلاة الجمعة»، «الأحد الدامي». */
export const NOT_THE_DAY_BEFORE: ReadonlySet<string> = wordSet(
  "صلاه خطبه خطب خطيب امام سوره بين كلا هذين كل ايام عطله غسل عدد رقم الواحد مسيرات مسيره جمع مليونيه الاحد من او ام وصلاه اسواق سوق مسجد جامع عن باب يومي",
);
export const NOT_THE_DAY_AFTER: ReadonlySet<string> = wordSet(
  "الدامي الداميه الاسود السوداء العظيمه الحزين الحزينه الابيض البيضاء الكبير اليتيمه السعيد الجديد المقدس الحمراء الحمر العظيم فقط منهم منهما انفسهما او ام",
);

/** Outlets and words that make of «اليوم» a name or another day: «روسيا اليوم»، «في ذلك اليوم». */
export const NOT_TODAY_BEFORE: ReadonlySet<string> = wordSet(
  "في مثل ذلك نفس ذات طوال طيلة طوال المصري روسيا مصر صحيفه جريده موقع قناه خلال ساعات هموم مدار بقيه باقي معظم منتصف نهايه اخر عرب اوروبا برنامج عين",
);
export const NOT_TODAY_AFTER: ReadonlySet<string> = wordSet(
  "العالمي العالميه الوطني الدولي الاول الاولي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الاخير التالي السابق الماضي الواحد نفسه ذاته الذي القومي المفتوح الاعلامي الدراسي الموعود المحدد المشهود الخالد العربي الاوروبي الاسلامي السنوي التاريخي المنتظر الموالي الدامي الاسود الاخر",
);

/** Words, besides punctuation, after which nothing is being counted: «في 2018 وصل…» may be a year, «في 2018 مدرسة» is none. */
export const AFTER_A_YEAR: ReadonlySet<string> = wordSet(
  "و في من الي علي عن مع بعد قبل حتي ان التي الذي حين عندما كان كانت قد بسبب بحسب وفق وفقا حيث لكن ثم او خلال اثر نتيجه بينما اي ضد بين ولم ولا لم",
);

/** Nouns that a number of four digits counts, so that it is no year. */
export const COUNTED =
  "شخص|قتيل|جريح|مصاب|الف|مليون|مليار|دولار|يورو|ريال|درهم|دينار|ليره|جنيه|متر|كيلو|طن|نسمه|عامل|طالب|مواطن|حاله|لاجي|مهاجر|مقاتل|جندي|اسير|كلم|برميل|نقطه|صوت|وحده|مدرسه|قريه|منزل|سياره|عايله|اسره|لاعب|مشجع|متفرج";
