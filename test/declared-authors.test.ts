import { beforeAll, describe, expect, test } from "vitest";
import type { Metadata } from "../src/model/metadata.ts";
import type { Extracted } from "../src/model/span.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const LEAD = "افتتح الوزير صباح أمس الميناء الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const declared = (rule: string, value: string): Metadata["author"] => ({
  chosen: [{ value, rule, words: value, place: "line 3" }],
  by: "choose:only",
  confidence: 0.9,
  others: [],
});

function fieldsOf(author: string, { text = `عنوان الخبر القصير\n\n${LEAD}`, site = "" } = {}) {
  const metadata: Metadata = {
    author: declared("jsonl:author", author) as NonNullable<Metadata["author"]>,
    ...(site !== "" && { site: declared("jsonl:source", site) as NonNullable<Metadata["site"]> }),
  };
  return parseText({ ...rawArticle(text), metadata }, context).article.fields;
}

/** `author; author | source | agencies | place` */
function read(author: string, options?: Parameters<typeof fieldsOf>[1]): string {
  const { authors = [], source, citedAgencies = [], datelinePlace } = fieldsOf(author, options);
  const values = (many: readonly Extracted<string>[]) => many.map(({ value }) => value).join("; ");
  return [values(authors), source?.value ?? "", values(citedAgencies), datelinePlace?.value ?? ""].join(" | ");
}

describe("a declared author", () => {
  test.each([
    ["سليم أحمد", "سليم أحمد |  |  | "],
    ["سليم أحمد، سلمى نور", "سليم أحمد; سلمى نور |  |  | "],
    ["سليم أحمد وسلمى نور", "سليم أحمد; سلمى نور |  |  | "],
    ["بقلم: سليم أحمد", "سليم أحمد |  |  | "],
    ["Next Previous سليم أحمد", "سليم أحمد |  |  | "],
    ["By Salim Ahmad", "Salim Ahmad |  |  | "],
    ["noreply@example.org (Salim Ahmad)", "Salim Ahmad |  |  | "],
    ["Jean-Pierre Nakhli", "Jean-Pierre Nakhli |  |  | "],
    ["سلمى", "سلمى |  |  | "],
    // What is no row of names is left as it was written.
    ["أبو بكر - الأول", "أبو بكر - الأول |  |  | "],
    ["سليم أحمد / سلمى نور", "سليم أحمد; سلمى نور |  |  | "],
  ])("is who wrote: %s", (author, expected) => expect(read(author)).toBe(expected));

  test.each([
    ["بالة - سليم أحمد", "سليم أحمد |  |  | bala"],
    ["سليم أحمد – بالة", "سليم أحمد |  |  | bala"],
    ["بالة- سليم أحمد", "سليم أحمد |  |  | bala"],
    ["بالة ـ سليم أحمد", "سليم أحمد |  |  | bala"],
    ["الواديا (مرجانة) - سليم أحمد", "سليم أحمد |  |  | marjana"],
  ])("with a town: %s", (author, expected) => expect(read(author)).toBe(expected));

  test.each([
    ["ريح", " | rih |  | "],
    ["قناة الندى", " | nada |  | "],
    ["ريح ووكالات", " | rih |  | "],
    ["بالة - ريح", " | rih |  | bala"],
    ["سليم أحمد - ريح", "سليم أحمد | rih |  | "],
    ["بالة - سليم أحمد - ريح", "سليم أحمد | rih |  | bala"],
    ["ريح، قناة الندى", " | rih | nada | "],
    ["سليم أحمد، ريح", "سليم أحمد | rih |  | "],
    // Towns that no record knows are no people.
    ["نهر الصفصاف - ريح", " | rih |  | "],
    ["تلة - ريح", " | rih |  | "],
    ["بالة - البوابة الخضراء", " |  |  | bala"],
    ["بالة - قناة الضباب", " |  |  | bala"],
  ])("that is an outlet, or stands beside one: %s", (author, expected) => expect(read(author)).toBe(expected));

  test.each([
    "admin",
    "المرفأ نيوز",
    "شبكة المرفأ",
    "محرر الموقع",
    "غرفة الأخبار",
    "بالة",
    "3f2b9c1e-77aa-4c0d-9e11-0123456789ab",
    "1024",
    "desk@example.org",
    "https://example.org/authors/7",
    "بالة - مراسلنا",
  ])("that is nobody: %s", (author) => expect(fieldsOf(author).authors).toBeUndefined());

  test("has the declared words as evidence", () => {
    const { authors, source, datelinePlace } = fieldsOf("بالة - سليم أحمد - ريح");
    expect([authors?.[0], source, datelinePlace]).toEqual([
      {
        value: "سليم أحمد",
        rule: "jsonl:author",
        words: "بالة - سليم أحمد - ريح",
        confidence: 0.9,
        note: "line 3",
      },
      { value: "rih", rule: "jsonl:author", words: "ريح", confidence: 0.9, note: "line 3" },
      { value: "bala", rule: "jsonl:author", words: "بالة", confidence: 0.9, note: "line 3" },
    ]);
  });
});

describe("an agency beside the outlet that declares itself is quoted by it", () => {
  test("as the author", () => expect(read("بالة - ريح", { site: "قناة الندى" })).toBe(" | nada | rih | bala"));

  test("in the dateline", () => {
    const text = `عنوان الخبر القصير\n\nمرجانة (ريح) - ${LEAD}`;
    const fields = fieldsOf("admin", { site: "قناة الندى", text });
    expect(fields.citedAgencies).toMatchObject([{ value: "rih", rule: "source:dateline-agency" }]);
    expect(fields.source).toMatchObject({ value: "nada", alternatives: [{ value: "rih" }] });
  });

  test("but no outlet quotes itself", () => expect(read("قناة الندى", { site: "قناة الندى" })).toBe(" | nada |  | "));
});

describe("the town that the article prints", () => {
  const text = (town: string) => `عنوان الخبر القصير\n\n${town} (ريح) - ${LEAD}`;
  test("wins over the declared one", () =>
    expect(read("بالة - سليم أحمد", { text: text("مرجانة") })).toBe("سليم أحمد | rih |  | marjana"));

  test("also where no record knows it", () =>
    expect(fieldsOf("بالة - سليم أحمد", { text: text("تلة الصفصاف") }).datelinePlace).toBeUndefined());
});
