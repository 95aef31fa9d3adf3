/**
 * Every Arabic string of the interface. `UI` is for the templates, `BROWSER` for the scripts that run in
 * the browser: apart, so that the bundle takes only what it uses.
 * `{…}` is replaced by `fill`. Counted nouns have the six forms of CLDR's Arabic plural rules
 * (https://cldr.unicode.org/index/cldr-spec/plural-rules): the noun after 3 to 10 is plural, after 11 to 99
 * singular in the accusative, after 100 singular in the genitive.
 */

/** The six Arabic plural forms; `{n}` is where the number stands. */
export type CountedNoun = Readonly<Record<"zero" | "one" | "two" | "few" | "many" | "other", string>>;

const plural = new Intl.PluralRules("ar");
const number = new Intl.NumberFormat("ar-u-nu-latn");

/** A number with its noun, e.g. «لا مقالات», «مقال واحد», «مقالان», «3 مقالات», «11 مقالًا», «100 مقال». */
export function formatCount(n: number, noun: CountedNoun): string {
  return noun[formOf(n)].replace("{n}", formatNumber(n));
}

/** Forms by number: from 100 on the last two digits decide. */
const FORMS = Array.from({ length: 200 }, (_, n) => plural.select(n));

function formOf(n: number): Intl.LDMLPluralRule {
  return FORMS[n < 200 ? n : 100 + (n % 100)] ?? plural.select(n);
}

/** Western digits, grouped. */
export function formatNumber(n: number): string {
  return n < 1000 ? String(n) : number.format(n);
}

/** Puts values in the place of `{name}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** First letter with a direction; a letter of the Arabic script anywhere. */
const FIRST_LETTER = /\p{L}/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/**
 * The `dir` of a <bdi> around `value`: `rtl` where the browser's guess from the first letter would be wrong (a headline
 * that begins with a Latin name and goes on in Arabic is Arabic all the same), else nothing.
 */
export function directionOf(value: string): "rtl" | undefined {
  const code = value.charCodeAt(0);
  if (code >= 0x600 && code <= 0x6ff) return undefined; // Nearly every value begins with an Arabic letter.
  const first = FIRST_LETTER.exec(value)?.[0];
  return first !== undefined && !ARABIC_LETTER.test(first) && ARABIC_LETTER.test(value) ? "rtl" : undefined;
}

/** Nouns the interface counts. */
export const NOUNS = {
  article: {
    zero: "لا مقالات",
    one: "مقال واحد",
    two: "مقالان",
    few: "{n} مقالات",
    many: "{n} مقالًا",
    other: "{n} مقال",
  },
  report: {
    zero: "لا تقارير",
    one: "تقرير واحد",
    two: "تقريران",
    few: "{n} تقارير",
    many: "{n} تقريرًا",
    other: "{n} تقرير",
  },
  person: {
    zero: "لا أشخاص",
    one: "شخص واحد",
    two: "شخصان",
    few: "{n} أشخاص",
    many: "{n} شخصًا",
    other: "{n} شخص",
  },
  organization: {
    zero: "لا منظمات",
    one: "منظمة واحدة",
    two: "منظمتان",
    few: "{n} منظمات",
    many: "{n} منظمة",
    other: "{n} منظمة",
  },
  place: {
    zero: "لا أماكن",
    one: "مكان واحد",
    two: "مكانان",
    few: "{n} أماكن",
    many: "{n} مكانًا",
    other: "{n} مكان",
  },
  topic: {
    zero: "لا موضوعات",
    one: "موضوع واحد",
    two: "موضوعان",
    few: "{n} موضوعات",
    many: "{n} موضوعًا",
    other: "{n} موضوع",
  },
  source: {
    zero: "لا مصادر",
    one: "مصدر واحد",
    two: "مصدران",
    few: "{n} مصادر",
    many: "{n} مصدرًا",
    other: "{n} مصدر",
  },
  event: {
    zero: "لا أحداث",
    one: "حدث واحد",
    two: "حدثان",
    few: "{n} أحداث",
    many: "{n} حدثًا",
    other: "{n} حدث",
  },
  field: {
    zero: "لا حقول",
    one: "حقل واحد",
    two: "حقلان",
    few: "{n} حقول",
    many: "{n} حقلًا",
    other: "{n} حقل",
  },
  word: {
    zero: "لا كلمات",
    one: "كلمة واحدة",
    two: "كلمتان",
    few: "{n} كلمات",
    many: "{n} كلمة",
    other: "{n} كلمة",
  },
} as const satisfies Record<string, CountedNoun>;

