/**
 * One view of every page kind, for the templates' tests and for looking at them. The archive is invented: a town,
 * its bridge, three outlets. It holds what templates must bear: Latin names, unknown values, long words, marks.
 */
import type { AnyPage, PageKind } from "../../src/site/site-data.ts";
import type { ArticlePage, EvidenceView, RawPiece } from "../../src/site/views/article.ts";
import type { ArticleCard, DateView, EventCard, Ref, SiteFrame } from "../../src/site/views/parts.ts";

const navigation = [
  { key: "people", url: "/people/", label: "الأشخاص" },
  { key: "organizations", url: "/organizations/", label: "المنظمات" },
  { key: "places", url: "/places/", label: "الأماكن" },
  { key: "topics", url: "/topics/", label: "الموضوعات" },
  { key: "sources", url: "/sources/", label: "المصادر" },
  { key: "events", url: "/events/", label: "الأحداث" },
  { key: "time", url: "/time/", label: "الزمن" },
  { key: "about", url: "/about/", label: "عن الأرشيف" },
] as const;

export const frame: SiteFrame = {
  title: "سِجِلّ",
  description: "أرشيف أخبار تعود كل معلومة فيه إلى كلماتها",
  origin: "https://example.org",
  root: "/",
  homeUrl: "/",
  searchUrl: "/search/",
  reviewUrl: "/review/",
  tableUrl: "/articles.csv",
  feedUrl: "/feed.xml",
  navigation,
  assetVersion: "1a2b3c",
  generator: "Sijill 0.1.0",
};

const day: DateView = {
  text: "الثلاثاء 4 أيار/مايو 2021",
  edtf: "2021-05-04",
  datetime: "2021-05-04",
  kind: "تاريخ النشر",
  url: "/time/2021/05/04/",
};
const eventDay: DateView = {
  text: "الاثنين 3 أيار/مايو 2021",
  edtf: "2021-05-03",
  datetime: "2021-05-03",
  kind: "تاريخ الحدث",
  certainty: "مستنتَج من تقارير أخرى",
  url: "/time/2021/05/03/",
};
const filed: DateView = { ...day, kind: "تاريخ البرقية", certainty: "مؤكَّد" };
export const approximateDay: DateView = {
  text: "نحو عام 2019",
  edtf: "2019~",
  kind: "تاريخ النشر",
  certainty: "تقريبي",
  url: "/time/2019/",
};

const salim: Ref = { url: "/people/salim-nasiri/", label: "سالم الناصري", count: 4 };
const layla: Ref = { url: "/people/layla-haddad/", label: "ليلى حدّاد", count: 3 };
const marta: Ref = { url: "/people/marta-lindqvist/", label: "مارتا ليندكفست", count: 2 };
const port: Ref = { url: "/places/port-town/", label: "مدينة الميناء", count: 5 };
const river: Ref = { url: "/places/green-river/", label: "النهر الأخضر", count: 3 };
const council: Ref = { url: "/organizations/town-council/", label: "مجلس المدينة", count: 3 };
const union: Ref = { url: "/organizations/bridge-union/", label: "الاتحاد الدولي لهندسة الجسور", count: 1 };
const transport: Ref = { url: "/topics/transport/", label: "النقل", count: 4 };
const heritage: Ref = { url: "/topics/heritage/", label: "التراث", count: 2 };
const shore: Ref = { url: "/sources/shore-agency/", label: "وكالة الساحل", count: 3 };
const herald: Ref = { url: "/sources/evening-herald/", label: "بريد المساء", count: 2 };
const wire: Ref = { url: "/sources/portwire/", label: "PortWire", count: 1 };
const bridge: Ref = { url: "/events/event-bridge/", label: "إعادة افتتاح الجسر الحجري في مدينة الميناء" };

const lead =
  "أعيد في مدينة الميناء افتتاح الجسر الحجري بعد أعمال ترميم استمرت ثلاث سنوات، في حفل حضره رئيس المجلس سالم الناصري ومهندسون شاركوا في المشروع";

