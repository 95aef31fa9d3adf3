import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import type { Part } from "../src/model/span.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { segment } from "../src/segment.ts";
import { toArticle } from "../src/write/article.ts";
import { parseArticleFile } from "../src/write/article-file.ts";
import { formatArticleFile } from "../src/write/article-text.ts";
import { expectEvidence, expectPart } from "./support/evidence.ts";
import { hostileText, rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

describe("whatever the text, everything points at the raw words it was read from", { timeout: 30_000 }, () => {
  test("parts", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const known = {
          isPlace: (words: string) => context.gazetteer.place(words) !== undefined,
          isOutlet: (words: string) => context.gazetteer.outlet(words) !== undefined,
        };
        const { headline, byline, dateline, stamps, blocks, links, removed, lines } = segment(
          clean(rawArticle(text)),
          known,
        );
        const parts = {
          headline,
          byline,
          dateline,
          datelinePlace: dateline?.place,
          datelineDate: dateline?.date,
          datelineAgency: dateline?.agency,
        };
        for (const [name, part] of Object.entries(parts)) if (part) expectPart(text, part, name);
        for (const part of [...stamps, ...blocks, ...removed, ...lines]) expectPart(text, part, "line");
        for (const { url, at } of links) expectPart(text, { text: url, at }, "link");
        for (const block of blocks) expect(block.text).toMatch(/^\S(?:[^\n]*\S)?$/u);
        // Nothing is told twice, and blocks come in reading order.
        const order = blocks.flatMap(({ at }) => at);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const part of [headline, dateline, byline])
          for (const block of blocks)
            if (part) expect(part.at[0] < block.at[1] && block.at[0] < part.at[1]).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  test("no word of the text is lost: each stands in a part, a link, a stamp or a removed line", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const known = {
          isPlace: (words: string) => context.gazetteer.place(words) !== undefined,
          isOutlet: (words: string) => context.gazetteer.outlet(words) !== undefined,
        };
        const { headline, byline, dateline, stamps, blocks, links, removed, lines } = segment(
          clean(rawArticle(text)),
          known,
        );
        const kept = [headline, dateline, ...stamps, ...blocks, ...removed]
          .filter((part) => part !== undefined)
          .map(({ at }) => at);
        // A byline and a link keep their value and lose only the words that announce them.
        for (const at of [...(byline ? [byline.at] : []), ...links.map((link) => link.at)])
          kept.push((lines.find((line) => line.at[0] <= at[0] && at[1] <= line.at[1]) as Part).at);
        for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
          expect(
            kept.some(([start, end]) => start <= index && index + word.length <= end),
            word,
          ).toBe(true);
        }
      }),
    );
  });

  test("mentions, fields and titles", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { article } = parseText(rawArticle(text), context);
        expectEvidence(text, article.title, "title");
        for (const [name, found] of Object.entries(article.fields))
          for (const value of [found].flat()) expectEvidence(text, value, name);
        if (article.signals.weekday) expectEvidence(text, article.signals.weekday, "weekday");
        for (const { words, at, role, entity, confidence } of article.mentions) {
          expectPart(text, { text: words, at }, entity);
          expect(context.lexicon.authority.entities.has(entity)).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          if (role !== undefined) expect(text.slice(0, at[0])).toContain(role);
        }
      }),
      { numRuns: 250 },
    );
  });

  test("no value twice, and the file it is written to gives it back", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { article } = parseText(rawArticle(text), context);
        for (const found of Object.values(article.fields)) {
          const values = [found].flat().map(({ value }) => value);
          expect(values).toEqual([...new Set(values)]);
        }
        const record = toArticle({ ...article, id: "2021-a" }, {});
        expect(parseArticleFile(formatArticleFile(record), "a.md")).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });

  test("the same text gives the same reading", () => {
    fc.assert(
      fc.property(
        hostileText,
        (text) => void expect(parseText(rawArticle(text), context)).toEqual(parseText(rawArticle(text), context)),
      ),
      { numRuns: 30 },
    );
  });

  test("problems stand at a line and column of the text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = text.split("\n");
        for (const { line = 0, column = 0, rule } of parseText(rawArticle(text), context).problems) {
          expect(rule).toMatch(/^[a-z]+:[a-z-]+$/);
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
        }
      }),
    );
  });
});