/** What the views of src/site say. */
export const VIEW = {
  /** Sections by the key of the navigation. */
  sections: {
    people: "الأشخاص",
    organizations: "المنظمات",
    places: "الأماكن",
    topics: "الموضوعات",
    sources: "المصادر",
    events: "الأحداث",
    time: "الزمن",
    search: "البحث",
    about: "عن الأرشيف",
  },
  typeLabels: { person: "شخص", organization: "منظمة", place: "مكان", topic: "موضوع", source: "مصدر" },
  /** Kinds of places and sources, beside a name. */
  kinds: {
    country: "بلد",
    capital: "عاصمة",
    city: "مدينة",
    region: "إقليم",
    territory: "إقليم تابع",
    agency: "وكالة أنباء",
    newspaper: "صحيفة",
    broadcaster: "هيئة بث",
    website: "موقع إخباري",
    wire: "خدمة بيانات صحفية",
  } as Readonly<Record<string, string>>,
  titleNotes: {
    derived: "عنوان مستخلَص من المتن",
    truncated: "عنوان مبتور في الأصل",
    missing: "لا عنوان في الأصل",
  },
  untitled: "مقال بلا عنوان",
  unknownSource: "مصدر غير معروف",
  certainty: {
    approximate: "تقريبي",
    uncertain: "غير مؤكَّد",
    inferred: "مستنتَج من تقارير أخرى",
    corrected: "حدَّده محرر الأرشيف",
  },
  confidence: { high: "عالية ({percent})", middle: "متوسطة ({percent})", low: "منخفضة ({percent})" },
  fields: {
    title: "العنوان",
    date: "التاريخ",
    event: "الحدث",
    year: "السنة",
    dateKind: "نوع التاريخ",
    script: "حروف الأسماء",
  },
  /** Letters in which an article writes names. */
  scripts: { arabic: "عربية", latin: "لاتينية", cyrillic: "سيريلية" },
  pager: "الصفحة {page} من {pages}",
  newer: "الأحدث",
  older: "الأقدم",
  /** Behind the first of a list: all of it, «كل الأشخاص (1,323)». */
  allOf: "كل {section} ({count})",
  allArticles: "كل المقالات بحسب الزمن ({count})",
  /** Of a man, a woman, a town or an outlet: words without a gender. */
  withPeople: "أشخاص في المقالات نفسها",
  withOrganizations: "منظمات في المقالات نفسها",
  withPlaces: "أماكن في المقالات نفسها",
  withTopics: "موضوعات هذه المقالات",
  withSources: "مصادر هذه المقالات",
  undated: "غير مؤرَّخ",
  undatedHeading: "مقالات غير مؤرَّخة",
  allYears: "الزمن",
  noCountry: "بلا بلد محدَّد",
  mapOf: "خريطة: {place}",
  mapIn: "خريطة: {place} في {country}",
  /** After the number of degrees. */
  north: "شمالًا",
  south: "جنوبًا",
  east: "شرقًا",
  west: "غربًا",
  firstMention: "أول ذكر",
  lastMention: "آخر ذكر",
  onlyMention: "الذكر الوحيد",
  firstArticle: "أقدم مقال",
  lastArticle: "أحدث مقال",
  onlyArticle: "المقال الوحيد",
  otherSources: "مصادر أخرى",
  otherLetters: "أحرف أخرى",
  /** A page of names: «الأشخاص: م». */
  underLetter: "{section}: {letter}",
  /** One of several: «الأشخاص: مح، الصفحة 2 من 5». */
  partOfLetter: "{heading}، {page}",
  namesBefore: "ما قبلها",
  namesAfter: "ما بعدها",
  mostNamed: "الأكثر ذكرًا",
  countries: "البلدان",
  notFound: "الصفحة غير موجودة",
  review: "مراجعة الأرشيف",
  provisional: "سجل مؤقت",
  articlesOf: "{name}: مقالات الأرشيف",
  eventOf: "ملف حدث: {title}",
  /** After `partOf`: the event of an article that it is called after. */
  eventOfItself: "الحدث ({reports})",
  /** Beside an article that cites the agency and was published by another. */
  citedHere: "نقلًا عنها",
  /** Where a source declares a value, by what the readers of src/read call it. */
  places: {
    line: "السطر {line}",
    phrases: {
      "the page's address": "عنوان الصفحة على الويب",
      "above the headline": "فوق العنوان",
      "beside the headline": "بجانب العنوان",
      "the first heading": "أول عنوان في النص",
    } as Readonly<Record<string, string>>,
  },
  /** Columns of the table of all articles; the others are called as their fields. */
  table: {
    id: "المعرِّف",
    titleStatus: "حال العنوان",
    idOf: "{field}: المعرِّف",
    url: "الصفحة في الأرشيف",
    raw: "الملف",
    sha256: "بصمة SHA-256",
  },
  cite: { undated: "بلا تاريخ", kept: "محفوظ في {archive}" },
  listComma: "، ",
  joinedBy: "«{a}» و«{b}»: {reasons}",
} as const;

