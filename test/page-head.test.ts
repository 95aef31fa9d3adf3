import { beforeAll, describe, expect, test } from "vitest";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { nameBehindBy } from "../src/segment/person-name.ts";
import { authorityOf, rawArticle, WORLD } from "./support/world.ts";

/** What pages print around a headline and below a text, as scraping leaves it in plain texts. */

let context: ParseContext;
beforeAll(async () => {
  const sources = `${WORLD["sources.yaml"]}
wave:
  prefLabel: موج أونلاين
  kind: agency
  altLabel: [موج الجبل]
  codes: [MJ]
`;
  const places = `${WORLD["places.yaml"]}
saffa:
  prefLabel: الصفا
  kind: country
saffa-city:
  prefLabel: الصفا العاصمة
  kind: capital
  broader: [saffa]
talaa:
  prefLabel: تلعة
  kind: city
  broader: [wadia]
talaa-saffa:
  prefLabel: تلعة الصفا
  ambiguousLabel: [تلعة]
  contextWords: [جبل]
  kind: city
  broader: [saffa]
salt-city:
  prefLabel: مدينة الملح
  kind: capital
  country: wadia
`;
  context = parseContext(await authorityOf({ ...WORLD, "sources.yaml": sources, "places.yaml": places }));
});

const parse = (lines: readonly string[]) => parseText(rawArticle(`${lines.join("\n")}\n`), context).article;
const TITLE = "الوزير يفتتح الميناء الجديد";
const LEAD = "افتتح الوزير الميناء الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const MORE = "وقال في كلمته إن الميناء سيستقبل أولى السفن في مطلع الشهر المقبل بعد انتهاء أعمال التعميق والإنارة.";

/** title | authors | source | town | published | what is left of the lines besides the two of the text */
function read(...lines: string[]): string {
  const { title, fields, blocks } = parse(lines);
  const rest = blocks.map(({ text }) => text).filter((text) => text !== LEAD && text !== MORE);
  return [
    title.value,
    (fields.authors ?? []).map(({ value }) => value).join("+"),
    fields.source?.value ?? "",
    fields.datelinePlace?.value ?? "",
    fields.published?.value ?? "",
    ...(rest.length > 0 ? [rest.join(" / ")] : []),
  ].join("|");
}

describe("who wrote", () => {
  test.each([
    ["بواسطة سليم أحمد", `${TITLE}|سليم أحمد|||`],
    ["كتب بواسطة: سلمى نور", `${TITLE}|سلمى نور|||`],
    ["بواسطة سلمى نور - 5 مايو، 2021", `${TITLE}|سلمى نور|||2021-05-05`],
    ["نشر بواسطة: سليم أحمد في 5 مايو 2021", `${TITLE}|سليم أحمد|||2021-05-05`],
    ["سلمى نور • 5 مايو 2021 • آخر تحديث: منذ ساعتين", `${TITLE}|سلمى نور|||2021-05-05`],
    ["كتب: سليم أحمد وسلمى نور", `${TITLE}|سليم أحمد+سلمى نور|||`],
    ["كتبت: سلمى نور، وسليم أحمد ومنى حسن", `${TITLE}|سلمى نور+سليم أحمد+منى حسن|||`],
    ["كتب سليم أحمد ورفاقه رسالة طويلة", `${TITLE}|||||كتب سليم أحمد ورفاقه رسالة طويلة`],
    ["حاورتها: سلمى نور", `${TITLE}|سلمى نور|||`],
    ["الكاتبة: سلمى نور", `${TITLE}|سلمى نور|||`],
    // What accounts are called, outlets and desks are nobody's names.
    ["بواسطة محرر الموقع", `${TITLE}|||||بواسطة محرر الموقع`],
    ["بواسطة سليم نيوز", `${TITLE}|||||بواسطة سليم نيوز`],
    ["نشر بواسطة غرفة الأخبار في 5 مايو 2021", `${TITLE}||||2021-05-05`],
    ["بواسطة القوارب وصل الأهالي", `${TITLE}|||||بواسطة القوارب وصل الأهالي`],
  ])("below the headline: %s", (line, expected) => expect(read(TITLE, line, "", LEAD, MORE)).toBe(expected));

  test("and once more at the end", () => {
    expect(read(TITLE, "بواسطة سليم أحمد", "", LEAD, MORE, "تحرير من طرف سليم أحمد")).toBe(`${TITLE}|سليم أحمد|||`);
    expect(read(TITLE, "", LEAD, MORE, "تحرير من طرف سليم أحمد")).toBe(`${TITLE}|سليم أحمد|||`);
  });

  test("nobody is named by what is done by means of something", () => {
    expect(nameBehindBy("وصل الأهالي بواسطة سليم أحمد الذي قادهم")).toBeUndefined();
    expect(nameBehindBy("نشر من قبل سليم أحمد")).toEqual([11, 20]);
  });
});

