import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { segment } from "../src/segment.ts";
import { cutRaw, isInRaw } from "../src/site/raw-pieces.ts";
import { expectEvidence, expectPart } from "./support/evidence.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const HEADLINE = "ميناء مرجانة يفتح أبوابه";
const PARAGRAPHS = [
  "مرجانة 5 مايو 2021 (ريح) - افتتح الوزير صباح أمس ميناء مرجانة الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الذين انتظروا أكثر من عامين حتى اكتملت أعمال البناء.",
  "وقال سليم النخلي في كلمته إن الميناء سيستقبل أولى السفن في مطلع الشهر المقبل. وأضاف أن العمل في الرصيف الشمالي يستمر إلى نهاية السنة، وأن قوارب الصيد تنتقل إليه بعد ذلك.",
  "من جهتها ذكرت سلمى الورداني أن الصيادين طالبوا بتخصيص مكان لهم منذ بداية المشروع. وردت الإدارة على مطالبهم بعد سلسلة من الاجتماعات في البلدية.",
  "أما أصحاب المقاهي القريبة من الرصيف فيتوقعون أن يعود الزوار إلى المكان في الصيف القادم. وقال أحدهم إن السنوات الماضية كانت صعبة على الجميع، لأن الطريق ظل مغلقا من جهة البحر مع بداية كل شتاء.",
  "ووضعت البلدية خطة لتنظيم حركة الشاحنات في الشوارع التي تصل الميناء بالسوق. وتشمل الخطة إشارات جديدة ومواقف بعيدة عن البيوت.",
  "وينتظر أن يعلن المجلس البلدي عن موعد نقل السوق من الحي القديم.",
];