/** What the list of doubtful fields says. */
export const DOUBT_WORDS = {
  total: "ما يحتاج إلى نظر: {fields} في {articles}",
  none: "لا شيء يحتاج إلى نظر: كل ما في الأرشيف ثابت بشواهده.",
  rest: "هذه أول {shown} من {all}. والقائمة كلها في ملف CSV.",
  worth: "الأهمية {weight} × الشك {doubt} × الصفحات {pages} = {worth}",
  kinds: {
    missing: "لا يذكره النص",
    "unknown-record": "سجل لم يعد في ملفات الأسماء",
    contradicting: "يناقض يوم الأسبوع المذكور معه",
    truncated: "مبتور في الأصل",
    unresolved: "اسم لا يُعرف صاحبه",
    several: "في الملف أكثر من خبر",
    stale: "تغيَّر الملف الأصلي بعد تصحيحه",
    uncertain: "تاريخ غير محدَّد تمامًا",
    derived: "مستخلَص من المتن",
    inferred: "مستنتَج من تقارير أخرى",
    contested: "في المصدر قراءة أخرى تقاربها",
    unsure: "قراءة غير مؤكَّدة",
  },
  rival: "في المصدر قراءة أخرى تقاربها: {value}",
  several: "في الملف أكثر من خبر. يفصلها في ملف التصحيح: {fix}",
  against: "يسبق {field}: {value}",
  /** Headings of the table by the names of its columns, in order. */
  columns: {
    rank: "الترتيب",
    worth: "الأولوية",
    weight: "الأهمية",
    doubt: "الشك",
    pages: "الصفحات",
    article: "المقال",
    title: "عنوان المقال",
    field: "الحقل",
    fieldLabel: "اسم الحقل",
    value: "القيمة",
    valueLabel: "القيمة كما تُعرض",
    kind: "النوع",
    reason: "السبب",
    words: "كلمات النص",
    confidence: "الثقة",
    rule: "القاعدة",
    raw: "الملف الأصلي",
    correction: "ملف التصحيح",
    url: "العنوان في الموقع",
  },
} as const;

/** Words a date is told in; the names of months and days come from Intl. */
export const DATE_WORDS = {
  year: "عام {year}",
  beforeChrist: "عام {year} قبل الميلاد",
  about: "نحو {date}",
  maybe: "{date} (غير مؤكَّد)",
  from: "من {start} إلى {end}",
  since: "منذ {start}",
  until: "حتى {end}",
  unknownStart: "من تاريخ غير معروف إلى {end}",
  unknownEnd: "من {start} إلى تاريخ غير معروف",
  between: "بين عامي {start} و{end}",
  someDay: "يوم غير محدَّد من {month}",
  someMonth: "شهر غير محدَّد من {year}",
  or: " أو ",
  and: " و",
  /** By EDTF code: seasons of either hemisphere, quarters, thirds and halves of a year. `{year}` is «2021». */
  partsOfYears: {
    21: "ربيع {year}",
    22: "صيف {year}",
    23: "خريف {year}",
    24: "شتاء {year}",
    25: "ربيع {year} في نصف الأرض الشمالي",
    26: "صيف {year} في نصف الأرض الشمالي",
    27: "خريف {year} في نصف الأرض الشمالي",
    28: "شتاء {year} في نصف الأرض الشمالي",
    29: "ربيع {year} في نصف الأرض الجنوبي",
    30: "صيف {year} في نصف الأرض الجنوبي",
    31: "خريف {year} في نصف الأرض الجنوبي",
    32: "شتاء {year} في نصف الأرض الجنوبي",
    33: "الربع الأول من عام {year}",
    34: "الربع الثاني من عام {year}",
    35: "الربع الثالث من عام {year}",
    36: "الربع الرابع من عام {year}",
    37: "الثلث الأول من عام {year}",
    38: "الثلث الثاني من عام {year}",
    39: "الثلث الثالث من عام {year}",
    40: "النصف الأول من عام {year}",
    41: "النصف الثاني من عام {year}",
  },
} as const;

/**
 * What a rule's name means, for a reader who asks where a value comes from. Looked up by the whole name, then
 * by its stage (`date:`), then by `*`.
 */
