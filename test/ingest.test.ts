import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../src/ingest.ts";
import type { Article } from "../src/model/article.ts";
import { openArticleTexts } from "../src/write/texts.ts";
import { type MemoryEffects, memoryEffects } from "./support/memory-effects.ts";
import { loadWhole } from "./support/whole-archive.ts";
import { WORLD } from "./support/world.ts";

const CONTENT = "/archive";
/** Two reports of one meeting and one of something else. */
const MEETING =
  "لقاء في مرجانة لبحث الصيد\n\nمرجانة 5 مايو 2021 (ريح) - التقى سليم النخلي وسلمى الورداني اليوم (الأربعاء) في مرجانة لبحث صيد الأسماك على الساحل.\n\nوقال النخلي إن اللقاء كان مثمرا وإن اتفاقا سيوقع قريبا بين الجانبين.";
const OTHER_MEETING =
  "النخلي يلتقي الورداني\n\nبالة 6 مايو 2021 (ر ي ح) - التقى سليم النخلي وسلمى الورداني يوم الأربعاء في مرجانة لبحث صيد الأسماك على الساحل.\n\nوأكد النخلي أن اللقاء كان مثمرا.";
const HARBOUR =
  "فتح ميناء بالة\n\nبالة 9 تموز 2019 (ريح) - افتتح هادي الورداني ميناء بالة الجديد أمس بحضور عدد كبير من أهالي المدينة.";

let effects: MemoryEffects;
const raw = (name: string, text: string | Uint8Array) => effects.put(`${CONTENT}/raw/${name}`, text);
const run = async () => {
  effects.forget();
  return ingest(effects, { content: CONTENT });
};
const rawReads = () => effects.reads.filter((path) => path.startsWith(`${CONTENT}/raw/`));
const articleWrites = () => effects.writes.filter((path) => path.includes("/articles/"));
const files = () => [...effects.files.keys()].filter((path) => path.startsWith(`${CONTENT}/articles/`)).sort();
/** Everything a person would commit. */
const results = () =>
  Object.fromEntries(
    [...effects.files]
      .filter(([path]) => /^\/archive\/(?:articles\/|archive\.json)/.test(path))
      .map(([path, bytes]) => [path, bytes.toString()]),
  );
const articles = async () =>
  new Map((await loadWhole(effects, CONTENT)).articles.map((article) => [article.raw.path, article]));
const article = async (name: string) => (await articles()).get(name) as Article;
/** What was told, but of the authority files. */
const messages = () => effects.messages.filter(({ file }) => !file?.startsWith("authority/"));
const told = () =>
  messages().map(
    ({ file, line, column, source, ruleId, reason, note }) =>
      `${file}${line ? `:${line}:${column}` : ""} ${source}:${ruleId}: ${reason}${note ? ` (${note})` : ""}`,
  );

beforeEach(async () => {
  effects = memoryEffects({ [`${CONTENT}/sijill.yaml`]: "sharedAuthority: false\n" });
  for (const [name, text] of Object.entries(WORLD)) effects.put(`${CONTENT}/authority/${name}`, text);
  raw("a.txt", MEETING);
  raw("b.txt", OTHER_MEETING);
  raw("c.txt", HARBOUR);
  await run();
});

describe("a first run", () => {
  test("makes an article of every raw file, and of two reports one event", async () => {
    const found = await articles();
    expect([...found.keys()].sort()).toEqual(["a.txt", "b.txt", "c.txt"]);
    expect(found.get("a.txt")?.event).toBeDefined();
    expect(found.get("b.txt")?.event).toBe(found.get("a.txt")?.event);
    expect(found.get("c.txt")?.event).toBeUndefined();
    expect(told()).toEqual([]);
  });

  test("gives the same bytes where article files wait on the disk for their relations", async () => {
    const before = results();
    for (const path of files()) effects.files.delete(path);
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    const { written } = await ingest(effects, { content: CONTENT, mostHeld: 0 });
    expect(written).toBe(files().length);
    expect(results()).toEqual(before);
    const again = await ingest(effects, { content: CONTENT, mostHeld: 0 });
    expect([again.parsed, again.written]).toEqual([0, 0]);
  });

  test("gives the same bytes whatever the order in which files came", async () => {
    const before = results();
    effects = memoryEffects({ [`${CONTENT}/sijill.yaml`]: "sharedAuthority: false\n" });
    for (const [name, text] of Object.entries(WORLD).reverse()) effects.put(`${CONTENT}/authority/${name}`, text);
    raw("c.txt", HARBOUR);
    raw("b.txt", OTHER_MEETING);
    raw("a.txt", MEETING);
    await run();
    expect(results()).toEqual(before);
  });
});

