import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findMergers } from "../src/check/mergers.ts";
import { DEFAULT_CONFIG } from "../src/config.ts";
import type { Archive } from "../src/model/archive.ts";
import type { Article, Relatable, Stranger } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import type { Part } from "../src/model/span.ts";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { relateStrangers } from "../src/relate/strangers.ts";
import { PROVISIONAL_ID, provisionalId, provisionalPerson } from "../src/resolve/provisional.ts";
import type { Recognised } from "../src/resolve/recognised.ts";
import { withNamesakes } from "../src/write/namesakes.ts";
import { authorityOf, rawArticle, WORLD } from "./support/world.ts";

/** A recogniser that sees these names wherever they stand and no earlier one does: text → kind and confidence. */
function seeing(names: Readonly<Record<string, Partial<Recognised>>>): (parts: readonly Part[]) => Recognised[] {
  return (parts) => {
    const found: Recognised[] = [];
    for (const { text, at } of parts) {
      for (const [name, more] of Object.entries(names)) {
        for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
          const [start, end] = [at[0] + i, at[0] + i + name.length];
          if (found.some((other) => other.start < end && start < other.end)) continue;
          found.push({ type: "person", start, end, text: name, confidence: 0.95, rule: "model:sequence", ...more });
        }
      }
    }
    return found;
  };
}

const people = `${WORLD["people.yaml"]}
gregor-vanik:
  prefLabel: غريغور فانيك
  latin: Gregor Vanik
  country: wadia
`;
let authority: Awaited<ReturnType<typeof authorityOf>>;
beforeAll(async () => {
  authority = await authorityOf({ ...WORLD, "people.yaml": people });
});

function parse(text: string, names: Readonly<Record<string, Partial<Recognised>>>) {
  const context: ParseContext = parseContext(authority, seeing(names));
  const { article, problems } = parseText(rawArticle(text), context);
  for (const { words, at } of article.mentions) expect(text.slice(...at)).toBe(words);
  return { article, problems };
}

const mentionsOf = (text: string, names: Readonly<Record<string, Partial<Recognised>>>) =>
  parse(text, names).article.mentions.map(
    ({ entity, words, rule }) => `${entity}:${words}:${rule.replace("name:", "")}`,
  );

const HAZEM = provisionalId("حازم البدران");
const hazem = { "حازم البدران": {}, البدران: {} };

