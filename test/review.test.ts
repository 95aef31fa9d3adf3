import { expect, it } from "vitest";
import { ingest } from "../src/ingest.ts";
import { listening } from "../src/messages.ts";
import { review } from "../src/review.ts";
import { memoryEffects } from "./support/memory-effects.ts";
import { WORLD } from "./support/world.ts";

const RAW = `افتتاح مرفأ جديد في بالة

افتُتح اليوم في بالة مرفأ جديد للصيادين. وقال الورداني إن المرفأ يتسع لمئة قارب من قوارب الصيد الصغيرة.
`;

function archive() {
  const effects = memoryEffects({
    "a/sijill.yaml": "sharedAuthority: false\n",
    "a/raw/one.txt": RAW,
    "out/review/doubts.csv": "\uFEFFقائمة\r\n",
  });
  for (const [name, text] of Object.entries(WORLD)) effects.put(`a/authority/${name}`, text);
  return effects;
}

it("names what is worth most, where the list of all stands, and writes the table where it is wanted", async () => {
  const { effects, found: problems } = listening(archive());
  await ingest(effects, { content: "a" });
  const { json, summary } = await review(effects, { content: "a", output: "out", problems, csv: "list.csv" });
  const doubts = JSON.parse(json());
  expect(doubts.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(["dates.published", "source"]));
  const worths = doubts.map(({ worth }: { worth: number }) => worth);
  expect(worths).toEqual([...worths].sort((a, b) => b - a));
  const [first, ...rest] = summary.split("\n");
  expect(first).toBe(`${doubts.length} doubtful fields in 1 article: out/review/index.html, list.csv`);
  expect(rest).toHaveLength(Math.min(10, doubts.length));
  const top = doubts[0];
  expect(rest[0]).toBe(`  ${String(top.worth).padStart(6)}  ${top.article}  ${top.key}  ${top.rule}`);
  expect((await effects.readFile("list.csv"))?.toString()).toBe("\uFEFFقائمة\r\n");
});

it("tells of a name of two records as ingesting did", async () => {
  const { effects, found: problems } = listening(archive());
  effects.writeFile(
    "a/raw/two.txt",
    "لقاء في بالة\n\nالتقى فارس الحداد الصيادين في بالة يوم الثلاثاء وتحدث معهم عن المرفأ.\n",
  );
  await ingest(effects, { content: "a" });
  const { json } = await review(effects, { content: "a", output: "out", problems });
  const open = JSON.parse(json()).filter(({ kind }: { kind: string }) => kind === "unresolved");
  expect(open).toMatchObject([{ field: "people", rule: "resolve:ambiguous-name", words: "فارس الحداد" }]);
});
