import fc from "fast-check";
import { expect, it } from "vitest";
import { formatQuestion, parseQuestion } from "../src/site/browser/search/address.ts";

const NAMES = ["source", "person"];

it("reads words, filters and order", () => {
  const question = parseQuestion("?q=%20الجسر&person=ليلى+حدّاد&person=BBC&sort=newest&colour=red", NAMES);
  expect(question).toEqual({
    words: "الجسر",
    filters: new Map([["person", new Set(["ليلى حدّاد", "BBC"])]]),
    order: "newest",
  });
});

it("takes what it does not know for nothing", () => {
  expect(parseQuestion("?sort=sideways&person=&q=", NAMES)).toEqual({
    words: "",
    filters: new Map(),
    order: "relevance",
  });
});

it("leaves an empty question out of the address", () => {
  expect(formatQuestion({ words: "", filters: new Map(), order: "relevance" })).toBe("");
});

it("comes back from the address as it went in", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(
      text.map((words) => words.trim()),
      fc.uniqueArray(text, { maxLength: 3 }),
      fc.constantFrom("relevance", "newest", "oldest" as const),
      (words, people, order) => {
        const filters = new Map(people.length > 0 ? [["person", new Set(people)]] : []);
        const question = { words, filters, order };
        expect(parseQuestion(formatQuestion(question), NAMES)).toEqual(question);
      },
    ),
  );
});
