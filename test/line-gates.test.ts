import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../src/arabic/calendars.ts";
import { readings } from "../src/arabic/clitics.ts";
import { parseArabicDate } from "../src/arabic/dates.ts";
import { HIJRI_MONTHS, MONTHS, WEEKDAYS } from "../src/arabic/lexicon/months.ts";
import { fold } from "../src/arabic/normalize.ts";
import { isLabelAlone, isStampLabel } from "../src/arabic/stamp-labels.ts";
import { tokenize } from "../src/arabic/tokenize.ts";
import { sourceKey } from "../src/resolve/lexicon.ts";
import { MAY_BE_SIGNED, SIGNED } from "../src/segment/byline.ts";
import { creditsIn, mayBeCredit, unknownOutletsIn } from "../src/segment/credits.ts";
import { readDatelineParts } from "../src/segment/dateline-parts.ts";
import { LAYOUTS } from "../src/sources/index.ts";
import { hostileText, worldContext } from "./support/world.ts";

/** What is asked first must never deny what would be found: each quick look against the rule it stands before. */

describe("datelines", () => {
  test.each(LAYOUTS)("$id holds what it is said to hold", ({ dateline, holds }) => {
    const source = dateline.source.replace(/\(\?<?[!=][^()]*\)/g, "").replace(/\(\?<\w+>/g, "(?:");
    const opening = fc.stringMatching(new RegExp(source, "u"), { size: "-1" });
    fc.assert(
      fc.property(opening, hostileText, (words, rest) => {
        for (const text of [words, words + rest])
          if (dateline.test(text)) expect([text, holds?.test(text) ?? true]).toEqual([text, true]);
      }),
      { numRuns: 200 },
    );
  });

  test("are the same whether dates are looked for or first asked whether any may be there", () => {
    const pieces =
      "بالة مرجانة بالة،|مرجانة واحة النخيل ريح نسيم وكالة|ريح مراسلنا سليم|أحمد من|سليم|أحمد وكالات قال أعلن الوزير عقد وفي في يوم بعد"
        .replace(/ /g, "\n")
        .replace(/\|/g, " ")
        .split("\n");
    const days = [
      "5 مايو 2021",
      "الثلاثاء 5 مايو 2021",
      "5/5/2021",
      "5 - 5 - 2021",
      "4 آذار (مارس) 2019",
      "الخامس من مايو ألفين وواحد",
      "26 شوال 1436 هـ الموافق 11 أغسطس 2015 م",
      "2021",
      "9 سنوات",
      "(الأحد) 7 مايو 2023",
      "للأحد 7 مايو 2023",
      "و5 مايو 2021",
    ];
    const signs = [" - ", "-", ": ", " (", ") ", ") -- ", " / ", "/", "، ", " ", " ", " «", "» ", "\u200f", ", "];
    const places = new Set(["بالة", "مرجانة", "واحة النخيل"]);
    const outlets = new Set(["ريح", "نسيم", "وكالة ريح"]);
    const knows = {
      isPlace: (words: string) => places.has(words.split(/[،,]/)[0] as string),
      isOutlet: (words: string) => outlets.has(words),
    };
    const part = fc.tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...days)),
      fc.constantFrom(...signs),
    );
    const line = fc
      .tuple(
        fc.constantFrom("", ...places, ...outlets),
        fc.constantFrom(...signs),
        fc.array(part, { minLength: 1, maxLength: 8 }),
      )
      .map((all) => all.flat(2).join(""));
    let found = 0;
    fc.assert(
      fc.property(line, fc.boolean(), (text, isFirst) => {
        const dateline = readDatelineParts(text, 0, knows, isFirst);
        if (dateline !== undefined) found++;
        expect([text, dateline]).toEqual([text, readDatelineParts(text, 0, knows, isFirst, () => true)]);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test("no day is sure without a number or the word for thousand", () => {
    const numbers =
      "الخامس خمسة عشر عشرين والعشرين الحادي واحد تسعين وتسعين تسعمئة مئة مائة أربعمئة ستة وسبعين الفاتح غرة";
    const others =
      "من في عام سنة لعام لسنة يوم الموافق هـ م للهجرة و - / ، ( ) مطلع منتصف نهاية أمس غدا الماضي المقبل الجاري";
    const words = [
      ...MONTHS.flat(),
      ...HIJRI_MONTHS.flat(),
      ...WEEKDAYS.flat(),
      ...numbers.split(" "),
      ...others.split(" "),
    ];
    const dates = fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(dates, (text) => {
        fc.pre(!/\d|الف/.test(fold(text)));
        expect(parseArabicDate(text).filter(({ absolute, edtf }) => absolute && isDay(edtf))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("credits", () => {
  const knows = { isOutlet: (words: string) => fold(words) === "ريح", isPlace: () => false };
  const opening = fc.constantFrom(
    ..."ترجمة مترجم مترجمة ترجمت ترجمها ترجمته نقل نقلا نقلًا نقلته نقلها هذا المقال مقال التقرير المادة منشور ينشر تنشر نشر بالاتفاق بالتعاون بالتزامن باتفاق المصدر المصادر مصدر انتهى النهاية قال كتب".split(
      " ",
    ),
  );
  const next = fc.constantFrom(
    ..."عن مع إلى العربية نقلا خاص الخبر منشور ينشره : / - ، ( ) ريح صحيفة وكالة سليم أحمد وكالات الغد".split(" "),
  );
  const mark = fc.constantFrom("", "", "* ", "(", "• ", "/", "ـ", "\u064b", "\u200f");
  const line = fc
    .tuple(mark, opening, fc.array(next, { maxLength: 6 }), fc.constantFrom(" ", ""))
    .map(([before, first, rest, between]) => before + [first, ...rest].join(" ") + between);

  test("are found in no line that is said to hold none", () => {
    fc.assert(
      fc.property(fc.oneof(line, hostileText), fc.boolean(), (text, isLast) => {
        const one = { text, at: [0, text.length] as const, gapBefore: false };
        if (mayBeCredit(one, isLast)) return;
        expect(creditsIn(one, isLast, knows)).toEqual([]);
        expect(unknownOutletsIn(one, isLast, knows)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test("the letters of an outlet's name are its letters and digits, folded", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: "binary" })), (text) => {
        expect(sourceKey(text)).toBe(fold(text).replace(/[^\p{L}\p{N}]/gu, ""));
      }),
    );
  });
});

describe("stamps", () => {
  const word = fc.constantFrom(
    ..."تاريخ النشر آخر تحديث نشر التعديل تعديل بتاريخ في يوم طباعة مراجعة إعادة منذ قبل ساعات لحظات قال خبر last updated published ago days on".split(
      " ",
    ),
  );
  const sign = fc.constantFrom(" ", " ", " ", ": ", " | ", "/", "", "\n", "ـ", "\u064e");

  test("are labelled by no line whose first word denies it", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, word), { minLength: 1, maxLength: 5 }), hostileText, (parts, rest) => {
        for (const text of [parts.flat().join(""), parts.flat().join("") + rest]) {
          const isLabel = isLabelAlone(text);
          if (isLabel) found++;
          expect([text, isStampLabel(text)]).toEqual([text, isLabel]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

test("a signed byline begins as it is said to", () => {
  const source = SIGNED.source.replace(/\(\?<?[!=][^()]*\)/g, "").replace(/\(\?<\w+>/g, "(?:");
  const signed = fc.stringMatching(new RegExp(source, "u"), { size: "-1" });
  fc.assert(
    fc.property(signed, (line) => {
      if (SIGNED.test(line)) expect([line, MAY_BE_SIGNED.test(line)]).toEqual([line, true]);
    }),
    { numRuns: 500 },
  );
});

describe("first words", () => {
  const proclitics = ["", "و", "ف", "ب", "ك", "ل", "وب", "فل", "ال", "لل", "وال", "بال", "ولل", "كال", "فبال", "أ"];
  const withoutArticle = (key: string) => (key.startsWith("ال") && key.length > 4 ? key.slice(2) : key);
  const keysOf = (words: string) => tokenize(words).map(({ key }) => key);
  /** Words as they may stand in a text, each with what is written on to it. */
  const wordsOf = (firsts: readonly string[]) => {
    const bare = [...new Set(firsts.flatMap((key) => [key, withoutArticle(key)]))];
    return fc
      .tuple(fc.constantFrom(...proclitics), fc.constantFrom(...bare), fc.constantFrom("", "", "", "ه", "ين"))
      .map((parts) => fold(parts.join("")));
  };

  test("of a topic's terms are those that a word is, with and without its proclitics and the article", async () => {
    const { terms, gazetteer } = await worldContext();
    const firsts = gazetteer.topics.flatMap(({ terms }) =>
      terms.map(({ term }) => withoutArticle(keysOf(term)[0] as string)),
    );
    expect(firsts.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(wordsOf(firsts), (key) => {
        const forms = readings(key).flatMap((reading) => [reading.key, withoutArticle(reading.key)]);
        const named = new Set(firsts.filter((first) => forms.includes(first)));
        for (const word of [{ text: key, key, id: -1, start: 0, end: key.length }, ...tokenize(key)])
          expect([key, new Set(terms.startsOf(word)).size]).toEqual([key, named.size]);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a record's names are those that a word is, with and without its proclitics", async () => {
    const { lexicon } = await worldContext();
    const firsts = [...lexicon.names.next.keys()];
    fc.assert(
      fc.property(wordsOf(firsts), (key) => {
        const forms = new Set(readings(key).map((reading) => reading.key));
        const named = firsts.filter((first) => forms.has(first)).map((first) => lexicon.names.next.get(first));
        for (const word of [{ key, id: -1 }, ...tokenize(key)]) {
          const starts = lexicon.startsOf(word).map(({ node }) => node);
          expect([key, new Set(starts)]).toEqual([key, new Set(named)]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
