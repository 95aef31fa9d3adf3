import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../src/ingest.ts";
import type { Article } from "../src/model/article.ts";
import { siteData } from "../src/site/data.ts";
import { openArticleTexts } from "../src/write/texts.ts";
import { heldTexts } from "./support/held-texts.ts";
import { type MemoryEffects, memoryEffects } from "./support/memory-effects.ts";
import { loadWhole } from "./support/whole-archive.ts";
import { WORLD } from "./support/world.ts";

const CONTENT = "/archive";
const FIRST = `افتتاح رصيف جديد

مرجانة، 5 مايو 2021 (ريح) - افتتح سليم النخلي رصيفًا جديدًا في مرجانة أمام قوارب الصيد.
وقال إن الرصيف يتسع لعشرين قاربًا.`;
const SECOND = `سلمى الورداني تزور بالة

بالة، 6 مايو 2021 (ريح) - زارت سلمى الورداني بالة واطلعت على سوقها.
وقالت إن السوق سيبقى في مكانه.`;
const BOTH = `${FIRST}\n\n${SECOND}\n`;

let effects: MemoryEffects;
const run = async () => {
  effects.forget();
  return ingest(effects, { content: CONTENT });
};
const put = (path: string, text: string) => effects.put(`${CONTENT}/${path}`, text);
const correct = (id: string, text: string) => put(`corrections/${id}.yaml`, text);
const forgetCache = () => {
  for (const path of [...effects.files.keys()]) if (path.includes("/.sijill/")) effects.files.delete(path);
};
const archive = () => loadWhole(effects, CONTENT);
const articles = async () => new Map((await archive()).articles.map((article) => [article.raw.path, article]));
const at = async (path: string) => (await articles()).get(path) as Article;
const results = () =>
  Object.fromEntries(
    [...effects.files]
      .filter(([path]) => /^\/archive\/(?:articles\/|archive\.json)/.test(path))
      .map(([path, bytes]) => [path, bytes.toString()]),
  );
const told = () =>
  effects.messages
    .filter(({ file }) => !file?.startsWith("authority/"))
    .map(
      ({ file, line, column, fatal, source, ruleId, reason, expected, note }) =>
        `${file}${line ? `:${line}:${column}` : ""} ${fatal ? "fatal" : "other"} ${source}:${ruleId}: ${reason} [${expected?.join(" | ") ?? ""}] ${note}`,
    );

beforeEach(() => {
  effects = memoryEffects({ [`${CONTENT}/sijill.yaml`]: "sharedAuthority: false\n" });
  for (const [name, text] of Object.entries(WORLD)) put(`authority/${name}`, text);
});

describe("split", () => {
  let id: string;
  beforeEach(async () => {
    put("raw/both.txt", BOTH);
    await run();
    id = (await at("both.txt")).id;
  });

  test.each([
    ["at a line", "split: 6"],
    ["at the words it begins with", "split: سلمى الورداني تزور"],
  ])("%s makes two articles, each with its own values, of one file", async (_, text) => {
    correct(id, text);
    const { articles: count, parsed } = await run();
    expect([count, parsed, told()]).toEqual([2, 2, []]);
    const [first, second] = [await at("both.txt"), await at("both.txt#part-2")];
    expect([first.id, first.title, first.date, first.people]).toEqual([
      id,
      "افتتاح رصيف جديد",
      "2021-05-05",
      ["salim-nakhli"],
    ]);
    expect([second.title, second.date, second.people]).toEqual([
      "سلمى الورداني تزور بالة",
      "2021-05-06",
      ["salma-wardani"],
    ]);
    expect(first.body).not.toContain("السوق");
    expect(second.body).not.toContain("الرصيف");
  });

  test("keeps every offset where the words stand in the file", async () => {
    correct(id, "split: [6]");
    await run();
    const texts = async () => openArticleTexts(effects, CONTENT, (await archive()).articles);
    const expectMarks = async () => {
      for (const { raw, evidence } of await articles().then((map) => [...map.values()])) {
        const text = (await (await texts()).get(raw))?.replace(/\s+/g, " ");
        expect(text, raw.path).toBeDefined();
        for (const { words, at } of Object.values(evidence)) if (at) expect(BOTH.slice(...at)).toBe(words);
      }
    };
    await expectMarks();
    forgetCache();
    await expectMarks();
  });

  test("gives ids that stay, without the cache too, and is read once", async () => {
    correct(id, "split: [6]");
    await run();
    const before = results();
    expect(await run()).toMatchObject({ parsed: 0, written: 0 });
    forgetCache();
    await run();
    expect(results()).toEqual(before);
    const { id: second } = await at("both.txt#part-2");
    correct(second, "set: {title: زيارة إلى السوق}");
    await run();
    expect((await at("both.txt#part-2")).title).toBe("زيارة إلى السوق");
    expect((await at("both.txt#part-2")).id).toBe(second);
  });

  test("is undone with the correction", async () => {
    const before = results();
    correct(id, "split: [6]");
    await run();
    await effects.removeFile(`${CONTENT}/corrections/${id}.yaml`);
    await run();
    expect(results()).toEqual(before);
  });

  test("that cannot be is told with its line, and the article stays whole there", async () => {
    correct(id, "split:\n  - 40\n  - مرجانة\n  - كلمات ليست فيه\n  - افتتاح رصيف\n");
    await run();
    const say = (line: number, place: string, why: string) =>
      `corrections/${id}.yaml:${line}:5 fatal correction:no-such-place: raw/both.txt cannot be split at ${place}: ${why} [a line from 2 to 10 | words that stand in it once] The article stays whole there.`;
    expect(told()).toEqual([
      say(2, "line 40", "it has 10 lines"),
      say(3, "«مرجانة»", "the words stand in it more than once"),
      say(4, "«كلمات ليست فيه»", "the words do not stand in it"),
      say(5, "«افتتاح رصيف»", "the words are its beginning"),
    ]);
    expect((await articles()).size).toBe(1);
  });
});