export const RULE_LABELS: Readonly<Record<string, string>> = {
  "headline:first-line": "السطر الأول من النص، قائمٌ بذاته كما تُكتب العناوين",
  "headline:derived-from-lead": "لا عنوان في النص: استُخلص من جملته الأولى",
  "headline:truncated": "السطر الأول، مقطوعٌ في وسط جملة",
  "headline:missing": "لا عنوان في النص ولا جملة أولى يُستخلص منها",
  "headline:": "رأس النص",
  "date:dateline": "تاريخ سطر البرقية في أول المتن",
  "date:page-stamp": "ختم التاريخ على الصفحة",
  "date:page-stamp-month-first":
    "ختم التاريخ على الصفحة، والشهر فيه قبل اليوم: عدد فيها لا يكون شهرًا، أو تاريخ تعلنه الصفحة",
  "date:page-stamp-modified": "ختم آخر تعديل على الصفحة",
  "date:explicit-in-lead": "تاريخ صريح في الفقرة الأولى",
  "date:weekday": "يوم الأسبوع المذكور في النص",
  "date:weekday-before-dateline": "يوم الأسبوع المذكور، محسوبًا من تاريخ البرقية رجوعًا",
  "date:weekday-of-week-before-dateline": "يوم من أسبوع يُعرف من تاريخ البرقية أو النشر",
  "date:yesterday-before-dateline": "كلمة «أمس» مع تاريخ البرقية أو النشر",
  "date:day-before-yesterday-before-dateline": "عبارة «أول أمس» مع تاريخ البرقية أو النشر",
  "date:day-month-before-dateline": "يوم وشهر بلا سنة، وسنتهما من تاريخ البرقية أو النشر",
  "date:day-month-year-before-dateline": "يوم وشهر من سنة تُعرف من تاريخ البرقية أو النشر",
  "date:month-day-year-before-dateline": "شهر ويوم من سنة تُعرف من تاريخ البرقية أو النشر",
  "date:day-of-month-before-dateline": "يوم من شهر يُعرف من تاريخ البرقية أو النشر",
  "date:hijri-day-before-dateline": "يوم هجري بلا سنة، وسنته من تاريخ البرقية أو النشر",
  "date:today-with-dateline": "كلمة «اليوم» مع تاريخ البرقية",
  "date:inferred-from-same-event": "تقارير أخرى عن الحدث نفسه تذكر تاريخه",
  "date:anniversary": "ذكرى سنوية لواقعة معروفة التاريخ",
  "date:": "عبارة زمنية في النص",
  "source:dateline-agency": "اسم الوكالة في سطر البرقية",
  "source:cited": "وكالة ينقل عنها النص",
  "source:told": "جهة يقول النص إن الكلام قيل لها",
  "source:signed-at-end": "توقيع الوكالة في ختام النص",
  "source:nameplate": "اسم الجهة وحده تحت العنوان",
  "reprint:mark": "عبارة النقل عن جهة أخرى",
  "reprint:": "توقيع في النص",
  "translation:mark": "عبارة الترجمة عن جهة أخرى",
  "translation:translator": "سطر المترجم",
  "translation:": "توقيع في النص",
  "source:": "توقيع في النص",
  "provider:headline-prefix": "اسم الجهة في أول العنوان",
  "provider:": "توقيع في النص",
  "author:dateline": "اسم المراسل في سطر البرقية",
  "author:byline": "سطر الكاتب",
  "author:last-line": "اسم وحده في آخر سطر",
  "author:under-headline": "اسم وحده تحت العنوان",
  "author:": "توقيع في النص",
  "place:dateline": "مكان سطر البرقية",
  "place:dateline-capital": "مكان سطر البرقية: العاصمة التي تحمل اسم بلدها",
  "place:event": "مكان بعد فعل يصف الحدث",
  "place:topic-coverage": "مكان يختص به موضوع المقال",
  "place:": "اسم مكان في النص",
  "name:full": "الاسم الكامل كما في السجل",
  "name:variant": "كتابة أخرى للاسم نفسه",
  "name:by-title": "اسم لأكثر من سجل، والصفة المذكورة قبله لواحد منها",
  "name:by-country": "اسم لأكثر من مكان، ولا يذكر النص إلا بلد هذا",
  "name:short-with-title": "اسم مختصر بعد صفة لا يحملها إلا صاحبه",
  "name:spelling": "صيغة كتابية أخرى لاسم في السجل",
  "name:recognised": "اسم كامل تعرّف إليه البرنامج في النص، ولا سجل له بعد",
  "name:short-after-full": "اسم مختصر، والاسم الكامل مذكور في المقال نفسه",
  "name:ambiguous-with-context": "اسم ملتبس تسبقه كلمة تعيِّنه",
  "name:": "اسم في النص",
  "topic:terms": "كلمات تدل على الموضوع",
  "topic:": "كلمات تدل على الموضوع",
  "html:json-ld": "بيانات صفحة الويب: JSON-LD",
  "html:microdata": "بيانات صفحة الويب: Microdata",
  "html:og": "بيانات صفحة الويب: Open Graph",
  "html:twitter": "بيانات صفحة الويب: بطاقة Twitter",
  "html:dublin-core": "بيانات صفحة الويب: Dublin Core",
  "html:meta": "بيانات صفحة الويب: العناصر meta",
  "html:meta-date": "بيانات صفحة الويب: تاريخ في العناصر meta",
  "html:time": "بيانات صفحة الويب: العنصر time",
  "html:printed-date": "تاريخ مطبوع على صفحة الويب",
  "html:url-date": "تاريخ في عنوان صفحة الويب",
  "html:byline": "سطر الكاتب على صفحة الويب",
  "kicker:category": "باب تضعه الوكالة قبل العنوان وبعده خط مائل",
  "kicker:layout": "سطر فوق العنوان كما تضعه هذه الجهة في نصوصها",
  "html:kicker": "سطر فوق العنوان على صفحة الويب",
  "html:h1": "العنوان المطبوع على صفحة الويب",
  "html:heading": "العنوان المطبوع على صفحة الويب",
  "html:title-element": "عنوان نافذة صفحة الويب",
  "html:": "بيانات صفحة الويب",
  "feed:": "بيانات الخلاصة",
  "wxr:": "بيانات التصدير من ووردبرس",
  "jsonl:": "حقل من السجل",
  "markdown:": "بيانات رأس الملف",
  "warc:": "بيانات أرشيف الويب",
  "mhtml:": "بيانات الصفحة المحفوظة",
  "choose:agreed": "كل المواضع متفقة",
  "choose:rank": "المعتمد هو الموضع الأوثق",
  "choose:agreement": "المعتمد ما اتفق عليه أكثر من موضع",
  "choose:whole-title": "المعتمد هو العنوان غير المقطوع",
  "choose:printed-day": "المعتمد هو اليوم المطبوع على الصفحة",
  "choose:first-named": "المعتمد أول ما يذكره النص",
  "choose:declared": "المعتمد ما يعلنه المصدر عن مقاله",
  "choose:town": "المعتمد المدينة، لأن سطر البرقية يسمي مدينة",
  "choose:text": "المعتمد ما في النص نفسه",
  "choose:": "قاعدة مفاضلة",
  correction: "تصحيح من محرر الأرشيف",
  "event:same-day": "اليوم نفسه",
  "event:same-weekday": "يوم الأسبوع نفسه",
  "event:reported-in-days": "كُتبت في أيام متقاربة",
  "event:same-people": "الأشخاص أنفسهم",
  "event:same-others": "المنظمات والأماكن نفسها",
  "event:same-kind": "نوع الحدث نفسه",
  "event:same-mode": "طريقة اللقاء نفسها",
  "event:same-figures": "الأرقام نفسها",
  "event:same-text": "تقارب في النص",
  "event:": "تشابه بين النصين",
  "clean:search-box": "مربع بحث في الموقع",
  "clean:share-button": "زر مشاركة",
  "clean:counter": "عدَّاد",
  "clean:clock": "ساعة النشر على الصفحة",
  "clean:image-label": "تسمية صورة",
  "clean:follow-us": "دعوة إلى متابعة الموقع",
  "clean:by-admin": "توقيع آلي للموقع",
  "clean:breadcrumb": "مسار الصفحة في الموقع",
  "clean:cookies": "إشعار ملفات الارتباط",
  "clean:copyright": "حقوق نشر الموقع",
  "clean:end-mark": "علامة الوكالة لنهاية الخبر",
  "clean:disclaimer": "إخلاء الموقع مسؤوليته عن الرأي",
  "clean:app-invitation": "دعوة إلى تطبيق الموقع أو نشرته",
  "clean:separator": "خط فاصل",
  "clean:navigation": "قائمة تصفُّح",
  "clean:wire-end": "توقيع الوكالة في آخر الخبر",
  "clean:links-at-end": "روابط وسوم أو مقالات أخرى في آخر الصفحة",
  "clean:permalink": "رابط الخبر نفسه",
  "clean:read-also": "دعوة إلى مقال آخر",
  "clean:recurring-line": "سطر يتكرر في مقالات المصدر",
  "clean:related-heading": "عنوان قائمة مقالات أخرى",
  "clean:unknown-outlet": "سطر ينسب النص إلى جهة ليس لها سجل",
  "clean:tags": "وسوم الموقع",
  "clean:share-link": "زر مشاركة أو طباعة",
  "clean:advertisement": "مكان إعلان",
  "clean:other-articles": "عنوان قائمة مقالات أخرى",
  "clean:reading-time": "مدة القراءة",
  "clean:visits": "عدَّاد مشاهدات أو تعليقات",
  "clean:age": "عمر الخبر على الصفحة",
  "clean:comments": "مكان تعليقات القراء",
  "clean:site-page": "رابط إلى صفحة من صفحات الموقع",
  "clean:consent": "زر موافقة أو إغلاق",
  "clean:photo-credit": "حقوق صورة",
  "clean:media-button": "زر صوت أو فيديو",
  "clean:basmala": "البسملة فوق العنوان",
  "clean:poster": "اسم صاحب المنشور",
  "clean:pager": "تنقُّل بين الأخبار",
  "clean:address": "رابط المصدر",
  "clean:desk": "فريق الوكالة الذي أعد الخبر",
  "clean:letter": "رأس رسالة بريدية",
  "clean:forum": "من عناصر صفحة المنتدى",
  "clean:invitation": "دعوة إلى الاشتراك",
  "clean:": "من عناصر صفحة الموقع لا من المقال",
  "*": "قاعدة قراءة",
};