describe("a name that no record has", () => {
  test("of two words and more is a provisional person's, and then its shorter forms are", () => {
    expect(mentionsOf("قال البدران أمس. وصل حازم البدران. ثم مضى البدران.", hazem)).toEqual([
      `${HAZEM}:حازم البدران:recognised`,
      `${HAZEM}:البدران:short-after-full`,
    ]);
    expect(HAZEM).toMatch(PROVISIONAL_ID);
  });

  test("has one id in every spelling", () => {
    const spellings = ["عبد الله الأحمري", "عبدالله الاحمرى", "الدكتور عبد الله الأحمري"];
    expect(new Set(spellings.map((name) => provisionalId(name))).size).toBe(1);
  });

  test("keeps the titles before it as roles, and their countries", () => {
    const { article } = parse("وصل وزير الصحة الوادياوي حازم البدران أمس. وقال الدكتور حازم البدران نعم.", {
      "حازم البدران": {},
    });
    expect(article.signals.strangers).toEqual([
      {
        id: HAZEM,
        names: ["حازم البدران"],
        roles: ["وزير الصحة الوادياوي", "الدكتور"],
        countries: ["wadia"],
      },
    ]);
    expect(article.fields.people?.map(({ value, rule }) => [value, rule])).toEqual([[HAZEM, "name:recognised"]]);
  });

  test("is without the titles that the recogniser took with it", () => {
    expect(mentionsOf("وصل الدكتور حازم البدران.", { "الدكتور حازم البدران": {} })).toEqual([
      `${HAZEM}:حازم البدران:recognised`,
    ]);
  });

  test("goes on after «بن», and ends before another name", () => {
    const names = { "حازم بن": {}, "أنور فليح ونادر شقير": {}, "ليث بدران مؤكدا": {} };
    const text = "وصل حازم بن رائف أمس مع أنور فليح ونادر شقير. وقال ليث بدران مؤكدا ذلك.";
    expect(mentionsOf(text, names).map((found) => found.split(":")[1])).toEqual([
      "حازم بن رائف",
      "أنور فليح",
      "نادر شقير",
      "ليث بدران",
    ]);
  });

  test.each([
    ["one with a particle", "وقال بيرو فان فورد نعم.", "بيرو فان", "بيرو فان فورد"],
    ["one with two of them", "وقال بيرو فان دير فورد نعم.", "بيرو فان", "بيرو فان دير فورد"],
    ["what a hyphen joins", "وقالت فو يانغ-سو نعم.", "فو يانغ", "فو يانغ-سو"],
  ])("goes on where it was cut off: %s", (_, text, name, whole) => {
    expect(mentionsOf(text, { [name]: {} })).toEqual([`${provisionalId(whole)}:${whole}:recognised`]);
  });

  test.each([
    ["behind a dash with spaces", "بيرو لانتش - مالتو تعود.", "بيرو لانتش"],
    ["an Arabic one before a hyphen", "حازم البدران-مالتو تعود.", "حازم البدران"],
    ["before the article", "بيرو لانتش-المالتو تعود.", "بيرو لانتش"],
  ])("does not go on %s", (_, text, name) => {
    expect(mentionsOf(text, { [name]: {} })).toEqual([`${provisionalId(name)}:${name}:recognised`]);
  });

  test.each([
    ["of one word", "وصل حازم أمس.", { حازم: {} }],
    ["that is not sure", "وصل حازم البدران أمس.", { "حازم البدران": { confidence: 0.7 } }],
    ["of a place", "وصل إلى حازم البدران.", { "حازم البدران": { type: "place" as const } }],
    ["with a word of grammar", "وصل حازم الذي البدران.", { "حازم الذي البدران": {} }],
    ["with a nationality", "وصل حازم الوادياوي.", { "حازم الوادياوي": {} }],
    ["with a number", "وصل حازم 2 البدران.", { "حازم 2 البدران": {} }],
    ["with a lone letter", "وصل حازم ل أمس.", { "حازم ل": {} }],
    ["with a preposition in it", "فاز حازم بالكامل أمس.", { "حازم بالكامل": {} }],
    ["that is titles only", "وصل الرئيس الوزير.", { "الرئيس الوزير": {} }],
    ["that is a street's", "في داون ستريت.", { "داون ستريت": {} }],
    ["of a noun and whose it is", "وصل هداف مالتو.", { "هداف مالتو": {} }],
    ["of two families side by side", "وصل مالتو وإدريس.", { "مالتو وإدريس": {} }],
    ["of a family with its particle", "وصل دي مالتو.", { "دي مالتو": {} }],
    ["behind «فإن»", "فإن مالتو وصل.", { "فإن مالتو": {} }],
    ["behind «لل»", "للحازم بن البدران.", { "للحازم بن البدران": {} }],
    ["that is half a sentence", "قال مالتو فارك سروره لعزم برغش.", { "مالتو فارك سروره لعزم برغش": {} }],
    ["of a list", "وصل حازم، البدران.", { "حازم، البدران": {} }],
    ["of a street", "سرنا في شارع حازم البدران.", { "حازم البدران": {} }],
    ["of a street with a title", "عند تقاطع وطريق الأمير د. حازم البدران.", { "حازم البدران": {} }],
    ["of a library", "افتتحت مكتبة حازم البدران.", { "حازم البدران": {} }],
    ["of a firm", "صعد سهم فانتل كارود أمس.", { "فانتل كارود": {} }],
    ["of an index, quoted", "ارتفع مؤشر «فانتل كارود» أمس.", { "فانتل كارود": {} }],
    ["of a firm by its last word", "قالت فانتل هولدنجز ذلك.", { "فانتل هولدنجز": {} }],
    ["of a tribe", "نزل في بني بدران.", { "بني بدران": {} }],
    ["of letters", "نقلت سي دي ام الخبر.", { "سي دي ام": {} }],
    ["of a league", "انتهى دوري حازم البدران.", { "حازم البدران": {} }],
    ["of the second of two and what they did", "مالتو وبيرو يتوددان إليه.", { "وبيرو يتوددان": {} }],
    ["of two, one of whom is named alone", "وصل مالتو وفارود. وقال فارود نعم.", { "مالتو وفارود": {} }],
  ])("is none %s", (_, text, names) => {
    expect(mentionsOf(text, names)).toEqual([]);
  });

  test.each([
    ["through whom", "سجل عن طريق حازم البدران."],
    ["who plays in it", "فيلم من بطولة حازم البدران."],
    ["whose firm it is", "وصل إلى شركة المهندس حازم البدران."],
    ["whose office it is", "استقبله في مكتبه العميد حازم البدران."],
    ["at the end of a sentence about a street", "انتهى الشارع. حازم البدران وصل."],
  ])("that tells %s is somebody's", (_, text) => {
    expect(mentionsOf(text, hazem)).toEqual([`${HAZEM}:حازم البدران:recognised`]);
  });

  test("is two people's where each word is the family of another", () => {
    const names = { "بيرو لانتش": {}, "غريغو فانتل": {}, "لانتش فانتل": {} };
    const text = "وصل بيرو لانتش مع غريغو فانتل. ثم وصف لانتش فانتل بأنه عنيد.";
    expect(mentionsOf(text, names).map((found) => found.split(":")[1])).toEqual(["بيرو لانتش", "غريغو فانتل"]);
    const cousin = { "بيرو لانتش": {}, "بيرو فانتل": {} };
    expect(mentionsOf("وصل بيرو لانتش مع بيرو فانتل.", cousin)).toHaveLength(2);
  });

  test("ends before the place that was won", () => {
    expect(mentionsOf("وحل ليث بدران سادسا.", { "ليث بدران سادسا": {} })).toEqual([
      `${provisionalId("ليث بدران")}:ليث بدران:recognised`,
    ]);
  });

  test("short for two of the text is nobody's, and it is told", () => {
    const names = { "حازم البدران": {}, "ليلى البدران": {}, البدران: {} };
    const { article, problems } = parse("وصل حازم البدران وزارت ليلى البدران أختها. وقال البدران نعم.", names);
    expect(article.mentions.map(({ words }) => words)).toEqual(["حازم البدران", "ليلى البدران"]);
    expect(problems.map(({ rule, expected }) => [rule, expected])).toEqual([
      ["resolve:shared-short-name", [HAZEM, provisionalId("ليلى البدران")]],
    ]);
  });

  test("in two lengths is one person's within a text", () => {
    const long = provisionalId("حازم سليم البدران");
    expect(
      mentionsOf("وصل حازم سليم البدران. وقال حازم البدران نعم.", { "حازم سليم البدران": {}, "حازم البدران": {} }),
    ).toEqual([`${long}:حازم سليم البدران:recognised`, `${long}:حازم البدران:short-after-full`]);
  });
});

