import { beforeAll, describe, expect, test } from "vitest";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { authorityOf, rawArticle, WORLD, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const parse = (text: string, within = context) => parseText(rawArticle(text), within);
/** `entity:words:rule`, in the order they are read: the headline last. */
const mentionsOf = (text: string, within = context) =>
  parse(text, within).article.mentions.map(
    ({ entity, words, rule }) => `${entity}:${words}:${rule.replace("name:", "")}`,
  );
const rolesOf = (text: string) => parse(text).article.mentions.map(({ role }) => role);

test.each([
  ["بعد صلاة المغرب في المدينة القديمة", ""],
  ["وعقب أذان المغرب خرج الناس", ""],
  ["في بلاد المغرب العربي كلها", ""],
  ["شرب كوبا من الشاي ثم مضى", ""],
  ["توج الفريق بلقب كوبا أمريكا أمس", ""],
  ["ورسم نصف قطر الدائرة بالمسطرة", ""],
  ["في دول أمريكا اللاتينية", ""],
  ["زار المغرب وكوبا وقطر", "morocco cuba qatar"],
  ["في أمريكا اليوم", "america"],
  ["ودول شمال أمريكا كلها", ""],
  ["ارتفعت أرقام التجارة الخارجية الصينية", ""],
  ["وقالت الخارجية الصينية إنها سترد", "ministry"],
  ["اجتمع مجلس الأمن القومي أمس", ""],
  ["اجتمع مجلس الأمن أمس", "council"],
  ["وصل باكرا إلى مسقط رأسه", ""],
  ["وصل كوبا أمس", "cuba"],
  ["وصل كوبًا أمس", ""],
  ["ضربه بفأس ثم لجأوا إلى البيت", ""],
  ["وصل إلى فاس وجاوا وريودي وأوزاي", "fez java"],
  ["وصل إلى لوأندا أمس", ""],
  ["صوت الأتحاد الدولي أمس", "union"],
  ["وصل إلى مأرب ومارب أمس", "marib marib"],
  ["وصل الباشا مع باشا آخر أمس", ""],
  ["صوت الكونغرس أمس", "congress"],
  ["صوت الكونغرس الأميركي أمس", "congress"],
  ["صوت الكونغرس القطري أمس", ""],
])("fixed phrases that hold the words of a name name none: «%s»", async (text, expected) => {
  const places = `
morocco: {prefLabel: المغرب, kind: country}
cuba: {prefLabel: كوبا, kind: country}
qatar: {prefLabel: قطر, kind: country, demonym: [قطري]}
muscat: {prefLabel: مسقط, kind: capital}
accra: {prefLabel: أكرا, kind: capital}
fez: {prefLabel: فاس, kind: city}
java: {prefLabel: جاوة, altLabel: [جاوا], kind: region}
luanda: {prefLabel: لواندا, kind: capital}
marib: {prefLabel: مأرب, kind: city}
america: {prefLabel: الولايات المتحدة, altLabel: [أمريكا], kind: country, demonym: [أمريكي, أميركي]}
`;
  const organizations = `
ministry: {prefLabel: وزارة الخارجية الصينية, altLabel: [الخارجية الصينية]}
council: {prefLabel: مجلس الأمن}
union: {prefLabel: الاتحاد الدولي}
congress: {prefLabel: الكونغرس, altLabel: [الكونغرس الأمريكي], country: america}
`;
  const sources = "mena: {prefLabel: وكالة الشرق, altLabel: [أ ش أ]}\n";
  const within = parseContext(
    await authorityOf({ "places.yaml": places, "organizations.yaml": organizations, "sources.yaml": sources }),
  );
  expect(
    mentionsOf(text, within)
      .map((mention) => mention.split(":")[0])
      .join(" "),
  ).toBe(expected);
});

describe("names in all their forms", () => {
  test.each([
    ["وصل سليم النخلي أمس.", "salim-nakhli:سليم النخلي:full"],
    ["وصل سليم نخلي أمس.", "salim-nakhli:سليم نخلي:variant"],
    ["وصل Salim Nakhli أمس.", "salim-nakhli:Salim Nakhli:variant"],
    ["وصل SALIM NAKHLI أمس.", "salim-nakhli:SALIM NAKHLI:variant"],
    ["وصل سَليم النَّخلي أمس.", "salim-nakhli:سَليم النَّخلي:full"],
    ["وصل سلـيم النـــخلي أمس.", "salim-nakhli:سلـيم النـــخلي:full"],
    ["وصل سليم  النخلي أمس.", "salim-nakhli:سليم  النخلي:full"],
    ["وصل سليم\u00A0النخلي أمس.", "salim-nakhli:سليم\u00A0النخلي:full"],
    ["وصل سليم\u200F النخلي أمس.", "salim-nakhli:سليم\u200F النخلي:full"],
    ["وصل سليم\u202Fالنخلي أمس.", "salim-nakhli:سليم\u202Fالنخلي:full"],
    ["وصل سليم-النخلي أمس.", "salim-nakhli:سليم-النخلي:full"],
    ["وصل سليمالنخلي أمس.", "salim-nakhli:سليمالنخلي:full"],
    ["وصل وان لو شي أمس.", "wan-lo-shi:وان لو شي:full"],
    ["وصل وان لوشي أمس.", "wan-lo-shi:وان لوشي:full"],
    ["وصل وانلو شي أمس.", "wan-lo-shi:وانلو شي:full"],
    ["وصل وانلوشي أمس.", "wan-lo-shi:وانلوشي:full"],
    ["وصل وسليم النخلي أمس.", "salim-nakhli:سليم النخلي:full"],
    ["وصل فسليم النخلي أمس.", "salim-nakhli:سليم النخلي:full"],
    ["وصل ووان لو شي أمس.", "wan-lo-shi:وان لو شي:full"],
    ["رسالة لسليم النخلي أمس.", "salim-nakhli:سليم النخلي:full"],
    ["رسالة وَلِسليم النخلي أمس.", "salim-nakhli:سليم النخلي:full"],
    ["وصل إلى الواديا أمس.", "wadia:الواديا:full"],
    ["وصل بالواديا أمس.", "wadia:الواديا:full"],
    ["وصل كالواديا أمس.", "wadia:الواديا:full"],
    ["رسالة للواديا أمس.", "wadia:للواديا:full"],
    ["رسالة وللواديا أمس.", "wadia:للواديا:full"],
    ["وصل لمرجانة أمس.", "marjana:مرجانة:full"],
    ["وصل «مرجانة»، أمس.", "marjana:مرجانة:full"],
    ["بيان (رابطة دول السواحل) أمس.", "coast-union:رابطة دول السواحل:variant"],
  ])("%s", (text, expected) => {
    expect(mentionsOf(text)).toEqual([expected]);
  });

  test.each([
    ["parted by a full stop", "وصل سليم. النخلي كثير هنا."],
    ["parted by a comma", "وصل سليم، النخلي كثير."],
    ["parted by a line", "وصل سليم\nالنخلي كثير"],
    ["parted by brackets", "وصل سليم (النخلي) أمس."],
    ["inside a longer word", "المرجانةية والوادياوي."],
    ["half of it", "وصل سليم أمس."],
  ])("none when %s", (_, text) => {
    expect(mentionsOf(text)).toEqual([]);
  });

  test("the longest name wins over those inside it", () => {
    expect(mentionsOf("وصل فارس يونس الحداد أمس.")).toEqual(["second-fares:فارس يونس الحداد:variant"]);
  });
});

describe("short names", () => {
  test("count only after a full one, in reading order", () => {
    expect(mentionsOf("قال النخلي نعم. وصل سليم النخلي. ثم مضى النخلي.")).toEqual([
      "salim-nakhli:سليم النخلي:full",
      "salim-nakhli:النخلي:short-after-full",
    ]);
  });

  test("count in the headline, which is read last", () => {
    const text = "النخلي يفتتح الميناء\n\nافتتح سليم النخلي الميناء الجديد بحضور عدد كبير من أهالي المدينة.";
    expect(mentionsOf(text)).toEqual(["salim-nakhli:سليم النخلي:full", "salim-nakhli:النخلي:short-after-full"]);
    expect(parse(text).article.mentions[1]?.at).toEqual([0, 6]);
  });

  test("count for nobody where no full form stands", () => {
    expect(mentionsOf("النخلي يفتتح الميناء\n\nافتتح النخلي الميناء الجديد بحضور عدد كبير من أهالي المدينة.")).toEqual(
      [],
    );
  });

  test("shared by two whom the text names in full mean neither, and it is told", () => {
    const text = "وصل هادي الورداني. قال الورداني نعم. ثم وصلت سلمى الورداني. وقالت الورداني لا. وقال الورداني نعم.";
    expect(mentionsOf(text)).toEqual([
      "hadi-wardani:هادي الورداني:full",
      "hadi-wardani:الورداني:short-after-full",
      "salma-wardani:سلمى الورداني:full",
    ]);
    expect(parse(text).problems.filter(({ rule }) => rule.startsWith("resolve:"))).toEqual([
      {
        file: "raw/a.txt",
        severity: "info",
        rule: "resolve:shared-short-name",
        reason: "«الورداني» may be any of two or more whom the text names in full; none was chosen",
        line: 1,
        column: 67,
        expected: ["hadi-wardani", "salma-wardani"],
        note: "Nothing needs to be done: each of them is in the article's list already.",
      },
    ]);
  });
});

describe("the title before a name", () => {
  const people = `
hadi-wardani:
  prefLabel: هادي الورداني
  shortLabel: [الورداني]
  country: wadia
  roles: [{label: رئيس جمهورية الواديا}]
salma-wardani:
  prefLabel: سلمى الورداني
  shortLabel: [الورداني]
  country: wadia
  roles: [{label: وزيرة الخارجية والمغتربين}, {label: نائبة رئيس الوزراء}]
nabil-ghaithan:
  prefLabel: نبيل غيثان
  shortLabel: [غيثان]
  country: wadia
  roles: [{label: وزير الدفاع}]
nabil-ghaithan-rami:
  prefLabel: نبيل غيثان
  shortLabel: [غيثان]
  country: rami
  roles: [{label: وزير الدفاع}]
lone:
  prefLabel: سامر لوان
  shortLabel: [لوان]
`;
  const places =
    "wadia:\n  prefLabel: الواديا\n  demonym: [وادياوي]\nrami:\n  prefLabel: الرامي\n  demonym: [رامياوي]\n";
  let within: ParseContext;
  beforeAll(async () => {
    within = parseContext(await authorityOf({ "people.yaml": people, "places.yaml": places }));
  });

  test.each([
    ["وصل الرئيس الوادياوي الورداني أمس.", ["hadi-wardani:الورداني:short-with-title"]],
    [
      "وصلت وزيرة الخارجية الوادياوية الورداني أمس. وقالت الورداني نعم.",
      ["salma-wardani:الورداني:short-with-title", "salma-wardani:الورداني:short-after-full"],
    ],
    ["قال وزير الدفاع الرامياوي غيثان أمس.", ["nabil-ghaithan-rami:غيثان:short-with-title"]],
    ["قال وزير الدفاع الرامياوي نبيل غيثان أمس.", ["nabil-ghaithan-rami:نبيل غيثان:by-title"]],
    [
      "وصل هادي الورداني ثم سلمى الورداني. وقال الرئيس الوادياوي الورداني نعم.",
      ["hadi-wardani:هادي الورداني:full", "salma-wardani:سلمى الورداني:full", "hadi-wardani:الورداني:by-title"],
    ],
  ])("tells who is meant: %s", (text, expected) => {
    expect(mentionsOf(text, within)).toEqual(expected);
  });

  test.each([
    ["without a country", "وصل الرئيس الورداني أمس."],
    ["of another country", "وصل الرئيس الرامياوي الورداني أمس."],
    ["of an office the record does not hold", "قال وزير الصحة الوادياوي الورداني أمس."],
    ["of a chief, the record being his deputy's", "قال رئيس الوزراء الوادياوي الورداني أمس."],
    ["of a record without roles", "قال الرئيس الوادياوي لوان أمس."],
    ["that is an adviser's", "قال مستشار الرئيس الوادياوي الورداني أمس."],
    ["that two with one full name may have", "قال الوزير نبيل غيثان أمس."],
  ])("tells nothing %s", (_, text) => {
    expect(mentionsOf(text, within)).toEqual([]);
  });
});

describe("a headline", () => {
  const body = "التقى هادي الورداني في الميناء سلمى الورداني وعددا كبيرا من أهالي المدينة الساحلية.";

  test("with a short name that two of the text share means neither", () => {
    expect(mentionsOf(`الورداني في الميناء\n\n${body}`)).toEqual([
      "hadi-wardani:هادي الورداني:full",
      "salma-wardani:سلمى الورداني:full",
    ]);
  });

  test("that names one of them in full says nothing of the short name beside it", () => {
    expect(mentionsOf(`هادي الورداني: الورداني وصل\n\n${body}`).slice(2)).toEqual(["hadi-wardani:هادي الورداني:full"]);
  });
});

describe("ambiguous labels", () => {
  test.each([
    ["قال الوزير ربيع نعم.", ["rabea-khayal:ربيع:ambiguous-with-context"]],
    ["قال للسيد ربيع نعم.", ["rabea-khayal:ربيع:ambiguous-with-context"]],
    ["وصل والوزير ربيع أمس.", ["rabea-khayal:ربيع:ambiguous-with-context"]],
    ["جاء ربيع جميل.", []],
    ["قال الوزير: ربيع جميل.", []],
    ["قال الوزير إن ربيع هذا العام جميل.", []],
  ])("%s", (text, expected) => {
    expect(mentionsOf(text)).toEqual(expected);
  });
});

describe("two records with one name", () => {
  test("are left unresolved, and reported once an article with the candidates", () => {
    const { article, problems } = parse(
      "عنوان الخبر\n\nوصل فارس الحداد أمس إلى الميناء. وقال فارس الحداد إنه سعيد. ثم مضى لفارس الحداد.",
    );
    expect(article.mentions).toEqual([]);
    expect(article.fields.people).toEqual([]);
    expect(problems).toEqual([
      {
        file: "raw/a.txt",
        severity: "warning",
        rule: "resolve:ambiguous-name",
        reason: "«فارس الحداد» names more than one record; none was chosen",
        line: 3,
        column: 5,
        actual: "فارس الحداد",
        expected: ["first-fares", "second-fares"],
        note: "Name the right one in content/corrections, or move the shared label to ambiguousLabel in content/authority.",
      },
    ]);
  });

  test("of different kinds are unresolved too", async () => {
    const within = parseContext(
      await authorityOf({ ...WORLD, "organizations.yaml": "nakhli-org:\n  prefLabel: سليم النخلي\n" }),
    );
    expect(mentionsOf("وصل سليم النخلي أمس.", within)).toEqual([]);
  });

  test("a full form of one settles nothing for the shared name, a distinct form does", () => {
    expect(mentionsOf("وصل فارس يونس الحداد. وقال فارس الحداد نعم.")).toEqual([
      "second-fares:فارس يونس الحداد:variant",
    ]);
  });
});

describe("a word that is the full name of one record and less of another", () => {
  const SHARED = {
    "places.yaml": `
amman: {prefLabel: عمّان, altLabel: [العاصمة الأردنية عمان], kind: capital}
oman: {prefLabel: سلطنة عمان, ambiguousLabel: [عمان, عُمان], contextWords: [خليج], kind: country}
jordan: {prefLabel: الأردن, kind: country, demonym: [أردني]}
libya: {prefLabel: ليبيا, kind: country, demonym: [ليبي]}
lebanon: {prefLabel: لبنان, kind: country, demonym: [لبناني]}
beirut: {prefLabel: بيروت, kind: capital, broader: [lebanon]}
tripoli: {prefLabel: طرابلس, kind: capital, broader: [libya]}
tripoli-lebanon: {prefLabel: طرابلس اللبنانية, ambiguousLabel: [طرابلس], contextWords: [عكار], kind: city, broader: [lebanon]}
barcelona: {prefLabel: مدينة برشلونة, ambiguousLabel: [برشلونة], contextWords: [في, مدينة], kind: city}
`,
    "organizations.yaml": "fc-barcelona: {prefLabel: برشلونة, altLabel: [نادي برشلونة]}\n",
  };
  test.each([
    ["وصل الوفد إلى عمان أمس.", ["amman:عمان:full"]],
    ["وصل الوفد إلى عُمان أمس.", ["oman:عُمان:variant"]],
    ["وصل الوفد إلى عمّان أمس.", ["amman:عمّان:full"]],
    ["عبرت السفينة خليج عمان أمس.", ["oman:عمان:ambiguous-with-context"]],
    ["وصل الوفد إلى سلطنة عمان، وتدرس عمان الطلب.", ["oman:سلطنة عمان:full", "oman:عمان:short-after-full"]],
    ["وصل الوفد إلى عمان، ثم إلى سلطنة عمان.", ["amman:عمان:full", "oman:سلطنة عمان:full"]],
    [
      "زار سلطنة عمان ثم العاصمة الأردنية عمان، ووقع في عمان.",
      ["oman:سلطنة عمان:full", "amman:العاصمة الأردنية عمان:variant", "amman:عمان:full"],
    ],
    ["وقع الحريق في طرابلس.", ["tripoli:طرابلس:full"]],
    ["نقل الجرحى من طرابلس إلى بيروت.", ["tripoli-lebanon:طرابلس:by-country", "beirut:بيروت:full"]],
    ["وقع الحريق في طرابلس، وقال الوزير اللبناني نعم.", ["tripoli-lebanon:طرابلس:by-country"]],
    ["وصل الوفد اللبناني والليبي إلى طرابلس.", ["tripoli:طرابلس:full"]],
    ["سافر من بيروت إلى طرابلس في ليبيا.", ["beirut:بيروت:full", "tripoli:طرابلس:full", "libya:ليبيا:full"]],
    ["فاز برشلونة أمس.", ["fc-barcelona:برشلونة:full"]],
    [
      "عقد المعرض في برشلونة، وفاز برشلونة أمس.",
      ["barcelona:برشلونة:ambiguous-with-context", "fc-barcelona:برشلونة:full"],
    ],
  ])("%s", async (text, expected) => {
    expect(mentionsOf(text, parseContext(await authorityOf(SHARED)))).toEqual(expected);
  });
});

describe("fields", () => {
  test("hold each record once, with its first full naming as evidence", () => {
    const { people, places, organizations } = parse(
      "النخلي في مرجانة\n\nوصل سليم النخلي إلى مرجانة. وقال النخلي إن اتحاد السواحل وسليم النخلي اتفقا في مرجانة أمس.",
    ).article.fields;
    expect(people).toEqual([
      { value: "salim-nakhli", rule: "name:full", words: "سليم النخلي", at: [22, 33], confidence: 0.98 },
    ]);
    expect(places?.map(({ value }) => value)).toEqual(["marjana"]);
    expect(organizations?.map(({ value }) => value)).toEqual(["coast-union"]);
  });

  test("a name inside an address is none", () => {
    expect(mentionsOf("عنوان الخبر\n\nافتتح الميناء أمس.\nhttps://example.org/Salim-Nakhli")).toEqual([]);
  });
});

describe("titles before a name", () => {
  test.each([
    ["قال الرئيس الوادياوي سليم النخلي نعم.", "الرئيس الوادياوي"],
    ["قال الرئيس سليم النخلي نعم.", "الرئيس"],
    ["قال الرئيس\u00A0سليم النخلي نعم.", "الرئيس"],
    ["التقى سلمى ووزير الخارجية سليم النخلي أمس.", "وزير الخارجية"],
    ["التقى سلمى وَوزير الخارجية سليم النخلي أمس.", "وزير الخارجية"],
    ["قال نائب رئيس مجلس الوزراء وزير الدفاع سليم النخلي نعم.", "نائب رئيس مجلس الوزراء وزير الدفاع"],
    ["قال سليم النخلي نعم.", undefined],
    ["قال الرئيس: سليم النخلي وصل.", undefined],
    ["قال الرئيس إن سليم النخلي وصل.", undefined],
    ["الرئيس\nسليم النخلي وصل إلى الميناء الجديد أمس.", undefined],
  ])("%s", (text, role) => {
    expect(rolesOf(text)).toEqual([role]);
  });
});