/** Meaning of a rule's name in Arabic. */
export function formatRule(rule: string): string {
  const stage = rule.slice(0, rule.indexOf(":") + 1);
  return RULE_LABELS[rule] ?? RULE_LABELS[stage] ?? (RULE_LABELS["*"] as string);
}

/** Strings that only the templates use. */
export const UI = {
  frame: {
    skip: "انتقل إلى المحتوى",
    sections: "أقسام الأرشيف",
    breadcrumbs: "مسار الصفحة",
    home: "الرئيسية",
    searchLabel: "ابحث في الأرشيف",
    searchButton: "ابحث",
    feed: "خلاصة Atom",
    table: "بيانات المقالات كلها (CSV)",
    shortcut: "المفتاح «/» ينقل إلى البحث",
    unknown: "غير معروف",
    undated: "غير مؤرَّخ",
    unknownSource: "مصدر غير معروف",
  },
  page: {
    // home
    latest: "أحدث ما في الأرشيف",
    events: "ملفات الأحداث",
    mostNamed: "الأكثر ذكرًا",
    topics: "الموضوعات",
    sources: "المصادر",
    years: "السنوات",
    aboutArchive: "ما هذا الأرشيف؟",
    // lists
    letters: "الحروف",
    secondLetters: "الحرف الثاني",
    byLetter: "بحسب الحرف",
    among: "منها",
    letterParts: "صفحات هذا الحرف",
    upTo: "إلى",
    empty: "لا شيء هنا بعد.",
    countLabel: "عدد المقالات",
    // article
    record: "بطاقة المقال",
    outline: "في هذا المقال",
    links: "روابط وردت في النص",
    video: "مقطع مصوَّر",
    partOf: "من ملف",
    sameEvent: "تقارير أخرى عن الحدث نفسه",
    duplicates: "النص نفسه في مصادر أخرى",
    related: "مقالات ذات صلة",
    shared: "يجمعهما",
    earlier: "السابق",
    later: "التالي",
    neighbours: "الأقدم والأحدث",
    cite: "الاستشهاد بهذا المقال",
    copy: "انسخ الاستشهاد",
    copied: "نُسخ.",
    citeFiles: "لبرامج المراجع",
    // entity
    otherNames: "أسماء أخرى",
    roles: "الصفات والمناصب",
    country: "البلد",
    broader: "ينتمي إلى",
    narrower: "يضم",
    sameAs: "في سجلات أخرى",
    writtenAs: "كيف كُتب الاسم",
    outlet: "المصدر",
    formYears: "السنة",
    rolesInTime: "الصفات كما وردت",
    rolesInTimeNote: "ما كُتب قبل الاسم في المقالات، بحسب تاريخها؛ وليس تاريخ تولِّي المنصب.",
    mapNote: "الحدود تقريبية كما في Natural Earth، لا رأيًا فيها",
    provisional:
      "سجل مؤقت: لا يعرف هذا الاسمَ ملفُّ أسماء في الأرشيف، وجُمعت مقالاته بحسب كتابة الاسم وصفة صاحبه. قد يكون لأكثر من شخص، وقد يُدمج في سجل آخر بعد مراجعة المحرر.",
    provisionalMark: "* سجل مؤقت: اسم من المقالات ليس في ملفات الأسماء",
    knownOnly: "من ملفات الأسماء وحدها",
    filter: "صفِّ القائمة",
    findName: "ابحث عن اسم",
    filterHint: "اكتب جزءًا من الاسم، بالعربية أو باللاتينية.",
    forms: "الصيغ المكتوبة",
    titles: "الألقاب قبل الاسم",
    noTitle: "بلا لقب",
    inTime: "في الأرشيف بحسب الزمن",
    inEvents: "في ملفات الأحداث",
    searchWithin: "ابحث في هذه المقالات",
    recordOf: "بطاقة {name}",
    with: "ما تذكره المقالات نفسها",
    scrolls: "جدول يُمرَّر أفقيًا",
    // event
    dossier: "ملف حدث",
    length: "الطول",
    reports: "التقارير جنبًا إلى جنب",
    participants: "أطراف الحدث",
    whoNames: "من يذكر مَن؟",
    whoNamesNote: "كل صف اسم، وكل عمود تقرير، وفي الخانة صيغة الاسم كما كتبها التقرير.",
    name: "الاسم",
    notNamed: "لا يذكره",
    onlyIn: "ما انفرد به كل تقرير",
    reasons: "لماذا جُمعت هذه التقارير؟",
    // time
    parts: "تصفَّح بحسب الزمن",
    // not found
    moved: "نُقل هذا المقال",
    movedHelp: "ضمَّه محرر الأرشيف إلى مقال آخر:",
    notFound: "الصفحة غير موجودة",
    notFoundHelp: "ربما نُقلت الصفحة أو كُتب عنوانها خطأً. جرِّب البحث، أو ابدأ من أحد الفهارس:",
    indexes: "الفهارس",
  },
  evidence: {
    heading: "من أين جاء هذا؟",
    intro:
      "كل معلومة في بطاقة هذا المقال مأخوذة من كلمات في نصه كما وصل. هذه هي المعلومات واحدةً واحدة، ومع كلٍّ منها كلماتها والقاعدة التي قرأتها ودرجة الثقة بها.",
    values: "القيم وشواهدها",
    rule: "القاعدة",
    confidence: "الثقة",
    show: "اعرض الموضع",
    inferredFrom: "مستنتَج من",
    alternatives: "قيم أخرى وردت ولم تُعتمد",
    unknown: "ما لم يذكره النص",
    removed: "ما حُذف من النص",
    removedIntro: "أسطر في الملف ليست من المقال. حُذفت من المتن وبقيت هنا مع سبب حذفها.",
    raw: "النص كما وصل",
    rawIntro: "الكلمات المعلَّمة قُرئت منها معلومات، والمشطوبة حُذفت من المتن.",
    path: "الملف",
    mergedPath: "ملف ضُمَّ إليه",
    sha256: "بصمة SHA-256",
    correct: "اقترح تصحيحًا",
    correctArticle: "في هذا المقال خطأ أو نقص؟ اقترح تصحيحًا",
  },
  review: {
    intro:
      "هذه حقول لم يذكرها النص أو قُرئت منه قراءة غير مؤكَّدة، أنفعها تصحيحًا أولًا. من عرف الصواب فليُعدّ تصحيحًا: يُكتب في ملف صغير يُرسل إلى القائمين على الأرشيف، وكلمة المحرر تغلب ما قرأته القواعد.",
    csv: "القائمة كلها جدولًا (CSV)",
    list: "ما يحتاج إلى نظر",
    formula: "كيف تُرتَّب القائمة؟",
    formulaText:
      "الأولوية = أهمية الحقل × درجة الشك × عدد الصفحات المعتمدة عليه. الأهمية من 1 إلى 5. والشك من 0 إلى 1: واحدٌ لما لا يذكره النص، وما ينقص الثقة عن تمامها لما قرأته قاعدة. والصفحات كل ما يعرض القيمة أو كان سيعرضها: صفحة المقال وصفحات أسمائه ويومه وشهره وسنته وملف حدثه.",
    unknown: "غير معروف",
    form: "إعداد تصحيح",
    noScript:
      "إعداد الملف هنا يحتاج إلى تشغيل JavaScript في المتصفح. من دونه يُكتب باليد في أي محرر نصوص: ملف باسم معرِّف المقال، وهو آخر جزء من عنوان صفحته، على هذا المثال:",
    article: "المقال",
    articleHint: "معرِّف المقال أو عنوان صفحته؛ وتختاره الروابط «اقترح تصحيحًا» بدلًا منكم.",
    open: "افتح المقال",
    action: "ما العمل؟",
    actions: {
      set: "القيمة الصحيحة هي…",
      clear: "القيمة خطأ، ولا تُعرف الصحيحة",
      confirm: "القيمة صحيحة",
      restore: "هذا السطر من المقال، حُذف خطأً",
      remove: "هذا السطر ليس من المقال",
      split: "من هذا السطر يبدأ مقال آخر",
      merge: "هذا جزء من مقال آخر، أو هو هو",
    },
    field: "الحقل",
    value: "القيمة",
    addValue: "أضِف إلى القائمة",
    line: "السطر",
    target: "المقال الآخر",
    targetHint: "معرِّفه أو عنوان صفحته. يبقى ذاك المقال، ويقود إليه عنوان هذا.",
    add: "أضِف إلى التصحيح",
    changes: "التصحيح",
    download: "نزِّل الملف",
    after: "أرسلوا الملف إلى القائمين على الأرشيف، أو ضعوه في المجلد:",
  },
  search: {
    hint: "اكتب كلمة أو اسمًا، ثم ضيِّق النتائج بالمصدر أو الشخص أو الموضوع أو السنة.",
    noScript: "يحتاج البحث إلى تشغيل JavaScript في المتصفح. من دونه يمكنك تصفُّح الفهارس:",
    form: "بحث وتضييق",
    filters: "تضييق النتائج",
    clear: "امسح المرشِّحات",
    sort: "الترتيب",
    relevance: "الأوثق صلة",
    newest: "الأحدث أولًا",
    oldest: "الأقدم أولًا",
    more: "المزيد",
    retry: "أعد المحاولة",
    results: "النتائج",
    exact: "بالصيغة المكتوبة وحدها",
    dates: "التاريخ",
    from: "من",
    to: "إلى",
    dateHint: "سنة أو شهر أو يوم: 2021 أو ‎2021-03 أو ‎2021-03-15",
    anyDate: "كل التواريخ",
    older: "ابحث في ما هو أقدم",
  },
} as const;

