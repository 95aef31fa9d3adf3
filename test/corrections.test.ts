import { describe, expect, test } from "vitest";
import type { ParsedArticle } from "../src/model/article.ts";
import { FIELDS, type FieldName, type FieldRow } from "../src/model/fields.ts";
import { applyCorrection } from "../src/resolve/apply-correction.ts";
import { parseCorrection } from "../src/resolve/corrections.ts";

const RECORDS: Readonly<Record<string, string>> = {
  "salim-nakhli": "person",
  "salma-wardani": "person",
  wadia: "place",
  rih: "source",
  fishing: "topic",
  "coast-union": "organization",
};
const isRecord = (id: string, field: FieldName) => RECORDS[id] === (FIELDS[field] as FieldRow).entityType;
const recordCalled = (words: string) => (words === "مرجانة" ? "marjana" : undefined);
const parse = (text: string) => parseCorrection("corrections/2021-a.yaml", text, isRecord, recordCalled);
/** Line:column rule: reason, expected, note: the whole of what the editor reads. */
const told = (text: string) => {
  const { problems } = parse(text);
  for (const { file, severity } of problems) expect([file, severity]).toEqual(["corrections/2021-a.yaml", "fatal"]);
  return problems.map(
    ({ line, column, rule, reason, expected, note }) =>
      `${line}:${column} ${rule}: ${reason} [${expected?.join(" | ") ?? ""}] ${note}`,
  );
};
const CLEARABLE = Object.keys(FIELDS).join(" | ");
const FIELD_NAMES = ["title", ...Object.keys(FIELDS)].join(" | ");

