import { describe, expect, it } from "vitest";
import type { MetadataField } from "../src/model/metadata.ts";
import { readPage } from "../src/read/html.ts";
import { parseMachineDate } from "../src/read/machine-date.ts";

const BODY = `<p>قال حارس المنارة إن السفينة مرت قبل الفجر بقليل، وإن الضباب كان كثيفاً حتى إنه لم ير إلا ضوءها الأخضر.</p>
<p>وأضاف أن السفن التي تمر في الشتاء أقل من سفن الصيف، وأن البحارة يلوحون له بالمصابيح حين يعرفونه من بعيد.</p>`;

/** Value, rule and reason of a field of a page. */
function field(name: MetadataField, head: string, body = BODY): string | undefined {
  const read = readPage(
    Buffer.from(`<html lang="ar"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`),
  );
  if ("refused" in read) throw new Error(read.refused.reason);
  const declared = read.page.metadata[name];
  return (
    declared && `${declared.chosen.map(({ value }) => value).join(" + ")} (${declared.chosen[0].rule}, ${declared.by})`
  );
}

describe("dates that programs write", () => {
  it.each([
    ["2021-12-17", "2021-12-17"],
    ["2021-12-17T23:59:59Z", "2021-12-17"],
    ["2021-12-17T00:30:00+03:00", "2021-12-17"],
    ["2021-12-17 08:15:00", "2021-12-17"],
    ["2021/12/7", "2021-12-07"],
    ["20211217", "2021-12-17"],
    ["20211217T081500Z", "2021-12-17"],
    ["Fri, 17 Dec 2021 08:15:00 GMT", "2021-12-17"],
    ["Fri Dec 17 2021 08:15:00 GMT+0300", "2021-12-17"],
    ["Fri Dec 17 08:15:00 UTC 2021", "2021-12-17"],
    ["December 17, 2021", "2021-12-17"],
    ["17-Dec-2021", "2021-12-17"],
    ["1639728900", "2021-12-17"],
    ["1639728900000", "2021-12-17"],
    ["17/12/2021", "2021-12-17"],
    ["7/12/2021", "2021-12-07"],
    ["12/17/2021", "2021-12-17"],
    ["12/7/2021 8:15:00 AM", "2021-12-07"],
    ["الجمعة 17 ديسمبر 2021", "2021-12-17"],
    ["١٧ كانون الأول ٢٠٢١", "2021-12-17"],
  ])("%s is %s", (words, day) => expect(parseMachineDate(words)?.edtf).toBe(day));

  it.each([
    "",
    "قريباً",
    "0000-00-00 00:00:00",
    "1970-01-01T00:00:00Z",
    "0001-01-01",
    "2021-02-30",
    "31/31/2021",
    "12",
    "2021",
    "v2.1.3",
  ])("«%s» is none", (words) => expect(parseMachineDate(words)).toBeUndefined());
});

const meta = (property: string, content: string) => `<meta property="${property}" content="${content}">`;
const jsonLd = (...nodes: object[]) =>
  nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join("");

