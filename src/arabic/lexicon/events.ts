import { withArticle, wordSet } from "./word-set.ts";

/** Kinds of events and the words, that name them. The first kind with most words in the lead is the article's. */
export const EVENT_KINDS: Readonly<Record<string, ReadonlySet<string>>> = {
  talks: wordSet(
    "لقاء لقاءه اللقاء التقي التقت التقيا اجتماع الاجتماع اجتماعا اجتمع اجتمعت مباحثات المباحثات محادثات المحادثات مشاورات المشاورات قمه القمه زياره الزياره زار مكالمه المكالمه اتصال الاتصال اتصالا هاتفيا استقبل استقبلت لقاءات",
  ),
  attack: wordSet(
    "هجوم الهجوم هجمات قصف القصف غاره الغاره غارات تفجير التفجير انفجار الانفجار اغتيال اشتباكات الاشتباكات معارك المعارك صاروخ صواريخ اطلاق عمليه",
  ),
  casualty: wordSet("قتل قتلت قتيل قتلي القتلي مقتل مصرع جرحي اصابه اصيب ضحايا الضحايا"),
  disaster: wordSet("زلزال الزلزال فيضانات الفيضانات اعصار الاعصار حريق الحريق حرائق انهيار تحطم حادث الحادث غرق سيول"),
  vote: wordSet("انتخابات الانتخابات اقتراع الاقتراع استفتاء الاستفتاء تصويت التصويت انتخاب فاز فوز مرشح المرشح"),
  agreement: wordSet("اتفاق الاتفاق اتفاقيه الاتفاقيه معاهده المعاهده توقيع مذكره هدنه الهدنه"),
  trial: wordSet("محكمه المحكمه محاكمه المحاكمه الحكم بالسجن اعتقال اعتقلت توقيف النيابه القضاء"),
  protest: wordSet("احتجاجات الاحتجاجات مظاهرات المظاهرات تظاهره متظاهرون المتظاهرين اضراب الاضراب اعتصام"),
  match: wordSet("مباراه المباراه هدف هدفين فريق الفريق المنتخب منتخب الدوري دوري كاس البطوله بطوله"),
  health: wordSet("فيروس كورونا الفيروس اصابات الاصابات وباء الوباء لقاح اللقاح حجر"),
  economy: wordSet("اسعار الاسعار النفط البورصه الاسهم اسهم الدولار ارباح الارباح اقتصاد الاقتصاد"),
  death: wordSet("وفاه توفي رحيل رحل جنازه الجنازه"),
};

/** Verbs and nouns, of holding a meeting or of happening: a place after them is the event's. */
export const EVENT_VERBS: ReadonlySet<string> = wordSet(
  "عقد عقدت انعقد انعقدت جري جرت اجري اجرت التقي التقت التقيا اجتمع اجتمعت استقبل استقبلت بحث بحثت وقع وقعت استضاف استضافت شهد شهدت لقاء اللقاء اجتماع الاجتماع قمه القمه محادثات المحادثات مباحثات المباحثات مؤتمر المؤتمر موتمر الموتمر قتل قتلت اندلع اندلعت هز هزت ضرب ضربت افتتح افتتحت اختتم اختتمت نظم نظمت اقيم اقيمت توفي تحطم تحطمت انفجر انفجرت",
);

/** Nouns, of gatherings, with or without the article: «القمة العربية الطارئة في», «لقاء القادة في» say where it is held. */
export const GATHERINGS: ReadonlySet<string> = withArticle(
  "لقاء لقاءه لقاءها لقاءهما لقائه لقائها لقائهما اجتماع اجتماعا اجتماعه اجتماعهما اجتماعات قمه محادثات محادثاته محادثاتهما مباحثات مباحثاته مباحثاتهما مشاورات مفاوضات مؤتمر مؤتمرا موتمر موتمرا ندوه منتدي جلسه جلسات احتفال حفل مهرجان مراسم",
);

/** Nouns, of what happens, as news tells them first, without the article: «انفجار عنيف في». With it they are of before. */
export const HAPPENINGS: ReadonlySet<string> = wordSet(
  "انفجار انفجارات تفجير تفجيرات هجوم هجمات اشتباكات زلزال حريق حادث غاره غارات مظاهرات تظاهرات احتجاجات مباراه فيضانات",
);

/** Verbs, of being held or of happening: where their clause has a place, it is the event's. */
export const HAPPENING_VERBS: ReadonlySet<string> = wordSet(
  "عقد عقدت عقدا انعقد انعقدت التقي التقت التقيا اجتمع اجتمعت اجتمعا قتل قتلت اندلع اندلعت اقيم اقيمت نظم نظمت افتتح افتتحت اختتم اختتمت وقع وقعت توفي توفيت تحطم تحطمت انفجر انفجرت",
);

/** Words, after which a gathering is told of that is not the news: before, since, on the eve of. */
export const BACKGROUND_OPENERS: ReadonlySet<string> = wordSet("قبل قبيل منذ عشيه");

/** Phrases, of meeting without being in one room: virtual, by video, by telephone, remotely. */
export const BY_DISTANCE =
  /(?:افتراضي|عبر (?:تقنيه |الاتصال |خاصيه )?(?:ال)?(?:فيديو|مرئي)|مكالمه (?:فيديو|مرئيه)|اتصال(?:ا)? (?:هاتفي|مرئي)|(?:مكالمه|محادثه) هاتفيه|عن بعد|بالفيديو|تقنيه الفيديو)/;
