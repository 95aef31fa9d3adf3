import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../src/effects.ts";

const root = packageRoot();
let folder: string;
beforeAll(() => void execFileSync(process.execPath, [join(root, "scripts", "compile.js")]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sijill-ndjson-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

function filter(input: string) {
  const cli = join(root, "dist", "src", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "ingest", "--ndjson"], {
    cwd: folder,
    input,
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.toString().split("\n").slice(0, -1);
  return { status, records: lines.map((line) => JSON.parse(line)), err: stderr.toString() };
}

const record = (id: string) =>
  JSON.stringify({
    id,
    title: "جسر جديد",
    published: "2021-05-04",
    text: "دمشق-سانا\n\nافتتح اليوم جسر جديد على النهر.",
  });

describe("sijill ingest --ndjson", { timeout: 60_000 }, () => {
  test("gives a parsed record for each line, in order, and keeps nothing", () => {
    const { status, records } = filter(`${record("a")}\n\n${record("b")}`);
    expect(status).toBe(0);
    expect(records).toMatchObject([
      { line: 1, record: "a", title: "جسر جديد", date: "2021-05-04", source: "sana", places: ["damascus"] },
      { line: 3, record: "b", title: "جسر جديد", date: "2021-05-04" },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("finds headings and lists in plain text beside a declared title", () => {
    const text = [
      "افتتح اليوم جسر جديد على النهر بحضور عدد كبير من الأهالي.",
      "أعمال التوسعة",
      "قال المدير إن أعمال التوسعة استمرت عامين.",
      "1- طول الجسر كيلومتر.",
      "2- عرضه عشرون مترا.",
    ].join("\n");
    const { records } = filter(JSON.stringify({ title: "جسر جديد", text }));
    expect(records[0].body).toBe(
      [
        "افتتح اليوم جسر جديد على النهر بحضور عدد كبير من الأهالي.",
        "## أعمال التوسعة",
        "قال المدير إن أعمال التوسعة استمرت عامين.",
        "1. طول الجسر كيلومتر.\n2. عرضه عشرون مترا.\n",
      ].join("\n\n"),
    );
  });

  test("answers a bad line on its line and goes on", () => {
    const { status, records, err } = filter(`${record("a")}\n{"id":\n[1]\n{"id":"x"}\n${record("b")}\n`);
    expect(status).toBe(1);
    expect(records.map(({ line, error, title }) => [line, error?.rule ?? title])).toEqual([
      [1, "جسر جديد"],
      [2, "read:bad-line"],
      [3, "read:bad-line"],
      [4, "read:bad-line"],
      [5, "جسر جديد"],
    ]);
    expect(err).toContain("Not a JSON object");
    expect(err).toContain("5 records: 3 could not be read");
  });

  test("answers many lines, one each", () => {
    const { status, records } = filter(Array.from({ length: 500 }, (_, i) => record(`r${i}`)).join("\n"));
    expect([status, records.length, records.at(-1).record]).toEqual([0, 500, "r499"]);
  });

  test("of nothing gives nothing", () => {
    expect(filter("")).toMatchObject({ status: 0, records: [] });
  });
});