export const cards: readonly ArticleCard[] = [
  {
    url: "/articles/2021-05-04-a1/",
    title: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم: «عاد الطريق إلى أهله»",
    date: day,
    source: shore,
    lead,
    event: bridge,
  },
  {
    url: "/articles/2021-05-04-b2/",
    title: "الجسر القديم يستقبل المشاة من جديد",
    titleNote: "عنوان مبتور",
    date: eventDay,
    source: herald,
    lead: "تدفَّق سكان مدينة الميناء إلى ضفتي النهر الأخضر لمشاهدة الجسر بعد إزالة السقالات عنه",
    event: bridge,
  },
  {
    url: "/articles/2021-04-11-c3/",
    title: "PortWire: شركة Lindqvist Engineering تفوز بعقد صيانة أرصفة الميناء",
    date: { ...day, text: "11 نيسان/أبريل 2021", edtf: "2021-04-11", datetime: "2021-04-11" },
    source: wire,
    lead: "قالت الشركة في بيان إن العقد يمتد حتى عام 2030 ويشمل الأرصفة 1 إلى 7",
  },
  {
    url: "/articles/2019-d4/",
    title: "ليلى حدّاد: الترميم ليس طلاءً جديدًا",
    titleNote: "عنوان مستخلص من المتن",
    date: approximateDay,
    lead: "في حديث طويل عن مهنتها تشرح المهندسة كيف تُرقَّم الأحجار قبل فكِّها ثم تُعاد إلى مواضعها حجرًا حجرًا",
  },
  {
    url: "/articles/undated-e5/",
    title: "مواعيد جديدة لسوق السمك",
    source: herald,
    lead: "يفتح السوق أبوابه من الفجر حتى الظهر",
  },
];

export const events: readonly EventCard[] = [
  {
    url: bridge.url,
    title: bridge.label,
    date: eventDay,
    participants: [salim, layla, council],
    outlets: ["وكالة الساحل", "بريد المساء", "مصدر غير معروف"],
    count: 3,
  },
  {
    url: "/events/event-fair/",
    title: "معرض الكتاب السنوي",
    participants: [],
    outlets: ["بريد المساء"],
    count: 2,
  },
];