describe("the day of publication", () => {
  it.each<[why: string, head: string, body: string, expected: string | undefined]>([
    [
      "is declared in many ways",
      meta("article:published_time", "2022-03-04T10:00:00+02:00"),
      BODY,
      "2022-03-04 (html:og, choose:agreed)",
    ],
    ["", '<meta name="DC.date.issued" content="2022-03-04">', BODY, "2022-03-04 (html:dublin-core, choose:agreed)"],
    [
      "",
      '<meta name="pubdate" content="Fri, 04 Mar 2022 10:00:00 GMT">',
      BODY,
      "2022-03-04 (html:meta, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><h1>خبر المنارة</h1><time datetime="2022-03-04">اليوم</time>${BODY}</div>`,
      "2022-03-04 (html:time, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><h1>خبر المنارة</h1><span itemprop="datePublished" content="2022-03-04">4 آذار</span>${BODY}</div>`,
      "2022-03-04 (html:microdata, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><h1>خبر المنارة</h1><div>الجمعة، 4 مارس 2022 - 10:00 ص</div>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><h1>خبر المنارة</h1><div>نشر في: ٤/٣/٢٠٢٢ | كتب: سليم</div>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><div>الجمعة 4 مارس 2022</div><h2>خبر المنارة</h2>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:agreed)",
    ],
    [
      "",
      '<link rel="canonical" href="https://m.example/2022/03/04/manara">',
      BODY,
      "2022-03-04 (html:url-date, choose:agreed)",
    ],
    [
      "in JSON-LD of any shape",
      jsonLd([{ "@graph": [{ "@type": ["Article", "NewsArticle"], datePublished: "2022-03-04" }] }]),
      BODY,
      "2022-03-04 (html:json-ld, choose:agreed)",
    ],
    [
      "in JSON-LD with line ends in strings",
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"خبر\nالمنارة","datePublished":"2022-03-04",}</script>',
      BODY,
      "2022-03-04 (html:json-ld, choose:agreed)",
    ],
    [
      "of a page without an article",
      jsonLd({ "@type": "WebPage", datePublished: "2022-03-04" }),
      BODY,
      "2022-03-04 (html:json-ld, choose:agreed)",
    ],
    [
      "is not that of another article",
      jsonLd(
        { "@type": "NewsArticle", headline: "خبر آخر من الميناء", datePublished: "2022-01-01" },
        { "@type": "NewsArticle", headline: "خبر المنارة القديمة", datePublished: "2022-03-04" },
      ),
      `<h1>خبر المنارة القديمة</h1>${BODY}`,
      "2022-03-04 (html:json-ld, choose:agreed)",
    ],
    [
      "",
      "",
      `<div><div><h1>خبر المنارة</h1><p>4 مارس 2022</p>${BODY}</div><ul><li><a href="/1">خبر آخر</a> <time datetime="2022-09-09">9 أيلول</time></li></ul></div>`,
      "2022-03-04 (html:printed-date, choose:agreed)",
    ],
    [
      "",
      "",
      `<ul><li itemscope><meta itemprop="datePublished" content="2022-09-09"></li></ul><div itemscope><h1>خبر المنارة</h1><meta itemprop="datePublished" content="2022-03-04">${BODY}</div>`,
      "2022-03-04 (html:meta, choose:agreed)",
    ],
    [
      "is not the day the page was saved",
      "",
      `<header>الأحد 9 أكتوبر 2022</header><div><h1>خبر المنارة</h1>${BODY}</div>`,
      undefined,
    ],
    [
      "",
      '<meta name="date" content="2022-10-09">',
      `<div><h1>خبر المنارة</h1><p>4 مارس 2022</p>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:rank)",
    ],
    [
      "is not the day of an update",
      "",
      `<div><h1>خبر المنارة</h1><p>آخر تحديث: 5 مارس 2022</p><p>تاريخ النشر: 4 مارس 2022</p>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:agreed)",
    ],
    [
      "is not a date in a sentence",
      "",
      `<div><h1>خبر المنارة</h1><p>بُنيت المنارة في 4 مارس 1922.</p>${BODY}</div>`,
      undefined,
    ],
    [
      "is what most say",
      meta("article:published_time", "2022-10-09T00:00:00"),
      `<link><div><h1>خبر المنارة</h1><time datetime="2022-03-04">x</time><p itemprop="datePublished" content="2022-03-04"></p>${BODY}</div>`,
      "2022-03-04 (html:microdata, choose:agreement)",
    ],
    [
      "is the day printed, when UTC says the evening before",
      meta("article:published_time", "2022-03-03T22:30:00Z"),
      `<div><h1>خبر المنارة</h1><p>4 مارس 2022</p>${BODY}</div>`,
      "2022-03-04 (html:printed-date, choose:printed-day)",
    ],
    [
      "is as declared, when the page prints another day for another reason",
      meta("article:published_time", "2022-03-03T12:30:00Z"),
      `<div><h1>خبر المنارة</h1><p>4 مارس 2022</p>${BODY}</div>`,
      "2022-03-03 (html:og, choose:rank)",
    ],
    ["is unknown where nothing says it", "", BODY, undefined],
  ])("%s %#", (_, head, body, expected) => expect(field("published", head, body)).toBe(expected));
});

