/**
 * A synthetic archive straight as the site sees it, without reading a text: for tests of the site and for
 * timing it alone. Deterministic; words made for this file.
 */
import { sha256 } from "../src/effects.ts";
import type { Archive, ArchiveConfig, Event, Related } from "../src/model/archive.ts";
import type { Article, Naming, Removed } from "../src/model/article.ts";
import { type Entity, NO_LISTS } from "../src/model/entity.ts";
import type { EntityType } from "../src/model/fields.ts";
import type { Evidence, Span } from "../src/model/span.ts";
import { makeRandom, type Random } from "./bench/random.ts";

export interface SampleArchive {
  /** Its articles are held whole. */
  readonly archive: Omit<Archive, "articles"> & { readonly articles: readonly Article[] };
  /** Raw text by its path below content/raw. */
  readonly raw: ReadonlyMap<string, string>;
}

const GIVEN = [
  "سامر",
  "ليلى",
  "إياد",
  "هدى",
  "أكرم",
  "رنا",
  "نزار",
  "آمال",
  "غسان",
  "وفاء",
  "طلال",
  "ديمة",
  "حازم",
  "سلمى",
  "يزن",
  "عبير",
];
const FAMILY = [
  "الحلبي",
  "النجار",
  "الصباغ",
  "الخياط",
  "العطار",
  "الحداد",
  "الرفاعي",
  "القاضي",
  "السمان",
  "الدباغ",
  "المالح",
  "الشامي",
  "البيطار",
  "الزين",
];
const TOWNS = [
  "وادي الزهر",
  "تل القمح",
  "عين الريحان",
  "مرج السنديان",
  "باب النسيم",
  "كفر الضياء",
  "دير الغار",
  "رأس الموج",
  "جسر الأمل",
  "حي النخيل",
  "قلعة الندى",
  "نبع الصخر",
];
const COUNTRIES = ["بلاد السهل", "بلاد الجبل", "بلاد النهر", "بلاد الساحل"];
const BODIES = [
  "اتحاد المزارعين",
  "الهيئة العامة للطرق",
  "جمعية القراءة",
  "مجلس التعليم",
  "نادي البحارة",
  "لجنة الأسواق",
  "منظمة الغابات",
  "مؤسسة الفنون",
];
const OUTLETS = ["صحيفة الصباح الجديد", "وكالة الأفق", "إذاعة المدى", "موقع الميزان", "وكالة السهل"];
const TOPICS = ["الزراعة", "التعليم", "النقل", "المياه", "الثقافة", "الأسواق"];
const TITLES = ["وزير", "مدير", "رئيس", "عضو"];
const VERBS = ["أعلن", "أكد", "أوضح", "ناقش", "افتتح", "زار", "اقترح", "درس"];
const NOUNS = [
  "خطة",
  "مشروعا",
  "برنامجا",
  "اتفاقا",
  "تقريرا",
  "معرضا",
  "موسما",
  "طريقا",
  "سدا",
  "مدرسة",
  "مكتبة",
  "سوقا",
];
const ADJECTIVES = ["جديدا", "واسعا", "مشتركا", "طويلا", "مهما", "قديما", "سنويا", "كبيرا"];
const LINKS = ["في", "خلال", "بعد", "قبل", "حول", "إلى جانب", "بالتعاون مع", "رغم"];
const PLAIN = [
  "العام الماضي",
  "الأشهر المقبلة",
  "سكان القرى",
  "طلاب الجامعات",
  "أصحاب المحال",
  "مياه الأمطار",
  "حقول القمح",
  "حركة القوافل",
  "أهل المدينة",
  "عمال المرفأ",
  "نتائج الدراسة",
  "كلفة البناء",
];

const FIRST_DAY = Date.UTC(2019, 0, 1);
const ARTICLES_A_DAY = 6;