const evidence: readonly EvidenceView[] = [
  {
    field: "العنوان",
    name: "title",
    id: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم",
    correctUrl: "/review/?article=2021-05-04-a1&field=title#correct",
    value: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم",
    rule: "headline:first-line",
    ruleLabel: "السطر الأول من النص",
    confidence: 0.95,
    confidenceLabel: "عالية (0.95)",
    excerpt: {
      before: "",
      words: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم",
      after: " مدينة الميناء، 4 أيار",
    },
    anchor: "#raw-7",
    documents: [],
  },
  {
    field: "تاريخ النشر",
    name: "published",
    id: "2021-05-04",
    correctUrl: "/review/?article=2021-05-04-a1&field=published#correct",
    value: "الثلاثاء 4 أيار/مايو 2021",
    url: "/time/2021/05/04/",
    rule: "date:dateline",
    ruleLabel: "تاريخ في سطر البرقية",
    confidence: 0.98,
    confidenceLabel: "عالية (0.98)",
    excerpt: { before: "مدينة الميناء، ", words: "4 أيار (مايو) 2021", after: " /PortWire/ — أعيد في مدينة" },
    anchor: "#raw-74",
    documents: [],
    alternatives: [
      {
        value: "الأربعاء 5 أيار/مايو 2021",
        excerpt: { before: "", words: "2021-05-05T00:10:00+03:00", after: "" },
        rule: "html:og",
        ruleLabel: "بيانات صفحة الويب",
      },
      {
        value: "الاثنين 3 أيار/مايو 2021",
        excerpt: { before: "…أعيد في المدينة ", words: "يوم الاثنين", after: " افتتاح الجسر…" },
        rule: "date:weekday",
        ruleLabel: "عبارة زمنية في النص",
      },
    ],
    chosenBy: "المعتمد ما في النص نفسه",
  },
  {
    field: "تاريخ الحدث",
    name: "event",
    id: "2021-05-03",
    correctUrl: "/review/?article=2021-05-04-a1&field=event#correct",
    value: "الاثنين 3 أيار/مايو 2021",
    url: "/time/2021/05/03/",
    rule: "date:same-event",
    ruleLabel: "تاريخ الحدث نفسه في تقارير أخرى",
    confidence: 0.7,
    confidenceLabel: "متوسطة (0.7)",
    documents: [
      { url: "/articles/2021-05-04-b2/", label: "الجسر القديم يستقبل المشاة من جديد" },
      { url: "/articles/2021-04-11-c3/", label: "PortWire: شركة Lindqvist Engineering تفوز بعقد" },
    ],
    note: "يوم الأسبوع في النص يوافق هذا التاريخ.",
  },
  {
    field: "الأشخاص",
    name: "people",
    id: "salim-nasiri",
    correctUrl: "/review/?article=2021-05-04-a1&field=people#correct",
    value: "سالم الناصري",
    url: salim.url,
    rule: "name:full-label",
    ruleLabel: "اسم كامل من سجل الأشخاص",
    confidence: 1,
    confidenceLabel: "عالية (1)",
    excerpt: { before: "في حفل حضره رئيس المجلس ", words: "سالم الناصري", after: " ومهندسون شاركوا في المشروع" },
    anchor: "#raw-180",
    documents: [],
  },
  {
    field: "الأشخاص",
    name: "people",
    id: "layla-haddad",
    correctUrl: "/review/?article=2021-05-04-a1&field=people#correct",
    value: "ليلى حدّاد",
    url: layla.url,
    rule: "name:variant",
    ruleLabel: "صيغة أخرى لاسم في السجل",
    confidence: 0.4,
    confidenceLabel: "منخفضة (0.4)",
    excerpt: { before: "وقالت المهندسة ", words: "ليلا حداد", after: " إن الأحجار رُقِّمت" },
    anchor: "#raw-260",
    documents: [],
  },
];

const raw: readonly RawPiece[] = [
  { text: "Search\nShare this:\n", removed: "زر من أزرار الموقع" },
  { text: "\n" },
  {
    text: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم",
    id: "raw-7",
    fields: ["العنوان"],
  },
  { text: "\n\n" },
  { text: "مدينة الميناء", id: "raw-60", fields: ["مكان البرقية", "مكان الحدث"] },
  { text: "، " },
  { text: "4 أيار (مايو) 2021", id: "raw-74", fields: ["تاريخ النشر"] },
  { text: " /PortWire/", fields: ["تاريخ النشر"] },
  { text: " — أعيد في مدينة الميناء افتتاح الجسر الحجري، في حفل حضره رئيس المجلس " },
  { text: "سالم الناصري", id: "raw-180", fields: ["الأشخاص"] },
  { text: " ومهندسون شاركوا في المشروع.\r\n\r\nوقالت المهندسة " },
  { text: "ليلا حداد", id: "raw-260", fields: ["الأشخاص"] },
  {
    text: " إن الأحجار رُقِّمت قبل فكِّها. المزيد: https://example.org/a/very/long/address/that-never-ends?with=query&and=more\n",
  },
  { text: "جميع الحقوق محفوظة © Evening Herald 2021", removed: "تذييل الموقع" },
];