describe("the headline", () => {
  const site = meta("og:site_name", "جريدة المنارة");
  it.each<[why: string, head: string, body: string, expected: string]>([
    ["leaves the site's name out", `${site}<title>سفينة الملح تعود - جريدة المنارة</title>`, BODY, "سفينة الملح تعود"],
    ["", `${site}<title>جريدة المنارة | سفينة الملح تعود</title>`, BODY, "سفينة الملح تعود"],
    ["", "<title>سفينة الملح تعود إلى الميناء | محليات | جريدة المنارة</title>", BODY, "سفينة الملح تعود إلى الميناء"],
    ["", "<title>سفينة الملح تعود » جريدة المنارة</title>", `<h1>سفينة الملح تعود</h1>${BODY}`, "سفينة الملح تعود"],
    ["keeps a hyphen that is its own", "<title>محادثات الملح - السكر تبدأ</title>", BODY, "محادثات الملح - السكر تبدأ"],
    [
      "keeps a colon that is its own",
      meta("og:title", "الوزير: لا زيادة في سعر الملح"),
      BODY,
      "الوزير: لا زيادة في سعر الملح",
    ],
    [
      "is the whole one",
      meta("og:title", "سفينة الملح تعود إلى الميناء بعد…"),
      `<h1>سفينة الملح تعود إلى الميناء بعد غياب</h1>${BODY}`,
      "سفينة الملح تعود إلى الميناء بعد غياب",
    ],
    [
      "is not the site's own name",
      `${site}${meta("og:title", "جريدة المنارة")}`,
      `<h1>سفينة الملح تعود</h1>${BODY}`,
      "سفينة الملح تعود",
    ],
    [
      "is not the logo",
      "<title>سفينة الملح تعود</title>",
      `<header><h1>جريدة</h1></header><h1>سفينة الملح تعود</h1>${BODY}`,
      "سفينة الملح تعود",
    ],
    [
      "resolves what was escaped twice",
      meta("og:title", "سفينة &amp;quot;الملح&amp;quot; تعود"),
      BODY,
      'سفينة "الملح" تعود',
    ],
  ])("%s %#", (_, head, body, expected) =>
    expect(field("title", head, body)?.replace(/ \([^()]*\)$/, "")).toBe(expected),
  );
});

it("a headline repeated behind its category is no part of the body", () => {
  const html = `<html><head><meta charset="utf-8">${meta("og:title", "خبر المنارة القديمة")}</head><body><div><p>عام / خبر المنارة القديمة</p>${BODY}</div></body></html>`;
  const read = readPage(Buffer.from(html));
  expect("page" in read && read.page.text.split("\n")[0]).toBe("خبر المنارة القديمة");
  expect("page" in read && read.page.text).not.toContain("عام /");
});

describe("a weekday's letter before a date in digits", () => {
  it.each([
    ["ج, 03/05/2021", "2021-03-05"],
    ["ن، 03/05/2021 - 10:15", "2021-05-03"],
    ["س, 03/05/2021", "2021-05-03"],
    ["ث, 16/03/2021", "2021-03-16"],
  ])("«%s» is %s", (stamp, day) => {
    expect(field("published", "", `<div><h1>خبر المنارة</h1><p>${stamp}</p>${BODY}</div>`)).toBe(
      `${day} (html:printed-date, choose:agreed)`,
    );
  });
});

describe("the author", () => {
  it.each([
    ["<b>سليم أحمد</b>", "سليم أحمد"],
    ["&lt;b&gt;سليم&lt;/b&gt; أحمد", "سليم أحمد"],
    ["<a href='/u/3'>سليم</a><br/>أحمد", "سليم أحمد"],
  ])("%s is declared without its tags", (content, name) => {
    expect(field("author", `<meta name="author" content="${content}">`)).toBe(`${name} (html:meta, choose:rank)`);
  });

  it.each<[head: string, body: string, expected: string | undefined]>([
    ['<meta name="author" content="سعاد المرعي">', BODY, "سعاد المرعي (html:meta, choose:rank)"],
    ['<meta name="author" content="admin">', BODY, undefined],
    ['<meta property="article:author" content="https://social.example/souad">', BODY, undefined],
    [`${meta("og:site_name", "جريدة المنارة")}<meta name="author" content="جريدة المنارة">`, BODY, undefined],
    [
      jsonLd({ "@type": "NewsArticle", author: [{ "@type": "Person", name: "سعاد" }, { name: "عمر" }] }),
      BODY,
      "سعاد + عمر (html:json-ld, choose:rank)",
    ],
    [jsonLd({ "@type": "NewsArticle", author: { "@type": "Organization", name: "غرفة الأخبار" } }), BODY, undefined],
    ["", `<div><h1>خبر المنارة</h1><p>كتبت - سعاد المرعي</p>${BODY}</div>`, "سعاد المرعي (html:byline, choose:rank)"],
    [
      "",
      `<div><h1>خبر المنارة</h1><p>نُشر بواسطة سعاد المرعي في 4 مارس 2022</p>${BODY}</div>`,
      "سعاد المرعي (html:byline, choose:rank)",
    ],
    [
      "",
      `<div><h1>خبر المنارة</h1><p>نشر من قبل: سعاد المرعي</p>${BODY}</div>`,
      "سعاد المرعي (html:byline, choose:rank)",
    ],
    ["", `<div><h1>خبر المنارة</h1><p>نُشر بواسطة admin في 4 مارس 2022</p>${BODY}</div>`, undefined],
    ["", `<div><h1>خبر المنارة</h1><p>كتب الحارس رسالة إلى البحارة</p>${BODY}</div>`, undefined],
  ])("%#", (head, body, expected) => expect(field("author", head, body)).toBe(expected));
});
