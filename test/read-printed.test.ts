import { describe, expect, it } from "vitest";
import { readPage } from "../src/read/html.ts";

/** Pages without a word for machines: what is printed beside the headline is all there is. */
const TITLE = "حارس المنارة يحكي عن الضباب والسفن";
const PROSE = [
  "قال حارس المنارة إن السفينة مرت قبل الفجر بقليل، وإن الضباب كان كثيفاً حتى إنه لم ير إلا ضوءها الأخضر من بعيد.",
  "وأضاف أن السفن التي تمر في الشتاء أقل من سفن الصيف، وأن البحارة يلوحون له بالمصابيح حين يعرفونه من بعيد.",
  "وكانت إدارة الموانئ قد أعلنت أن المنارة القديمة ستبقى في مكانها، وأن ترميمها يبدأ بعد انتهاء موسم العواصف.",
];
const TODAY = "الخميس 13 فبراير 2020";
const OTHERS = [
  ["ارتفاع أسعار الأسماك في السوق المركزي", "12 يناير 2020"],
  ["سباق القوارب يعود إلى الساحل بعد غياب", "03/02/2020"],
] as const;

const LAYOUTS = {
  "in boxes": (stamp: string) => `<div id="header"><a href="/">الرئيسية</a><div class="today">${TODAY}</div></div>
<div class="main"><h1>${TITLE}</h1><div class="date">${stamp}</div>${PROSE.map((text) => `<p>${text}</p>`).join("")}
<div class="more"><h3>أخبار ذات صلة</h3>${OTHERS.map(([title, day]) => `<a href="x">${title}</a><span>${day}</span>`).join("")}</div></div>`,
  "in a table": (stamp: string) => `<table><tr><td>${TODAY}</td></tr><tr>
<td><span>${stamp}</span><br><font size=5><b>${TITLE}</b></font><br><br>${PROSE.join("<br><br>")}</td>
<td>${OTHERS.map(([title, day]) => `<a href="x">${title}</a><br>${day}<br>`).join("")}</td></tr></table>`,
};