/** `count` articles of some 4 KB with their records, events, relations and raw texts; a shorter archive is the beginning of a longer one. */
export function sampleArchive(count: number, config: Partial<ArchiveConfig> = {}): SampleArchive {
  const entities = sampleEntities(count);
  const raw = new Map<string, string>();
  const articles = Array.from({ length: count }, (_, index) => {
    const made = sampleArticle(index, entities);
    raw.set(made.article.raw.path, made.text);
    return made.article;
  });
  const sorted = [...articles].sort((a, b) => compare(a.date ?? "9999", b.date ?? "9999") || compare(a.id, b.id));
  const events = sampleEvents(articles);
  const eventOf = new Map(events.flatMap((event) => event.articles.map((id) => [id, event.id] as const)));
  const archive: SampleArchive["archive"] = {
    articles: sorted.map((article) => {
      const event = eventOf.get(article.id);
      return event === undefined ? article : { ...article, event };
    }),
    events,
    related: sampleRelated(sorted),
    strangers: [],
    duplicates: count > 20 ? [[articles[3] as Article, articles[11] as Article].map(({ id }) => id)] : [],
    authority: {
      entities: new Map(
        Object.values(entities)
          .flat()
          .map((entity) => [entity.id, entity]),
      ),
      occasions: [],
    },
    config: {
      title: "أرشيف التجربة",
      description: "أرشيف مصنوع للاختبار.",
      region: "SY",
      sharedAuthority: false,
      ...config,
    },
  };
  return { archive, raw };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type Entities = Readonly<Record<EntityType, readonly Entity[]>>;

/** More articles name more people; the other records are the same in every archive. */
function sampleEntities(count: number): Entities {
  const people = Array.from(
    { length: Math.min(GIVEN.length * FAMILY.length, 20 + Math.floor(count / 40)) },
    (_, index) => {
      const given = GIVEN[index % GIVEN.length] as string;
      const family = FAMILY[(index * 5 + Math.floor(index / GIVEN.length)) % FAMILY.length] as string;
      return makeEntity("person", index, `${given} ${family}`, {
        shortLabel: [family],
        latin: `Person ${index}`,
        country: `place-${index % COUNTRIES.length}`,
        ...(index % 3 === 0
          ? { roles: [{ label: `${TITLES[index % TITLES.length]} ${BODIES[index % BODIES.length]}`, start: "2015" }] }
          : {}),
        ...(index % 4 === 0 ? { altLabel: [`${given} بن ${family}`] } : {}),
      });
    },
  );
  const countries = COUNTRIES.map((label, index) => makeEntity("place", index, label, { kind: "country" }));
  const towns = TOWNS.map((label, index) =>
    makeEntity("place", COUNTRIES.length + index, label, {
      kind: "city",
      country: `place-${index % COUNTRIES.length}`,
      broader: [`place-${index % COUNTRIES.length}`],
    }),
  );
  return {
    person: people,
    organization: BODIES.map((label, index) => makeEntity("organization", index, label)),
    place: [...countries, ...towns],
    topic: TOPICS.map((label, index) => makeEntity("topic", index, label)),
    source: OUTLETS.map((label, index) =>
      makeEntity("source", index, label, { kind: label.startsWith("وكالة") ? "agency" : "website" }),
    ),
  };
}

function makeEntity(type: EntityType, index: number, prefLabel: string, rest: Partial<Entity> = {}): Entity {
  return {
    id: `${type}-${index}`,
    type,
    prefLabel,
    ...NO_LISTS,
    ...rest,
  };
}

function sampleArticle(index: number, entities: Entities): { article: Article; text: string } {
  const random = makeRandom(index + 1, 7);
  const some = (type: EntityType, least: number, most: number) => {
    const wanted = random.int(least, most);
    const found = new Set<Entity>();
    // Early people are in the news from the first article on; later ones only once the archive is long enough to know them.
    const pool = type === "person" ? entities.person.slice(0, 20 + Math.floor(index / 40)) : entities[type];
    for (let tries = 0; found.size < wanted && tries < 50; tries++) found.add(random.pickZipf(pool));
    return [...found];
  };
  const people = some("person", 1, 4);
  const organizations = some("organization", 0, 2);
  const places = some("place", 1, 4);
  const topics = some("topic", 1, 2);
  const [source] = random.chance(0.8) ? some("source", 1, 1) : [];
  const day = new Date(FIRST_DAY + Math.floor(index / ARTICLES_A_DAY) * 86_400_000).toISOString().slice(0, 10);
  const date = index % 17 === 5 ? undefined : index % 23 === 7 ? `${day.slice(0, 4)}~` : day;

  const draft = startText();
  draft.line("مشاركة :", "clean:share-button");
  const title = `${random.pick(VERBS)} ${people[0]?.prefLabel} ${random.pick(NOUNS)} ${random.pick(ADJECTIVES)}`;
  const titleAt = draft.line(title);
  draft.line("");
  const dateline = [places[0]?.prefLabel, date, source?.prefLabel].filter((part) => part !== undefined).join(" - ");
  const lineAt = draft.line(dateline);
  const named = [...people, ...organizations, ...places];
  const paragraphs = Array.from({ length: 9 }, (_, part) =>
    sampleParagraph(random, part === 0 ? named : some("person", 0, 1).filter((one) => people.includes(one))),
  );
  const body: string[] = [];
  for (const [part, paragraph] of paragraphs.entries()) {
    if (part === 4 && index % 3 === 0) {
      const heading = `${random.pick(PLAIN)} و${random.pick(PLAIN)}`;
      draft.line(heading);
      body.push(`## ${heading}`);
    }
    draft.line(paragraph);
    body.push(index % 29 === 11 && part === 2 ? `${paragraph} \\[1\\] & غير ذلك` : paragraph);
  }

  const text = draft.text();
  const within = (words: string | undefined, from: Span): Pick<Evidence, "words" | "at"> => {
    const at = words === undefined ? -1 : text.indexOf(words, from[0]);
    return words === undefined || at < 0 ? {} : { words, at: [at, at + words.length] };
  };
  const evidence: Record<string, Evidence> = {
    title: { rule: "headline:first-line", words: title, at: titleAt, confidence: 0.95 },
  };
  if (date !== undefined)
    evidence["dates.published"] = { rule: "date:dateline", ...within(date, lineAt), confidence: 0.9 };
  if (source !== undefined)
    evidence.source = { rule: "source:dateline-agency", ...within(source.prefLabel, lineAt), confidence: 0.97 };
  evidence.datelinePlace = { rule: "place:dateline", ...within(places[0]?.prefLabel, lineAt), confidence: 0.97 };
  const lists = { people, organizations, places, topics } as const;
  const names: Record<string, Naming> = {};
  for (const [field, list] of Object.entries(lists)) {
    for (const { id, prefLabel, type, shortLabel } of list) {
      evidence[`${field}.${id}`] = {
        rule: type === "topic" ? "topic:terms" : "name:full",
        ...within(type === "topic" ? undefined : prefLabel, lineAt),
        confidence: type === "topic" ? 0.7 : 0.98,
      };
      if (type !== "topic")
        names[id] = {
          forms: { [prefLabel]: 2, ...(shortLabel[0] === undefined ? {} : { [shortLabel[0]]: 1 }) },
          ...(type === "person" ? { roles: [random.pick(TITLES)] } : {}),
        };
    }
  }
  const hash = sha256(text);
  const ids = (list: readonly Entity[]) => list.map(({ id }) => id);
  const article: Article = {
    id: `${date?.slice(0, 10).replace("~", "") ?? "undated"}-${String(index).padStart(6, "0")}`,
    title,
    titleStatus: index % 13 === 4 ? "derived" : "found",
    ...(date === undefined ? {} : { date }),
    dates: date === undefined ? {} : { published: date },
    ...(source === undefined ? {} : { source: source.id }),
    datelinePlace: places[0]?.id as string,
    people: ids(people),
    ...(organizations.length > 0 ? { organizations: ids(organizations) } : {}),
    places: ids(places),
    topics: ids(topics),
    ...(index % 5 === 0 ? { links: [{ url: `https://example.org/${index}` }] } : {}),
    names,
    raw: {
      path: `${String(Math.floor(index / 1000)).padStart(3, "0")}/${String(index).padStart(6, "0")}.txt`,
      sha256: hash,
    },
    evidence,
    removed: draft.removed,
    body: `${body.join("\n\n")}\n`,
  };
  return { article, text };
}

/** Collects the lines of a raw text and tells where each stands. */
function startText(): {
  line(words: string, removedBy?: string): Span;
  text(): string;
  readonly removed: readonly Removed[];
} {
  let text = "";
  const removed: Removed[] = [];
  const line = (words: string, removedBy?: string): Span => {
    const at: Span = [text.length, text.length + words.length];
    text += `${words}\n`;
    if (removedBy !== undefined) removed.push({ text: words, at, rule: removedBy });
    return at;
  };
  return { line, text: () => text, removed };
}

/** A paragraph of some 250 letters that names the given records. */
function sampleParagraph(random: Random, named: readonly Entity[]): string {
  const words: string[] = [random.pick(VERBS)];
  for (const { prefLabel } of named)
    words.push(prefLabel, random.pick(LINKS), random.pick(PLAIN), `و${random.pick(VERBS)}`);
  while (words.join(" ").length < 250)
    words.push(random.pick(NOUNS), random.pick(ADJECTIVES), random.pick(LINKS), random.pick(PLAIN));
  return `${words.join(" ")}.`;
}

/** Two or three articles of one day now and then report one event. */
function sampleEvents(articles: readonly Article[]): Event[] {
  const events: Event[] = [];
  for (let index = 0; index + 2 < articles.length; index += 10) {
    const members = articles.slice(index, index + (index % 20 === 0 ? 3 : 2));
    const first = members[0] as Article;
    events.push({
      id: `event-${first.id}`,
      title: first.title,
      ...(first.date === undefined ? {} : { date: first.date }),
      ...(first.datelinePlace === undefined ? {} : { place: first.datelinePlace }),
      participants: (first.people ?? []).slice(0, 2),
      articles: members.map(({ id }) => id),
      links: members
        .slice(1)
        .map(({ id }) => ({ a: first.id, b: id, score: 0.8, why: ["event:same-day", "event:same-people"] })),
    });
  }
  return events;
}

function sampleRelated(articles: readonly Article[]): Record<string, Related[]> {
  return Object.fromEntries(
    articles.map((article, index) => {
      const others = [1, 2, 5, 9, 14]
        .map((step) => articles[index + step] ?? articles[index - step])
        .filter((other) => other !== undefined);
      const own = new Set([...(article.people ?? []), ...(article.places ?? []), ...(article.topics ?? [])]);
      const shared = (other: Article) =>
        [...(other.people ?? []), ...(other.places ?? []), ...(other.topics ?? [])].filter((id) => own.has(id));
      return [
        article.id,
        others
          .map((other) => ({ id: other.id, score: 0.4, shared: shared(other) }))
          .filter((related) => related.shared.length > 1),
      ];
    }),
  );
}
