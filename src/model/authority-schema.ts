import { type DateLike, parse as parseEdtf } from "edtf";
import { z } from "zod";
import type { TopicTerm } from "./entity.ts";
import type { EntityType } from "./fields.ts";

/**
 * Shapes of the authority files (docs/authority.md): one strict schema a type of record. Everything arrives
 * as text, lists and maps: the files are read without YAML's guesses, so `04000000` and `1949` stay as written.
 */

/** What a failed check says: the last part of the rule's name, what was expected, what to do. */
export interface Advice {
  readonly rule: string;
  readonly expected: string;
  readonly note: string;
}

/** A text that `mistakeIn` finds nothing wrong with. One check a value: thousands are read at every start. */
const checked = (mistakeIn: (value: string) => Advice | undefined) =>
  z.string().check(({ value, issues }) => {
    const advice = mistakeIn(value);
    if (advice !== undefined) issues.push({ code: "custom", input: value, params: { ...advice } });
  });
const matching = (pattern: RegExp, advice: Advice) => checked((value) => (pattern.test(value) ? undefined : advice));

/** Stable ids: they become addresses. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const text = checked((value) => {
  if (isTidy(value)) return undefined;
  if (value === "") return { rule: "empty", expected: "text", note: "Write a value, or delete the line" };
  // A name typed with a character that cannot be seen would not be equal to the same name without it.
  return /\p{C}/u.test(value)
    ? {
        rule: "invisible-character",
        expected: "letters, digits, spaces and punctuation",
        note: "Type the value again: it holds a direction mark or the like",
      }
    : { rule: "blanks", expected: "single spaces between words, none at the ends", note: "Delete the extra spaces" };
});

/** Words with one space between; no control or format characters (direction marks and the like). A loop: twice as fast as the pattern. */
function isTidy(value: string): boolean {
  let before = 0x20;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x80) {
      if (code < 0x20 || code === 0x7f || (code === 0x20 && before === 0x20)) return false;
    } else if (
      code < 0xa1 ||
      code === 0xad ||
      code === 0x61c ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x206f)
    ) {
      return false;
    } else if (code === 0x180e || code === 0x3000 || code >= 0xd800) {
      if (/[\s\p{C}]/u.test(value)) return false;
    }
    before = code;
  }
  return before !== 0x20;
}

const reference = matching(ID, {
  rule: "id",
  expected: "the id of a record, e.g. saudi-arabia",
  note: "Write the id as it stands in its file",
});

const SINGLE_DATES: ReadonlySet<string> = new Set(["Date", "Year", "Decade", "Century", "Season"]);
const CALENDAR_DAY = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?$/;

/** True for one EDTF date (https://www.loc.gov/standards/datetime/), not a period or a list. */
export function isEdtfDate(value: string): boolean {
  const plain = CALENDAR_DAY.exec(value);
  // A plain year or month needs no grammar; the grammar costs 0.2 ms a date.
  if (plain !== null && plain[3] === undefined) return true;
  if (plain !== null) return new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
  try {
    const parsed: DateLike = parseEdtf(value);
    return SINGLE_DATES.has(parsed.type);
  } catch {
    return false;
  }
}

const NO_DATE = {
  rule: "edtf",
  expected: "an EDTF date: 2013, 2013-03, 2013-03-14, 2013~",
  note: "Correct the date, or delete the line when it is not known",
};
const date = checked((value) => (isEdtfDate(value) ? undefined : NO_DATE));

const uri = matching(/^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/, {
  rule: "uri",
  expected: "an address that starts with http:// or https://",
  note: "Give the full address, e.g. http://www.wikidata.org/entity/Q148",
});

const domain = matching(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
  rule: "domain",
  expected: "a host name in small letters, e.g. news.example.com",
  note: "Leave out https:// and what follows the host",
});

const iptc = matching(/^\d{8}$/, {
  rule: "iptc",
  expected: "the eight digits of an IPTC Media Topic, e.g. 11000000",
  note: "Look the code up at https://cv.iptc.org/newscodes/mediatopic/",
});

