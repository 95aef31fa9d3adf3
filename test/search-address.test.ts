import fc from "fast-check";
import { expect, it } from "vitest";
import { formatQuestion, parseQuestion } from "../src/site/browser/search/address.ts";

const NAMES = ["source", "person"];

it("reads words, filters and order", () => {
  const question = parseQuestion(
    "?q=%20الجسر&person=ليلى+حدّاد&person=BBC&sort=newest&from=2021-03&to=May&colour=red",
    NAMES,
  );
  expect(question).toEqual({
    words: "الجسر",
    filters: new Map([["person", new Set(["ليلى حدّاد", "BBC"])]]),
    order: "newest",
    from: "2021-03",
    to: "",
    exact: false,
  });
});

it("takes what it does not know for nothing", () => {
  expect(parseQuestion("?sort=sideways&person=&q=", NAMES)).toEqual({
    words: "",
    filters: new Map(),
    order: "relevance",
    from: "",
    to: "",
    exact: false,
  });
});

it("leaves an empty question out of the address", () => {
  const question = { words: "", filters: new Map(), order: "relevance", from: "", to: "", exact: false } as const;
  expect(formatQuestion(question)).toBe("");
});

it("comes back from the address as it went in", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(
      text.map((words) => words.trim()),
      fc.uniqueArray(text, { maxLength: 3 }),
      fc.constantFrom("relevance", "newest", "oldest" as const),
      fc.constantFrom("", "2021", "2021-04", "2021-04-30"),
      fc.boolean(),
      (words, people, order, from, exact) => {
        const filters = new Map(people.length > 0 ? [["person", new Set(people)]] : []);
        const question = { words, filters, order, from, to: "", exact };
        expect(parseQuestion(formatQuestion(question), NAMES)).toEqual(question);
      },
    ),
  );
});
