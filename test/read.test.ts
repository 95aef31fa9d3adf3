import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detect } from "../src/read/detect.ts";
import type { Reading } from "../src/read/types.ts";
import { articlesIn, problemsIn, readAll } from "./support/readings.ts";

const FIXTURES = join(import.meta.dirname, "fixtures", "read");

/** Everything a reader found, with the words of every part written out beside its place. */
function legible(readings: readonly Reading[]): unknown {
  return readings.map((reading) => {
    if (!("article" in reading)) return reading;
    const { text, layout, links, ...article } = reading.article;
    return {
      article: {
        ...article,
        text: text.split("\n"),
        layout: layout.map(({ kind, at }) => `${kind} ${at[0]}–${at[1]}: ${text.slice(...at).slice(0, 30)}`),
        links,
      },
    };
  });
}

describe("a folder of raw files, each with all that is read from it", () => {
  it.each(readdirSync(FIXTURES))("%s", async (name) => {
    const folder = join(FIXTURES, name);
    const input = readdirSync(folder).find((file) => file !== "expected.json") as string;
    const readings = await readAll(input, readFileSync(join(folder, input)));
    await expect(`${JSON.stringify(legible(readings), null, 2)}\n`).toMatchFileSnapshot(join(folder, "expected.json"));
  });
});

describe("character references that a scraper left in plain text", () => {
  const text =
    "فتح &quot;الميناء&quot; &#8220;القديم&#8221;\n\nقال الحارس &laquo;نعم&raquo; وأضاف https://a.example/?x=1&copy=2 و&غير; &unknown;";
  const plain = 'فتح "الميناء" “القديم”\n\nقال الحارس «نعم» وأضاف https://a.example/?x=1&copy=2 و&غير; &unknown;';

  it("stand for their characters in a text file", async () => {
    const [article] = articlesIn(await readAll("a.txt", text));
    expect(article?.text).toBe(plain);
  });

  it("and in a record's title, author and text", async () => {
    const [title = "", body = ""] = text.split("\n\n");
    const record = { title, author: "سليم &amp; سلمى", text: body };
    const [article] = articlesIn(await readAll("a.jsonl", JSON.stringify(record)));
    expect(article?.text).toBe(plain);
    expect(article?.metadata.author?.chosen[0]).toEqual({
      value: "سليم & سلمى",
      rule: "jsonl:author",
      words: "سليم &amp; سلمى",
      place: "line 1",
    });
  });
});