describe("merge", () => {
  let first: string;
  let second: string;
  beforeEach(async () => {
    put("raw/first.txt", FIRST);
    put("raw/second.txt", SECOND);
    await run();
    [first, second] = [(await at("first.txt")).id, (await at("second.txt")).id];
    correct(first, `merge: ${second}`);
  });

  test("leaves one article that knows the other's id and text", async () => {
    const { articles: count, removed } = await run();
    expect([count, removed, told()]).toEqual([1, 1, []]);
    const { merged } = await at("second.txt");
    expect(merged).toMatchObject([{ id: first, raw: { path: "first.txt" } }]);
  });

  test("keeps the old address: a page there leads to the article", async () => {
    await run();
    const data = siteData(
      await archive(),
      heldTexts({ raw: new Map(), bodies: new Map(), pages: [], assetVersion: "", generator: "" }),
    );
    const page = data.pages.find(({ url }) => url === `/articles/${first}/`);
    expect(await page?.view()).toMatchObject({ kind: "moved", to: { url: `/articles/${second}/` } });
    expect(data.files.map(({ content }) => content()).join()).not.toContain(first);
  });

  test("stays, without the cache too, and is undone with the correction", async () => {
    const whole = results();
    await run();
    const before = results();
    expect(await run()).toMatchObject({ parsed: 0, written: 0 });
    forgetCache();
    await run();
    expect([results(), told()]).toEqual([before, []]);
    await effects.removeFile(`${CONTENT}/corrections/${first}.yaml`);
    await run();
    expect(results()).toEqual(whole);
  });

  test("follows a chain, and comes apart when the last of it is gone", async () => {
    put("raw/third.txt", `${SECOND}\nثم عادت إلى مرجانة.`);
    await run();
    const third = (await at("third.txt")).id;
    correct(second, `merge: ${third}`);
    await run();
    expect((await at("third.txt")).merged?.map(({ id }) => id)).toEqual([first, second]);
    await effects.removeFile(`${CONTENT}/raw/third.txt`);
    await run();
    expect([...(await articles()).keys()].sort()).toEqual(["second.txt"]);
    expect(told()).toEqual([
      `corrections/${second}.yaml:1:8 fatal correction:wrong-merge: No article has the id «${third}» [] The article stays by itself.`,
    ]);
  });

  test("in a circle and into nothing is told, and both stay", async () => {
    correct(second, `set: {title: عنوان}\nmerge: ${first}`);
    await run();
    expect(told().sort()).toEqual(
      [
        `corrections/${first}.yaml:1:8 fatal correction:wrong-merge: ${first} cannot be merged into «${second}», which is itself merged into it, at once or by way of others [] The article stays by itself. Take merge: out of the correction of the one that is to stay.`,
        `corrections/${second}.yaml:2:8 fatal correction:wrong-merge: ${second} cannot be merged into «${first}», which is itself merged into it, at once or by way of others [] The article stays by itself. Take merge: out of the correction of the one that is to stay.`,
      ].sort(),
    );
    expect((await articles()).size).toBe(2);
  });
});