/** Published and modified day, headline. */
function read(body: string): readonly (string | undefined)[] {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE} | موقع البحر</title></head><body>${body}</body></html>`;
  const found = readPage(Buffer.from(html));
  if ("refused" in found) throw new Error(found.refused.reason);
  const { published, modified, title } = found.page.metadata;
  return [published, modified, title].map((declared) => declared?.chosen[0].value);
}

describe.each(Object.entries(LAYOUTS))("the day beside the headline of a page %s", (_, page) => {
  it.each([
    "الأحد 30 من شعبان 1440 هــ 5 مايو 2019 السنة 143 العدد 48362",
    "كتب سليم أحمد الأحد، 05 مايو 2019 02:30 م",
    "02:30 م | الأحد 05 مايو 2019",
    "الأحد 05 ماي 2019 - 14:30",
    "2019/05/05",
    "نُشر بتاريخ 05 ماي 2019 على الساعة 14:30",
    "5 - مايو - 2019",
    "الأحد 30 شعبان 1440هـ - 5 مايو 2019م",
    "الأحد 05 أيار 2019 الساعة 14:30",
    "5 مايو/ أيار 2019",
    "05.05.2019",
    "تاريخ النشر: 05.05.2019 | 14:30 GMT | أخبار العالم",
    "14:30 GMT 05.05.2019",
    "الأحد 05 أيار 2019 14:30 1234 المشاهدات",
    "المصدر: سليم أحمد التاريخ: 05 مايو 2019",
    "مايو 5, 2019 2:30 م",
    "نشر في 5 مايو 2019 بواسطة محرر الموقع",
    "2019-05-05 14:30:22",
    "الأحد ٥ / ٥ / ٢٠١٩",
    "[ الأحد, 05 مايو, 2019 02:30:00 مساءً ]",
    "05/05/2019 | 02:30 PM | أخبار الساحل",
    "May 5, 2019 at 2:30 pm",
  ])("%s", (stamp) => expect(read(page(stamp))).toEqual(["2019-05-05", undefined, TITLE]));

  it.each([
    "14:30 05.05.2019 (تم التحديث: 16:10 06.05.2019)",
    "5/5/2019|آخر تحديث: 6/5/2019 02:30 PM",
    "نشر في: الأحد 5 مايو 2019 - 2:30 م | آخر تحديث: الاثنين 6 مايو 2019 - 2:45 م",
    "آخر تحديث 6 مايو 2019، نشر في 5 مايو 2019",
    "05.05.2019 - محدث : 06.05.2019",
  ])("and the day of its change: %s", (stamp) =>
    expect(read(page(stamp))).toEqual(["2019-05-05", "2019-05-06", TITLE]),
  );

  it("is unknown where only the change is printed", () =>
    expect(read(page("آخر تحديث: الأحد 5 مايو 2019"))).toEqual([undefined, "2019-05-05", TITLE]));

  it.each(["منذ 3 ساعات", "في 5 مايو", ""])("is not today's, nor another article's: «%s»", (stamp) =>
    expect(read(page(stamp))).toEqual([undefined, undefined, TITLE]),
  );
});

it("cells of a table's row stay one line, cells that hold lines or paragraphs do not", () => {
  const page = (rows: string) =>
    `<html lang="ar"><body><h1>${TITLE}</h1>${PROSE.map((text) => `<p>${text}</p>`).join("")}<table>${rows}</table></body></html>`;
  const rows = "<tr><td>الأخضر</td><td>12</td></tr><tr><td>سطر<br>وسطر</td><td>بجانبهما</td></tr>";
  const found = readPage(Buffer.from(page(rows)));
  if ("refused" in found) throw new Error(found.refused.reason);
  expect(found.page.text.split(/\n+/).slice(-4)).toEqual(["الأخضر | 12", "سطر", "وسطر", "بجانبهما"]);
});

describe("the headline", () => {
  const body = PROSE.map((text) => `<p>${text}</p>`).join("");
  const page = (title: string, head: string, content: string) => {
    const html = `<html lang="ar"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${content}</body></html>`;
    const found = readPage(Buffer.from(html));
    if ("refused" in found) throw new Error(found.refused.reason);
    return { title: found.page.metadata.title?.chosen[0].value, lines: found.page.text.split(/\n+/) };
  };

  it.each([
    ["behind the site's name", `جريدة البحر - ${TITLE}`, "", `<div class="title">${TITLE}</div>`],
    ["below the site's name", `${TITLE} | موقع البحر`, "", `<h1>موقع البحر</h1><h2>${TITLE}</h2>`],
    [
      "below its kicker",
      TITLE,
      `<meta property="og:title" content="${TITLE}">`,
      `<h1><span>حكايات الساحل</span> ${TITLE}</h1>`,
    ],
    ["below a linked logo", TITLE, "", `<h1><a href="/">موقع البحر</a></h1><h2>${TITLE}</h2>`],
  ])("%s is found and stands in the text once", (_, title, head, heading) => {
    const found = page(title, head, heading + body);
    expect(found.title).toBe(TITLE);
    expect(found.lines.filter((line) => line.includes(TITLE))).toEqual([TITLE]);
    expect(found.lines.slice(-PROSE.length)).toEqual(PROSE);
  });
});

describe("a page's own line above, beside and below its headline", () => {
  const body = PROSE.map((text) => `<p>${text}</p>`).join("");
  const metadata = (content: string, { head = "", title = `${TITLE} | موقع البحر` } = {}) => {
    const html = `<html lang="ar"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${content}</body></html>`;
    const found = readPage(Buffer.from(html));
    if ("refused" in found) throw new Error(found.refused.reason);
    return { ...found.page.metadata, text: found.page.text };
  };
  const valueIn = (
    field: "author" | "kicker" | "modified" | "published" | "site" | "title",
    ...page: Parameters<typeof metadata>
  ) => metadata(...page)[field]?.chosen[0].value;

  it.each([
    `<h1><span class="kicker">حكايات الساحل</span>${TITLE}</h1>`,
    `<h1><small>حكايات الساحل</small><br>${TITLE}</h1>`,
    `<h1><div class="sur-title x">حكايات الساحل</div><div>${TITLE}</div></h1>`,
  ])("is a kicker inside the heading: %s", (heading) => {
    expect(valueIn("kicker", heading + body)).toBe("حكايات الساحل");
    expect(valueIn("title", heading + body)).toBe(TITLE);
    expect(metadata(heading + body).text.split(/\n+/)).toEqual([TITLE, ...PROSE]);
  });

  it.each([
    `<h1><a href="https://a.example/sea">أخبار الساحل</a> ${TITLE}</h1>`,
    `<h1><span>حارس المنارة</span> يحكي عن الضباب والسفن</h1>`,
  ])("a link to a section and the headline's own words are none: %s", (heading) =>
    expect(valueIn("kicker", heading + body)).toBeUndefined(),
  );

  it("the largest letters are the headline where the title names the site alone", () => {
    const page = `<table><tr><td><font size=2>بعد غياب</font><br><b><font size=5>${TITLE}</font></b><br>5/5/2019<br>${PROSE.join("<br><br>")}</td></tr></table>`;
    expect(valueIn("title", page, { title: "البحر" })).toBe(TITLE);
    expect(valueIn("site", page, { title: "البحر" })).toBe("البحر");
    expect(valueIn("published", page, { title: "البحر" })).toBe("2019-05-05");
  });

  it("a print view's title is the headline without what it says of printing", () =>
    expect(valueIn("title", `<h2>${TITLE}</h2>${body}`, { title: `طباعة: ${TITLE}` })).toBe(TITLE));

  const time = '<time datetime="2019-05-05">5 مايو 2019</time>';
  it.each([
    [`<p>${time}</p><p>آخر تحديث: 6/5/2019</p>`, "2019-05-06"],
    [`<span>${time}</span><table><tr><td>آخر تحديث</td><td>6/5/2019</td></tr></table>`, "2019-05-06"],
    // Before it was published nothing was changed.
    [`<p>${time}</p><p>آخر تحديث: 4/5/2019</p>`, undefined],
    [`<p>${time}</p><p>6/5/2019</p>`, undefined],
  ])("the change is printed beside a <time>: %s", (stamp, modified) => {
    const page = `<article><h1>${TITLE}</h1><div>${stamp}</div>${body}</article>`;
    expect([valueIn("published", page), valueIn("modified", page)]).toEqual(["2019-05-05", modified]);
  });

  it.each([
    `<div class="byline"><b>عماد رزق</b><p>صحفي من مواليد 3 آذار 1980</p></div>${"%B"}`,
    `${"%B"}<table><tr><th>التاريخ</th><th>السفن</th></tr><tr><td>1/1/2019</td><td>12</td></tr></table>`,
    `${"%B"}<div class="reply"><b>سليم أحمد</b><span>7 مايو 2019</span></div>`,
    `<p>آخر موعد للتقديم: 30/6/2019</p>${"%B"}`,
  ])("days of people, of tables and of readers are not the page's: %s", (content) =>
    expect(valueIn("published", `<div><h1>${TITLE}</h1>${content.replace("%B", body)}</div>`)).toBeUndefined(),
  );

  it("a stamp at the end says what it is of", () =>
    expect(valueIn("published", `<div><h1>${TITLE}</h1>${body}<p>نشر في 5/5/2019</p></div>`)).toBe("2019-05-05"));

  it.each([
    "<dl><dt>الكاتب</dt><dd>سليم أحمد</dd><dt>التاريخ</dt><dd>5 مايو 2019</dd></dl>",
    "<table><tr><td>بقلم:</td><td>سليم أحمد</td></tr></table>",
    "<table><tr><td>التاريخ</td><td>5 مايو 2019</td><td>اسم الكاتب</td><td>سليم أحمد</td></tr></table>",
    "<div><span>المؤلف</span></div><div>سليم أحمد</div>",
  ])("the author stands below its label or in the next cell: %s", (labels) =>
    expect(valueIn("author", `<h1>${TITLE}</h1>${labels}${body}`)).toBe("سليم أحمد"),
  );

  it("a blog's day stands above its heading, its name before the title and its writer below the text", () => {
    const post = `<h2 class="date-header"><span>الأحد، 5 مايو 2019</span></h2><div class="post"><h3 class="post-title">${TITLE}</h3>
