import { beforeAll, describe, expect, test } from "vitest";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { authorityOf, rawArticle, WORLD, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const topicsOf = (text: string, within = context) =>
  (parseText(rawArticle(text), within).article.fields.topics ?? []).map(({ value, words }) => `${value}:${words}`);

describe("topics", () => {
  test.each([
    ["one strong term is enough", "عاد سليم بعد موسم صيد الأسماك.", ["fishing:صيد الأسماك"]],
    ["with a proclitic and an article", "عاد سليم بقوارب الصيد.", ["fishing:بقوارب الصيد"]],
    ["with marks and tatweel", "عاد سليم بعد صَيْد الأسمـــاك.", ["fishing:صَيْد الأسمـــاك"]],
    ["two weak terms together", "باع الصياد السمك.", ["fishing:الصياد"]],
    ["one weak term is not enough", "باع الصياد داره.", []],
    ["a term inside a longer word is none", "باعوا الصيادلة دواء لمسمكة.", []],
    ["a phrase parted by another word is none", "صيد بعض الأسماك متعب.", []],
    ["no term", "افتتح الوزير الميناء.", []],
  ])("%s", (_, text, expected) => {
    expect(topicsOf(text)).toEqual(expected);
  });

  test("a weak term in the headline counts twice", () => {
    const body = "افتتح الوزير الميناء الجديد أمس بحضور عدد كبير من أهالي المدينة الساحلية.";
    expect(topicsOf(`الصياد والميناء\n\n${body}`)).toEqual(["fishing:الصياد"]);
  });

  test("weak terms weigh less in a long text", () => {
    const filler = "افتتح الوزير الميناء الجديد أمس بحضور عدد كبير من أهالي المدينة الساحلية. ".repeat(60);
    expect(topicsOf(`باع الصياد السمك. ${filler}`)).toEqual([]);
    expect(topicsOf(`قوارب الصيد كثيرة. ${filler}`)).toEqual(["fishing:قوارب الصيد"]);
  });

  test("weak terms alone need twice as much beside another topic", () => {
    const sea = "حماية الثروة البحرية.";
    expect(topicsOf("باع الصياد السمك.")).toEqual(["fishing:الصياد"]);
    expect(topicsOf(`باع الصياد السمك. ${sea}`)).toEqual(["sea:الثروة البحرية"]);
    expect(topicsOf(`باع الصياد السمك. وعاد الصياد ومعه سمك. ${sea}`)).toEqual([
      "fishing:الصياد",
      "sea:الثروة البحرية",
    ]);
  });

  test("words inside a name say nothing", async () => {
    const within = parseContext(
      await authorityOf({ ...WORLD, "organizations.yaml": "fishers:\n  prefLabel: جمعية قوارب الصيد\n" }),
    );
    expect(topicsOf("افتتحت جمعية قوارب الصيد مقرها.", within)).toEqual([]);
    expect(topicsOf("افتتحت جمعية قوارب الصيد سوقا لبيع قوارب الصيد.", within)).toEqual(["fishing:قوارب الصيد"]);
  });

  test("a sentence that speaks for a narrow topic does not speak for the broader one", async () => {
    const topics = `${WORLD["topics.yaml"]?.replace("  prefLabel: صيد الأسماك", "  prefLabel: صيد الأسماك\n  broader: [sea]")}`;
    const within = parseContext(await authorityOf({ ...WORLD, "topics.yaml": topics }));
    expect(topicsOf("قوارب الصيد في الثروة البحرية.", within)).toEqual(["fishing:قوارب الصيد"]);
    expect(topicsOf("قوارب الصيد كثيرة. وزادت الثروة البحرية.", within)).toEqual([
      "fishing:قوارب الصيد",
      "sea:الثروة البحرية",
    ]);
  });

  test("topics that are broader than each other end in no loop", async () => {
    const topics =
      "a:\n  prefLabel: أ\n  broader: [b]\n  terms:\n    2: [ميناء]\nb:\n  prefLabel: ب\n  broader: [a]\n  terms:\n    2: [سفينة]\n";
    const { entities } = await authorityOf({ "topics.yaml": topics }, false);
    expect(topicsOf("هنا ميناء. وهناك سفينة.", parseContext({ entities, occasions: [] })).length).toBeGreaterThan(0);
  });

  test("come strongest first and in the same order every time", () => {
    const text = "الثروة البحرية كثيرة. قوارب الصيد كثيرة. صيد الأسماك كثير. صياد.";
    expect(topicsOf(text)).toEqual(["fishing:قوارب الصيد", "sea:الثروة البحرية"]);
    expect(topicsOf("قوارب الصيد. الثروة البحرية.")).toEqual(["fishing:قوارب الصيد", "sea:الثروة البحرية"]);
  });
});