describe("a second run", () => {
  test("reads no raw file and no article file, and writes nothing", async () => {
    const { parsed, written, removed, articles } = await run();
    expect({ parsed, written, removed, articles }).toEqual({ parsed: 0, written: 0, removed: 0, articles: 3 });
    expect(rawReads()).toEqual([]);
    expect(effects.reads.filter((path) => path.includes("/articles/"))).toEqual([]);
    expect(effects.writes).toEqual([]);
  });

  test("tells the same problems again", async () => {
    raw("d.txt", "فارس الحداد في بالة\n\nوصل فارس الحداد أمس إلى ميناء بالة بعد غياب طويل عن المدينة الساحلية وأهلها.");
    raw("e.txt", " \n");
    await run();
    const first = told();
    expect(first).toHaveLength(2);
    await run();
    expect(told()).toEqual(first);
  });

  test("reads one changed file alone and writes its article alone", async () => {
    raw("c.txt", `${HARBOUR}\n\nثم عاد إلى مرجانة.`);
    const { parsed, written } = await run();
    expect([parsed, rawReads(), articleWrites().length]).toEqual([1, [`${CONTENT}/raw/c.txt`], 1]);
    expect(written).toBeLessThanOrEqual(2);
  });

  test("of a file that was touched and not changed writes no article", async () => {
    raw("a.txt", MEETING);
    const { written } = await run();
    expect([written, articleWrites()]).toEqual([0, []]);
    await run();
    expect(rawReads()).toEqual([]);
  });

  test("writes an article file again that was changed or deleted by hand", async () => {
    const before = results();
    const [first, second] = files() as [string, string];
    effects.put(first, "---\nid: kaputt\n---\n");
    await effects.removeFile(second);
    await run();
    expect(results()).toEqual(before);
  });

  test("writes archive.json again that was deleted or broken, with the events' ids", async () => {
    const before = results();
    await effects.removeFile(`${CONTENT}/archive.json`);
    await run();
    expect(results()).toEqual(before);
    effects.put(`${CONTENT}/archive.json`, "{");
    await run();
    expect(results()).toEqual(before);
  });

  test("without the cache gives the same bytes", async () => {
    const before = results();
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    const { parsed, written } = await run();
    expect([parsed, written]).toEqual([3, 0]);
    expect(results()).toEqual(before);
  });

  test.each(["", "{", "null", "[]", '{"version":1}', "\u0000"])(
    "with a cache of %j gives the same bytes",
    async (rubbish) => {
      const before = results();
      for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.put(path, rubbish);
      await run();
      expect(results()).toEqual(before);
    },
  );
});