export const article: ArticlePage = {
  kind: "article",
  url: "/articles/2021-05-04-a1/",
  title: cards[0]?.title ?? "",
  description: lead,
  section: "time",
  jsonLd: '{"@context":"https://schema.org","@type":"NewsArticle","headline":"إعادة افتتاح الجسر الحجري"}',
  id: "2021-05-04-a1",
  headline: "إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم: «عاد الطريق إلى أهله»",
  dates: [day, filed, eventDay],
  unknown: ["الكاتب"],
  source: shore,
  provider: wire,
  citedAgencies: [herald],
  authors: [],
  datelinePlace: port,
  eventPlace: port,
  people: [{ ...salim, note: "رئيس المجلس" }, { ...layla, note: "المهندسة" }, marta],
  organizations: [council, union],
  places: [port, river],
  topics: [transport, heritage],
  bodyHtml: [
    '<p>أعيد في <a href="/places/port-town/"><bdi>مدينة الميناء</bdi></a> افتتاح الجسر الحجري بعد أعمال ترميم استمرت ثلاث سنوات، في حفل حضره رئيس المجلس <a href="/people/salim-nasiri/"><bdi>سالم الناصري</bdi></a> ومهندسون شاركوا في المشروع، وعبره في الساعة الأولى أكثر من 2,500 من المشاة وراكبي الدراجات.</p>',
    "<p>ويعود الجسر إلى القرن الثامن عشر، وكان قد أُغلق أمام الحركة بعد أن كشف فحص دوري عن تشققات في دعامتين من دعاماته الخمس. وقُدِّرت كلفة المشروع بـ 14.6 مليون دينار، جُمع ثلثها من تبرعات الأهالي.</p>",
    '<h2 id="h-1">أحجار مرقَّمة</h2>',
    '<p>وقالت المهندسة <a href="/people/layla-haddad/"><bdi>ليلا حداد</bdi></a> إن الأحجار رُقِّمت قبل فكِّها ثم أُعيدت إلى مواضعها حجرًا حجرًا: “لم نُدخل إلى الجسر إلا ما كان من جنسه، ومن المقلع نفسه الذي أخذ منه بناؤوه”.</p>',
    "<blockquote><p>الترميم ليس طلاءً جديدًا، بل إصغاء طويل إلى ما يقوله الحجر.</p></blockquote>",
    '<h2 id="h-2">طريق إلى السوق</h2>',
    "<p>ويصل الجسر بين السوق القديم والضفة الشرقية، ويختصر الطريق على تلاميذ مدرستين. وكانت شركة Lindqvist Engineering AB قد تولّت فحص الأساسات (<bdi>ISO 9001</bdi>) تحت الماء.</p>",
    "<ul><li>يُفتح للمشاة من السادسة صباحًا حتى منتصف الليل.</li><li>تُمنع السيارات في كل الأوقات.</li></ul>",
    '<h2 id="h-3">خطط لاحقة</h2>',
    "<p>ويعتزم المجلس إنارة الجسر بمصابيح خافتة لا تؤذي طيور النهر، على أن تنتهي الأعمال في الخريف.</p>",
  ].join("\n"),
  mentions: [
    { url: salim.url, label: "شخص", name: salim.label, latin: "Salim Nasiri", about: "رئيس المجلس" },
    { url: layla.url, label: "سجل مؤقت", name: layla.label },
    { url: port.url, label: "مدينة", name: port.label, about: "بلاد النهر" },
  ],
  outline: [
    { id: "h-1", text: "أحجار مرقَّمة" },
    { id: "h-2", text: "طريق إلى السوق" },
    { id: "h-3", text: "خطط لاحقة" },
  ],
  links: [
    { url: "https://video.example.org/watch?v=dQ8h2LxY", label: "جولة فوق الجسر", isVideo: true },
    {
      url: "https://example.org/a/very/long/address/that-never-ends?with=query&and=more",
      label: "https://example.org/a/very/long/address/that-never-ends?with=query&and=more",
      isVideo: false,
    },
  ],
  event: bridge,
  sameEvent: cards.slice(1, 2),
  duplicates: [{ ...(cards[0] as ArticleCard), url: "/articles/2021-05-04-f6/", source: wire }],
  related: [
    { ...(cards[2] as ArticleCard), shared: [port, marta] },
    { ...(cards[3] as ArticleCard), shared: [layla] },
  ],
  earlier: {
    url: "/articles/2021-04-11-c3/",
    label: "PortWire: شركة Lindqvist Engineering تفوز بعقد صيانة أرصفة الميناء",
  },
  later: { url: "/articles/2021-06-01-g7/", label: "مصابيح خافتة للجسر" },
  evidence,
  raw,
  merged: [{ rawPath: "2021/ثانٍ.txt", rawSha256: "b".repeat(64) }],
  rawPath: "2021/000_29b6b05d.txt",
  rawSha256: "29b6b05d0c08a7720c08a77229b6b05d29b6b05d0c08a7720c08a77229b6b05d",
  removed: [
    { text: "Search", reason: "زر من أزرار الموقع" },
    { text: "Share this:", reason: "زر من أزرار الموقع" },
    { text: "جميع الحقوق محفوظة © Evening Herald 2021", reason: "تذييل الموقع" },
  ],
  correctUrl: "/review/?article=2021-05-04-a1#correct",
  original: { url: "https://www.shore.example/2021/05/bridge?id=77", label: "shore.example" },
  citation: {
    words:
      "الضفة، «إعادة افتتاح الجسر الحجري بعد ثلاث سنوات من الترميم: «عاد الطريق إلى أهله»»، الثلاثاء 4 أيار/مايو 2021.",
    originalUrl: "https://www.shore.example/2021/05/bridge?id=77",
    kept: "محفوظ في سِجِلّ",
    address: "https://example.org/articles/2021-05-04-a1/",
    files: [
      { label: "RIS", name: "2021-05-04-a1.ris", href: "data:application/x-research-info-systems;charset=utf-8,TY" },
      { label: "BibLaTeX", name: "2021-05-04-a1.bib", href: "data:application/x-bibtex;charset=utf-8,@article" },
    ],
    meta: [
      ["DC.type", "newspaperArticle"],
      ["DC.date", "2021-05-04"],
    ],
  },
};

