import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byCodePoint } from "../src/effects.ts";
import type { Article } from "../src/model/article.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, FIELDS, TEXTS_FIELDS } from "../src/model/fields.ts";
import { provisionalPerson } from "../src/resolve/provisional.ts";
import { formatArchiveFile, parseArchiveFile } from "../src/write/archive-file.ts";
import { withRelation } from "../src/write/article.ts";
import { articlePath, parseArticleFile } from "../src/write/article-file.ts";
import { formatArticleFile, formatFacts, relateFacts } from "../src/write/article-text.ts";
import { hostileText } from "./support/world.ts";

const text = fc.oneof(hostileText, fc.string({ unit: "binary" }));
const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,6}){0,3}$/);
const offset = fc.nat(1_000_000);
const span = fc.tuple(offset, offset);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const optional = { requiredKeys: [] };
/** Zod drops a key of this name; no word of a text is one, because `_` separates words. */
const words = text.filter((value) => value !== "__proto__");

const evidence = fc.record(
  {
    rule: text,
    words: text,
    at: span,
    confidence: share,
    documents: fc.array(id),
    note: text,
    confirmed: fc.constant(true as const),
    alternatives: fc.array(
      fc.record(
        { value: text, rule: text, words: text, at: span, confidence: share },
        { requiredKeys: ["value", "rule", "words"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    chosenBy: text,
  },
  { requiredKeys: ["rule", "confidence"] },
);
const shapeOf = <T>(fields: readonly string[], value: fc.Arbitrary<T>) =>
  Object.fromEntries(fields.map((field) => [field, value]));
const fields = fc.record(
  { ...shapeOf(ENTITY_FIELDS, id), ...shapeOf([...ENTITIES_FIELDS, ...TEXTS_FIELDS], fc.array(text)) },
  optional,
);
const naming = fc.record(
  { forms: fc.dictionary(words, fc.integer({ min: 1 })), roles: fc.array(text) },
  { requiredKeys: ["forms"] },
);

const article = fc
  .tuple(
    fc.record(
      {
        id,
        title: text,
        titleStatus: fc.constantFrom("found", "derived", "truncated", "missing"),
        date: text,
        dates: fc.record(shapeOf(DATE_FIELDS, text), optional),
        links: fc.array(fc.record({ url: text, label: text }, { requiredKeys: ["url"] })),
        event: id,
        names: fc.dictionary(id, naming, { maxKeys: 4 }),
        raw: fc.record({ path: text, sha256: fc.stringMatching(/^[0-9a-f]{64}$/) }),
        evidence: fc.dictionary(words, evidence, { maxKeys: 4 }),
        removed: fc.array(fc.record({ text, at: span, rule: text }), { maxLength: 3 }),
        body: text,
      },
      { requiredKeys: ["id", "title", "titleStatus", "dates", "names", "raw", "evidence", "removed", "body"] },
    ),
    fields,
  )
  // Maps come with the usual prototype, as they do from the pipeline.
  .map(([own, more]) => JSON.parse(JSON.stringify({ ...own, ...more })) as Article);

describe("an article file", { timeout: 30_000 }, () => {
  test("gives back the article it was written from", () => {
    fc.assert(
      fc.property(article, (value) => {
        expect(parseArticleFile(formatArticleFile(value), "a.md")).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the order of keys and of what is in them", () => {
    fc.assert(
      fc.property(article, (value) => {
        const written = formatArticleFile(value);
        expect(formatArticleFile(parseArticleFile(written, "a.md"))).toBe(written);
      }),
    );
  });

  const ofPerson = fc.stringMatching(/^p-[0-9a-f]{4}$/);
  const relation = fc.record(
    {
      event: id,
      inferredDate: fc.record({ value: text, rule: fc.constant("date:inferred-from-same-event"), confidence: share }),
      merged: fc.array(fc.record({ id, raw: fc.record({ path: text, sha256: fc.constant("0".repeat(64)) }) }), {
        minLength: 1,
        maxLength: 2,
      }),
      namesakes: fc.dictionary(ofPerson, ofPerson, { minKeys: 1, maxKeys: 4 }),
    },
    optional,
  );

  test("takes its relations in later as if it had been written with them", () => {
    fc.assert(
      fc.property(
        article,
        fc.array(ofPerson, { maxLength: 5 }),
        fc.array(id, { maxLength: 3 }),
        relation,
        ({ date: _date, event: _event, merged: _merged, ...value }, strangers, others, found) => {
          const people = [...new Set([...strangers, ...others])];
          const own = {
            ...value,
            dates: {},
            people,
            names: Object.fromEntries(people.sort(byCodePoint).map((one) => [one, { forms: { [one]: 1 } }])),
            evidence: Object.fromEntries([
              ...Object.entries(value.evidence),
              ...people.map((one) => [`people.${one}`, { rule: "name", confidence: 1 }]),
            ]),
          } as Article;
          const { namesakes = {}, ...rest } = found;
          const told = Object.fromEntries(Object.entries(namesakes).filter(([from]) => people.includes(from)));
          const said = { ...rest, ...(Object.keys(told).length > 0 && { namesakes: told }) };
          const related = Buffer.concat(relateFacts(Buffer.from(formatFacts(own)), said));
          expect(related.toString()).toBe(Buffer.from(formatFacts(withRelation(own, said))).toString());
        },
      ),
      { numRuns: 500 },
    );
  });

  test("survives the disk: its bytes as UTF-8 give the same text", () => {
    fc.assert(
      fc.property(article, (value) => {
        const front = formatArticleFile({ ...value, body: "" });
        expect(Buffer.from(front).toString()).toBe(front);
      }),
    );
  });

  test("holds every field of the field table", () => {
    const full: Record<string, unknown> = { dates: Object.fromEntries(DATE_FIELDS.map((field) => [field, "2021"])) };
    for (const field of ENTITY_FIELDS) full[field] = "a";
    for (const field of [...ENTITIES_FIELDS, ...TEXTS_FIELDS]) full[field] = ["a"];
    const value = {
      id: "a",
      title: "",
      titleStatus: "missing",
      names: {},
      raw: { path: "a", sha256: "0".repeat(64) },
      evidence: {},
      removed: [],
      body: "",
      ...full,
    } as unknown as Article;
    const read = parseArticleFile(formatArticleFile(value), "a.md");
    for (const field of Object.keys(FIELDS)) expect({ ...read, ...read.dates }, field).toHaveProperty(field);
  });

  const good = formatArticleFile({
    id: "2021-a",
    title: "عنوان",
    titleStatus: "found",
    dates: {},
    names: {},
    raw: { path: "a.txt", sha256: "0".repeat(64) },
    evidence: {},
    removed: [],
    body: "نص\n",
  });

  test.each([
    ["nothing", "", "articles/a.md: no front matter between --- lines"],
    ["no front matter", "نص\n", "articles/a.md: no front matter between --- lines"],
    ["front matter without an end", good.slice(0, 60), "articles/a.md: no front matter between --- lines"],
    [
      "an unknown status",
      good.replace('"found"', '"lost"'),
      'articles/a.md: titleStatus: Invalid option: expected one of "found"|"derived"|"truncated"|"missing"',
    ],
    [
      "an unknown key",
      good.replace("title:", "tittle:"),
      "articles/a.md: title: Invalid input: expected string, received undefined",
    ],
    [
      "a hash cut short",
      good.replace(/0{64}/, "000"),
      "articles/a.md: raw.sha256: Invalid string: must match pattern /^[0-9a-f]{64}$/",
    ],
    [
      "an id that is a path",
      good.replace('"2021-a"', '"../a"'),
      "articles/a.md: id: Invalid string: must match pattern /^[a-z0-9-]+$/",
    ],
  ])("with %s is refused with its path and reason", (_, written, message) => {
    expect(() => parseArticleFile(written, "articles/a.md")).toThrow(new Error(message));
  });

  test("with an end mark in its body, or CRLF in it, is read whole", () => {
    expect(parseArticleFile(`${good}\n---\nid: b\n---\n`, "a.md").body).toBe("نص\n\n---\nid: b\n---\n");
    expect(parseArticleFile(good.replace(/\n/g, "\r\n"), "a.md")).toMatchObject({ id: "2021-a", title: "عنوان" });
  });

  test("lies in the folder of its id's year", () => {
    expect(["2021-12-17-abc", "2024-abc", "undated-abc", "20-abc"].map(articlePath)).toEqual([
      "2021/2021-12-17-abc.md",
      "2024/2024-abc.md",
      "undated/undated-abc.md",
      "undated/20-abc.md",
    ]);
  });
});

describe("archive.json", () => {
  const relations = fc.record({
    events: fc.array(
      fc.record(
        {
          id,
          title: text,
          date: text,
          kind: text,
          place: id,
          participants: fc.array(id),
          articles: fc.array(id),
          links: fc.array(fc.record({ a: id, b: id, score: share, why: fc.array(text) }), { maxLength: 2 }),
        },
        { requiredKeys: ["id", "title", "participants", "articles", "links"] },
      ),
      { maxLength: 3 },
    ),
    related: fc.dictionary(id, fc.array(fc.record({ id, score: share, shared: fc.array(id) }), { maxLength: 3 }), {
      maxKeys: 3,
    }),
    duplicates: fc.array(fc.array(id), { maxLength: 3 }),
    strangers: fc.array(
      fc
        .record({ id, prefLabel: text, altLabel: fc.array(text), roles: fc.array(text), country: fc.option(id) })
        .map(({ id, prefLabel, altLabel, roles, country }) =>
          provisionalPerson(id, {
            prefLabel,
            altLabel,
            roles: roles.map((label) => ({ label })),
            ...(country !== null && { country }),
          }),
        ),
      { maxLength: 3 },
    ),
  });

  test("gives back the relations it was written from", () => {
    fc.assert(
      fc.property(relations, (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(parseArchiveFile(formatArchiveFile(plain))).toEqual(plain);
      }),
    );
  });

  test.each([
    ["nothing", "", /JSON/],
    ["a list", "[]", /^archive\.json: .*expected object/],
    ["no events", '{"related":{},"duplicates":[]}', /^archive\.json: events: .*expected array/],
    [
      "a score that is text",
      '{"events":[],"related":{"a":[{"id":"b","score":"1","shared":[]}]},"duplicates":[]}',
      /^archive\.json: related\.a\.0\.score: .*expected number/,
    ],
  ])("holding %s is refused with the place of the mistake", (_, written, message) => {
    expect(() => parseArchiveFile(written)).toThrow(message);
  });
});
