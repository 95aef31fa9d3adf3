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
  return noun[plural.select(n)].replace("{n}", formatNumber(n));
}

/** Western digits, grouped. */
export function formatNumber(n: number): string {
  return number.format(n);
}

/** Puts values in the place of `{name}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
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
} as const satisfies Record<string, CountedNoun>;

/** Strings that only the templates use. */
export const UI = {
  frame: {
    skip: "انتقل إلى المحتوى",
    sections: "أقسام الأرشيف",
    breadcrumbs: "مسار الصفحة",
    home: "الرئيسية",
    search: "البحث",
    searchLabel: "ابحث في الأرشيف",
    searchButton: "ابحث",
    feed: "خلاصة Atom",
    footer: "عن هذا الموقع",
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
    years: "السنوات",
    aboutArchive: "ما هذا الأرشيف؟",
    totals: "محتوى الأرشيف",
    // lists
    letters: "الحروف",
    groups: "الأقسام",
    articles: "المقالات",
    empty: "لا شيء هنا بعد.",
    countLabel: "عدد المقالات",
    // article
    record: "بطاقة المقال",
    by: "بقلم",
    source: "المصدر",
    provider: "الجهة المزوِّدة",
    citedAgencies: "وكالات نُقل عنها",
    authors: "الكاتب",
    datelinePlace: "مكان البرقية",
    eventPlace: "مكان الحدث",
    people: "الأشخاص",
    organizations: "المنظمات",
    places: "الأماكن",
    outline: "في هذا المقال",
    links: "روابط وردت في النص",
    video: "مقطع مصوَّر",
    partOf: "من ملف",
    sameEvent: "تقارير أخرى عن الحدث نفسه",
    related: "مقالات ذات صلة",
    shared: "يجمعهما",
    earlier: "السابق",
    later: "التالي",
    neighbours: "الأقدم والأحدث",
    // entity
    latin: "بالحروف اللاتينية",
    otherNames: "أسماء أخرى",
    roles: "الصفات والمناصب",
    country: "البلد",
    broader: "ينتمي إلى",
    narrower: "يضم",
    sameAs: "في سجلات أخرى",
    writtenAs: "كيف كُتب الاسم",
    outlet: "المصدر",
    forms: "الصيغ المكتوبة",
    titles: "الألقاب قبل الاسم",
    inTime: "في الأرشيف بحسب الزمن",
    inEvents: "في ملفات الأحداث",
    searchFor: "ابحث عنه في الأرشيف",
    // event
    reports: "التقارير جنبًا إلى جنب",
    participants: "أطراف الحدث",
    eventDate: "تاريخ الحدث",
    whoNames: "من يذكر مَن؟",
    whoNamesNote: "كل صف اسم، وكل عمود تقرير، وفي الخانة صيغة الاسم كما كتبها التقرير.",
    name: "الاسم",
    notNamed: "لا يذكره",
    onlyIn: "ما انفرد به كل تقرير",
    reasons: "لماذا جُمعت هذه التقارير؟",
    // time
    parts: "تصفَّح بحسب الزمن",
    // not found
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
    context: "في النص",
    show: "اعرض الموضع",
    inferredFrom: "مستنتَج من",
    unknown: "ما لم يذكره النص",
    removed: "ما حُذف من النص",
    removedIntro: "أسطر في الملف ليست من المقال. حُذفت من المتن وبقيت هنا مع سبب حذفها.",
    reason: "سبب الحذف",
    raw: "النص كما وصل",
    rawIntro: "الكلمات المعلَّمة قُرئت منها معلومات، والمشطوبة حُذفت من المتن.",
    path: "الملف",
    sha256: "بصمة SHA-256",
  },
  search: {
    heading: "البحث في الأرشيف",
    hint: "اكتب كلمة أو اسمًا، ثم ضيِّق النتائج بالمصدر أو الشخص أو الموضوع أو السنة.",
    noScript: "يحتاج البحث إلى تشغيل JavaScript في المتصفح. من دونه يمكنك تصفُّح الفهارس:",
    filters: "تضييق النتائج",
    sort: "الترتيب",
    results: "النتائج",
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
  loading: "جارٍ البحث…",
  none: "لا نتائج لعبارة «{query}».",
  noneFiltered: "لا نتائج بهذه المرشِّحات.",
  noneHelp: "جرِّب كلمة أخرى، أو احذف بعض المرشِّحات.",
  error: "تعذَّر تحميل فهرس البحث. تحقَّق من الاتصال ثم أعد المحاولة.",
  retry: "أعد المحاولة",
  more: "المزيد",
  clear: "امسح المرشِّحات",
  unknownSource: "مصدر غير معروف",
  undated: "غير مؤرَّخ",
} as const;