describe("a raw file", () => {
  test("removed takes its article with it, and the event when one report is left", async () => {
    await effects.removeFile(`${CONTENT}/raw/b.txt`);
    const { removed } = await run();
    expect([removed, [...(await articles()).keys()].sort()]).toEqual([1, ["a.txt", "c.txt"]]);
    expect((await article("a.txt")).event).toBeUndefined();
    expect((await loadWhole(effects, CONTENT)).events).toEqual([]);
    await run();
    expect(effects.writes).toEqual([]);
  });

  test("renamed keeps its id", async () => {
    const { id } = await article("a.txt");
    await effects.removeFile(`${CONTENT}/raw/a.txt`);
    raw("z.txt", MEETING);
    await run();
    expect((await article("z.txt")).id).toBe(id);
    expect(files()).toHaveLength(3);
  });

  test("renamed keeps its id without the cache too", async () => {
    const { id } = await article("a.txt");
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    await effects.removeFile(`${CONTENT}/raw/a.txt`);
    raw("folder/z.txt", MEETING);
    await run();
    expect((await article("folder/z.txt")).id).toBe(id);
  });

  test("edited keeps its id, even when its date is another", async () => {
    const { id } = await article("a.txt");
    raw("a.txt", MEETING.replace("2021", "2022"));
    await run();
    expect(await article("a.txt")).toMatchObject({ id, date: "2022-05-05" });
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    await run();
    expect((await article("a.txt")).id).toBe(id);
  });

  test("kept aside under a new name when a new version takes its own: two articles, two ids", async () => {
    const { id } = await article("a.txt");
    raw("a-old.txt", MEETING);
    raw("a.txt", `${MEETING}\n\nثم عدل الخبر بعد ساعات ونشر من جديد.`);
    await run();
    expect(told()).toEqual([]);
    const [now, old] = [await article("a.txt"), await article("a-old.txt")];
    expect(new Set([now?.id, old?.id]).size).toBe(2);
    expect(now.id).toBe(id);
    const before = results();
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    await run();
    expect(results()).toEqual(before);
  });

  test("whose hash begins like another's has a longer id", async () => {
    // Both hashes begin with 323ae87a.
    const [one, two] = ["خبر رقم 8432 عن البحر.", "خبر رقم 76525 عن البحر."] as const;
    raw("y.txt", one);
    raw("z.txt", two);
    await run();
    expect(told()).toEqual([]);
    expect([(await article("y.txt")).id, (await article("z.txt")).id]).toEqual([
      "undated-323ae87a",
      expect.stringMatching(/^undated-323ae87a[0-9a-f]{4}$/),
    ]);
    const before = results();
    await effects.removeFile(`${CONTENT}/raw/y.txt`);
    await run();
    expect((await article("z.txt")).id).toMatch(/^undated-323ae87a[0-9a-f]{4}$/);
    raw("y.txt", one);
    await run();
    expect(results()).toEqual(before);
  });

  test("there twice is two articles as soon as one is edited", async () => {
    const { id } = await article("a.txt");
    raw("copy.txt", MEETING);
    await run();
    raw("a.txt", `${MEETING}\n\nثم عدل الخبر بعد ساعات.`);
    await run();
    expect((await article("a.txt")).id).toBe(id);
    expect((await article("copy.txt")).id).not.toBe(id);
    expect(told()).toEqual([]);
    await run();
    expect([rawReads(), effects.writes]).toEqual([[], []]);
  });

  test("two files that change places keep the ids of their paths", async () => {
    const [a, c] = [(await article("a.txt")).id, (await article("c.txt")).id];
    raw("a.txt", HARBOUR);
    raw("c.txt", MEETING);
    await run();
    expect([(await article("a.txt")).id, (await article("c.txt")).id]).toEqual([a, c]);
    expect((await article("a.txt")).title).toBe("فتح ميناء بالة");
  });

  test("there twice is taken once and told", async () => {
    raw("copy.txt", MEETING);
    const { articles: count } = await run();
    expect([count, files().length]).toEqual([3, 3]);
    expect(told()).toEqual([
      "raw/copy.txt read:same-file-twice: The same bytes as raw/a.txt (It is taken once; delete one of the two files.)",
    ]);
    await run();
    expect(told()).toHaveLength(1);
    expect(rawReads()).toEqual([]);
    expect(effects.writes).toEqual([]);
  });

  test.each(["copy.txt", "0-copy.txt"])(
    "there twice, as %s, leaves the article in the other's place when one is deleted",
    async (copy) => {
      const { id } = await article("a.txt");
      raw(copy, MEETING);
      await run();
      await effects.removeFile(`${CONTENT}/raw/a.txt`);
      await run();
      expect((await article(copy)).id).toBe(id);
      expect(told()).toEqual([]);
      await run();
      expect(effects.writes).toEqual([]);
    },
  );

  test("that cannot be read any more leaves its article and event as they are", async () => {
    const before = results();
    raw("a.txt", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 0x0a, 0x00, 0x01]));
    await run();
    expect(results()).toEqual(before);
    expect(messages().map(({ file, fatal }) => [file, fatal])).toEqual([["raw/a.txt", true]]);
    await run();
    expect(results()).toEqual(before);
    expect(messages()).toHaveLength(1);
    raw("a.txt", MEETING);
    await run();
    expect([results(), told()]).toEqual([before, []]);
  });

  test("that cannot be read, nor is in the cache, leaves its article but for the event that lost it", async () => {
    const before = results();
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    raw("a.txt", "");
    await run();
    const after = results();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const path = files().find((file) => before[file]?.includes('"a.txt"')) as string;
    expect(before[path]).toMatch(/^event: "event-/m);
    expect(after[path]).toBe(before[path]?.replace(/^event: .*\n/m, ""));
    const events = JSON.parse(effects.text(`${CONTENT}/archive.json`)).events as { articles: string[] }[];
    expect(events.flatMap(({ articles }) => articles)).not.toContain(/^id: "(.*)"$/m.exec(after[path] as string)?.[1]);
    await run();
    expect(results()).toEqual(after);
    raw("a.txt", MEETING);
    await run();
    expect(results()).toEqual(before);
  });

  test("whose article file names no id any more is read as a new one", async () => {
    const [first] = files() as [string];
    for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    for (const damage of [
      '---\nid: "2021\nraw: {"path":"a.txt","sha256":"0"}\n---\n',
      "---\nid: 5\nraw: null\n---\n",
      "id: a\nraw: b\n",
      "<<<<<<< HEAD\n",
    ]) {
      effects.put(first, damage);
      await run();
      expect((await articles()).size).toBe(3);
      for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
    }
  });
});

