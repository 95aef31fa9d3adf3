import { byCodePoint } from "../../src/effects.ts";
import type { Authority, Entity } from "../../src/model/entity.ts";
import { makeRandom, type Random } from "./random.ts";
import * as stock from "./stock.ts";

/** Names the articles are about, each list in a fixed order; early ones are named more often. */
export interface CorpusNames {
  readonly people: readonly Named[];
  readonly organizations: readonly Named[];
  readonly places: readonly Named[];
  /** Outlets as they sign a dateline. */
  readonly outlets: readonly string[];
}

export interface Named {
  readonly label: string;
  /** Other spellings in Arabic script. */
  readonly others: readonly string[];
}

export interface SyntheticFile {
  /** Below content/raw. */
  readonly path: string;
  readonly text: string;
}

/** An archive grows by so many articles a day, whatever its size: a larger corpus is a longer one. */
const ARTICLES_A_DAY = 6;
const FIRST_DAY = Date.UTC(2019, 0, 1);
/** Ten articles in a row tell seven stories: one is told by three outlets, one by two. */
const STORIES_OF_TEN = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6] as const;
const ODD_EVERY = 100;

/** Names for a corpus from authority records: those with most labels first, as the best known have most spellings. */
export function namesOf(authority: Authority): CorpusNames {
  const labels = ({ altLabel, hiddenLabel, shortLabel }: Entity) =>
    altLabel.length + hiddenLabel.length + shortLabel.length;
  const byType = (type: Entity["type"]) =>
    [...authority.entities.values()]
      .filter((entity) => entity.type === type)
      .sort((a, b) => labels(b) - labels(a) || byCodePoint(a.id, b.id));
  const named = (entity: Entity): Named => ({ label: entity.prefLabel, others: entity.altLabel.filter(isArabic) });
  return {
    people: byType("person").map(named),
    organizations: byType("organization").map(named),
    places: byType("place").map(named),
    outlets: byType("source").map((entity) => entity.codes.find(isArabic) ?? entity.prefLabel),
  };
}

const isArabic = (label: string) => /^[\p{Script=Arabic}\p{P}\s\d]+$/u.test(label);

/**
 * `count` raw articles of some 4 KB, always the same for the same names and seed; a shorter corpus is the
 * beginning of a longer one. About one in a hundred is odd: one endless line, a headline alone, a repetition …
 */
export function* makeCorpus(count: number, names: CorpusNames, seed = 1): Generator<SyntheticFile> {
  for (let index = 0; index < count; index++) {
    yield {
      path: `${String(Math.floor(index / 1000)).padStart(3, "0")}/${String(index).padStart(6, "0")}.txt`,
      text: makeArticle(index, names, seed),
    };
  }
}

/** The raw text of article `index`. */
export function makeArticle(index: number, names: CorpusNames, seed = 1): string {
  const text = makePlainArticle(index, names, seed);
  return index % ODD_EVERY === 37 ? makeOdd(index, text, names, seed) : text;
}

interface Story {
  readonly domain: stock.Domain;
  readonly headline: string;
  readonly lead: string;
  readonly cast: Cast;
  readonly day: Date;
}

interface Cast {
  readonly person: Named;
  readonly person2: Named;
  readonly org: Named;
  readonly place: Named;
  readonly place2: Named;
  readonly measure: string;
  readonly percent: string;
  readonly amount: string;
  readonly unit: string;
  readonly number: string;
  readonly score: string;
}

function makeStory(index: number, names: CorpusNames, seed: number): Story {
  const ten = Math.floor(index / 10);
  const story = STORIES_OF_TEN[index % 10] as number;
  const random = makeRandom(seed, 7, ten * 7 + story);
  const domain = random.pick(stock.DOMAINS);
  const first = ten * 10 + STORIES_OF_TEN.indexOf(story as 0);
  return {
    domain,
    headline: random.pick(domain.headlines),
    lead: random.pick(domain.leads),
    cast: {
      person: random.pickZipf(names.people),
      person2: random.pickZipf(names.people),
      org: random.pickZipf(names.organizations),
      place: random.pickZipf(names.places),
      place2: random.pickZipf(names.places),
      measure: random.pick(domain.measures),
      percent: `${random.int(1, 29)},${random.int(1, 9)}`,
      amount: String(random.int(2, 980)),
      unit: random.pick(domain.units),
      number: String(random.int(3, 10)),
      score: `${random.int(1, 4)}-${random.int(0, 3)}`,
    },
    day: new Date(FIRST_DAY + Math.floor(first / ARTICLES_A_DAY) * 86_400_000),
  };
}

