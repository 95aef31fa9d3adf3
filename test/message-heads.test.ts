import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { daysOfShortYear, HEAD_ABOVE, lengthOfHead } from "../src/arabic/message-head.ts";
import { clean } from "../src/clean.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { segment } from "../src/segment.ts";
import { expectPart } from "./support/evidence.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const TITLE = "رفع أسعار الخبز في المدينة ابتداء من الغد";
const LEAD = "أعلن اتحاد المخابز رفع أسعار الخبز ابتداء من يوم غد بعد زيادة سعر الطحين في الأسواق.";
const MORE = "وأوضح الاتحاد أن القرار مؤقت، وأن الأسعار ستراجع في نهاية الشهر المقبل.";

function read(lines: readonly string[]) {
  const text = lines.join("\n");
  const { article } = parseText(rawArticle(text), context);
  const { published, authors, provider, kicker } = article.fields;
  return {
    title: article.title.value,
    published: published?.value,
    authors: authors?.map(({ value }) => value),
    provider: provider?.value,
    kicker: kicker?.map(({ value }) => value),
    blocks: article.blocks.map((block) => block.text),
    removed: article.removed.map((part) => `${part.rule.replace("clean:", "")}: ${part.text}`),
  };
}

describe("heads of messages", () => {
  test.each([
    ["[21/03/2024, 10:15] أبو سالم:", "2024-03-21"],
    ["[٢١/٣/٢٠٢٤، ١٠:١٥:٣٢ ص] أخبار الحي:", "2024-03-21"],
    ["21/03/2024, 10:15 - سليم:", "2024-03-21"],
    ["[21.03.24, 10:15:02] سليم:", "2024-03-21"],
    ["[3/21/24, 10:15 AM] Salim:", "2024-03-21"],
    ["[3/4/24, 10:15 AM] Salim:", undefined],
  ])("in front of one: «%s»", (head, day) => {
    const { title, published, blocks } = read([`${head} ${TITLE}`, LEAD, MORE]);
    expect([title, published, blocks]).toEqual([TITLE, day, [LEAD, MORE]]);
  });

  test.each([
    ["شبكة الواحة, [21.03.24 10:15]", "2024-03-21"],
    ["شبكة الواحة, [21/3/24 10:15 PM]", "2024-03-21"],
    ["شبكة الواحة, [31.02.24 10:15]", undefined],
  ])("above one: «%s»", (head, day) => {
    const { title, published, removed } = read([head, "[ Photo ]", TITLE, "", LEAD, MORE]);
    expect([title, published, removed]).toEqual([TITLE, day, ["forum: [ Photo ]"]]);
  });

  test.each([
    "[الصفحة الأولى] الوزير: لن نرفع الأسعار",
    "12 قتيلا: حصيلة الحادث في شمال البلاد",
    "21/03/2024 يوم لا ينسى: هكذا مر",
  ])("are none: «%s»", (title) => expect(read([title, "", LEAD, MORE]).title).toBe(title));

  test("parts stay where they stand, whatever the head", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "21/03/2024",
      "21.03.24",
      ", ",
      " ",
      "10:15",
      "سليم",
      ":",
      " - ",
      TITLE,
      "\n",
      "ص",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = `${pieces.join("")}\n${LEAD}\n${MORE}`;
        const { headline, stamps, blocks, lines } = segment(clean(rawArticle(text)), context.knows);
        for (const part of [...stamps, ...blocks, ...lines, ...(headline ? [headline] : [])])
          expectPart(text, part, "line");
      }),
    );
  });

  test("a day of two digits stands where it says", () => {
    const head = "شبكة الواحة, [٢١.٠٣.٢٤ ١٠:١٥]";
    expect(HEAD_ABOVE.test(head)).toBe(true);
    const [day] = daysOfShortYear(head) ?? [];
    expect([day?.edtf, head.slice(...(day?.at ?? [0, 0]))]).toEqual(["2024-03-21", "٢١.٠٣.٢٤"]);
    expect(lengthOfHead(head)).toBe(0);
  });
});

describe("boards and PHP-Nuke", () => {
  test.each([
    ["Posted on Monday, March 22 @ 10:15:00 AST by admin", undefined],
    ["أرسلت في Monday, March 22, 2004 @ 10:15:00 AST بواسطة admin", "2004-03-22"],
  ])("«%s» is a stamp", (stamp, day) => {
    const { title, published, blocks } = read([
      TITLE,
      stamp,
      LEAD,
      MORE,
      "(قراءة المزيد ... | 2041 حرفا زيادة | التقييم: 4)",
    ]);
    expect([title, published, blocks]).toEqual([TITLE, day, [LEAD, MORE]]);
  });

  test("whose post it is, is no part of it, nor of a byline", () => {
    const head = ["مشاركة رقم : 1", "قديم 21-03-2009, 11:20 PM", "سليم أحمد", "عضو مميز", "تاريخ التسجيل: Jan 2008"];
    expect(read([...head, TITLE, "", LEAD, MORE, "رد مع اقتباس"])).toMatchObject({
      title: TITLE,
      published: "2009-03-21",
      authors: undefined,
      blocks: [LEAD, MORE],
      removed: [
        "forum: مشاركة رقم : 1",
        "poster: سليم أحمد",
        "forum: عضو مميز",
        "forum: تاريخ التسجيل: Jan 2008",
        "forum: رد مع اقتباس",
      ],
    });
  });
});

describe("heads of plain texts", () => {
  test("urgent news by an agency", () => {
    const { title, kicker } = read([`عاجل - ريح: ${TITLE}`, "", LEAD, MORE]);
    expect([title, kicker]).toEqual([`ريح: ${TITLE}`, ["عاجل"]]);
    expect(read([`عاجل وهام - ${TITLE}`, "", LEAD, MORE]).kicker).toBeUndefined();
  });

  test.each(["مرجانة: سمير ب.", "مرجانة - سمير ب."])(
    "a reporter of whose family's name one letter stands: «%s»",
    (line) => expect(read([TITLE, line, LEAD, MORE])).toMatchObject({ authors: ["سمير ب."], blocks: [LEAD, MORE] }),
  );

  test.each(["ريح - سليم أحمد", "ريح – عبد الإله النخلي"])("an agency and its reporter without a town: «%s»", (line) =>
    expect(read([TITLE, line, LEAD, MORE]).authors).toEqual([line.split(/ [-–] /)[1]]),
  );

  test("a day in numbers before an agency in brackets, the town unknown", () =>
    expect(read([TITLE, "", `زرقاء 21-3-2024 (ريح) - ${LEAD}`, MORE]).published).toBe("2024-03-21"));

  test("initials with commas between them, above the agency's last line", () =>
    expect(read([TITLE, "", LEAD, MORE, "ن.ع, م.ص", "ريح 1035 جمت 21/03/2024"])).toMatchObject({
      published: "2024-03-21",
      blocks: [LEAD, MORE],
      removed: ["wire-end: ن.ع, م.ص"],
    }));
});