/** An article that says almost nothing of itself. */
export const sparseArticle: ArticlePage = {
  kind: "article",
  url: "/articles/undated-e5/",
  title: "مواعيد جديدة لسوق السمك",
  section: "time",
  id: "undated-e5",
  headline: "مواعيد جديدة لسوق السمك",
  titleNote: "عنوان مستخلص من المتن",
  dates: [],
  unknown: ["تاريخ النشر", "المصدر", "الكاتب", "الأشخاص"],
  citedAgencies: [],
  authors: [],
  people: [],
  organizations: [],
  places: [],
  topics: [],
  bodyHtml: "<p>يفتح السوق أبوابه من الفجر حتى الظهر.</p>",
  mentions: [],
  outline: [],
  links: [],
  sameEvent: [],
  duplicates: [],
  related: [],
  evidence: [],
  raw: [{ text: "يفتح السوق أبوابه من الفجر حتى الظهر.\n" }],
  merged: [],
  rawPath: "e5.txt",
  rawSha256: "0c08a77229b6b05d29b6b05d0c08a7720c08a77229b6b05d29b6b05d0c08a772",
  removed: [],
  correctUrl: "/review/?article=undated-e5#correct",
  citation: {
    words: "«مواعيد جديدة لسوق السمك»، بلا تاريخ.",
    kept: "محفوظ في سِجِلّ",
    address: "undated-e5",
    files: [
      { label: "RIS", name: "undated-e5.ris", href: "data:application/x-research-info-systems;charset=utf-8,TY" },
    ],
    meta: [["DC.type", "newspaperArticle"]],
  },
};

const indexes: readonly Ref[] = navigation
  .slice(0, 7)
  .map((item, i) => ({ url: item.url, label: item.label, count: 3 + i }));