/** Strings of the scripts that run in the browser. */
export const BROWSER = {
  results: {
    zero: "لا نتائج",
    one: "نتيجة واحدة",
    two: "نتيجتان",
    few: "{n} نتائج",
    many: "{n} نتيجة",
    other: "{n} نتيجة",
  } as CountedNoun,
  everything: {
    zero: "الأرشيف خالٍ.",
    one: "في الأرشيف مقال واحد",
    two: "في الأرشيف مقالان",
    few: "في الأرشيف {n} مقالات",
    many: "في الأرشيف {n} مقالًا",
    other: "في الأرشيف {n} مقال",
  } as CountedNoun,
  filtersOn: "تضييق النتائج ({n})",
  filtersOff: "تضييق النتائج",
  all: "أظهر الكل ({n})",
  /** On a filter that is counted only when the reader asks for it. */
  list: "أظهر القائمة",
  loading: "جارٍ البحث…",
  none: "لا نتائج لعبارة «{query}».",
  noneFiltered: "لا نتائج بهذه المرشِّحات.",
  noneHelp: "جرِّب كلمة أخرى، أو احذف بعض المرشِّحات.",
  error: "تعذَّر تحميل فهرس البحث. تحقَّق من الاتصال ثم أعد المحاولة.",
  unknownSource: "مصدر غير معروف",
  undated: "غير مؤرَّخ",
  corrected: "لم يرد «{query}» في الأرشيف. هذه نتائج «{other}».",
  suggestion: "هل تقصد:",
  partial: "ليس في الأرشيف مقال فيه الكلمات كلها. هذا أقرب ما فيه.",
  leftBefore: "هذه نتائج أحدث المقالات. لم يُبحث في ما قبل {date}.",
  reversed: "تنتهي المدة قبل أن تبدأ: «من» بعد «إلى».",
  /** Beside a number of results that are those of the newest articles. */
  inNewest: "{count} في أحدث المقالات",
  begun: "ليس في الأرشيف مقال فيه «{query}». هذه مقالات فيها كلمات تبدأ بـ«{last}».",
  begunCut: "ليس في الأرشيف مقال فيه «{query}». هذه بعض ما فيه كلمات تبدأ بـ«{last}»: اكتب حرفًا آخر لترى ما بقي.",
  notDate: "«{value}» ليس تاريخًا يُقرأ هنا. اكتب سنة أو شهرًا أو يومًا: 2021، أو ‎2021-12، أو 15 ديسمبر 2021، أو 1443هـ.",
  find: "ابحث في القائمة: {name}",
  articles: {
    zero: "لا مقالات",
    one: "مقال واحد",
    two: "مقالان",
    few: "{n} مقالات",
    many: "{n} مقالًا",
    other: "{n} مقال",
  } as CountedNoun,
  types: {
    person: "شخص",
    organization: "منظمة",
    place: "مكان",
    topic: "موضوع",
    source: "مصدر",
    event: "ملف حدث",
  } as Readonly<Record<string, string>>,
  barLabel: "{period}: {count}",
  /** Word before a colon in a query → filter; `date` for a day, a month, a year or a range with two dots. */
  fieldWords: {
    مصدر: "source",
    شخص: "person",
    مكان: "place",
    منظمة: "organization",
    موضوع: "topic",
    حدث: "event",
    سنة: "year",
    تاريخ: "date",
  } as Readonly<Record<string, string>>,
} as const;