describe("nothing to read", () => {
  test("beside article files is told and deletes nothing", async () => {
    const before = results();
    for (const name of ["a.txt", "b.txt", "c.txt"]) await effects.removeFile(`${CONTENT}/raw/${name}`);
    const result = await run();
    expect(result).toMatchObject({ parsed: 0, articles: 3, written: 0, removed: 0 });
    expect(results()).toEqual(before);
    expect(told()).toEqual([
      "raw read:no-raw-files: There is no file in /archive/raw (The 3 article files of earlier runs were left as they are.)",
    ]);
    expect(messages()[0]?.fatal).toBe(true);
    raw("a.txt", MEETING);
    raw("b.txt", OTHER_MEETING);
    raw("c.txt", HARBOUR);
    await run();
    expect(results()).toEqual(before);
  });

  test("in a new archive is a hint, not an error", async () => {
    effects = memoryEffects();
    await run();
    expect(told()).toEqual([
      "raw read:no-raw-files: There is no file in /archive/raw (Put articles there (docs/inputs.md names all kinds that are read) and run again.)",
    ]);
    expect(messages()[0]?.fatal).toBe(false);
    expect(effects.writes).toEqual([]);
  });
});

describe("a correction", () => {
  const correct = async (name: string, text: string) =>
    effects.put(`${CONTENT}/corrections/${(await article(name)).id}.yaml`, text);

  test("added is applied, its article written alone; taken away, it is undone", async () => {
    const before = results();
    await correct("c.txt", "set: {title: عنوان آخر, people: [salim-nakhli]}\nclear: [eventPlace, datelinePlace]\n");
    await run();
    expect(rawReads()).toEqual([`${CONTENT}/raw/c.txt`]);
    expect(articleWrites()).toHaveLength(1);
    expect(await article("c.txt")).toMatchObject({
      title: "عنوان آخر",
      titleStatus: "found",
      people: ["salim-nakhli"],
    });
    expect(await article("c.txt")).not.toHaveProperty("datelinePlace");
    await run();
    expect([rawReads(), effects.writes]).toEqual([[], []]);
    await effects.removeFile(`${CONTENT}/corrections/${(await article("c.txt")).id}.yaml`);
    await run();
    expect(results()).toEqual(before);
  });

  test("changed is applied anew", async () => {
    await correct("c.txt", "set: {title: عنوان أول}\n");
    await run();
    await correct("c.txt", "set: {title: عنوان ثان}\n");
    await run();
    expect((await article("c.txt")).title).toBe("عنوان ثان");
  });

  test("with mistakes is applied without them, and told in every run", async () => {
    await correct("c.txt", "set:\n  title: عنوان آخر\n  event: غدا\n");
    await run();
    const { id, title } = await article("c.txt");
    const message = `corrections/${id}.yaml:3:10 correction:wrong-value: «غدا» is no value for event (The extracted value stays until this is mended.)`;
    expect([title, told()]).toEqual(["عنوان آخر", [message]]);
    await run();
    expect(told()).toEqual([message]);
  });

  test("of lines that are not there is told, the others are applied", async () => {
    await correct("c.txt", "remove:\n  - فتح ميناء بال\nrestore: سطر لم يكتبه أحد قط\n");
    await run();
    const { id } = await article("c.txt");
    expect(told()).toEqual([
      `corrections/${id}.yaml:2:5 correction:no-such-line: raw/c.txt holds no line «فتح ميناء بال» (Did you mean «فتح ميناء بالة»?)`,
      `corrections/${id}.yaml:3:10 correction:no-such-line: raw/c.txt holds no line «سطر لم يكتبه أحد قط» (Nothing was restored or removed for it.)`,
    ]);
    await correct("c.txt", "remove: فتح ميناء بالة\n");
    await run();
    expect(told().filter((message) => message.startsWith("corrections/"))).toEqual([]);
  });

  test.each([
    ["sets the record", "set: {people: [first-fares]}\n"],
    ["leaves everybody out", "clear: people\n"],
    ["says that the list is right", "confirm: people\n"],
  ])("that %s settles a name that two records share", async (_, text) => {
    raw("d.txt", "فتح سوق بالة\n\nبالة 9 تموز 2019 (ريح) - افتتح فارس الحداد سوق بالة الجديد أمس.");
    await run();
    expect(told()).toEqual([
      "raw/d.txt:3:32 resolve:ambiguous-name: «فارس الحداد» names more than one record; none was chosen (Name the right one in content/corrections, or move the shared label to ambiguousLabel in content/authority.)",
    ]);
    await correct("d.txt", text);
    await run();
    expect(told()).toEqual([]);
    await correct("d.txt", "set: {source: nada}\n");
    await run();
    expect(told()).toHaveLength(1);
  });

  test("that clears a date keeps it unknown, whatever other reports say", async () => {
    await correct("b.txt", "clear: [event]\n");
    await run();
    expect((await article("b.txt")).dates).not.toHaveProperty("event");
  });

  test.each(["2021-nobody.yaml", "2021-nobody.yml", "nobody.txt"])("for no article (%s) is told", async (name) => {
    effects.put(`${CONTENT}/corrections/${name}`, "set: {title: أ}\n");
    await run();
    const id = name.replace(/\.yaml$/, "");
    expect(told()).toEqual([
      `corrections/${name} correction:no-article: No article has the id «${id}» (Name the file after the article's id, <id>.yaml; it was not applied.)`,
    ]);
  });

  test("written in two files for one article is told", async () => {
    const { id } = await article("c.txt");
    effects.put(`${CONTENT}/corrections/${id}.yaml`, "set: {title: أ}\n");
    effects.put(`${CONTENT}/corrections/${id}.yml`, "set: {title: ب}\n");
    await run();
    expect(told()).toEqual([
      `corrections/${id}.yml correction:no-article: No article has the id «${id}.yml» (Name the file after the article's id, <id>.yaml; it was not applied.)`,
    ]);
    expect((await article("c.txt")).title).toBe("أ");
  });
});