describe("a name of the authority files", () => {
  test("is known in another spelling, and in Latin letters", () => {
    const names = { "جريجور فانيك": {}, "Gregor Vanik": {}, "Grégor Vanik": {} };
    expect(mentionsOf("وصل جريجور فانيك أمس. كتب Grégor Vanik نعم.", names)).toEqual([
      "gregor-vanik:جريجور فانيك:spelling",
      "gregor-vanik:Grégor Vanik:spelling",
    ]);
  });

  test("wins over what the recogniser sees in its place", () => {
    expect(mentionsOf("وصل سليم النخلي أمس.", { "سليم النخلي": { type: "place" }, سليم: {} })).toEqual([
      "salim-nakhli:سليم النخلي:full",
    ]);
  });

  test.each([
    ["another person's longer name", "وصل سليم النخلي الصغير أمس.", { "سليم النخلي الصغير": {} }],
    ["a hospital's", "افتتح مستشفى سليم النخلي أمس.", { "مستشفى سليم النخلي": { type: "organization" as const } }],
    ["a street's", "في شارع سليم النخلي أمس.", { "شارع سليم النخلي": { type: "place" as const } }],
  ])("inside %s is none of its mentions", (_, text, names) => {
    expect(mentionsOf(text, names).filter((found) => found.startsWith("salim"))).toEqual([]);
  });

  test.each([
    ["cut out of a person's name", "وصل كبالة يوهاني أمس.", { "كبالة يوهاني": {} }, "كبالة يوهاني"],
    ["the last word of a person's name", "وصل جوري مرجانة أمس.", { "جوري مرجانة": {} }, "جوري مرجانة"],
    [
      "the first words of an organisation's",
      "أعلن اتحاد السواحل المصرفي ذلك.",
      { "اتحاد السواحل المصرفي": { type: "organization" as const } },
      undefined,
    ],
  ])("of a place or a body is none of its mentions where it is %s", (_, text, names, person) => {
    const expected = person === undefined ? [] : [`${provisionalId(person)}:${person}:recognised`];
    expect(mentionsOf(text, names)).toEqual(expected);
  });

  test.each([
    ["before a nationality", "أعلن اتحاد السواحل الوادياوي ذلك.", "اتحاد السواحل الوادياوي"],
    ["in the name of its part", "أعلن مجلس اتحاد السواحل ذلك.", "مجلس اتحاد السواحل"],
    ["that is all that was seen", "أعلن اتحاد السواحل ذلك.", "اتحاد السواحل"],
  ])("of a body stays %s", (_, text, name) => {
    expect(mentionsOf(text, { [name]: { type: "organization" } })).toEqual(["coast-union:اتحاد السواحل:full"]);
  });

  test("before a descent or a house is still its person's", () => {
    expect(mentionsOf("وصل سليم النخلي بن رائف آل بدران.", { "سليم النخلي بن رائف آل بدران": {} })).toEqual([
      "salim-nakhli:سليم النخلي:full",
    ]);
  });
});