/** Strings of the form for preparing a correction. */
export const CORRECTION = {
  now: "القيمة الآن: {value}",
  nowNone: "لا قيمة لهذا الحقل الآن.",
  loading: "جارٍ فتح المقال…",
  noArticle: "لا مقال بهذا المعرِّف: {id}",
  noConnection: "تعذَّر فتح المقال. تحقَّق من الاتصال ثم أعد المحاولة.",
  hasCorrection: "لهذا المقال تصحيح سابق: تُضاف هذه الأسطر إلى ملفه ولا تحل محله.",
  dateHint: "بصيغة EDTF: ‎2021-12-15 ليوم، ‎2021-12 لشهر، ‎2021 لعام، ‎2021~ لتاريخ تقريبي.",
  recordHint: "معرِّف السجل بالأحرف اللاتينية، أو اسمه كما في الأرشيف.",
  textHint: "كما ينبغي أن يُكتب.",
  notDate: "«{value}» ليس تاريخًا بصيغة EDTF، مثل 2021-12-15 أو 2021~",
  notRecord: "«{value}» ليس معرِّف سجل من نوع هذا الحقل ({type}).",
  ambiguous: "الاسم «{value}» لأكثر من سجل: اختر المعرِّف.",
  noValue: "اكتب القيمة أولًا.",
  titleStays: "لا يُفرَّغ العنوان: اكتب الصحيح بدله.",
  nothingToConfirm: "لا قيمة لهذا الحقل تُؤكَّد.",
  noLine: "لا سطر من هذا النوع في المقال.",
  noRecords: "تعذَّر تحميل سجلات الأسماء، فلا يمكن التحقق من المعرِّف. أعد تحميل الصفحة.",
  changes: {
    set: "{field}: {value}",
    clear: "{field}: يُفرَّغ",
    confirm: "{field}: القيمة صحيحة",
    restore: "يُعاد السطر: {value}",
    remove: "يُحذف السطر: {value}",
    split: "يبدأ مقال آخر هنا: {value}",
    merge: "يُضم إلى المقال: {value}",
  },
  noTarget: "اكتب معرِّف المقال الآخر أو عنوان صفحته.",
  sameArticle: "هذا هو المقال المفتوح نفسه: اكتب معرِّف المقال الآخر.",
  drop: "تراجع",
  dropped: "أُزيل من التصحيح.",
  added: "أُضيف إلى التصحيح.",
  empty: "(قائمة فارغة)",
  comma: "، ",
  download: "نزِّل {file}",
  comments: ["content/corrections/{id}.yaml", "إن كان للمقال ملف تصحيح فأضِف إليه هذه الأسطر، ولا تضع هذا الملف مكانه."],
} as const;

/** Strings of the box that narrows an index. */
export const NARROWED = {
  zero: "لا اسم يطابق",
  one: "اسم واحد يطابق",
  two: "اسمان يطابقان",
  few: "{n} أسماء تطابق",
  many: "{n} اسمًا تطابق",
  other: "{n} اسم تطابق",
} as const satisfies CountedNoun;

/** Strings of the box that looks for a name in an index cut by letter. */
export const NAME_SEARCH = {
  error: "تعذَّر تحميل الأسماء. تحقَّق من الاتصال ثم أعد المحاولة.",
  /** Behind the number of names found. */
  first: " (تُعرض أول {n})",
  countLabel: "عدد المقالات",
} as const;
