import { beforeAll, describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { splitRunOn } from "../src/segment/run-on.ts";
import { segment } from "../src/segment.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const read = (text: string) =>
  segment(clean(rawArticle(text)), {
    isPlace: (words) => context.gazetteer.place(words) !== undefined,
    isOutlet: (words) => context.gazetteer.outlet(words) !== undefined,
  });
const headlineOf = (text: string) => {
  const { headline } = read(text);
  return headline && `${headline.status}: ${headline.text}`;
};
const titleOf = (text: string) => {
  const { title, titleStatus } = parseText(rawArticle(text), context).article;
  return `${titleStatus}: ${title.value}`;
};
/** `# ` before headings. */
const blocksOf = (text: string) => read(text).blocks.map(({ kind, text }) => (kind === "heading" ? `# ${text}` : text));

const LEAD = "افتتح الوزير صباح أمس ميناء مرجانة الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const MORE = "وقال في كلمته إن الميناء سيستقبل أولى السفن في مطلع الشهر المقبل بعد انتهاء أعمال التعميق والإنارة.";

describe("headline", () => {
  test.each([
    [
      "a first line without a full stop before longer text",
      `الوزير يفتتح ميناء مرجانة\n${LEAD}\n${MORE}`,
      "found: الوزير يفتتح ميناء مرجانة",
    ],
    ["set off by an empty line", `الوزير يفتتح ميناء مرجانة\n\n${LEAD}`, "found: الوزير يفتتح ميناء مرجانة"],
    ["of one word, set off", `حريق\n\n${LEAD}`, "found: حريق"],
    ["that asks", `هل يفتتح الميناء؟\n${LEAD}`, "found: هل يفتتح الميناء؟"],
    ["with a place and a colon", `مرجانة: افتتاح الميناء الجديد\n${LEAD}`, "found: مرجانة: افتتاح الميناء الجديد"],
    [
      "above its dateline",
      `الوزير يفتتح ميناء مرجانة الجديد في احتفال كبير\nبالة - ريح\n${LEAD}\n${MORE}`,
      "found: الوزير يفتتح ميناء مرجانة الجديد في احتفال كبير",
    ],
    [
      "below furniture and a stamp",
      `بحث\n5 مايو 2021\nمشاركة :\nالوزير يفتتح ميناء مرجانة\n${LEAD}`,
      "found: الوزير يفتتح ميناء مرجانة",
    ],
    ["that begins with «كتب»", `كتب نادرة في معرض مرجانة\n${LEAD}`, "found: كتب نادرة في معرض مرجانة"],
    ["that begins with «تقرير»", `تقرير: الميناء جاهز للعمل\n${LEAD}`, "found: تقرير: الميناء جاهز للعمل"],
    ["after Windows line ends", `الوزير يفتتح ميناء مرجانة\r\n\r\n${LEAD}\r\n`, "found: الوزير يفتتح ميناء مرجانة"],
    ["ending in three dots", `الوزير يفتتح الميناء...\n\n${LEAD}`, "truncated: الوزير يفتتح الميناء..."],
    ["ending in an ellipsis", `الوزير يفتتح الميناء…\n\n${LEAD}`, "truncated: الوزير يفتتح الميناء…"],
    [
      "ending in a word that wants another",
      `الوزير يفتتح الميناء على\n\n${LEAD}`,
      "truncated: الوزير يفتتح الميناء على",
    ],
    ...["ولا نعلم أين هو", "كما لم يكن من قبل", "هل يفتتح أم لا", "وداعا يا علي", "الوزير يكرم محمد علي"].map(
      (words): [string, string, string] => [`whole, ending in «${words}»`, `${words}\n\n${LEAD}`, `found: ${words}`],
    ),
    [
      "cut inside a sentence of the body",
      `إن الميناء سيستقبل أولى السفن في\n\n${LEAD}\n\n${MORE}`,
      "truncated: إن الميناء سيستقبل أولى السفن في",
    ],
    [
      "made of the first words of a sentence",
      `افتتح الوزير صباح أمس ميناء مرجانة\n\n${LEAD}\n\n${MORE}`,
      "truncated: افتتح الوزير صباح أمس ميناء مرجانة",
    ],
    [
      "made of the first words of a later sentence",
      `وقال في كلمته إن الميناء\n\n${LEAD} ${MORE}`,
      "truncated: وقال في كلمته إن الميناء",
    ],
    [
      "quoted inside a sentence that goes on",
      `إن الميناء سيستقبل أولى السفن\n\n${LEAD}\n\n${MORE}`,
      "found: إن الميناء سيستقبل أولى السفن",
    ],
    [
      "that a sentence repeats before when and where",
      `الوزير يزور ميناء مرجانة\n\n${LEAD}\n\nالوزير يزور ميناء مرجانة اليوم للمرة الثانية. ${MORE}`,
      "found: الوزير يزور ميناء مرجانة",
    ],
    [
      "that a sentence repeats before a comma",
      `الوزير يزور ميناء مرجانة\n\n${LEAD}\n\nالوزير يزور ميناء مرجانة، كما قال ناطق باسمه.`,
      "found: الوزير يزور ميناء مرجانة",
    ],
    [
      "quoted whole as a sentence of the body",
      `الميناء جاهز لاستقبال السفن\n\n${LEAD}\n\nالميناء جاهز لاستقبال السفن. ${MORE}`,
      "found: الميناء جاهز لاستقبال السفن",
    ],
  ])("%s", (_, text, expected) => {
    expect(headlineOf(text)).toBe(expected);
  });

  test.each([
    ["the only line", "الوزير يفتتح ميناء مرجانة"],
    ["a first line with a full stop", `افتتح الوزير الميناء.\n${LEAD}`],
    ["a first line with a colon at its end", `قال الوزير في كلمته:\n${LEAD}`],
    ["a dateline", `بالة - ريح\n${LEAD}`],
    [
      "a long first line",
      `${LEAD.replace(".", "")} ${LEAD.replace(".", "")} ${LEAD.replace(".", "")}\n\n${LEAD}${LEAD}${LEAD}${LEAD}`,
    ],
    ["longer than all that follows", `${LEAD.replace(".", "")}\nنعم.`],
    ["nothing", ""],
  ])("none: %s", (_, text) => {
    expect(headlineOf(text)).toBeUndefined();
  });
});

describe("title", () => {
  test.each([
    ["found", `ميناء جديد في مرجانة\n\n${LEAD}`, "found: ميناء جديد في مرجانة"],
    ["derived from the lead's first sentence", `${LEAD} ${MORE}`, `derived: ${LEAD.slice(0, -1)}`],
    ["derived after a dateline", `بالة (ريح) - ${LEAD} ${MORE}`, `derived: ${LEAD.slice(0, -1)}`],
    [
      "derived, not ended by a title's dot",
      "قال د. سليم أحمد إن الميناء جاهز. ثم مضى.",
      "derived: قال د. سليم أحمد إن الميناء جاهز",
    ],
    ["derived from one word", "حريق", "derived: حريق"],
    ["missing: punctuation only", "؟؟؟ ... !!!", "missing: "],
    ["missing: nothing but furniture", "مشاركة :\n00:00\n4", "missing: "],
    ["missing: nothing but a dateline", "بالة - ريح", "missing: "],
  ])("%s", (_, text, expected) => {
    expect(titleOf(text)).toBe(expected);
  });

  test("a long sentence is cut at a word, its end marked", () => {
    const long = `${MORE.slice(0, -1)} ${LEAD}`;
    const { title } = parseText(rawArticle(long), context).article;
    expect(title.value).toMatch(/\S…$/);
    expect(title.value.length).toBeLessThanOrEqual(141);
    expect(long.startsWith(`${title.words} `)).toBe(true);
    expect(title.value).toBe(`${title.words}…`);
  });

  test("a word without end is cut anyway", () => {
    expect(titleOf("ا".repeat(5000)).length).toBeLessThan(200);
    expect(titleOf("😀".repeat(500)).length).toBeLessThan(200);
  });
});

test("no line of a text that was cut to a column's width is a heading, but one set off is", () => {
  const column = (text: string) => text.replace(/(?=.{40})(.{25,38}) /gu, "$1\n");
  const text = `الوزير يفتتح الميناء\n\n${column(LEAD)}\n${column(MORE)}\n\nأولى السفن\n\n${column(`${MORE} ${LEAD}`)}`;
  expect(blocksOf(text).filter((words) => words.startsWith("# "))).toEqual(["# أولى السفن"]);
});

test("a verse is no heading of what follows it", () => {
  const verses = "يا بحر قل لي أين المراكب\nمضت ولم ترجع مع الريح الغرائب\nوأنا على الشط";
  const text = `الوزير يفتتح الميناء\n\n${LEAD}\n${verses}\n${MORE}\nأولى السفن\n${MORE} ${LEAD}`;
  const headings = blocksOf(text).filter((words) => words.startsWith("# "));
  expect(headings).toEqual(["# أولى السفن"]);
});

describe("a category before the headline", () => {
  const kickerOf = (headline: string) => {
    const { headline: found, kicker } = read(`${headline}\n\n${LEAD}\n${MORE}`);
    return [kicker?.text, found?.text];
  };
  test.each([
    ["عام / الوزير يفتتح ميناء مرجانة", "عام", "الوزير يفتتح ميناء مرجانة"],
    ["اقتصادي/ الوزير يفتتح ميناء مرجانة", "اقتصادي", "الوزير يفتتح ميناء مرجانة"],
    ["أخبار محلية | الوزير يفتتح ميناء مرجانة", "أخبار محلية", "الوزير يفتتح ميناء مرجانة"],
    ["رياضي / كرة قدم / الوزير يفتتح ميناء مرجانة", "رياضي", "كرة قدم / الوزير يفتتح ميناء مرجانة"],
    ["اقتصاد / محلي / الوزير يفتتح ميناء مرجانة", "اقتصاد / محلي", "الوزير يفتتح ميناء مرجانة"],
    ["«عام / 31 سفينة» في ميناء مرجانة", undefined, "«عام / 31 سفينة» في ميناء مرجانة"],
    ["الوزير / يفتتح ميناء مرجانة", undefined, "الوزير / يفتتح ميناء مرجانة"],
    ["رياضة / ثقافة / فن", undefined, "رياضة / ثقافة / فن"],
  ])("«%s»", (line, category, headline) => expect(kickerOf(line)).toEqual([category, headline]));

  test("is the kicker, with its words", () => {
    const { fields, title } = parseText(rawArticle(`عام / الوزير يفتتح الميناء\n\n${LEAD}\n${MORE}`), context).article;
    expect(fields.kicker).toEqual([
      { value: "عام", rule: "kicker:category", words: "عام", at: [0, 3], confidence: 0.9 },
    ]);
    expect(title).toMatchObject({ value: "الوزير يفتتح الميناء", at: [6, 26] });
  });
});

describe("byline, stamps and links leave the prose", () => {
  test.each([
    ["كتب: سليم أحمد", "سليم أحمد"],
    ["كتبت سلمى نور الدين", "سلمى نور الدين"],
    ["بقلم: سليم أحمد", "سليم أحمد"],
    ["إعداد: سلمى نور", "سلمى نور"],
    ["By Salim A. Ahmad", "Salim A. Ahmad"],
    ["Par: Salim A.", "Salim A."],
    ["بقلم: الدكتور سليم أحمد", "سليم أحمد"],
    ["بقلم الأستاذة سلمى نور", "سلمى نور"],
    ["بقلم الكاتبة: سلمى نور", "سلمى نور"],
    ["محررة الخبر: سلمى نور", "سلمى نور"],
  ])("byline «%s»", (line, name) => {
    const { byline, blocks } = read(`عنوان الخبر القصير\n\n${line}\n\n${LEAD}`);
    expect(byline?.text).toBe(name);
    expect(blocks.map(({ text }) => text)).toEqual([LEAD]);
  });

  test.each([
    ["سليم أحمد", "سليم أحمد"],
    ["سلمى نور صحافية @SalmaNour", "سلمى نور"],
    ["محمد علي\nنشر في 5/3/2021", "محمد علي"],
    ["د. سليم أحمد", "د. سليم أحمد"],
  ])("a name alone under the headline: «%s»", (lines, name) => {
    const { byline, headline, blocks } = read(`الوزير يفتتح ميناء مرجانة\n${lines}\n${LEAD}\n${MORE}`);
    expect(byline).toMatchObject({ text: name, isBare: true });
    expect(headline?.text).toBe("الوزير يفتتح ميناء مرجانة");
    expect(blocks.map(({ text }) => text)).toEqual([LEAD, MORE]);
  });

  test.each([
    ["a name alone in the last line", `${MORE}\n\nسليم أحمد`],
    ["a name below «الكاتب»", `الكاتب:\nسليم أحمد\n${MORE}`],
    ["a name in a table's cell", `الكاتب: | سليم أحمد\n${MORE}`],
  ])("%s", (_, rest) => {
    const { byline, blocks } = read(`الوزير يفتتح ميناء مرجانة\n\n${LEAD}\n${rest}`);
    expect(byline?.text).toBe("سليم أحمد");
    expect(blocks.map(({ text }) => text)).toEqual([LEAD, MORE]);
  });

  test.each([
    ["that the text is about", `وكرم الوزير سليم أحمد في ختام الحفل أمام جميع الحاضرين.\nسليم أحمد`],
    ["in a list", `وهذه أسماء الفائزين بجوائز الحفل الذي أقيم في الميناء:\nسلمى نور\nسليم أحمد`],
    ["of a place", `${MORE}\nبالة`],
    ["of a list elsewhere", `${MORE}\nأسماء الفائزين بالجوائز`],
  ])("no author is a name in the last line %s", (_, rest) =>
    expect(read(`الوزير يفتتح ميناء مرجانة\n\n${LEAD}\n${rest}`).byline).toBeUndefined(),
  );

  test("a name above what its bearer does is the author's, in the last two lines", () => {
    const { byline, blocks } = read(`الوزير يفتتح ميناء مرجانة\n\n${LEAD}\n${MORE}\n\nسليم أحمد\n* كاتب وباحث`);
    expect(byline?.text).toBe("سليم أحمد");
    expect(blocks.map(({ text }) => text)).toEqual([LEAD, MORE, "كاتب وباحث"]);
  });

  test("whose page a post was copied from is no headline", () => {
    const { headline, removed } = read(`شبكة مرجانة\n5 مايو 2021 ·\nالوزير يفتتح الميناء\n\n${LEAD}\n${MORE}`);
    expect(headline?.text).toBe("الوزير يفتتح الميناء");
    expect(removed).toMatchObject([{ text: "شبكة مرجانة", rule: "clean:poster" }]);
  });

  test.each([
    ["بسم الله الرحمن الرحيم", undefined],
    ["المصدر: ريح", "rih"],
  ])("«%s» above the headline is none", (line, source) => {
    const { article } = parseText(rawArticle(`${line}\nالوزير يفتتح الميناء\n\n${LEAD}\n${MORE}`), context);
    expect([article.title.value, article.fields.source?.value]).toEqual(["الوزير يفتتح الميناء", source]);
  });

  test("a name in the last line gives way to the dateline's reporter", () => {
    const text = `الوزير يفتتح ميناء مرجانة\n\nبالة - سلمى نور\n${LEAD}\n${MORE}\nسليم أحمد`;
    expect(parseText(rawArticle(text), context).article.fields.authors).toMatchObject([
      { value: "سلمى نور", rule: "author:dateline" },
    ]);
  });

  test.each(["سوق السمك", "محمد علي رئيسا للنادي", "قال سليم", "سليم في بالة"])("no name alone: «%s»", (line) => {
    const { byline, headline } = read(`الوزير يفتتح ميناء مرجانة\n${line}\n${LEAD}\n${MORE}`);
    expect(byline).toBeUndefined();
    expect(headline?.text).toBe("الوزير يفتتح ميناء مرجانة");
  });

  test.each(["كتب: سليم أحمد | الثلاثاء 14-03-2023 18:22", "14-03-2023 - بقلم: سليم أحمد"])(
    "byline and stamp on one line: «%s»",
    (line) => {
      const { byline, stamps, blocks } = read(`الوزير يفتتح ميناء مرجانة\n${line}\n${LEAD}\n${MORE}`);
      expect(byline).toMatchObject({ text: "سليم أحمد", isBare: false });
      expect(stamps.map(({ text }) => text)).toEqual([
        line.replace(/(?: \| | - )?(?:كتب|بقلم): سليم أحمد(?: \| )?/u, ""),
      ]);
      expect(blocks.map(({ text }) => text)).toEqual([LEAD, MORE]);
    },
  );

  test.each(["كتب الوزير رسالة طويلة إلى أهالي المدينة الساحلية", "كتب"])("no byline «%s»", (line) => {
    expect(read(`عنوان الخبر القصير\n\n${line}\n\n${LEAD}`).byline).toBeUndefined();
  });

  test("an author whom the content system made up is none", () => {
    const { article } = parseText(rawArticle(`عنوان الخبر القصير\n\nكتب: هيئة التحرير\n\n${LEAD}`), context);
    expect(article.fields.authors).toBeUndefined();
  });

  test.each([
    "5 مايو 2021",
    "نشر في 5 مايو 2021",
    "نُشر في: 5 مايو 2021",
    "٥ أيار ٢٠٢١ - ١٠:٣٠ م",
    "الأربعاء، 5 مايو 2021 - 10:30 ص",
    "الأربعاء 05 مايو 2021",
    "يوم الأربعاء الموافق 5 مايو 2021",
    "آخر تحديث: الأربعاء 5 مايو 2021",
    "2021/05/05",
    "2021-05-05T10:30:00Z",
    "2021-05-05T10:30:00.000+03:00",
    "تاريخ النشر: 5/3/2021",
    "2021-05-05 10:30",
    "Published: 5/3/2021 10:30 AM",
    "3/24/2021",
  ])("stamp «%s»", (line) => {
    const { stamps, blocks } = read(`عنوان الخبر القصير\n\n${line}\n\n${LEAD}`);
    expect(stamps.map(({ text }) => text)).toEqual([line]);
    expect(blocks.map(({ text }) => text)).toEqual([LEAD]);
  });

  test.each(["في 5 مايو 2021 بدأ العمل", "5 مايو 2021 يوم لا ينسى", "مايو", "10:30 صباح الغد"])(
    "no stamp «%s»",
    (line) => {
      expect(read(`عنوان الخبر القصير\n\n${line}.\n\n${LEAD}`).stamps).toEqual([]);
    },
  );

  test.each([
    ["https://example.org/a?b=ج", "https://example.org/a?b=ج", undefined],
    ["فيديو: https://example.org/v", "https://example.org/v", "فيديو"],
    ["شاهد هنا – https://example.org/v", "https://example.org/v", "شاهد هنا"],
    [
      "رابط التسجيل الكامل للندوة التي عقدت أمس: https://example.org/v",
      "https://example.org/v",
      "رابط التسجيل الكامل للندوة التي عقدت أمس",
    ],
    ["وقال الوزير في تغريدة: https://example.org/v", undefined, undefined],
    ["ونشرت الوزارة صور الميناء الجديد على موقعها https://example.org/v", undefined, undefined],
    ["افتتح الميناء أمس. https://example.org/v", undefined, undefined],
    ["رابط:https://example.org/v", "https://example.org/v", "رابط"],
    ["HTTPS", undefined, undefined],
    [`${LEAD} https://example.org/v`, undefined, undefined],
    ["http://", undefined, undefined],
    ["زوروا https://example.org/v اليوم", undefined, undefined],
  ])("link «%s»", (line, url, label) => {
    const { links } = read(`عنوان الخبر القصير\n\n${line}\n\n${LEAD}`);
    expect(links.map((link) => [link.url, link.label])).toEqual(url === undefined ? [] : [[url, label]]);
  });
});

describe("headings", () => {
  test("a short line without closing punctuation before a longer one", () => {
    expect(blocksOf(`عنوان الخبر\n\n${LEAD}\n\nميناء المستقبل\n\n${MORE}\n\n${LEAD}`)).toEqual([
      LEAD,
      "# ميناء المستقبل",
      MORE,
      LEAD,
    ]);
  });

  test.each([
    ["closing punctuation", "قال الوزير:"],
    ["a comma", "أولا،"],
    ["no letters", "* * *"],
    ["too long", `${LEAD.slice(0, -1)} ${LEAD.slice(0, -1)}`],
  ])("none with %s", (_, line) => {
    expect(blocksOf(`عنوان الخبر\n\n${LEAD}\n\n${line}\n\n${MORE}`).filter((text) => text.startsWith("# "))).toEqual(
      [],
    );
  });

  test("not the last line, and not a list of equals", () => {
    expect(blocksOf(`عنوان الخبر هنا\n\n${LEAD}\n\nميناء المستقبل`)).toEqual([LEAD, "ميناء المستقبل"]);
  });

  test("a text of nothing but headings keeps every line", () => {
    const lines = ["باب", "باب ثان", "باب ثالث هنا", "باب رابع هنا وهناك", "باب خامس هنا وهناك وهنالك"];
    const { headline, blocks } = read(lines.join("\n"));
    expect([...(headline ? [headline.text] : []), ...blocks.map(({ text }) => text)]).toEqual(lines);
  });
});

describe("a text that lost its line breaks", () => {
  const filler =
    "وكان الميناء القديم قد أغلق قبل عامين بعد أن ضاقت أرصفته عن السفن الكبيرة التي ترسو على الساحل الشرقي في كل موسم. "
      .repeat(8)
      .trim();
  const split = (text: string) =>
    splitRunOn(text, { kind: "paragraph", text, at: [0, text.length] }).map(({ kind, text }) =>
      kind === "heading" ? `# ${text}` : text.slice(0, 20),
    );

  test.each([
    ["a verb with a definite subject of its own", "أعمال كبيرة أوضح الوزير أن الأعمال انتهت."],
    ["a verb and a clause", "مراحل لاحقة قال سليم إن العمل مستمر."],
    ["a time, a comma and a verb", "أرصفة جديدة بعد الافتتاح، وقع الوزيران اتفاقا."],
  ])("finds the heading before %s", (_, sentence) => {
    const heading = sentence.split(" ").slice(0, 2).join(" ");
    expect(split(`${filler} ${sentence} ${filler}`)).toContain(`# ${heading}`);
  });

  test.each([
    ["the phrase is the verb's subject", "دول عربية أدانت الهجوم على الميناء."],
    ["its subject comes later or not at all", "شركة محلية أعلنت الاثنين إفلاسها."],
    ["a day stands after the verb", "محكمة مدنية قررت اليوم إغلاق الميناء."],
    ["the phrase is definite", "الأعمال الكبيرة أوضح الوزير أنها انتهت."],
    ["it is an indefinite person", "مصدر أمني أكد الوزير صحة كلامه أمس."],
    ["the phrase follows a preposition", "في خطوة جديدة أعلن الوزير فتح الميناء."],
    ["a comma parts it", "أعمال، كبيرة أوضح الوزير أنها انتهت."],
    ["a news agency speaks", "وكالة محلية نقلت عن الوزير نفيه."],
  ])("none when %s", (_, sentence) => {
    expect(split(`${filler} ${sentence} ${filler}`).filter((text) => text.startsWith("# "))).toEqual([]);
  });

  test("keeps every word in order", () => {
    const text = `${filler} أعمال كبيرة أوضح الوزير أن الأعمال انتهت. "نعم" . وقال إنه سعيد. ${filler}`;
    const blocks = splitRunOn(text, { kind: "paragraph", text, at: [0, text.length] });
    expect(blocks.map((block) => block.text).join(" ")).toBe(text);
    expect(blocks.filter(({ inferred }) => inferred === undefined)).toHaveLength(1);
  });

  test("a short paragraph, and one among others, stays whole", () => {
    const short = "أعمال كبيرة أوضح الوزير أن الأعمال انتهت. وقال إنه سعيد.";
    expect(splitRunOn(short, { kind: "paragraph", text: short, at: [0, short.length] })).toHaveLength(1);
    expect(read(`عنوان الخبر هنا\n\n${filler}\n\n${LEAD}`).blocks).toHaveLength(2);
  });
});