/** An article as relations see it, with people of one name. */
function sighting(
  id: string,
  known: Partial<Stranger>,
  company: Partial<Record<string, readonly string[]>> = {},
): Relatable {
  const name = known.names?.[0] ?? "حازم البدران";
  const stranger: Stranger = { id: provisionalId(name), names: [name], roles: [], countries: [], ...known };
  const values = (ids: readonly string[] = []) => ids.map((value) => ({ value, rule: "test", confidence: 1 }));
  return {
    id,
    title: { value: id },
    titleStatus: "found",
    fields: { people: values([stranger.id, ...(company.people ?? [])]), topics: values(company.topics) },
    signals: { participants: [], figures: [], terms: [], strangers: [stranger] },
  };
}
const groupsOf = (articles: readonly Relatable[], before: readonly Entity[] = []) => {
  const { strangers, namesakesIn } = relateStrangers(articles, before);
  const groups = new Map(strangers.map(({ id }) => [id, [] as string[]]));
  for (const { id, signals } of articles)
    for (const one of signals.strangers ?? []) groups.get(namesakesIn(id)?.[one.id] ?? one.id)?.push(id);
  return [...groups.values()].map((group) => group.sort().join(" ")).sort();
};
const RARE = ["حازم بن سليم البدران"];

describe("people of one name", () => {
  test.each<[string, Relatable[], string[]]>([
    ["a rare name is one person's", [sighting("a", { names: RARE }), sighting("b", { names: RARE })], ["a b"]],
    [
      "a foreign name is one person's",
      [sighting("a", { names: ["بيرو لانتش"] }), sighting("b", { names: ["بيرو لانتش"] })],
      ["a b"],
    ],
    ["a common name in strange company is two people's", [sighting("a", {}), sighting("b", {})], ["a", "b"]],
    [
      "a common name in the same company is one person's",
      [sighting("a", {}, { people: ["x"] }), sighting("b", {}, { people: ["x"] })],
      ["a b"],
    ],
    [
      "of two countries they are two",
      [sighting("a", { names: RARE, countries: ["wadia"] }), sighting("b", { names: RARE, countries: ["rami"] })],
      ["a", "b"],
    ],
    [
      "of two walks of life they are two",
      [sighting("a", { names: RARE, roles: ["اللاعب"] }), sighting("b", { names: RARE, roles: ["وزير الصحة"] })],
      ["a", "b"],
    ],
    [
      "an article that may mean either means neither",
      [
        sighting("a", { names: RARE, countries: ["wadia"] }),
        sighting("b", { names: RARE, countries: ["rami"] }),
        sighting("c", { names: RARE }),
      ],
      ["a", "b", "c"],
    ],
    [
      "one office is one person's",
      [sighting("a", { roles: ["أمين المكتبة"] }), sighting("b", { roles: ["أمين المكتبة"] })],
      ["a b"],
    ],
  ])("%s", (_, articles, expected) => {
    expect(groupsOf(articles)).toEqual(expected);
    expect(groupsOf([...articles].reverse())).toEqual(expected);
  });

  const articles = fc
    .array(
      fc.record({
        name: fc.constantFrom("حازم البدران", RARE[0] as string, "بيرو لانتش"),
        countries: fc.subarray(["wadia", "rami"], { maxLength: 1 }),
        roles: fc.subarray(["اللاعب", "وزير الصحة", "الدكتور"], { maxLength: 2 }),
        people: fc.subarray(["x", "y"]),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ name, people, ...known }, i) => sighting(`${2000 + i}`, { names: [name], ...known }, { people })),
    );

  test("are never joined across countries, and each has one id", () => {
    fc.assert(
      fc.property(articles, (list) => {
        const { strangers, namesakesIn } = relateStrangers(list, []);
        expect(new Set(strangers.map(({ id }) => id)).size).toBe(strangers.length);
        const countries = new Map<string, Set<string>>();
        for (const { id, signals } of list) {
          for (const one of signals.strangers ?? []) {
            const own = namesakesIn(id)?.[one.id] ?? one.id;
            expect(strangers.some((stranger) => stranger.id === own)).toBe(true);
            for (const country of one.countries) countries.set(own, (countries.get(own) ?? new Set()).add(country));
          }
        }
        for (const own of countries.values()) expect(own.size).toBe(1);
      }),
    );
  });

  /** What is said of them, in the shape that the reference below compares. */
  const said = fc.record({
    countries: fc.subarray(["wadia", "rami"], { maxLength: 1 }),
    roles: fc.subarray(["اللاعب", "أمين المكتبة", "الأمير"], { maxLength: 2 }),
    people: fc.subarray(["x", "y", "z"], { maxLength: 2 }),
    topics: fc.subarray(["football", "law", "health", "oil"]),
  });

  test("are told apart as if every article were held against every person", () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 12 }), (list) => {
        const people: (typeof list)[] = [];
        const isPlayer = ({ roles }: (typeof list)[number]) => roles.includes("اللاعب");
        const shared = (a: readonly string[], b: readonly string[]) => a.filter((value) => b.includes(value)).length;
        const level = (one: (typeof list)[number]) => (one.countries.length > 0 ? 2 : isPlayer(one) ? 1 : 0);
        for (const one of [2, 1, 0].flatMap((want) => list.filter((other) => level(other) === want))) {
          const fitting = people.filter((person) => {
            const countries = person.flatMap((other) => other.countries);
            const fits = countries.length === 0 || one.countries.length === 0 || shared(one.countries, countries) > 0;
            const isKnown = person.some(
              (other) =>
                shared(one.people, other.people) > 0 ||
                shared(one.topics, other.topics) > 1 ||
                shared(
                  one.roles,
                  other.roles.filter((role) => role !== "اللاعب"),
                ) > 0,
            );
            return fits && isKnown;
          });
          if (fitting.length === 1) fitting[0]?.push(one);
          else people.push([one]);
        }
        const names = new Map(list.map((one, i) => [one, `${2000 + i}`]));
        const expected = people.map((person) =>
          person
            .map((one) => names.get(one) ?? "")
            .sort()
            .join(" "),
        );
        const articles = list.map((one) =>
          sighting(names.get(one) ?? "", one, { people: one.people, topics: one.topics }),
        );
        expect(groupsOf(articles)).toEqual(expected.sort());
      }),
    );
  });

  test("are the same whatever the order of the articles, and keep their ids when later ones come", () => {
    fc.assert(
      fc.property(articles, (list) => {
        const { strangers } = relateStrangers(list, []);
        expect(relateStrangers([...list].reverse(), []).strangers).toEqual(strangers);
        const plain = (all: readonly Entity[]) =>
          all.filter(({ id }) => list.some(({ signals }) => signals.strangers?.[0]?.id === id));
        const more = [...list, sighting("3000", { names: ["بيرو لانتش"], countries: ["third"] })];
        const ids = new Set(relateStrangers(more, strangers).strangers.map(({ id }) => id));
        for (const { id } of plain(strangers)) expect(ids.has(id)).toBe(true);
      }),
    );
  });
});