describe("the kind of a file", () => {
  const kind = (text: string | Uint8Array) => detect(typeof text === "string" ? Buffer.from(text) : text);

  it.each([
    ["text", "خبر عاجل\n\nقال الوزير إن # العدد زاد.\n- أولاً\n* ثانياً\n"],
    ["text", "#هاشتاغ ليس عنواناً"],
    ["text", "عنوان الخبر\n\n# 5 لاعبين غابوا عن التدريب\n\nنص الخبر"],
    ["text", "# عاجل: فتح الميناء\nنص الخبر في السطر التالي"],
    ["markdown", "# عنوان الخبر\n\nنص الخبر"],
    ["markdown", "مقدمة\n\n# باب أول\n\nنص\n\n# باب ثان\n\nنص"],
    ["text", "قال: 3 < 5 و 7 > 2"],
    ["text", "--- \nفاصل وليس رأس ملف\n---\n"],
    ["markdown", "---\ntitle: عنوان\n---\nنص"],
    ["markdown", "مقدمة\n\n## عنوان فرعي\n\nنص"],
    ["markdown", "انظر [الموقع](https://a.example/x) للمزيد"],
    ["html", "<!DOCTYPE html><html></html>"],
    ["html", "  \n<!-- تعليق -->\n<div>نص</div>"],
    ["html", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0" "x"><html xmlns="x">'],
    ["html", "نص قبل الوسوم <p>فقرة</p><p>فقرة</p><div>قسم</div>"],
    ["html", "مقدمة\n<body><h1>عنوان</h1></body>"],
    ["text", "كتب الطالب </p> ثم </div> ثم </span> ولم يفتح واحدة منها، وهذا نص طويل عن دروس الصفحات."],
    [
      "text",
      `درس في الصفحات\n\nتكتب الفقرة <p>هكذا</p> والقسم <div>هكذا</div> والجزء <span>هكذا</span>. ${"وهذا شرح طويل. ".repeat(9)}`,
    ],
    ["feed", '<?xml version="1.0"?>\n<!-- x --><rss version="2.0">'],
    ["feed", "<!DOCTYPE rss [<!ENTITY a 'b'> ]>\n<rss>"],
    ["feed", '<feed xmlns="http://www.w3.org/2005/Atom">'],
    ["feed", "<rdf:RDF>"],
    ["wxr", '<rss xmlns:wp="http://wordpress.org/export/1.2/">'],
    ["json-lines", '{"title": "خبر"}'],
    ["json-lines", 'سطر مكسور\n{"title": "خبر"}\n{"title": "خبر"}'],
    ["mhtml", 'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="b"\r\n'],
    ["warc", "WARC/1.1\r\nWARC-Type: warcinfo\r\n"],
    ["empty", ""],
  ])("%s: %s", (expected, text) => expect(kind(text)).toBe(expected));

  it("is seen through UTF-16", () => {
    expect(kind(Buffer.from("\ufeff<!DOCTYPE html><html>", "utf16le"))).toBe("html");
    expect(kind(Buffer.from('\ufeff{"title": "خبر"}', "utf16le"))).toBe("json-lines");
  });

  it("is not asked of the name", async () => {
    const [article] = articlesIn(await readAll("خبر.pdf", "خبر عاجل\n\nقال الوزير إن العدد زاد.\n"));
    expect(article?.mediaType).toBe("text/plain");
  });
});

describe("several articles in one file", () => {
  const LINES = ['{"id": "a", "text": "الأول"}', "خطأ", '{"id": "b", "text": "الثاني"}'];

  it("come as they are read, before the file ends", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked++;
        yield Buffer.from(`{"id": ${asked}, "text": "${"خبر ".repeat(5000)}"}\n`);
      }
    }
    const found: string[] = [];
    const { readRaw } = await import("../src/read/index.ts");
    for await (const reading of readRaw("endless.jsonl", endless())) {
      if ("article" in reading) found.push(reading.article.path);
      if (found.length === 3) break;
    }
    expect(found).toEqual(["endless.jsonl#1", "endless.jsonl#2", "endless.jsonl#3"]);
    expect(asked).toBeLessThan(20);
  });

  it("keep their path and their hash when others are added before them", async () => {
    const before = articlesIn(await readAll("x.jsonl", LINES.join("\n")));
    const after = articlesIn(await readAll("x.jsonl", ['{"id": "z", "text": "جديد"}', ...LINES].join("\n")));
    expect(before.map(({ path, sha256 }) => [path, sha256])).toEqual(
      after.slice(1).map(({ path, sha256 }) => [path, sha256]),
    );
  });

  it("are read the same from UTF-16 and from pieces cut anywhere", async () => {
    const text = LINES.join("\n");
    async function* cut(bytes: Uint8Array) {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const texts = async (input: Uint8Array | AsyncIterable<Uint8Array>) =>
      articlesIn(await readAll("x.jsonl", input)).map((a) => [a.path, a.text]);
    const expected = [
      ["x.jsonl#a", "الأول"],
      ["x.jsonl#b", "الثاني"],
    ];
    expect(await texts(Buffer.from(text))).toEqual(expected);
    expect(await texts(cut(Buffer.from(text)))).toEqual(expected);
    expect(await texts(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(expected);
    expect(await texts(cut(Buffer.from(`\ufeff${text}`, "utf16le")))).toEqual(expected);
  });

  it("tell the first problems one by one and count the others", async () => {
    const lines = [...LINES, ...Array.from({ length: 30 }, (_, i) => `{"id": "${i}"`)];
    const problems = problemsIn(await readAll("x.jsonl", lines.join("\n")));
    expect(problems).toHaveLength(6);
    expect(problems[0]).toBe(
      "raw/x.jsonl:2 fatal read:bad-line Not JSON: Unexpected token 'خ', \"خطأ\" is not valid JSON",
    );
    expect(problems[5]).toBe(
      "raw/x.jsonl:33 fatal read:bad-line 26 more of the same; the last: Not JSON: Expected ',' or '}' after property value in JSON at position 11",
    );
  });
});

describe("a text in another language of Arabic letters", () => {
  it.each([
    [
      "Persian",
      "این بندر امروز نخستین کشتی خود را پذیرفت و کارگران می‌گویند که کار به خوبی پیش می‌رود. مدیر گفت کشتی‌های بزرگ چند روز دیگر می‌رسند.",
    ],
    [
      "Urdu",
      "بندرگاہ نے آج اپنا پہلا جہاز وصول کیا اور کارکنوں کا کہنا ہے کہ کام ٹھیک چل رہا ہے۔ منتظم نے کہا کہ بڑے جہاز جلد آئیں گے۔",
    ],
  ])("is told: %s", async (_, text) => {
    const problems = problemsIn(await readAll("x.txt", text));
    expect(problems).toEqual([
      "raw/x.txt:1 warning read:not-arabic The text is in Persian, Urdu or another language of Arabic letters",
    ]);
  });

  it("is not Arabic about it", async () => {
    const text =
      "أعلنت شركة پاناسونيك في گوانگجو أن مصنع چنگدو الجديد يعمل على إنتاج أجهزة من طراز پرو، وقالت إن العمل في المصنع سيبدأ قبل نهاية العام.";
    expect(problemsIn(await readAll("x.txt", text))).toEqual([]);
  });
});