describe("a correction", () => {
  test("sets values of every kind", () => {
    const { correction, problems } = parse(`
raw: ${"a".repeat(64)}
set:
  title: "عنوان: كامل"
  event: 2021-12-15
  published: 2024~
  filed: 2021
  source: rih
  people: [salim-nakhli, salma-wardani]
  places: wadia
  authors: [سليم أحمد]
clear: [eventPlace, datelinePlace]
confirm: [organizations, title]
restore: ["مشاركة :"]
remove: ["سطر", "سطر آخر"]
`);
    expect(problems).toEqual([]);
    expect(correction).toEqual({
      raw: "a".repeat(64),
      set: {
        title: "عنوان: كامل",
        event: "2021-12-15",
        published: "2024~",
        filed: "2021",
        source: "rih",
        people: ["salim-nakhli", "salma-wardani"],
        places: ["wadia"],
        authors: ["سليم أحمد"],
      },
      clear: ["eventPlace", "datelinePlace"],
      confirm: ["organizations", "title"],
      restore: ["مشاركة :"],
      remove: ["سطر", "سطر آخر"],
    });
  });

  test.each([
    ["empty", ""],
    ["a comment", "# لا شيء بعد\n"],
    ["an empty set", "set: {}\n"],
    ["an empty list to clear", "clear: []\n"],
    ["keys with nothing to them", "set:\nclear:\nconfirm:\nrestore:\nremove:\nsplit:\nmerge:\nraw:\n"],
  ])("of nothing (%s) changes nothing and is no mistake", (_, text) => {
    const { correction, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(correction).toMatchObject({ set: {}, clear: [], confirm: [] });
  });

  test.each(["2021", "2021-12", "2021-12-15", "2024~", "2021-12?", "202X", "2021-XX-15", "2021/2022", "-0044"])(
    "takes the EDTF date %s",
    (date) => {
      expect(parse(`set: {event: "${date}"}`)).toMatchObject({ problems: [], correction: { set: { event: date } } });
    },
  );
});

describe("a mistake in a correction is told with its place and costs only itself", () => {
  test.each([
    [
      "an unknown key",
      "sett:\n  title: أ\n",
      [
        "1:1 correction:unknown-key: «sett» is no part of a correction [raw | set | clear | confirm | restore | remove | split | merge] Did you mean set?",
      ],
    ],
    [
      "an unknown key like none",
      "set: {title: أ}\nxyzxyz: 1\n",
      [
        "2:1 correction:unknown-key: «xyzxyz» is no part of a correction [raw | set | clear | confirm | restore | remove | split | merge] Write set: with fields below it, or clear: with a list of fields.",
      ],
    ],
    [
      "an unknown field",
      "set:\n  title: أ\n  sorce: rih\n",
      [`3:3 correction:unknown-field: «sorce» is no field of an article [${FIELD_NAMES}] Did you mean source?`],
    ],
    [
      "an unknown field to clear",
      "clear: [source, peple]\n",
      [`1:17 correction:unknown-field: «peple» is no field of an article [${CLEARABLE}] Did you mean people?`],
    ],
    [
      "a title to clear",
      "clear: title\n",
      [
        `1:8 correction:wrong-value: «title» cannot be cleared: every article has one [${CLEARABLE}] To change it, write set: with title: … below it.`,
      ],
    ],
    [
      "a field set and cleared",
      "set: {event: 2021-12-15}\nclear: [event]\n",
      ["2:8 correction:set-and-cleared: «event» is both set and cleared [] It was set. Take it out of one of the two."],
    ],
    [
      "a wrong date",
      "set:\n  event: 15/12/2021\n",
      [
        "2:10 correction:wrong-value: «15/12/2021» is no value for event [an EDTF date, e.g. 2021-12-15 or 2024~] Did you mean 2021-12-15? The extracted value stays until this is mended.",
      ],
    ],
    [
      "a day that is not",
      "set: {event: 2021-02-30}\n",
      [
        "1:14 correction:wrong-value: «2021-02-30» is no value for event [an EDTF date, e.g. 2021-12-15 or 2024~] The extracted value stays until this is mended.",
      ],
    ],
    [
      "a month that is not",
      "set: {event: 2021-13}\n",
      [
        "1:14 correction:wrong-value: «2021-13» is no value for event [an EDTF date, e.g. 2021-12-15 or 2024~] The extracted value stays until this is mended.",
      ],
    ],
    [
      "an unknown record",
      "set:\n  source: nobody\n",
      [
        "2:11 correction:wrong-value: «nobody» is no value for source [the id of a source in content/authority] The extracted value stays until this is mended.",
      ],
    ],
    [
      "a record of another kind",
      "set:\n  people: [salim-nakhli, wadia]\n",
      [
        "2:11 correction:wrong-value: «wadia» is no value for people [the id of a person in content/authority] The extracted value stays until this is mended.",
      ],
    ],
    [
      "a day as people write it",
      "set: {published: الأربعاء ١٥ كانون الأول ٢٠٢١}\n",
      [
        "1:18 correction:wrong-value: «الأربعاء ١٥ كانون الأول ٢٠٢١» is no value for published [an EDTF date, e.g. 2021-12-15 or 2024~] Did you mean 2021-12-15? The extracted value stays until this is mended.",
      ],
    ],
    [
      "a record's name for its id",
      "set: {datelinePlace: مرجانة}\n",
      [
        "1:22 correction:wrong-value: «مرجانة» is no value for datelinePlace [the id of a place in content/authority] Did you mean marjana? The extracted value stays until this is mended.",
      ],
    ],
    [
      "a list where one value belongs",
      "set:\n  source: [rih]\n",
      [
        "2:11 correction:wrong-value: «rih» is no value for source [one value, no list: the id of a source in content/authority] Did you mean rih? The extracted value stays until this is mended.",
      ],
    ],
    [
      "no value",
      "set:\n  source:\n  title: أ\n",
      [
        "2:10 correction:wrong-value: «» is no value for source [the id of a source in content/authority] The extracted value stays until this is mended.",
      ],
    ],
    [
      "an empty title",
      'set: {title: "  "}\n',
      [
        "1:14 correction:wrong-value: «  » is no value for title [text] The extracted value stays until this is mended.",
      ],
    ],
    [
      "a set without fields",
      "set: source\n",
      [
        "1:6 correction:wrong-value: «source» is no value for set [fields with their values] Write one field a line below set:, e.g. title: …",
      ],
    ],
    [
      "no map at all",
      "- set\n- title\n",
      [
        "1:1 correction:not-a-map: The file holds no keys [raw | set | clear | confirm | restore | remove | split | merge] Write set: with fields below it, or clear: with a list of fields.",
      ],
    ],
    [
      "bare text",
      "العنوان خطأ\n",
      [
        "1:1 correction:not-a-map: The file holds no keys [raw | set | clear | confirm | restore | remove | split | merge] Write set: with fields below it, or clear: with a list of fields.",
      ],
    ],
    [
      "a hash that is none",
      "raw: zzz\nclear: source\n",
      [
        "1:6 correction:wrong-value: «zzz» is no SHA-256 [the SHA-256 of the raw file, 64 hexadecimal digits] Copy it from the article's page or file; without it nobody is told when the raw file changes.",
      ],
    ],
    [
      "an empty name",
      "clear: [source, null]\n",
      [`1:17 correction:unknown-field: «» is no field of an article [${CLEARABLE}] Nothing was changed for it.`],
    ],
  ])("%s", (_, text, messages) => {
    expect(told(text)).toEqual(messages);
  });

  test("broken YAML costs the file", () => {
    const { correction, problems } = parse('set:\n  title: "عنوان\n  source: rih\n');
    expect(correction).toEqual({ set: {}, clear: [], confirm: [], restore: [], remove: [] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      rule: "correction:not-yaml",
      line: 4,
      note: "Nothing of this file was applied.",
    });
    expect(problems[0]?.reason).toMatch(/^This is no YAML: Missing closing "quote/);
  });

  test("a key twice costs the file", () => {
    expect(told("set: {title: أ}\nset: {title: ب}\n")).toEqual([
      "2:1 correction:not-yaml: This is no YAML: Map keys must be unique [key: value, a line each; text that holds a colon or begins with a sign in quotation marks] Nothing of this file was applied.",
    ]);
  });

  test("the rest is applied", () => {
    expect(parse("set:\n  event: غدا\n  source: rih\nclear: [nothing, places]\n").correction).toMatchObject({
      set: { source: "rih" },
      clear: ["places"],
    });
  });

  test("one field by itself is a list of one", () => {
    expect(parse("clear: eventPlace\nconfirm: people\n")).toMatchObject({
      problems: [],
      correction: { clear: ["eventPlace"], confirm: ["people"] },
    });
  });

  test("an alias means what it stands for", () => {
    expect(parse("set:\n  published: &day 2021-12-15\n  event: *day\n")).toMatchObject({
      problems: [],
      correction: { set: { event: "2021-12-15" } },
    });
  });
});

describe("splitting and merging", () => {
  test("are read with their places", () => {
    const { correction, problems } = parse("split:\n  - 12\n  - اجتمع المجلس\nmerge: 2021-05-04-aa\n");
    expect(problems).toEqual([]);
    expect(correction).toMatchObject({
      split: [
        { value: 12, line: 2, column: 5 },
        { value: "اجتمع المجلس", line: 3, column: 5 },
      ],
      merge: { value: "2021-05-04-aa", line: 4, column: 8 },
    });
    expect(parse("split: 7").correction.split).toMatchObject([{ value: 7 }]);
  });

  test("of what is no place and no id are told, the rest stands", () => {
    expect(told("split: [1, 2.5, '', 9]\nmerge: [a, b]")).toEqual([
      "1:9 correction:wrong-value: «1» is no place to split at [a line of the raw text from 2 on | the words with which the next article begins] The article stays whole there.",
      "1:12 correction:wrong-value: «2.5» is no place to split at [a line of the raw text from 2 on | the words with which the next article begins] The article stays whole there.",
      "1:17 correction:wrong-value: «» is no place to split at [a line of the raw text from 2 on | the words with which the next article begins] The article stays whole there.",
      "2:8 correction:wrong-value: «a,b» is no id of an article [the id of one article, e.g. 2021-12-15-8a8c388c] The article stays by itself.",
    ]);
    expect(parse("split: [1, 9]").correction.split).toMatchObject([{ value: 9 }]);
  });
});

describe("applied", () => {
  const article = {
    title: { value: "عنوان مقط", rule: "headline:truncated", words: "عنوان مقط", at: [0, 9], confidence: 0.9 },
    titleStatus: "truncated",
    fields: {
      event: { value: "2021-12-15", rule: "date:weekday", words: "يوم الأربعاء", at: [10, 22], confidence: 0.9 },
      people: [
        { value: "salim-nakhli", rule: "name:full", words: "سليم النخلي", at: [30, 41], confidence: 0.98 },
        { value: "salma-wardani", rule: "name:full", words: "سلمى الورداني", at: [50, 63], confidence: 0.98 },
      ],
      source: { value: "rih", rule: "source:dateline-agency", words: "ريح", at: [70, 73], confidence: 0.97 },
    },
    mentions: [
      { entity: "salim-nakhli", type: "person", words: "سليم النخلي", at: [30, 41], rule: "name:full", confidence: 1 },
      {
        entity: "salma-wardani",
        type: "person",
        words: "سلمى الورداني",
        at: [50, 63],
        rule: "name:full",
        confidence: 1,
      },
      { entity: "wadia", type: "place", words: "الواديا", at: [80, 87], rule: "name:full", confidence: 1 },
    ],
    signals: { participants: ["salim-nakhli", "salma-wardani", "wadia"], figures: [], terms: [] },
  } as unknown as Pick<ParsedArticle, "title" | "titleStatus" | "fields" | "mentions" | "signals">;
  const apply = (text: string) => applyCorrection(article, parse(text).correction);

  test("a set value wins, carries the rule `correction` and claims no words of the text", () => {
    const { title, titleStatus, fields } = apply(
      "set: {title: عنوان كامل, event: 2021-12-14, people: [salma-wardani]}",
    );
    const edited = (value: string) => ({ value, rule: "correction", confidence: 1 });
    expect([title, titleStatus]).toEqual([edited("عنوان كامل"), "found"]);
    expect(fields).toEqual({ ...article.fields, event: edited("2021-12-14"), people: [edited("salma-wardani")] });
  });

  test("a cleared field is gone, a set one of the same name stays", () => {
    expect(Object.keys(apply("clear: [event, people]").fields)).toEqual(["source"]);
    expect(apply("clear: [event]\nset: {event: 2021}").fields.event?.value).toBe("2021");
  });

  test("a name that was cleared or left out of a list is no mention and no participant any more", () => {
    const named = (text: string) => {
      const { mentions, signals } = apply(text);
      const entities = mentions.map(({ entity }) => entity);
      expect(signals.participants).toEqual(entities);
      return entities;
    };
    expect(named("clear: [people]")).toEqual(["wadia"]);
    expect(named("set: {people: [salma-wardani]}")).toEqual(["salma-wardani", "wadia"]);
    expect(named("clear: [people, places]\nset: {people: [salim-nakhli]}")).toEqual(["salim-nakhli"]);
    expect(named("clear: [eventPlace, topics]")).toEqual(["salim-nakhli", "salma-wardani", "wadia"]);
  });

  test("a confirmed one keeps its evidence and is sure", () => {
    const { title, fields } = apply("confirm: [title, people, eventPlace]");
    expect(title).toEqual({ ...article.title, confidence: 1, confirmed: true });
    expect(fields.people?.map(({ words, confidence, confirmed }) => [words, confidence, confirmed])).toEqual([
      ["سليم النخلي", 1, true],
      ["سلمى الورداني", 1, true],
    ]);
    expect(fields).not.toHaveProperty("eventPlace");
  });

  test("an empty list says that there is nobody", () => {
    expect(apply("set: {people: []}").fields.people).toEqual([]);
  });

  test("nothing is changed in the article given", () => {
    const before = JSON.stringify(article);
    apply("set: {title: أ, event: 2021}\nclear: [source]\nconfirm: [people]");
    expect(JSON.stringify(article)).toBe(before);
  });
});