describe("lines above and below a headline", () => {
  test.each([
    ["the outlet's name", [TITLE, "موج أونلاين", "", LEAD, MORE], `${TITLE}||wave||`],
    ["the outlet's code", ["محليات", TITLE, "MJ", "", LEAD, MORE], `${TITLE}||wave||`],
    ["the section", ["اقتصاد", TITLE, "", LEAD, MORE], `${TITLE}||||`],
    ["who reports from where", ["سليم أحمد (بالة)", TITLE, LEAD, MORE], `${TITLE}|سليم أحمد||bala|`],
    [
      "town, reporter and agency, without a headline",
      ["بالة / سليم أحمد / ريح", LEAD, MORE],
      `${LEAD.slice(0, -1)}|سليم أحمد|rih|bala|`,
    ],
    // A name of one word may be a noun, and a line in the text is the text's.
    ["a region, which a section may be called by", [TITLE, "موج الجبل", "", LEAD, MORE], `${TITLE}|||||موج الجبل`],
    ["a noun", [TITLE, "ريح", "", LEAD, MORE], `${TITLE}|||||ريح`],
    ["an outlet in the text", [TITLE, "", LEAD, "موج أونلاين", MORE], `${TITLE}|||||موج أونلاين`],
    ["a section's name without a headline behind it", ["اقتصاد", "", LEAD, MORE], "اقتصاد||||"],
  ])("%s", (_, lines, expected) => expect(read(...lines)).toBe(expected));

  test("a day without its year dates nothing and is no text", () => {
    expect(read(TITLE, "5 مايو", "", LEAD, MORE)).toBe(`${TITLE}||||`);
    expect(read(TITLE, "", LEAD, "نشر: 5 مايو - تحديث: 6 مايو", MORE)).toBe(`${TITLE}||||`);
    expect(read(TITLE, "", LEAD, "5 مايو", MORE)).toBe(`${TITLE}|||||5 مايو`);
    expect(read("5 مايو", "", LEAD, MORE)).toBe("5 مايو||||");
  });
});

describe("a text that opens with its dateline, without a headline", () => {
  const title = LEAD.slice(0, -1);
  test.each([
    [`بالة - ${LEAD}`, `${title}|||bala|`],
    [`ريح/ ${LEAD}`, `${title}||rih||`],
    [`بالة، 05/05/2021 - ${LEAD}`, `${title}|||bala|2021-05-05`],
    [`بالة/ نسمة/ ${LEAD}`, `${title}|||bala|`],
    [`بالة – النسيم – ${LEAD}`, `${title}|||bala|`],
    [`ريح - تلة الغربان - ${LEAD}`, `${title}||rih||`],
    // Without a full stop it may be a headline.
    [
      "بالة - افتتح الوزير الميناء الجديد بحضور عدد كبير من المسؤولين",
      "بالة - افتتح الوزير الميناء الجديد بحضور عدد كبير من المسؤولين||||",
    ],
  ])("%s", (line, expected) => expect(read(line, "", MORE)).toBe(expected));
});