describe("the authority files", () => {
  test("changed have everything read anew; changed back, the first result", async () => {
    const before = results();
    effects.put(
      `${CONTENT}/authority/people.yaml`,
      `${WORLD["people.yaml"]}`.replace("سلمى الورداني", "سلمى الوردانية"),
    );
    expect((await run()).parsed).toBe(3);
    expect((await article("a.txt")).people).toEqual(["salim-nakhli"]);
    effects.put(`${CONTENT}/authority/people.yaml`, `${WORLD["people.yaml"]}`);
    await run();
    expect(results()).toEqual(before);
  });

  test("touched in a comment alone have nothing read anew", async () => {
    effects.put(`${CONTENT}/authority/people.yaml`, `# تعليق\n${WORLD["people.yaml"]}`);
    expect((await run()).parsed).toBe(0);
    expect(effects.writes).toEqual([]);
  });
});

describe("events", () => {
  test("keep their id when an earlier report joins", async () => {
    const { event } = await article("a.txt");
    raw("0.txt", MEETING.replace("5 مايو 2021 (ريح)", "5 مايو 2021 (RYH)").replace("كان مثمرا", "كان طويلا"));
    await run();
    expect([(await article("0.txt")).event, (await article("a.txt")).event]).toEqual([event, event]);
  });

  test("an article file never names an event that archive.json lacks", async () => {
    const check = async () => {
      const { events, articles } = await loadWhole(effects, CONTENT);
      const known = new Set(events.map(({ id }) => id));
      expect(known.size).toBe(events.length);
      for (const { event } of articles) if (event !== undefined) expect(known).toContain(event);
      for (const event of events)
        for (const id of event.articles) expect(articles.find((one) => one.id === id)?.event).toBe(event.id);
    };
    await check();
    raw("a.txt", "");
    await run();
    await check();
  });
});

