import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlain, renderBody, renderMarkdown } from "../src/site/body.ts";
import { makeMentionLinker } from "../src/site/link-mentions.ts";

const ALPHABET = [
  ..."ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ",
  ..."abcXYZ0123456789",
  ..." \n\n\n    .،؛؟«»“”…–—-()/:'\"$%@^{};,",
  "\u064B",
  "\u0640",
  "\u200F",
  "\u00A0",
  "\u2028",
  "\f",
  "\v",
];
const plainish = fc.string({ unit: fc.constantFrom(...ALPHABET, "\n\n## ", "\n## ", "## "), maxLength: 120 });
const anything = fc.oneof(
  plainish,
  fc.string({ unit: fc.constantFrom(...ALPHABET, ..."\\`*_[]<>#+~|&=!\t\r\0"), maxLength: 80 }),
  fc.string(),
);
const mentions = fc.array(
  fc.record({
    words: fc.array(fc.string({ unit: fc.constantFrom(..."ابو لك"), minLength: 1, maxLength: 4 }), { maxLength: 2 }),
    url: fc.constantFrom("/people/a/", "/people/b/", '/x&"y/'),
  }),
  { maxLength: 3 },
);

describe("the fast path", () => {
  it("gives what unified gives", () => {
    let plain = 0;
    fc.assert(
      fc.property(anything, mentions, (markdown, targets) => {
        if (!isPlain(markdown)) return;
        plain++;
        expect(renderBody({ markdown, mentions: targets })).toEqual(renderMarkdown({ markdown, mentions: targets }));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it.each([
    "# عنوان",
    "### عنوان",
    "## عنوان\nنص",
    "نص\n## عنوان",
    "## عنوان ##",
    "##",
    "##عنوان",
    "نص # نص",
    "- بند",
    "1. بند",
    "1) بند",
    "> قول",
    "    رمز",
    "نص\n===",
    "نص\n---",
    "نص  \nنص",
    "a\\b",
    "&amp;",
    "<b>",
    "`x`",
    "~~~",
    "[x](y)",
    "\tنص",
    "نص ",
  ])("leaves %j to unified", (markdown) => {
    expect(isPlain(markdown)).toBe(false);
  });

  it("takes an ordinary article", () => {
    expect(isPlain("بكين (أ ف ب) - قال الرئيس: «نعم»، ثم غادر.\n\n## السكان\n\nوأضاف أن 5.3% من السكان...\n")).toBe(
      true,
    );
  });
});

describe("the body", () => {
  it("gives headings ids and an outline, and shifts a first-level heading down", () => {
    const { html, outline } = renderBody({ markdown: "مقدمة\n\n## القسم *الأول*\n\nنص\n\n# الثاني", mentions: [] });
    expect(html).toBe(
      '<p>مقدمة</p>\n<h2 id="section-1">القسم <em>الأول</em></h2>\n<p>نص</p>\n<h2 id="section-2">الثاني</h2>',
    );
    expect(outline).toEqual([
      { id: "section-1", text: "القسم الأول" },
      { id: "section-2", text: "الثاني" },
    ]);
  });

  it("lets no script through", () => {
    const { html } = renderBody({
      markdown:
        "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n![x](javascript:1)",
      mentions: [],
    });
    expect(html).not.toMatch(/script|onerror/);
  });

  it("tells the lead and counts words", () => {
    expect(renderBody({ markdown: "## عنوان\n\nأول **نص** هنا – نعم.\n\nثانٍ.", mentions: [] })).toMatchObject({
      lead: "أول نص هنا – نعم. ثانٍ.",
      words: 6,
    });
    expect(renderBody({ markdown: "", mentions: [] })).toEqual({ html: "", outline: [], lead: "", words: 0 });
  });

  it("links neither in links nor in headings nor in code", () => {
    const { html } = renderBody({
      markdown: "## بوتين\n\n[بوتين](https://example.org/) `بوتين` ثم بوتين وبوتين",
      mentions: [{ words: ["بوتين"], url: "/people/p/" }],
    });
    expect(html.match(/class="mention"/g)).toHaveLength(1);
    expect(html).toContain('ثم <a href="/people/p/" class="mention">بوتين</a> وبوتين');
  });
});

describe("mentions", () => {
  const link = (text: string, ...words: string[]) =>
    makeMentionLinker(words.map((form) => ({ words: [form], url: `/${form}/` })))(text)
      .map(({ text: piece, url }) => (url === undefined ? piece : `[${piece}]`))
      .join("");

  it.each([
    ["قال بوتين، أمس", "بوتين", "قال [بوتين]، أمس"],
    ["لافروف وبوتين.", "بوتين", "لافروف [وبوتين]."],
    ["إلى الصين وللصين", "الصين", "إلى [الصين] وللصين"],
    ["دعما للصين", "الصين", "دعما [للصين]"],
    ["وللصين موقف", "الصين", "[وللصين] موقف"],
    ["وبالصين", "الصين", "[وبالصين]"],
    ["«بكين»", "بكين", "«[بكين]»"],
    ["وفقا لوكالة تاس: نعم", "لوكالة تاس:", "وفقا [لوكالة تاس]: نعم"],
    ["القطاع المالي في مالي", "مالي", "القطاع المالي في [مالي]"],
    ["بوتينية ثم بوتين", "بوتين", "بوتينية ثم [بوتين]"],
    ["قال شي جين بينغ", "شي  جين\nبينغ", "قال [شي جين بينغ]"],
    ["CNN وXi Jinping", "Xi Jinping", "CNN وXi Jinping"],
    ["زار Xi Jinping بكين", "Xi Jinping", "زار [Xi Jinping] بكين"],
    ["لا ذكر هنا", "بوتين", "لا ذكر هنا"],
  ])("%s, %s", (text, words, expected) => {
    expect(link(text, words)).toBe(expected);
  });

  it("gives the longer of two names that begin together, and looks for the other behind it", () => {
    expect(link("جامعة الدول العربية والدول", "جامعة الدول", "جامعة الدول العربية")).toBe(
      "[جامعة الدول العربية] والدول",
    );
    expect(link("جامعة الدول العربية ثم جامعة الدول", "جامعة الدول", "جامعة الدول العربية")).toBe(
      "[جامعة الدول العربية] ثم [جامعة الدول]",
    );
  });

  it("links a record once over all paragraphs", () => {
    const linker = makeMentionLinker([{ words: ["بوتين", "الرئيس الروسي"], url: "/p/" }]);
    expect(linker("نص بلا اسم")).toEqual([{ text: "نص بلا اسم" }]);
    expect(linker("الرئيس الروسي بوتين")).toEqual([{ text: "الرئيس الروسي", url: "/p/" }, { text: " بوتين" }]);
    expect(linker("بوتين")).toEqual([{ text: "بوتين" }]);
  });

  it("loses no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ابول ك،.\n") }), mentions, (text, targets) => {
        expect(
          makeMentionLinker(targets)(text)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