describe("a dateline's town", () => {
  const towns = (line: string) => parse([TITLE, "", line, MORE]).fields.datelinePlace;

  test("is the capital that is called as its country", () => {
    expect(towns(`الصفا (ريح) - ${LEAD}`)).toEqual({
      value: "saffa-city",
      rule: "place:dateline-capital",
      words: "الصفا",
      at: [29, 34],
      confidence: 0.88,
      alternatives: [{ value: "saffa", rule: "place:dateline", words: "الصفا", at: [29, 34], confidence: 0.7 }],
      chosenBy: "choose:town",
    });
    expect(towns(`الصفا - سليم أحمد`)?.value).toBe("saffa-city");
  });

  test.each([
    ["the one whose full name it is", `تلعة (ريح) - ${LEAD}`, "talaa"],
    ["the one in the country behind the comma", `تلعة، الصفا (ريح) - ${LEAD}`, "talaa-saffa"],
    ["the one in the only country of theirs in the text", `تلعة (ريح) - ${LEAD} ووصل وفد من الصفا.`, "talaa-saffa"],
    [
      "the one whose full name it is, where the text names both countries",
      `تلعة (ريح) - ${LEAD} ووصل وفد من الصفا والواديا.`,
      "talaa",
    ],
  ])("that shares its name is %s", (_, line, expected) => expect(towns(line)?.value).toBe(expected));

  test("is the country where its capital has a name of its own", () =>
    expect(towns(`الواديا (ريح) - ${LEAD}`)).toMatchObject({ value: "wadia", rule: "place:dateline" }));
});

describe("days inside a text", () => {
  test("that head the entries of a live report are headings, and no day of publication", () => {
    const { fields, blocks } = parse([
      "مباشر: العاصفة في الواديا",
      "آخر تحديث: 2022-01-19 22:40",
      "22:40 - الدفاع المدني يسحب سيارات عالقة على طريق الجبل.",
      "الأربعاء 19 كانون الثاني 2022",
      "08:30 - بدء تساقط الثلوج على ارتفاع 800 متر.",
      "الثلاثاء 18 كانون الثاني 2022",
      "23:00 - تحذير من الأرصاد الجوية.",
    ]);
    expect([fields.published?.value, fields.modified?.value]).toEqual([undefined, "2022-01-19"]);
    expect(blocks.filter(({ kind }) => kind === "heading").map(({ text }) => text)).toEqual([
      "الأربعاء 19 كانون الثاني 2022",
      "الثلاثاء 18 كانون الثاني 2022",
    ]);
  });

  test("of a diary are headings, the first of them, too", () => {
    const { fields, blocks } = parse([
      "يوميات مسافر",
      "12 آذار 2019",
      "وصلنا إلى القرية قبل الغروب وكان الطريق وعرا.",
      "13 آذار 2019",
      "لم ننم من شدة البرد، فأشعلنا النار حتى الصباح.",
      "14 آذار 2019",
      "عدنا من الطريق نفسها.",
    ]);
    expect(fields.published).toBeUndefined();
    expect(blocks.filter(({ kind }) => kind === "heading")).toHaveLength(3);
  });

  test("of a list below the text are none of the page's", () => {
    const ships = ["وصلت السفن إلى الميناء كما يلي.", "1/1/2019", "12 سفينة", "1/1/2020", "19 سفينة"];
    expect(parse([TITLE, "", LEAD, MORE, ...ships]).fields.published).toBeUndefined();
    expect(parse([TITLE, "5/5/2021", "", LEAD, MORE, ...ships]).fields.published).toMatchObject({
      value: "2021-05-05",
    });
  });

  test("below the headline the page's own stands, whatever days follow", () => {
    const comments = [
      "هدى",
      "6 مايو 2021",
      "ننتظر السفن منذ زمن طويل.",
      "رامي",
      "7 مايو 2021",
      "أحسنتم جميعا على هذا العمل.",
    ];
    expect(parse([TITLE, "5 مايو 2021", "", LEAD, MORE, ...comments]).fields.published).toMatchObject({
      value: "2021-05-05",
    });
    expect(parse([TITLE, "", LEAD, MORE, "5 مايو 2021", "رقم الخبر 12."]).fields.published?.value).toBe("2021-05-05");
  });
});

