import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { formatTerm, formatTerms, formNumber, indexedKey, parseTerm } from "../src/arabic/analysis/index-terms.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { byCodePoint } from "../src/effects.ts";
import {
  type Entry,
  type Held,
  makeHeld,
  NAMING_KINDS,
  type Naming,
  parseEntries,
  readNamings,
  readPages,
  separate,
  WEIGHT_CODES,
} from "../src/site/browser/search/postings-format.ts";
import { makeShard } from "../src/site/search/make-shard.ts";
import { packPostings, unpackPostings } from "../src/site/search/shard-postings.ts";
import { makePostingFiles } from "../src/site/search/volume.ts";
import type { SearchDocument } from "../src/site/views/search.ts";
import { heldDocument } from "./support/held-texts.ts";

const analyzer = makeAnalyzer(makeNames([["شي جين بينغ", "شي جينبينغ"], ["الأمم المتحدة"]]));

/** Words of many kinds: forms of one word, names, punctuation within, several readings, digits, other scripts. */
const WORDS =
  "والصين الصين للصين بالصين صيني وقال يقولون دولة الدول دول أجندتنا اجتماعية شي جين بينغ جينبينغ الأمم المتحدة كوفيد-19 3.5 ١٢٪ Xi'an Putin Путин نص/آخر — «معرض» في من على 🙂 café مسؤول".split(
    " ",
  );
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));
const documents = fc.array(fc.record({ title: text, lead: text, heading: text, name: fc.constantFrom("", "الصين") }), {
  minLength: 1,
  maxLength: 6,
});

/** «key form page place», as the analyzer itself has them. */
function expected(title: string, lead: string, heading: string, page: number): string[] {
  return [title, lead, heading]
    .flatMap((part) => analyzer.analyze(part).map((chunk) => formatTerms(chunk)))
    .flatMap((terms, place) =>
      terms.split("_").flatMap((term) => {
        const read = parseTerm(term);
        return read ? [`${read.key} ${read.form} ${page} ${place}`] : [];
      }),
    );
}

function found(entries: readonly Entry[], starts: readonly number[]): { places: string[]; named: string[] } {
  const places: string[] = [];
  const named: string[] = [];
  for (const entry of entries) {
    const pages = new Map<string, Held>();
    readPages(entry, starts, (page, form) => {
      const held = makeHeld();
      pages.set(`${form} ${page}`, held);
      return held;
    });
    for (const [where, { places: at, isNamed, weight }] of pages) {
      if (isNamed) named.push(`${entry.key} ${where.split(" ")[1]}`);
      expect(weight > 0).toBe(at.length > 0);
      for (const place of at) places.push(`${entry.key} ${where} ${place}`);
    }
  }
  return { places, named };
}

describe("the postings", () => {
  it("have every word of every page where the analyzer has it, over several shards and files", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(documents, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 300 }),
        async (shards, size) => {
          const made = [];
          const wanted: string[] = [];
          const bearers: string[] = [];
          const starts: number[] = [];
          let page = 0;
          for (const shard of shards) {
            starts.push(page);
            const own = shard.map(
              ({ title, lead, heading, name }): SearchDocument => ({
                url: `/${page}/`,
                title,
                html: `<p>${lead}</p><h2>${heading}</h2>`,
                names: name === "" ? [] : [name],
                filters: {},
                meta: {},
                sort: {},
              }),
            );
            for (const { title, lead, heading, name } of shard) {
              wanted.push(...expected(title, lead, heading, page));
              if (name !== "") bearers.push(`صين ${page}`);
              page++;
            }
            const { rest } = await makeShard(own.map(heldDocument), {
              key: "0123456789abcdef",
              analyzer,
              progress: () => {},
            });
            made.push(unpackPostings(packPostings(rest.postings)));
          }
          const { files, openings } = makePostingFiles(made, [], size);
          const entries = files.map(({ content }) => parseEntries(gunzipSync(content).subarray("sijill_index".length)));
          const { places, named } = found(entries.flat(), starts);
          expect(places.sort()).toEqual([...new Set(wanted)].sort());
          expect(named.filter((one) => one.startsWith("صين ")).sort()).toEqual(bearers.sort());
          for (const [number, list] of entries.entries())
            for (const { key } of list) expect(openings.findLastIndex((opening) => opening <= key)).toBe(number);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("tell forms apart as the terms of the index do", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), (key, form) => {
        expect(parseTerm(formatTerm(key, { form }))).toEqual({ key: indexedKey(key), form: formNumber(key, form) });
      }),
    );
  });

  it("have the names of records where the keys lie, with pages or without", () => {
    const key = fc.constantFrom("ابن", "بكين", "صين", "يوم");
    const numbers = fc.integer({ min: 0, max: 100_000 });
    const naming: fc.Arbitrary<Naming> = fc.record({
      record: numbers,
      kind: fc.constantFrom(...NAMING_KINDS),
      size: fc.integer({ min: 0, max: 60 }),
      spelling: numbers,
      pages: numbers,
    });
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.array(naming, { minLength: 1, maxLength: 4 })),
        fc.uniqueArray(key),
        fc.integer({ min: 1, max: 60 }),
        (named, held, size) => {
          const names = Object.entries(named)
            .sort(([a], [b]) => byCodePoint(a, b))
            .map(([key, namings]) => ({ key, namings: [...namings].sort((a, b) => a.record - b.record) }));
          // One page, one place of the body.
          const forms = [{ form: 0, pages: 1, bytes: Uint8Array.of(0, 2 * WEIGHT_CODES, 7) }];
          const { files } = makePostingFiles([held.sort(byCodePoint).map((key) => ({ key, forms }))], names, size);
          const entries = files.flatMap(({ content }) =>
            parseEntries(gunzipSync(content).subarray("sijill_index".length)),
          );
          const read = entries.map((entry) => ({ key: entry.key, namings: readNamings(entry) }));
          expect(read.filter(({ namings }) => namings.length > 0)).toEqual(names);
          expect(found(entries, [0]).places).toEqual(held.map((key) => `${key} 0 0 7`));
        },
      ),
    );
  });

  it("are divided by the shortest letters that do", () => {
    expect(separate("", "ابن")).toBe("ا");
    expect(separate("ابريل", "ابن")).toBe("ابن");
    expect(separate("ابن", "ابنه")).toBe("ابنه");
    expect(separate("ابن", "تونس")).toBe("ت");
  });
});