test("an article follows its people when others tell them apart, and back", () => {
  const article = {
    id: "a",
    people: ["p-1", "salim"],
    names: { "p-1": { forms: { حازم: 1 } }, salim: { forms: {} } },
    evidence: { title: { rule: "t", confidence: 1 }, "people.p-1": { rule: "r", confidence: 1 } },
  } as unknown as Article;
  const apart = withNamesakes(article, { "p-1": "x-2" });
  expect(apart).toEqual({
    id: "a",
    people: ["x-2", "salim"],
    namesakes: { "p-1": "x-2" },
    names: { salim: { forms: {} }, "x-2": { forms: { حازم: 1 } } },
    evidence: { title: { rule: "t", confidence: 1 }, "people.x-2": { rule: "r", confidence: 1 } },
  });
  expect(Object.keys(apart.names)).toEqual(["salim", "x-2"]);
  expect(withNamesakes(apart, { "p-1": "p-3" })).toEqual(withNamesakes(article, { "p-1": "p-3" }));
  expect(withNamesakes(apart, undefined)).toEqual(article);
  expect(withNamesakes(article, undefined)).toBe(article);
});

describe("people who may be one", () => {
  const article = (id: string, named: readonly string[]) =>
    ({ id, people: named, names: {}, evidence: {} }) as unknown as Article;
  const archiveOf = (strangers: readonly Entity[], articles: readonly Article[] = []): Archive => ({
    articles,
    events: [],
    related: {},
    duplicates: [],
    strangers,
    authority: {
      entities: new Map([...strangers, ...authority.entities.values()].map((one) => [one.id, one])),
      occasions: [],
    },
    config: DEFAULT_CONFIG,
  });
  const stranger = (name: string, country?: string) =>
    provisionalPerson(provisionalId(name), { prefLabel: name, altLabel: [], roles: [], ...(country && { country }) });

  test("are suggested with what to write, when their names sound alike", () => {
    const [a, b] = [stranger("غريغر فانك"), stranger("حازم البدران")];
    expect(findMergers(archiveOf([a, b]))).toEqual([
      {
        file: "archive.json",
        severity: "info",
        rule: "names:maybe-same",
        reason: `ربما هما واحد: «غريغر فانك» (${a.id}), «غريغور فانيك» (gregor-vanik): the names sound alike`,
        actual: a.id,
        expected: ["gregor-vanik"],
        note: `If they are one, add «غريغر فانك» to altLabel of gregor-vanik in authority/people.yaml; if not, differentFrom: [${a.id}].`,
      },
    ]);
  });

  test.each<[string, string, number]>([
    ["حازم العمري", "حازم المري", 0],
    ["حازم السعد", "حازم السعيد", 1],
    ["حازم عيسى", "حازم العيسى", 1],
  ])("are told by their consonants when they are Arabic: %s, %s", (a, b, expected) => {
    expect(findMergers(archiveOf([stranger(a), stranger(b)]))).toHaveLength(expected);
  });

  test("are not, when a record or their countries say otherwise", () => {
    expect(findMergers(archiveOf([stranger("غريغر فانك", "rami")]))).toEqual([]);
    const told = { ...stranger("غريغر فانك"), differentFrom: ["gregor-vanik"] };
    expect(findMergers(archiveOf([told]))).toEqual([]);
  });

  test("are, when one name is short for the other and both keep the same company", () => {
    const [short, long] = [stranger("حازم البدران"), stranger("حازم سليم البدران")];
    const company = ["salim-nakhli", "hadi-wardani"];
    const apart = [article("a", [short.id, ...company]), article("b", [long.id])];
    const together = [article("a", [short.id, ...company]), article("b", [long.id, ...company])];
    expect(findMergers(archiveOf([short, long], apart))).toEqual([]);
    expect(findMergers(archiveOf([short, long], together)).map(({ reason }) => reason.split(": ").at(-1))).toEqual([
      "one name is a shorter form of the other, both are named with salim-nakhli",
    ]);
  });
});