test("other days of a page's stamps are told each once, and a list's not all", () => {
  const stamps = (count: number) =>
    Array.from({ length: count }, (_, i) => `${(i % 28) + 1}/${Math.floor(i / 28) + 1}/2021`);
  const read = (lines: readonly string[]) =>
    parseText(rawArticle([TITLE, ...lines, "", LEAD, MORE].join("\n")), context);
  const twice = read(["5/5/2021", "6/5/2021", "6/5/2021"]);
  expect(twice.article.fields.published).toMatchObject({
    value: "2021-05-05",
    alternatives: [{ value: "2021-05-06" }],
  });
  expect(twice.problems.filter(({ rule }) => rule === "date:published-contradicts")).toHaveLength(1);
  expect(read(stamps(300)).article.fields.published?.alternatives).toHaveLength(12);
});

test("of several days on a page the one that it declares is its own, and contradicts nothing", () => {
  const published = { value: "2021-05-06", rule: "html:og", words: "2021-05-06", place: "meta" };
  const metadata = { published: { chosen: [published] as const, by: "choose:rank", confidence: 0.9, others: [] } };
  const text = [TITLE, "18/11/2023", "6/5/2021", "", LEAD, MORE].join("\n");
  const { article, problems } = parseText({ ...rawArticle(text), metadata }, context);
  expect(article.fields.published).toMatchObject({ value: "2021-05-06", alternatives: [{ value: "2023-11-18" }] });
  expect(problems.filter(({ rule }) => rule.startsWith("date:"))).toEqual([]);
});

describe("heads of a paper's pages and of messages", () => {
  const HEAD = "الواحة الثقافية العدد 1204 الإثنين 7 تشرين الأول 2019 صفحة";
  const titleAnd = (lines: readonly string[]) => {
    const { title, fields, blocks } = parse(lines);
    return [title.value, fields.published?.value, blocks.length];
  };
  test("date the text and are none of it, however many pages it has", () => {
    const pages = [`${HEAD} 5`, TITLE, LEAD, `${HEAD} 6`, MORE, `${HEAD} 7`, `${MORE} ${LEAD}`];
    expect(titleAnd(pages)).toEqual([TITLE, "2019-10-07", 3]);
  });

  test("a sentence about an issue is no head", () => {
    const line = "صدر العدد 12 من المجلة في 5 مايو 2020";
    expect(parse([TITLE, "", LEAD, line, MORE]).fields.published).toBeUndefined();
  });

  test("a messenger's head is no headline", () =>
    expect(titleAnd(["شبكة الواحة, [15.02.2022 18:20]", TITLE, "", LEAD, MORE])).toEqual([TITLE, "2022-02-15", 2]));
});