function makePlainArticle(index: number, names: CorpusNames, seed: number): string {
  const random = makeRandom(seed, 11, index);
  const story = makeStory(index, names, seed);
  const write = writer(story, names, random);
  const outlet = random.chance(0.85) ? random.pickZipf(names.outlets) : undefined;
  const isDated = random.chance(0.88);
  const published = new Date(story.day.getTime() + random.int(0, 1) * 86_400_000);
  const lead = write(story.lead);
  const opening = openingOf(story, outlet, isDated ? published : undefined, random);
  const body = [opening.sameLine + lead, ...makeBody(story, write, random)];
  const lines = [
    ...(random.chance(0.3) ? [random.pick(stock.FURNITURE_BEFORE), ""] : []),
    write(story.headline).replace(/\.$/, ""),
    "",
    ...opening.before.flatMap((line) => [line, ""]),
    ...body.flatMap((paragraph) => [paragraph, ""]),
    ...(random.chance(0.2) ? [`https://news.example/${published.getUTCFullYear()}/${index}`, ""] : []),
    ...(random.chance(0.4) ? [random.pick(stock.FURNITURE_AFTER)] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

const LEAST_PARAGRAPHS = 6;
const MOST_PARAGRAPHS = 14;

function makeBody(story: Story, write: (frame: string) => string, random: Random): string[] {
  const paragraphs: string[] = [];
  const enough = random.int(340, 420);
  const frames = [...stock.FRAMES];
  const quotes = [...story.domain.quotes];
  const sentence = () => {
    const kind = random.next();
    if (kind < 0.2 && quotes.length > 0)
      return write(`و${random.pick(DIRECT)} {speaker}: «${takeOne(quotes, random)}»`);
    if (kind < 0.6 && frames.length > 0) return write(takeOne(frames, random));
    return write(`${random.chance(0.6) ? "و" : ""}{saying} {speaker} {that} {claim}{tail}`);
  };
  let words = 30;
  while (paragraphs.length < MOST_PARAGRAPHS - 1 && (words < enough || paragraphs.length < LEAST_PARAGRAPHS - 1)) {
    if (paragraphs.length > 1 && random.chance(0.08)) paragraphs.push(random.pick(stock.HEADINGS));
    const paragraph = Array.from({ length: random.int(1, 3) }, sentence).join(" ");
    words += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** Verbs that open direct speech. */
const DIRECT = ["قال", "أضاف", "صرح", "تابع"];

/** Picks one and takes it off the list: no article says the same twice. */
function takeOne<T>(list: T[], random: Random): T {
  return list.splice(random.int(0, list.length - 1), 1)[0] as T;
}

/** Fills the slots of a frame and closes it with a full stop. Each slot is filled anew. */
function writer({ cast, domain, day }: Story, names: CorpusNames, random: Random): (frame: string) => string {
  const spelled = ({ label, others }: Named) =>
    others.length > 0 && random.chance(0.15) ? random.pick(others) : label;
  const months = random.chance(0.6) ? stock.MONTHS_EGYPT : stock.MONTHS_LEVANT;
  const claim = () => {
    const [subject, gender] = random.pick(random.chance(0.5) ? domain.subjects : stock.SUBJECTS);
    return `${subject} ${random.pick(stock.PREDICATES)[gender === "m" ? 0 : 1]}`;
  };
  const official = () =>
    `${random.pick(stock.OFFICES)} ${random.pick(stock.GIVEN_NAMES)} ${random.pick(stock.FAMILY_NAMES)}`;
  let saying = random.pick(stock.SAYINGS);
  const slots: Readonly<Record<string, () => string>> = {
    person: () => spelled(cast.person),
    person2: () => spelled(cast.person2),
    org: () => spelled(random.chance(0.6) ? cast.org : random.pickZipf(names.organizations)),
    place: () => spelled(cast.place),
    place2: () => spelled(cast.place2),
    other: () => spelled(random.pickZipf(names.places)),
    extra: () => spelled(random.pickZipf(names.people)),
    speaker: () => (random.chance(0.45) ? spelled(random.pick([cast.person, cast.person2])) : official()),
    official,
    role: () => random.pick(["الرئيس", "وزير الخارجية", "رئيس الوزراء", "المسؤول"]),
    saying: () => {
      saying = random.pick(stock.SAYINGS);
      return saying[0];
    },
    that: () => saying[2],
    claim,
    claim2: claim,
    tail: () => random.pick(stock.TAILS),
    when: () => `${random.pick(["", "يوم ", "مساء ", "صباح "])}${stock.WEEKDAYS[day.getUTCDay()]}`,
    month: () => random.pick(months),
    pastyear: () => String(day.getUTCFullYear() - random.int(1, 4)),
    measure: () => cast.measure,
    unit: () => cast.unit,
    percent: () => cast.percent,
    amount: () => cast.amount,
    amount2: () => String(random.int(2, 980)),
    number: () => cast.number,
    score: () => cast.score,
  };
  return (frame) => {
    const filled = frame.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const fill = slots[slot];
      if (fill === undefined) throw new RangeError(`no slot ${slot}`);
      return fill();
    });
    return `${filled}.`;
  };
}

interface Opening {
  /** Lines between headline and lead. */
  readonly before: readonly string[];
  /** What stands on the lead's own line. */
  readonly sameLine: string;
}

/** Where place, outlet and date stand, in one of the ways agencies and papers have. */
function openingOf({ cast }: Story, outlet: string | undefined, date: Date | undefined, random: Random): Opening {
  const place = cast.place.label;
  const [day, month, year] = date ? [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()] : [];
  const egypt = stock.MONTHS_EGYPT[month ?? 0];
  const levant = stock.MONTHS_LEVANT[month ?? 0];
  const stamps = date
    ? [
        `${day}/${(month ?? 0) + 1}/${year}`,
        `${stock.WEEKDAYS[date.getUTCDay()]} ${day} ${egypt} ${year}`,
        `نشر في ${day} ${egypt} ${year}`,
        `تاريخ النشر: ${date.toISOString().slice(0, 10)}`,
      ]
    : [];
  const stamp = stamps.length > 0 ? [random.pick(stamps)] : [];
  if (outlet === undefined) return { before: stamp, sameLine: "" };
  const reporter = `${random.pick(stock.GIVEN_NAMES)} ${random.pick(stock.FAMILY_NAMES)}`;
  const openings: Opening[] = [
    { before: stamp, sameLine: `${place} (${outlet}) -- ` },
    { before: stamp, sameLine: `${place}-${outlet}: ` },
    { before: [...stamp, `${place} - ${outlet}`], sameLine: "" },
    { before: [...stamp, `${place}: ${reporter}`], sameLine: "" },
    { before: stamp, sameLine: "" },
  ];
  if (date) {
    openings.push(
      { before: [], sameLine: `${place} ${day} ${egypt} ${year} (${outlet}) -- ` },
      { before: [], sameLine: `${place}، ${day} ${levant} (${egypt}) ${year} /${outlet}/ — ` },
      { before: [`${place} - ${outlet}`, `${day} ${levant}/${egypt} ${year}`], sameLine: "" },
    );
  }
  return random.pick(openings);
}

/** What turns up in scraped folders and belongs in no article. */
function makeOdd(index: number, text: string, names: CorpusNames, seed: number): string {
  const kinds = [
    () => text.replace(/\n+/g, " "),
    () => text.replaceAll("\n", "\r\n"),
    () => `${text.split("\n").find((line) => line !== "") ?? ""}\n`,
    () => `Search\n\n${makePlainArticle(index - 1, names, seed)}\nBy admin\n`,
    () => text.replace("\n\n", "\n\n*** عاجل ***\n\n# 1. [الجدول] <انظر أدناه> _ملحق_\n\n"),
    () => text.replaceAll("،", ",").replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    () =>
      `${text}\n${Array.from({ length: 9 }, (_, more) => makePlainArticle(index + 1 + more, names, seed + 1)).join("\n")}`,
  ];
  return (kinds[Math.floor(index / ODD_EVERY) % kinds.length] as () => string)();
}