/** Words in lines of at most `width` characters. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}

const read = (text: string, restore: readonly string[] = []) =>
  segment(clean(rawArticle(text), { restore, remove: [] }), context.knows);
const blocksOf = (text: string, restore: readonly string[] = []) =>
  read(text, restore).blocks.map(({ kind, text }) => (kind === "heading" ? `# ${text}` : text));
const OWN = PARAGRAPHS.map((text) => text.replace("مرجانة 5 مايو 2021 (ريح) - ", ""));

describe("a text whose lines were cut at a width", () => {
  test("reads as the whole one does, whatever the width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 45, max: 80 }),
        fc.shuffledSubarray(PARAGRAPHS.slice(1), { minLength: 5 }),
        fc.constantFrom("\n", " \n"),
        (width, more, end) => {
          const paragraphs = [PARAGRAPHS[0] as string, ...more];
          const whole = [HEADLINE, ...paragraphs].join("\n\n");
          const text = [HEADLINE, ...paragraphs.map((words) => wrap(words, width))].join("\n\n").replaceAll("\n", end);
          const segmented = read(text);
          expect(segmented.text).toHaveLength(text.length);
          expect(segmented.blocks.map(({ text }) => text.replace(/ {2}/g, " "))).toEqual(blocksOf(whole));
          const { article, problems } = parseText(rawArticle(text), context);
          const { text: joined } = segmented;
          for (const part of [...article.blocks, ...article.removed]) expectPart(joined, part, "line");
          expectEvidence(joined, article.title, "title");
          for (const found of Object.values(article.fields))
            for (const value of [found].flat()) {
              expectEvidence(joined, value, value.value);
              expect(isInRaw(text, value.at, value.words)).toBe(true);
            }
          expect(problems.map(({ rule }) => rule)).toContain("segment:hard-wrapped");
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a name on two lines is one, and stands in the file where it says", () => {
    const text = `${HEADLINE}\n\n${PARAGRAPHS.map((words) => wrap(`${words.startsWith("وقال") ? "وفي حديث إلى الصحافيين الذين حضروا " : ""}${words}`, 48)).join("\n\n")}`;
    expect(text).toContain("سليم\nالنخلي");
    const { article } = parseText(rawArticle(text), context);
    const person = article.fields.people?.find(({ value }) => value === "salim-nakhli");
    expect(person).toMatchObject({ value: "salim-nakhli", words: "سليم النخلي" });
    expect(text.slice(person?.at?.[0], person?.at?.[1])).toBe("سليم\nالنخلي");
    const pieces = cutRaw(text, { evidence: { "people.salim-nakhli": person as never }, removed: [] });
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.find(({ fields }) => fields)?.text).toBe("سليم\nالنخلي");
  });

  test("is told, with its place in the file", () => {
    const { problems } = parseText(
      rawArticle(`${HEADLINE}\n\n${PARAGRAPHS.map((p) => wrap(p, 60)).join("\n\n")}`),
      context,
    );
    expect(problems).toEqual([
      {
        file: "raw/a.txt",
        severity: "info",
        rule: "segment:hard-wrapped",
        reason: "The lines were cut at 60 letters; 12 line ends were taken for spaces",
        line: 3,
        column: 1,
        note: "Nothing needs to be done. Restore a line in content/corrections where it is one of its own.",
      },
    ]);
  });

  test.each([
    ["indented paragraphs", PARAGRAPHS.map((words) => wrap(`    ${words}`, 66)).join("\n")],
    ["paragraphs that nothing sets apart, each with a short last line", PARAGRAPHS.map((p) => wrap(p, 64)).join("\n")],
  ])("with %s", (_, body) => {
    expect(blocksOf(`${HEADLINE}\n\n${body}`)).toEqual(OWN);
    expect(blocksOf(`${HEADLINE}\n${body}`)).toEqual(OWN);
  });

  test.each(["\n", "\n\n"])("joins a headline of two lines", (gap) => {
    const headline = "ميناء مرجانة الجديد يفتح أبوابه أمام السفن وقوارب الصيد بعد عامين من انتظار الأهالي";
    const text = `${wrap(headline, 60)}${gap}${PARAGRAPHS.map((p) => wrap(p, 60)).join("\n\n")}`;
    expect(read(text).headline?.text).toBe(headline);
  });

  test("leaves a headline, a byline, a stamp, headings and lists alone", () => {
    const wrapped = PARAGRAPHS.map((p) => wrap(p, 62));
    const headline = "وزارة النقل تعلن افتتاح ميناء مرجانة الجديد أمام السفن كلها";
    const text = [
      `${headline}\nكتب: سليم أحمد\n5 مايو 2021\n${wrapped[0]}`,
      `${wrapped[1]}\nمطالب الصيادين\n${wrapped[2]}`,
      "- مكان لقوارب الصيد الصغيرة\n- سوق جديدة للسمك في الحي القديم",
      wrapped.slice(3).join("\n\n"),
    ].join("\n\n");
    const { headline: found, byline, stamps, blocks } = read(text);
    expect([found?.text, byline?.text, stamps.map((part) => part.text)]).toEqual([
      headline,
      "سليم أحمد",
      ["5 مايو 2021"],
    ]);
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      `paragraph: ${OWN[0]}`,
      `paragraph: ${OWN[1]}`,
      "heading: مطالب الصيادين",
      `paragraph: ${OWN[2]}`,
      "list-item: مكان لقوارب الصيد الصغيرة",
      "list-item: سوق جديدة للسمك في الحي القديم",
      ...OWN.slice(3).map((text) => `paragraph: ${text}`),
    ]);
  });

  test("keeps a line that the editor restores", () => {
    const [first, ...rest] = PARAGRAPHS.map((p) => wrap(p, 60));
    const line = (rest[0] as string).split("\n")[0] as string;
    const text = `${HEADLINE}\n\n${first}\n\n${rest.join("\n\n")}`;
    expect(blocksOf(text, [line])).toContain(`# ${line}`);
  });
});

describe("short lines that are a text's own stay", () => {
  const stays = (lines: readonly string[]) =>
    expect(blocksOf(`${HEADLINE}\n\n${lines.join("\n")}`).map((text) => text.replace("# ", ""))).toEqual(lines);

  test("headlines of a list", () =>
    stays([
      "الحكومة تقر زيادة في أجور العاملين بقطاع الصحة والتعليم",
      "وزير المالية يعرض مشروع الميزانية أمام البرلمان هذا الأسبوع",
      "ارتفاع أسعار الخضر والفواكه في أسواق العاصمة قبل الشتاء",
      "المنتخب الوطني يستعد لمباراته الحاسمة في تصفيات الكأس",
      "انطلاق معرض الكتاب الدولي بمشاركة أكثر من ثلاثين بلدا",
      "أمطار غزيرة متوقعة في المناطق الشمالية ابتداء من الغد",
    ]));

  test("verses", () =>
    stays([
      "يا بحر مرجانة الذي في موجه سر البلاد وحلم كل غريب",
      "أودعت فيك رسائلي ومضيت عنك أجر خلفي خطوة المتعب",
      "ما زلت أسأل عنك كل سفينة جاءت إلينا من بلاد بعيدة",
      "وأعد أيام الفراق كأنها سنوات عمر ضاع في التجريب",
      "حتى إذا لاح الشراع رأيتني أعدو إلى الميناء كالطفل",
      "أرنو إلى وجه الذين أحبهم وأقول هذا موسم الترحيب",
    ]));

  test("paragraphs of a sentence each", () =>
    stays([
      "افتتح الوزير ميناء مرجانة الجديد صباح أمس في احتفال كبير.",
      "وحضر الاحتفال عدد من المسؤولين.",
      "وقال الوزير إن الميناء سيستقبل أولى السفن في مطلع الشهر المقبل.",
      "وأضاف أن العمل في الرصيف يستمر.",
      "ورحب الصيادون بالمشروع. وطالب بعضهم بمكان لقواربهم.",
      "وردت الإدارة على المطالب. ووعدت بدرسها في اجتماع قريب.",
    ]));
});
