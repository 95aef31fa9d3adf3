import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fold } from "../src/arabic/normalize.ts";
import { packageRoot } from "../src/effects.ts";
import type { Authority, Entity } from "../src/model/entity.ts";
import { loadAuthority } from "../src/resolve/authority.ts";
import { parseAuthorityFile } from "../src/resolve/authority-records.ts";
import { parseAnyTree, parsePlainTree, type Tree } from "../src/resolve/authority-yaml.ts";
import { type MemoryEffects, memoryEffects, readFixture } from "./support/memory-effects.ts";

const root = packageRoot();
const fixtures = join(root, "test/fixtures/authority");
const shipped = join(root, "content/authority");

/** Problems whole: place, severity, rule, reason, actual, expected, note. */
function told({ messages }: MemoryEffects): string {
  return messages
    .map((m) => {
      const place = m.line === undefined ? m.file : `${m.file}:${m.line}:${m.column}`;
      const lines = [`${place} ${m.fatal ? "fatal" : "warning"} ${m.source}:${m.ruleId}`, `  ${m.reason}`];
      if (m.actual !== undefined) lines.push(`  found: ${m.actual}`);
      if (m.expected !== undefined) lines.push(`  expected: ${m.expected.join(", ")}`);
      if (m.note !== undefined) lines.push(`  ${m.note}`);
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

/** Where nothing is written stands nowhere in particular. */
function withoutEmptyPlaces(tree: Tree): unknown {
  if ("reason" in tree || tree.kind === "text") return "value" in tree && tree.value === "" ? "" : tree;
  const inside = (child: Tree | { key: string; at: number; node: Tree }) =>
    "node" in child ? { ...child, node: withoutEmptyPlaces(child.node) } : withoutEmptyPlaces(child);
  return { ...tree, value: (tree.value as readonly Tree[]).map(inside) };
}

/** The records with their empty lists left out. */
function written({ entities, occasions }: Authority): string {
  const filled = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => !Array.isArray(value) || value.length > 0));
  return `${JSON.stringify({ entities: [...entities.values()].map(filled), occasions }, null, 2)}\n`;
}

/** A folder a case: shared/ and own/ in, expected/ whole. */
describe.each(readdirSync(fixtures))("authority files: %s", (name) => {
  it("give exactly the expected records and problems", async () => {
    const folder = join(fixtures, name);
    const effects = memoryEffects();
    for (const [path, bytes] of Object.entries(readFixture(folder))) effects.put(`/${path}`, bytes);
    const authority = await loadAuthority(effects, existsSync(join(folder, "shared")) ? ["/shared", "/own"] : ["/own"]);
    await expect(written(authority)).toMatchFileSnapshot(join(folder, "expected/records.json"));
    await expect(told(effects)).toMatchFileSnapshot(join(folder, "expected/problems.txt"));
  });
});

it("reads a folder once when it is given as the shared one and as the archive's own", async () => {
  const effects = memoryEffects({ "/own/people.yaml": "karim-nasser:\n  prefLabel: كريم ناصر\n" });
  const { entities } = await loadAuthority(effects, ["/own/../own", "/own"]);
  expect([...entities.keys()]).toEqual(["karim-nasser"]);
  expect(effects.messages).toEqual([]);
});

describe("the plain layout", () => {
  it("is what the shipped files are written in", () => {
    for (const [path, bytes] of Object.entries(readFixture(shipped)))
      expect(parsePlainTree(bytes.toString("utf8")), path).toBeDefined();
  });

  it("is read as YAML is: the shipped files", () => {
    for (const [path, bytes] of Object.entries(readFixture(shipped))) {
      const text = bytes.toString("utf8").split("\n").slice(0, 200).join("\n");
      expect(JSON.stringify(parsePlainTree(text)), path).toBe(JSON.stringify(parseAnyTree(text)));
    }
  });

  const scalar = fc
    .array(
      fc.constantFrom(
        "ا",
        "ب ",
        "a",
        "1",
        " ",
        ":",
        ": ",
        " #",
        "#",
        "-",
        "- ",
        ",",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "~",
        "\\",
        "=",
        ".",
        "http://x",
      ),
      { maxLength: 5 },
    )
    .map((pieces) => pieces.join(""));
  const key = fc.constantFrom("a", "b-c", "2", "-1", "24-x", "prefLabel");
  const value = fc.oneof(
    scalar,
    scalar.map((text) => `"${text}"`),
    scalar.map((text) => `'${text}'`),
    fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc
      .array(fc.tuple(key, scalar), { maxLength: 3 })
      .map((pairs) => `{${pairs.map(([k, v]) => `${k}: ${v}`).join(", ")}}`),
  );
  const line = fc.oneof(
    fc.tuple(fc.nat(3), key, value).map(([indent, k, v]) => `${"  ".repeat(indent)}${k}: ${v}`),
    fc.tuple(fc.nat(3), key).map(([indent, k]) => `${"  ".repeat(indent)}${k}:`),
    fc.tuple(fc.nat(3), value).map(([indent, v]) => `${"  ".repeat(indent)}- ${v}`),
    fc.constantFrom("", "# note", "  # note", "---", "...", "\t"),
  );

  it("is read as YAML is, or left to it: lines of any kind", () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.map((each) => each + end).join("");
        const tree = parsePlainTree(text);
        if (tree === undefined) return;
        plain++;
        expect(withoutEmptyPlaces(parseAnyTree(text) as Tree)).toEqual(withoutEmptyPlaces(tree));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  it("is read as YAML is, or left to it: a shipped file with a slip in it", () => {
    const text = readFileSync(join(shipped, "organizations.yaml"), "utf8").split("\n").slice(0, 60).join("\n");
    const slip = fc.tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom("", " ", "\n", "\n  ", ":", ": ", "- ", "[", "]", ",", '"', "#", " #", "x"),
    );
    fc.assert(
      fc.property(slip, ([at, length, typed]) => {
        const slipped = text.slice(0, at) + typed + text.slice(at + length);
        const tree = parsePlainTree(slipped);
        if (tree !== undefined)
          expect(withoutEmptyPlaces(parseAnyTree(slipped) as Tree)).toEqual(withoutEmptyPlaces(tree));
      }),
      { numRuns: 300 },
    );
  });

  it("knows the offset of every word", () => {
    const text = 'a:\n  prefLabel: "س"\n  list: [b, {c: d}]\n';
    const words: [string, string][] = [];
    const walk = (tree: Tree): void => {
      if (tree.kind === "text") words.push([tree.value as string, text.slice(tree.at, tree.at + 3)]);
      else
        for (const child of tree.value as readonly (Tree | { node: Tree })[])
          walk("node" in child ? child.node : child);
    };
    walk(parsePlainTree(text) as Tree);
    expect(words).toEqual([
      ["س", '"س"'],
      ["b", "b, "],
      ["d", "d}]"],
    ]);
  });
});

describe("the shipped records", () => {
  const effects = memoryEffects({}, [shipped]);
  let authority: Authority;
  let records: Entity[];
  const ofType = (type: Entity["type"]) => records.filter((record) => record.type === type);
  const fullLabels = (record: Entity) => {
    const ambiguous = record.ambiguousLabel.map(fold);
    return [record.prefLabel, ...record.altLabel, ...record.hiddenLabel]
      .map(fold)
      .filter((label) => !ambiguous.includes(label));
  };

  beforeAll(async () => {
    authority = await loadAuthority(effects, [shipped]);
    records = [...authority.entities.values()];
  });

  it("load without a problem", () => {
    expect(told(effects)).toBe("");
    expect(records.length).toBeGreaterThan(1900);
    expect(authority.occasions.length).toBeGreaterThan(100);
  });

  it("are each recognised by a label that no other record of a text's names has", () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const record of [...ofType("person"), ...ofType("organization"), ...ofType("place")])
      for (const label of new Set(fullLabels(record))) {
        const owner = owners.get(label);
        if (owner !== undefined) shared.push(`${label}: ${owner} and ${record.id}`);
        owners.set(label, record.id);
      }
    expect(shared).toEqual([]);
  });

  it("name people by more than one word, or not as a full label", () => {
    const single = ofType("person").flatMap((record) => fullLabels(record).filter((label) => !/\s/.test(label)));
    // Names nobody else bears.
    expect(single.sort()).toEqual(["ادونيس", "اكيهيتو", "بيليه", "حميدتي", "ناروهيتو", "نيمار"].sort());
  });

  it("say no label twice", () => {
    for (const record of records) {
      const labels = [record.prefLabel, ...record.altLabel, ...record.hiddenLabel, ...record.shortLabel].map(fold);
      expect(
        labels.filter((label, i) => labels.indexOf(label) !== i),
        record.id,
      ).toEqual([]);
    }
  });

  it("hold words that can stand before every ambiguous label", () => {
    for (const record of records) {
      // Of outlets the country tells.
      if (record.type === "source") continue;
      if (record.ambiguousLabel.length > 0) expect(record.contextWords, record.id).not.toEqual([]);
      for (const word of record.contextWords) expect(word, record.id).not.toMatch(/\s/);
    }
  });

  it("give a bare name to the country only, where the capital is called like it", () => {
    const labels = new Set(
      ofType("place")
        .filter(({ kind }) => kind !== "country")
        .flatMap(fullLabels),
    );
    for (const id of ["tunisia", "algeria", "kuwait", "panama", "singapore", "djibouti", "luxembourg", "guatemala"])
      expect(labels, id).not.toContain(fold((authority.entities.get(id) as Entity).prefLabel));
  });

  it("hold every country and territory of ISO 3166", () => {
    const require = createRequire(import.meta.url);
    const names: Record<string, string> = require("i18n-iso-countries/langs/ar.json").countries;
    const kinds = ofType("place").filter(({ kind }) => kind === "country" || kind === "territory");
    const known = new Set(
      kinds.flatMap((place) => [place.prefLabel, ...place.altLabel, ...place.ambiguousLabel].map(fold)),
    );
    const unknown = Object.entries(names).filter(([, name]) => !known.has(fold(name.replace(/\s*\(.*\)/, ""))));
    // Named otherwise in the press; Antarctica is a continent.
    expect(unknown.map(([code]) => code).sort()).toEqual(["AQ", "MF", "SH", "SX", "TF", "UM"]);
  });

  it("give every capital its country", () => {
    for (const place of ofType("place").filter(({ kind }) => kind === "capital")) {
      expect(place.broader, place.id).toHaveLength(1);
      expect(authority.entities.get(place.broader[0] as string)?.kind, place.id).toMatch(/^(?:country|territory)$/);
    }
  });

  it("order the terms of office of every person", () => {
    for (const person of ofType("person"))
      for (const { start, end } of person.roles)
        if (start !== undefined && end !== undefined)
          expect(start < end, `${person.id}: ${start} to ${end}`).toBe(true);
  });

  it("cover the seventeen top levels of the IPTC Media Topics, each topic below one of them", () => {
    const top = ofType("topic").filter(({ broader }) => broader.length === 0);
    expect(top.map(({ iptc }) => iptc).sort()).toEqual(
      Array.from({ length: 17 }, (_, i) => `${String(i + 1).padStart(2, "0")}000000`),
    );
  });

  it("weigh a term once a topic, and never below nothing", () => {
    for (const topic of ofType("topic")) {
      expect(topic.terms.length, topic.id).toBeGreaterThan(0);
      expect(Math.min(...topic.terms.map(({ weight }) => weight)), topic.id).toBeGreaterThanOrEqual(0);
      const terms = topic.terms.map(({ term }) => fold(term));
      expect(
        terms.filter((term, i) => terms.indexOf(term) !== i),
        topic.id,
      ).toEqual([]);
    }
  });

  it("sign each outlet's datelines in one outlet's name", () => {
    const owners = new Map<string, string>();
    for (const source of ofType("source"))
      for (const name of [source.prefLabel, ...source.altLabel, ...source.codes, ...source.domains]) {
        const letters = fold(name).replace(/[^\p{L}\p{N}]/gu, "");
        expect(owners.get(letters) ?? source.id, name).toBe(source.id);
        owners.set(letters, source.id);
      }
  });
});

it("a file by itself tells of its own mistakes", () => {
  const { entities, problems } = parseAuthorityFile({
    file: "authority/people.yaml",
    kind: "person",
    text: "karim-nasser:\n  prefLabel: كريم ناصر\n  rolse: []\n",
  });
  expect(entities).toHaveLength(1);
  expect(entities[0]).toMatchObject({ line: 1, column: 1, value: { id: "karim-nasser", type: "person", roles: [] } });
  expect(problems.map(String)).toEqual(["3:3: karim-nasser: people have no field rolse"]);
});
