import { FURNITURE } from "./arabic/lexicon/furniture.ts";
import { foldInPlace } from "./arabic/normalize.ts";
import type { CleanArticle, Line, RawArticle, Removed } from "./model/article.ts";

const BULLET = /^[\s\u00A0]*(?:[•·●▪◦*-][\s\u00A0]+)?/;

/** Takes the site's furniture out, line by line; what is removed is kept with its rule. */
export function clean(article: RawArticle): CleanArticle {
  const lines: Line[] = [];
  const removed: Removed[] = [];
  let gapBefore = true;
  let offset = 0;
  for (const row of article.text.split("\n")) {
    const start = offset + (BULLET.exec(row)?.[0].length ?? 0);
    const text = row.slice(start - offset).trimEnd();
    const part = { text, at: [start, start + text.length] as const };
    offset += row.length + 1;
    const rule = text === "" ? undefined : furnitureRule(text);
    if (rule !== undefined) removed.push({ ...part, rule });
    if (rule !== undefined || text === "") {
      gapBefore = true;
      continue;
    }
    lines.push({ ...part, gapBefore });
    gapBefore = false;
  }
  return { ...article, lines, removed };
}

/** Name of the first rule that holds the line for furniture. */
export function furnitureRule(line: string): string | undefined {
  const folded = foldInPlace(line).toLowerCase();
  return FURNITURE.find(({ expression }) => expression.test(folded))?.rule;
}