describe("several items in one file", () => {
  const OTHER = "مهرجان القصب يختتم عروضه على الشاطئ";
  const read = (lines: readonly string[]) => {
    const { article, problems } = parseText(rawArticle(lines.join("\n")), context);
    return [article.fields.published?.value, problems.filter(({ rule }) => rule === "segment:several-items")] as const;
  };
  const told = {
    severity: "warning",
    rule: "segment:several-items",
    reason: `Several items in one file: «${OTHER}» has a day of its own; it dates nothing of the first item`,
    actual: OTHER,
  };

  test("the day below the second headline is not the first one's", () => {
    const [published, problems] = read([TITLE, "", LEAD, MORE, "", OTHER, "6 مايو 2021", "", LEAD, MORE]);
    expect(published).toBeUndefined();
    expect(problems).toMatchObject([
      {
        ...told,
        line: 6,
        note: "Write `split: [6]` into a correction, or confirm, set or clear `published` where it is one text.",
      },
    ]);
  });

  test("without a day, each below its headline with a dateline of its own", () => {
    const [first, second] = [`بالة (ريح) - ${LEAD}`, `مرجانة (ريح) - ${LEAD}`];
    expect(read([TITLE, "", first, MORE, "", OTHER, "", second, MORE])[1]).toMatchObject([
      {
        ...told,
        reason: `Several items in one file: «${OTHER}» has a dateline of its own`,
        line: 6,
        expected: ["split: [6]"],
      },
    ]);
    // A heading above a report from another town, an agency that nobody knows, a text without a dateline at its top.
    expect(read([TITLE, "", first, MORE, OTHER, `مرجانة - ${LEAD}`, MORE])[1]).toEqual([]);
    expect(read([TITLE, "", first, MORE, OTHER, `مرجانة (بعيد) - ${LEAD}`, MORE])[1]).toEqual([]);
    expect(read([TITLE, "", LEAD, MORE, OTHER, second, MORE])[1]).toEqual([]);
    expect(read([TITLE, "", first, MORE, "وأضاف أن الأهالي رحبوا بالخطوة.", second, MORE])[1]).toEqual([]);
  });

  test("the first keeps its own", () => {
    const [published, problems] = read([TITLE, "5/5/2021", LEAD, MORE, OTHER, "نشر في: 6/5/2021", LEAD, MORE]);
    expect([published, problems.length]).toEqual(["2021-05-05", 1]);
  });

  test.each([
    ["one paragraph and a line drawn under it", [TITLE, "", LEAD, "-----", OTHER, "6/5/2021", MORE]],
    [
      "one paragraph that has no word of the second headline",
      [TITLE, "", LEAD, "", "أسعار القطن ترتفع للأسبوع الرابع", "6/5/2021", MORE],
    ],
  ])("a first item of %s", (_, lines) => expect(read(lines)).toMatchObject([undefined, [{}]]));

  test.each([
    ["a page's stamp below its lead and a line under that", [TITLE, "", LEAD, `صورة من ${TITLE}`, "6/5/2021", MORE]],
    ["a byline above the stamp", [TITLE, "", LEAD, MORE, "كتب سليم أحمد من الميناء القديم", "6/5/2021", MORE]],
    ["a stamp below all text", [TITLE, "", LEAD, MORE, OTHER, "6/5/2021"]],
  ])("is not said of %s", (_, lines) => expect(read(lines)).toEqual(["2021-05-06", []]));
});

describe("comments", () => {
  const COMMENTS = [
    "التعليقات (2)",
    "هدى",
    "6 مايو 2021 - 10:30",
    "ننتظر السفن.",
    "رامي",
    "7 مايو 2021 - 11:00",
    "متى؟",
  ];
  const texts = (lines: readonly string[], edits?: Parameters<typeof parseText>[2]) => {
    const { blocks, removed, fields } = parseText(rawArticle(lines.join("\n")), context, edits).article;
    const comments = removed.filter(({ rule }) => rule === "clean:comments").map(({ text }) => text);
    return { body: blocks.map(({ text }) => text), comments, published: fields.published };
  };
  const BODY = [LEAD, MORE, "وأضاف أن أهالي المدينة سيزورون الميناء في أول يوم جمعة من الشهر المقبل."];

  test("and their days are no part of the article", () => {
    const { body, comments, published } = texts([TITLE, "5 مايو 2021", ...BODY, ...COMMENTS]);
    expect(body).toEqual(BODY);
    expect(comments).toEqual(COMMENTS);
    expect(published?.value).toBe("2021-05-05");
    expect(published?.alternatives).toBeUndefined();
  });

  test("a correction restores a line of them", () => {
    const edits = { restore: ["ننتظر السفن."], remove: [] };
    expect(texts([TITLE, ...BODY, ...COMMENTS], edits).body).toEqual([...BODY, "ننتظر السفن."]);
  });

  test("a counter in the text's middle, or above it, takes nothing with it", () => {
    expect(texts([TITLE, "التعليقات (2)", ...BODY]).body).toEqual(BODY);
    const [first, second, third] = BODY as [string, string, string];
    expect(texts([TITLE, first, second, "التعليقات (2)", third]).body).toEqual(BODY);
    expect(texts([TITLE, "التعليقات (2)", "5 مايو 2021", ...BODY]).body).toEqual(BODY);
  });
});

