import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { ingest } from "../src/ingest.ts";
import { type MemoryEffects, memoryEffects } from "./support/memory-effects.ts";

const authority = join(packageRoot(), "content/authority");
const NUMBERS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];
const FOOTER = "بوابة المدينة المفتوحة إلى البحر الشرقي";
const text = (number: string, footer = FOOTER) =>
  `افتتاح الميناء ${number} في احتفال كبير\n\nافتتح الوزير صباح أمس الميناء ${number} بحضور عدد من المسؤولين.\n\nوقال إن العمل مستمر.\n\n${footer}\n`;

async function archive(files: Readonly<Record<string, string>>, before = memoryEffects({}, [authority])) {
  for (const [path, content] of Object.entries(files)) before.put(`/archive/raw/${path}`, content);
  before.forget();
  return { effects: before, ...(await ingest(before, { content: "/archive" })) };
}
const pages = (count: number, footer?: string) =>
  Object.fromEntries(NUMBERS.slice(0, count).map((number, i) => [`port/${i}.txt`, text(number, footer)]));
const articlesOf = ({ files }: MemoryEffects) =>
  new Map([...files].filter(([path]) => path.includes("/articles/")).map(([path, bytes]) => [path, bytes.toString()]));
const bodyOf = (article: string) => article.replace(/^---\n[\s\S]*?\n---\n/, "");
const holding = (effects: MemoryEffects) =>
  [...articlesOf(effects).values()].filter((article) => bodyOf(article).includes(FOOTER)).length;

describe("a line that recurs in an archive", () => {
  test("is set aside in every article, with its rule, and nothing is read again after that", async () => {
    const { effects } = await archive(pages(6));
    expect(articlesOf(effects).size).toBe(6);
    expect(holding(effects)).toBe(0);
    for (const article of articlesOf(effects).values()) {
      expect(article).toContain("clean:recurring-line");
      expect(article).toContain(FOOTER);
    }
    const again = await archive({}, effects);
    expect([again.parsed, again.written]).toEqual([0, 0]);
  });

  test("stays where too few articles hold it, and goes when one more comes; only what held it is parsed again", async () => {
    const { effects } = await archive({ ...pages(4), "port/other.txt": text("الثاني عشر", "انتهى الحفل ليلا.") });
    expect(holding(effects)).toBe(4);
    const more = await archive({ "port/9.txt": text("العاشر") }, effects);
    expect(more.parsed).toBe(5);
    expect(holding(effects)).toBe(0);
  });

  test("comes back when most of the source is without it", async () => {
    const { effects } = await archive(pages(5));
    const others = Array.from({ length: 21 }, (_, i) => [
      `port/other-${i}.txt`,
      text(`رقم ${i + 100}`, "انتهى الحفل ليلا."),
    ]);
    await archive(Object.fromEntries(others), effects);
    expect(holding(effects)).toBe(5);
  });

  test("is another source's when it stands in another folder", async () => {
    const halves = Object.entries(pages(8)).map(([path, text], i) => [i < 4 ? path : `sea/${i}.txt`, text]);
    const { effects } = await archive(Object.fromEntries(halves));
    expect(holding(effects)).toBe(8);
  });

  test("is restored by a correction, in that article only", async () => {
    const { effects } = await archive(pages(6));
    const id = /id: "?([\w-]+)/.exec([...articlesOf(effects).values()][0] as string)?.[1];
    effects.put(`/archive/corrections/${id}.yaml`, `restore:\n  - ${FOOTER}\n`);
    await archive({}, effects);
    expect(holding(effects)).toBe(1);
    const again = await archive({}, effects);
    expect([again.parsed, again.written]).toEqual([0, 0]);
  });

  test("in a file of many articles is set aside in those that hold it", async () => {
    const lines = NUMBERS.map((number, i) =>
      JSON.stringify({ id: `a${i}`, text: text(number, i < 6 ? FOOTER : "انتهى الحفل ليلا.") }),
    );
    const { effects } = await archive({ "all.jsonl": `${lines.join("\n")}\n` });
    expect(articlesOf(effects).size).toBe(10);
    expect(holding(effects)).toBe(0);
    const again = await archive({}, effects);
    expect([again.parsed, again.written]).toEqual([0, 0]);
  });
});

test("the articles are the same whatever came first", async () => {
  const all = Object.entries({ ...pages(7), "port/other.txt": text("الثاني عشر", "انتهى الحفل ليلا.") });
  const whole = articlesOf((await archive(Object.fromEntries(all))).effects);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length), async (order, cut) => {
      const effects = memoryEffects({}, [authority]);
      await archive(Object.fromEntries(order.slice(0, cut)), effects);
      await archive(Object.fromEntries(order.slice(cut)), effects);
      expect(articlesOf(effects)).toEqual(whole);
    }),
    { numRuns: 6 },
  );
});