<div class="post-body">${PROSE.join("<br><br>")}</div><div class="post-footer">مرسلة بواسطة <span>سليم أحمد</span> في <abbr class="published" title="2019-05-05T09:14:00+02:00">9:14 ص</abbr></div></div>`;
    const titled = { title: `مدونة البحر: ${TITLE}` };
    expect(valueIn("title", post, titled)).toBe(TITLE);
    expect(valueIn("published", post, titled)).toBe("2019-05-05");
    expect(valueIn("author", post, titled)).toBe("سليم أحمد");
  });

  it("where the title names the site alone, the one line that is called a title is the headline", () => {
    const old = `<table><tr><td><font class="title"><b>${TITLE}</b></font><br>${PROSE.join("<br><br>")}</td></tr></table>`;
    expect(valueIn("title", old, { title: "البحر" })).toBe(TITLE);
  });

  it("a section's name inside the heading is no kicker and no line of the text", () => {
    const page = metadata(`<h1><span class="cat">محليات</span>${TITLE}</h1>${body}`);
    expect([page.kicker, page.text.split(/\n+/)]).toEqual([undefined, [TITLE, ...PROSE]]);
  });

  it("days and names of comments are not the article's", () => {
    const comment = `<article><b>سليم أحمد</b> <time datetime="2019-05-09">9 مايو 2019</time><p>كتب: سليم أحمد</p></article>`;
    const page = `<h1>${TITLE}</h1>${body}<section id="comments"><h3>التعليقات</h3>${comment}</section>`;
    expect([valueIn("published", page), valueIn("author", page)]).toEqual([undefined, undefined]);
    const marked = `<h1>${TITLE}</h1>${body}<div itemprop="comment">${comment}</div>`;
    expect([valueIn("published", marked), valueIn("author", marked)]).toEqual([undefined, undefined]);
  });

  it.each(["كتب بواسطة: سلمى نور", "بواسطة سلمى نور | 5 مايو 2019", "أُضيف من طرف سلمى نور في 5 مايو 2019"])(
    "who wrote it: %s",
    (line) => expect(valueIn("author", `<div><h1>${TITLE}</h1><p>${line}</p>${body}</div>`)).toBe("سلمى نور"),
  );

  it("JSON-LD refers to its author by id", () => {
    const graph = [
      {
        "@type": "NewsArticle",
        headline: TITLE,
        author: [{ "@id": "#a" }, { "@id": "#nobody" }],
        publisher: { "@id": "#o" },
      },
      { "@type": "Person", "@id": "#a", name: "سلمى نور" },
      { "@type": "Organization", "@id": "#o", name: "موقع البحر" },
    ];
    const head = `<script type="application/ld+json">${JSON.stringify({ "@graph": graph })}</script>`;
    const { author, site } = metadata(`<h1>${TITLE}</h1>${body}`, { head });
    expect(author?.chosen.map(({ value }) => value)).toEqual(["سلمى نور"]);
    expect(site?.chosen[0].value).toBe("موقع البحر");
  });
});

it("an article without days in JSON-LD has those of its page", () => {
  const graph = [
    { "@type": "WebSite", name: "موقع البحر", datePublished: "2001-01-01" },
    { "@type": "WebPage", name: TITLE, datePublished: "2019-05-05T10:00:00Z", dateModified: "2019-05-06T10:00:00Z" },
    { "@type": "NewsArticle", headline: TITLE },
  ];
  const script = `<script type="application/ld+json">${JSON.stringify({ "@graph": graph })}</script>`;
  expect(read(`${script}<h1>${TITLE}</h1>${PROSE.map((text) => `<p>${text}</p>`).join("")}`)).toEqual([
    "2019-05-05",
    "2019-05-06",
    TITLE,
  ]);
});