test("a list of people has no author", () =>
  expect(read("أسماء الفائزين بجائزة القصة", "", "سليم أحمد", "سلمى نور", "هدى عيسى", "", MORE)).toBe(
    "أسماء الفائزين بجائزة القصة|||||سليم أحمد / سلمى نور / هدى عيسى",
  ));

test("the agency behind a dash and before a full stop signs", () =>
  expect(read(TITLE, "", `بالة - ريح. ${LEAD}`, MORE)).toBe(`${TITLE}||rih|bala|`));

test("initials of the desk between slashes end a text", () =>
  expect(read(TITLE, "", LEAD, MORE, "سح/لين/ب ق")).toBe(`${TITLE}||||`));

test("rows of a table are no headings", () => {
  const { blocks } = parse([
    TITLE,
    "",
    LEAD,
    "عيار 24: 1120",
    "عيار 21: 980",
    "عيار 18: 840 قطعة",
    "السبيكة: 7840 قطعة",
    "",
    MORE,
  ]);
  expect(blocks.filter(({ kind }) => kind === "heading")).toEqual([]);
  const titled = parse([TITLE, "", LEAD, "المرحلة الثانية: التعميق", MORE]);
  expect(titled.blocks.filter(({ kind }) => kind === "heading").map(({ text }) => text)).toEqual([
    "المرحلة الثانية: التعميق",
  ]);
});

test("a day behind «بعد أن» is what came before", () => {
  const event = (lead: string) => parse([TITLE, "5 مايو 2021", "", lead, MORE]).fields.event?.value;
  expect(event("أفرجت الشرطة عن ستة شبان بعد أن اعتقلتهم السبت في باب السور.")).toBeUndefined();
  expect(event("أفرجت الشرطة عن ستة شبان بعدما احتجزتهم السبت.")).toBeUndefined();
  expect(event("أفرجت الشرطة السبت عن ستة شبان بعد أن اعتقلتهم في باب السور.")).toBe("2021-05-01");
  expect(event("بعد أن طال الانتظار، أفرجت الشرطة السبت عن ستة شبان.")).toBe("2021-05-01");
});

test("an agency of two letters is quoted before any word", () => {
  const agencies = (text: string) =>
    (parse([TITLE, "", LEAD, text]).fields.citedAgencies ?? []).map(({ value }) => value);
  expect(agencies("وأكد التاجر في حديث لـ MJ قال فيه إن السفن وصلت.")).toEqual(["wave"]);
  expect(agencies("وأكد التاجر في حديث لـ MJ أن السفن وصلت.")).toEqual(["wave"]);
});

test("a headline that ends in brackets is cut off where the sentence goes on", () => {
  const { title, titleStatus } = parse([
    "افتتح الوزير الميناء الجديد (المرسى)",
    "",
    "افتتح الوزير الميناء الجديد (المرسى) الذي انتظره الأهالي أعواما طويلة.",
  ]);
  expect([title.value, titleStatus]).toEqual(["افتتح الوزير الميناء الجديد (المرسى)", "truncated"]);
});