/** `2: [terms]`, `1: [terms]`: by weight, because an editor weighs terms against each other. */
const terms = z
  .record(z.string(), z.array(text))
  .check(({ value, issues }) => {
    for (const weight of Object.keys(value)) {
      if (/^-?\d+(?:\.\d+)?$/.test(weight)) continue;
      issues.push({ code: "custom", input: value, path: [weight], params: { ...NO_WEIGHT } });
    }
  })
  .transform((weights): TopicTerm[] =>
    Object.entries(weights).flatMap(([weight, list]) => list.map((term) => ({ term, weight: Number(weight) }))),
  );
const NO_WEIGHT = {
  rule: "weight",
  expected:
    "a number and below it a list of terms: 2 where once is enough, 1 where it needs company, 0 where it misleads",
  note: "Write a number before the colon",
};

const kindOf = (...kinds: readonly [string, ...string[]]) =>
  checked((value) =>
    kinds.includes(value) ? undefined : { rule: "kind", expected: kinds.join(", "), note: "Use one of these words" },
  );

const common = {
  prefLabel: text,
  altLabel: z.array(text).optional(),
  hiddenLabel: z.array(text).optional(),
  latin: text.optional(),
  description: text.optional(),
  sameAs: z.array(uri).optional(),
};
const named = {
  shortLabel: z.array(text).optional(),
  ambiguousLabel: z.array(text).optional(),
  contextWords: z.array(text).optional(),
};
/** Degrees, from minus `most` to `most`. */
const degrees = (most: number) =>
  checked((value) =>
    /^-?\d{1,3}(?:\.\d+)?$/.test(value) && Math.abs(Number(value)) <= most
      ? undefined
      : {
          rule: "degrees",
          expected: `decimal degrees from -${most} to ${most}, e.g. 24.71`,
          note: "North and east are positive; leave out both lines when one is not known",
        },
  ).transform(Number);
const role = z.strictObject({ label: text, start: date.optional(), end: date.optional() });
const country = reference.optional();
const broader = z.array(reference).optional();
const inception = date.optional();

export const RECORD_SCHEMAS = {
  person: z.strictObject({
    ...common,
    ...named,
    roles: z.array(role).optional(),
    country,
    differentFrom: z.array(reference).optional(),
  }),
  organization: z.strictObject({ ...common, ...named, country, broader, inception }),
  place: z.strictObject({
    ...common,
    ...named,
    kind: kindOf("country", "capital", "city", "region", "territory").optional(),
    country,
    broader,
    inception,
    demonym: z.array(text).optional(),
    latitude: degrees(90).optional(),
    longitude: degrees(180).optional(),
  }),
  topic: z.strictObject({
    ...common,
    broader,
    iptc: iptc.optional(),
    spatial: z.array(reference).optional(),
    terms: terms.optional(),
  }),
  source: z.strictObject({
    ...common,
    kind: kindOf("agency", "newspaper", "broadcaster", "website", "wire").optional(),
    country,
    inception,
    ambiguousLabel: z.array(text).optional(),
    domains: z.array(domain).optional(),
    codes: z.array(text).optional(),
  }),
} as const satisfies Record<EntityType, z.ZodObject>;

const words = z.array(text).check(({ value, issues }) => {
  if (value.length > 0) return;
  const params = {
    rule: "empty",
    expected: "the phrases that must stand after the ordinal",
    note: "Write at least one",
  };
  issues.push({ code: "custom", input: value, params });
});
export const OCCASION_SCHEMA = z.strictObject({ label: text, words, date });

/** File or folder name → what it holds. */
export const FILES = {
  people: "person",
  organizations: "organization",
  places: "place",
  topics: "topic",
  sources: "source",
  occasions: "occasion",
} as const satisfies Record<string, EntityType | "occasion">;

export type FileKind = (typeof FILES)[keyof typeof FILES];

export function schemaOf(kind: FileKind): z.ZodObject {
  return kind === "occasion" ? OCCASION_SCHEMA : RECORD_SCHEMAS[kind];
}

/** Kinds of record that know a field, for «this field belongs to topics». */
export function kindsWith(field: string): FileKind[] {
  return Object.values(FILES).filter((kind) => field in schemaOf(kind).shape);
}