describe("hostile files", () => {
  test.each([
    ["empty", "", "fatal"],
    ["blanks", " \n\t\u00A0\n", "fatal"],
    ["a megabyte of one line", "خبر ".repeat(262_144), "fatal"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "fatal"],
    ["a zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), "fatal"],
    ["random bytes", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff), "fatal"],
  ])("%s cost themselves alone, in one message with file and place", async (_, content, severity) => {
    raw("x.txt", content);
    const { articles: count } = await run();
    expect(count).toBe(3);
    expect(messages()).toHaveLength(1);
    const [message] = messages();
    expect(message).toMatchObject({ file: "raw/x.txt", fatal: severity === "fatal", line: expect.any(Number) });
    expect(message?.reason).not.toMatch(/undefined|NaN|\[object/);
    expect(message?.note).toBeTruthy();
  });

  test.each([
    ["one word", "حريق"],
    ["punctuation", "؟؟؟ ... !!!\n\n***\n---"],
    ["no space", "ا".repeat(150_000)],
    [
      "English",
      "Breaking news: nothing happened today.\n\nLONDON (Reuters) - Nothing happened on 5 May 2021, officials said on Wednesday.",
    ],
    ["nothing but headings", "باب\nباب ثان\nباب ثالث هنا\nباب رابع هنا وهناك\nباب خامس هنا وهناك وهنالك"],
    ["a dump of names", "سليم النخلي ".repeat(5000)],
    ["emoji", "😀👩‍👩‍👧".repeat(500)],
    ["marks alone", "\u064B\u0651\u0640\u200F ".repeat(100)],
    ["front matter of ours", "---\nid: x\nraw: {}\n---\nنص"],
  ])("%s make an article that can be loaded", async (_, content) => {
    raw("x.txt", content);
    await run();
    expect(messages().filter(({ fatal }) => fatal)).toEqual([]);
    const found = await article("x.txt");
    expect(found.id).toMatch(/^(?:undated|\d{4})/);
    await run();
    expect(effects.writes).toEqual([]);
  });

  test("an article of 100,000 words is read whole", { timeout: 60_000 }, async () => {
    const paragraph =
      "وقال سليم النخلي في مرجانة يوم الأربعاء إن صيد الأسماك في الواديا زاد 20 بالمئة في عام 2020 بعد توقيع الاتفاق. "
        .repeat(50)
        .trim();
    raw("x.txt", `خبر طويل جدا\n\n${Array.from({ length: 95 }, () => paragraph).join("\n\n")}`);
    await run();
    const { body, people } = await article("x.txt");
    expect(body.split(/\s+/).length).toBeGreaterThan(99_000);
    expect(people).toEqual(["salim-nakhli"]);
  });

  test.each(
    [
      'عنوان: [غريب] & "مقتبس" \\ #.txt',
      "a#b.txt",
      "a b.txt",
      "__proto__",
      "constructor.txt",
      "sub/folder/a.txt",
      "..a.txt",
    ].filter((name) => !name.startsWith(".")),
  )("a file named %j", async (name) => {
    raw(name, `${HARBOUR}\n\nوهذا سطر آخر.`);
    await run();
    expect((await article(name))?.raw.path).toBe(name);
    const { raw: read } = await article(name);
    const texts = await openArticleTexts(effects, CONTENT, [{ raw: read }]);
    expect(await texts.get(read)).toBe(`${HARBOUR}\n\nوهذا سطر آخر.`);
    await run();
    expect([rawReads(), effects.writes]).toEqual([[], []]);
  });
});
