import { beforeAll, describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { segment } from "../src/segment.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const BODY = "عنوان الخبر\n\nأعلن الوزير فتح الميناء أمام السفن بعد عام من الإغلاق.";

/** What the text keeps behind its first sentence, what was taken with its rule, and which agencies signed. */
function read(end: string, restore: readonly string[] = []) {
  const text = `${BODY}${end}`;
  const { blocks, removed, credits } = segment(clean(rawArticle(text), { restore, remove: [] }), context.knows);
  for (const part of [...blocks, ...removed, ...credits.map(({ name }) => name)])
    expect(text.slice(...part.at)).toBe(part.text);
  return {
    kept: blocks.slice(1).map((block) => block.text),
    removed: removed.map((part) => `${part.rule.replace("clean:", "")}: ${part.text}`),
    credits: credits.map(({ name }) => name.text),
  };
}

describe("what an agency puts behind its text", () => {
  test.each([
    ["ف ص / م م", ["wire-end: ف ص / م م"], []],
    ["س.ي/م.خ.أ", ["wire-end: س.ي/م.خ.أ"], []],
    ["م.ج", ["wire-end: م.ج"], []],
    ["========= ن.م", ["wire-end: ========= ن.م"], []],
    ["ak/sm", ["wire-end: ak/sm"], []],
    ["ــــ\nم.ج", ["separator: ــــ", "wire-end: م.ج"], []],
    ["أحمد/سليم", ["wire-end: أحمد/سليم"], []],
    ["ريح/سليم أحمد/محمد علي", ["wire-end: ريح/سليم أحمد/محمد علي"], ["ريح"]],
    ["(ريح - بالة)", ["wire-end: (ريح - بالة)"], ["ريح"]],
    ["--(ريح)\nص خ/ف ق", ["wire-end: --(ريح)", "wire-end: ص خ/ف ق"], ["ريح"]],
    ["م ع / أ س\nريح", ["wire-end: م ع / أ س"], ["ريح"]],
    ["ف ص / م م\n5/3/2021", ["wire-end: ف ص / م م"], []],
  ])("«%s»", (line, removed, credits) => {
    expect(read(`\n\n${line}`)).toEqual({ kept: [], removed, credits });
  });

  test.each([" (النهاية)", " انتهى.", " /انتهى/"])("glued to the last sentence: «%s»", (mark) => {
    expect(read(mark)).toEqual({ kept: [], removed: [`end-mark: ${mark.trim()}`], credits: [] });
  });

  test("an editor keeps it", () => {
    expect(read("\n\nف ص / م م", ["ف ص / م م"])).toEqual({ kept: ["ف ص / م م"], removed: [], credits: [] });
    const line = `${BODY.split("\n").at(-1)} (النهاية)`;
    expect(read(" (النهاية)", [line]).removed).toEqual([]);
  });

  test("a name alone signs", () => expect(read("\n\nسليم أحمد").kept).toEqual([]));

  test.each(["بالة/مرجانة", "سليم، سلمى", "سليم - سلمى", "وقال الوزير إن الاجتماع انتهى", "قال/كتب", "أ"])(
    "«%s» stays",
    (line) => {
      expect(read(`\n\n${line}`).kept).toEqual([line]);
    },
  );
});