/** A page of every kind, and more than one where a kind has several faces. */
export const pages = {
  home: {
    kind: "home",
    url: "/",
    title: frame.title,
    description: frame.description,
    intro:
      "خمسة تقارير عن مدينة الميناء جُمعت من صحفها ووكالاتها، يمكن تصفُّحها بحسب الزمن والأشخاص والأماكن والموضوعات والأحداث. وكل معلومة هنا تعود بقارئها إلى الكلمات التي أُخذت منها.",
    totals: ["5 مقالات", "3 أشخاص", "منظمتان", "مكانان", "3 مصادر"],
    latest: cards,
    events,
    people: [salim, layla, marta],
    topics: [transport, heritage],
    sources: [shore, herald, wire],
    years: [
      { url: "/time/2021/", label: "2021", count: 3 },
      { url: "/time/2019/", label: "2019", count: 1 },
      { url: "/time/undated/", label: "غير مؤرَّخ", count: 1 },
    ],
    more: {
      latest: { url: "/time/", label: "كل المقالات بحسب الزمن (5)" },
      people: { url: "/people/", label: "كل الأشخاص (3)" },
    },
  },
  article,
  sparseArticle,
  peopleIndex: {
    kind: "index",
    url: "/people/",
    title: "الأشخاص",
    section: "people",
    of: "person",
    heading: "الأشخاص",
    total: "11 شخصًا",
    isFilterable: true,
    hasProvisional: true,
    jumps: [
      { heading: "ا", id: "letter-1" },
      { heading: "س", id: "letter-4" },
      { heading: "ل", id: "letter-5" },
    ],
    groups: ["أ", "ب", "ج", "س", "ل", "م"].map((heading, i) => ({
      heading,
      id: `letter-${i + 1}`,
      refs: [
        { ...salim, latin: "Salim Nasiri", note: "رئيس مجلس المدينة", count: 12 * i + 1 },
        ...(i % 2 === 0
          ? [
              { ...layla, count: 3, isProvisional: true },
              { ...marta, latin: "Marta Lindqvist", count: 104 },
            ]
          : []),
      ],
    })),
  },
  placesIndex: {
    kind: "index",
    url: "/places/",
    title: "الأماكن",
    section: "places",
    of: "place",
    heading: "الأماكن",
    total: "مكانان",
    isFilterable: false,
    hasProvisional: false,
    jumps: [],
    groups: [{ heading: "بلاد النهر", id: "river-country", url: "/places/river-country/", refs: [port, river] }],
  },
  eventsIndex: {
    kind: "index",
    url: "/events/",
    title: "الأحداث",
    section: "events",
    of: "event",
    heading: "الأحداث",
    total: "حدثان",
    isFilterable: false,
    hasProvisional: false,
    jumps: [],
    groups: [],
    events,
    pager: {
      label: "الصفحة 2 من 3",
      newer: { url: "/events/", label: "الأحدث" },
      older: { url: "/events/page-1/", label: "الأقدم" },
    },
  },
  person: {
    kind: "entity",
    url: layla.url,
    title: layla.label,
    section: "people",
    type: "person",
    typeLabel: "شخص",
    name: layla.label,
    latin: "Layla Haddad",
    otherNames: ["ليلى يوسف حدّاد", "Leila Haddad"],
    about: "مهندسة ترميم أشرفت على إصلاح الجسر الحجري",
    roles: [{ label: "كبيرة المهندسين", period: "2018–2021" }, { label: "عضو مجلس المدينة" }],
    country: { url: "/places/river-country/", label: "بلاد النهر" },
    broader: [],
    narrower: [],
    sameAs: ["https://www.wikidata.org/entity/Q00000001"],
    isProvisional: true,
    containers: [],
    mentions: [
      {
        label: "أول ذكر",
        date: eventDay,
        article: { url: "/articles/2021-05-04-b2/", label: "الجسر القديم يستقبل المشاة" },
      },
      { label: "آخر ذكر", date: day, article: { url: "/articles/2021-05-04-a1/", label: cards[0]?.title ?? "" } },
    ],
    rolesInTime: [
      { label: "المهندسة", period: "من 2019 إلى الثلاثاء 4 أيار/مايو 2021", articles: "مقالان" },
      { label: "عضو المجلس", articles: "مقال واحد" },
    ],
    writtenAs: [
      {
        outlet: shore,
        years: "2019–2021",
        forms: [
          { form: "ليلا حداد", count: 2 },
          { form: "حداد", count: 4 },
        ],
        roles: ["المهندسة"],
      },
      { outlet: shore, years: "غير مؤرَّخ", forms: [{ form: "حداد", count: 1 }], roles: [] },
      { outlet: undefined, years: "2020", forms: [{ form: "Leila Haddad", count: 1 }], roles: [] },
    ],
    years: [
      { heading: "2021", id: "y-2021", articles: cards.slice(0, 2) },
      { heading: "غير مؤرَّخ", id: "y-undated", articles: cards.slice(4) },
    ],
    total: "3 مقالات",
    events: events.slice(0, 1),
    with: [
      { heading: "أشخاص يُذكرون معها", refs: [salim, marta] },
      { heading: "أماكن", refs: [port, river] },
    ],
    searchUrl: "/search/?person=%D9%84%D9%8A%D9%84%D9%89",
  },
  place: {
    kind: "entity",
    url: port.url,
    title: port.label,
    section: "places",
    type: "place",
    typeLabel: "مكان",
    name: port.label,
    otherNames: [],
    roles: [],
    country: { url: "/places/river-country/", label: "بلاد النهر" },
    broader: [river],
    narrower: [],
    sameAs: [],
    map: {
      width: 300,
      height: 200,
      land: "M0 0l40 0l0 60z",
      home: "M60 20l90 10l-20 80z",
      dot: { x: 110, y: 50 },
      title: "خريطة: مدينة الميناء في بلاد النهر",
      position: "25.28° شمالًا، 110.29° شرقًا",
    },
    containers: [{ url: "/places/river-country/", label: "بلاد النهر" }, river],
    mentions: [],
    rolesInTime: [],
    writtenAs: [],
    years: [],
    total: "لا مقالات",
    events: [],
    with: [],
  },
  topic: {
    kind: "entity",
    url: transport.url,
    title: transport.label,
    section: "topics",
    type: "topic",
    typeLabel: "موضوع",
    name: transport.label,
    otherNames: [],
    roles: [],
    broader: [{ url: "/topics/economy/", label: "الاقتصاد" }],
    narrower: [
      { url: "/topics/bridges/", label: "الجسور" },
      { url: "/topics/ports/", label: "الموانئ" },
    ],
    sameAs: [],
    containers: [{ url: "/topics/economy/", label: "الاقتصاد" }],
    mentions: [],
    rolesInTime: [],
    writtenAs: [],
    years: [{ heading: "2021", id: "y-2021", articles: cards.slice(0, 3) }],
    total: "3 مقالات",
    pager: { label: "الصفحة 1 من 2", older: { url: "/topics/transport/page-1/", label: "الأقدم" } },
    events: [],
    with: [],
  },
  event: {
    kind: "event",
    url: bridge.url,
    title: bridge.label,
    section: "events",
    heading: bridge.label,
    date: eventDay,
    place: port,
    participants: [salim, layla, council],
    reports: cards.slice(0, 4).map((card, i) => ({
      ...card,
      dates: i === 3 ? [approximateDay] : [day, eventDay],
      people: i === 3 ? [] : [{ ...salim, note: "رئيس المجلس" }, layla],
      places: [port],
      length: ["320 كلمة", "85 كلمة", "1,204 كلمات", "كلمتان"][i] ?? "",
    })),
    naming: [
      { ref: salim, cells: [["سالم الناصري", "الناصري"], ["سالم النصيري"], [], []] },
      { ref: layla, cells: [["ليلا حداد"], [], ["Leila Haddad"], ["ليلى حدّاد", "المهندسة حدّاد"]] },
      { ref: union, cells: [[], [], ["الاتحاد الدولي لهندسة الجسور (IABSE)"], []] },
    ],
    onlyIn: [{ report: { url: cards[2]?.url ?? "", label: "PortWire" }, refs: [marta, union] }],
    reasons: ["التاريخ نفسه", "الأطراف نفسها: سالم الناصري، ليلى حدّاد", "رقم مشترك: 14.6 مليون دينار"],
  },
  years: {
    kind: "time",
    url: "/time/",
    title: "الزمن",
    section: "time",
    scale: "all",
    heading: "الأرشيف بحسب الزمن",
    total: "5 مقالات",
    units: [
      { url: "/time/2021/", label: "2021", count: 3 },
      { url: "/time/2019/", label: "2019", count: 1 },
      { url: "/time/undated/", label: "غير مؤرَّخ", count: 1 },
    ],
    articles: [],
  },
  month: {
    kind: "time",
    url: "/time/2021/05/",
    title: "أيار/مايو 2021",
    section: "time",
    scale: "month",
    heading: "أيار/مايو 2021",
    total: "مقالان",
    up: { url: "/time/2021/", label: "2021" },
    earlier: { url: "/time/2021/04/", label: "نيسان/أبريل 2021" },
    units: [
      { url: "/time/2021/05/03/", label: "الاثنين 3", count: 1 },
      { url: "/time/2021/05/04/", label: "الثلاثاء 4", count: 1 },
    ],
    articles: cards.slice(0, 2),
  },
  search: {
    kind: "search",
    url: "/search/",
    title: "البحث في الأرشيف",
    section: "search",
    indexes,
    filters: [
      { name: "source", label: "المصدر" },
      { name: "person", label: "الأشخاص" },
      { name: "topic", label: "الموضوعات" },
      { name: "year", label: "السنة" },
    ],
  },
  review: {
    kind: "review",
    url: "/review/",
    title: "مراجعة الأرشيف",
    section: "review",
    heading: "مراجعة الأرشيف",
    total: "ما يحتاج إلى نظر: حقلان في مقالين",
    rest: "هذه أول 200 من 300. والقائمة كلها في ملف CSV.",
    csvUrl: "/review/doubts.csv",
    recordsUrl: "/review/records.json",
    articleUrl: "/articles/{id}/",
    doubts: [
      {
        article: { url: "/articles/undated-e5/", label: "مواعيد جديدة لسوق السمك" },
        field: "تاريخ النشر",
        reason: "لا يذكره النص",
        worth: "الأهمية 5 × الشك 1 × الصفحات 3 = 15",
        correctUrl: "/review/?article=undated-e5&field=published#correct",
      },
      {
        article: { url: "/articles/2021-05-04-a1/", label: cards[0]?.title ?? "" },
        field: "الأشخاص",
        value: layla,
        reason: "قراءة غير مؤكَّدة: صيغة أخرى لاسم في السجل",
        words: "ليلا حداد",
        worth: "الأهمية 4 × الشك 0.6 × الصفحات 5 = 12",
        correctUrl: "/review/?article=2021-05-04-a1&field=people#correct",
      },
    ],
    fields: [
      { name: "title", label: "العنوان", kind: "title" },
      { name: "published", label: "تاريخ النشر", kind: "date" },
      { name: "people", label: "الأشخاص", kind: "entities", type: "person" },
    ],
  },
  text: {
    kind: "text",
    url: "/about/",
    title: "عن الأرشيف",
    section: "about",
    heading: "عن الأرشيف",
    html: '<p>هذا أرشيف مخترع لفحص القوالب.</p><h2>كيف صُنع؟</h2><p>كُتب باليد، وفيه <code>code</code> و<a href="https://example.org/">رابط</a>.</p><ol><li>أولًا</li><li>ثانيًا</li></ol>',
  },
  moved: {
    kind: "moved",
    url: "/articles/2021-05-04-old/",
    title: "إعادة افتتاح الجسر الحجري",
    to: { url: "/articles/2021-05-04-a1/", label: "إعادة افتتاح الجسر الحجري" },
  },
  notFound: { kind: "notFound", url: "/404.html", title: "الصفحة غير موجودة", indexes },
} as const satisfies Record<string, AnyPage>;

/** Every page kind has at least one page above. */
export const kinds = [...new Set(Object.values(pages).map((page) => page.kind))] as readonly PageKind[];
