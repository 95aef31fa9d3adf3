import { yearOf } from "../arabic/calendars.ts";
import { readings } from "../arabic/clitics.ts";
import { fold, foldInPlace } from "../arabic/normalize.ts";
import { parseOrdinal } from "../arabic/numbers.ts";
import { type Token, tokenize, type Words } from "../arabic/tokenize.ts";
import type { SegmentedArticle } from "../model/article.ts";
import type { Occasion } from "../model/entity.ts";
import type { Extracted } from "../model/span.ts";

const THIS_YEAR = /(?:هذا العام|هذه السنه|العام الجاري|العام الحالي|السنه الجاريه)/;
/** One of these is in all of them: sought for first, as it costs less. */
const YEAR_WORDS = ["العام", "السنه"];
const PAST_YEAR = /(?<![\p{L}\p{N}])(?:عام|سنه)\s+(\d{4})(?![\p{L}\p{N}])/gu;

/**
 * The year in which a text was written, from «this year is the 75th anniversary of …» and the year of the
 * occasion in the authority files. Approximate (`2024~`) because anniversaries are kept all year long and
 * sometimes early; nothing when a year named in the text is later, or when two occasions disagree.
 */
export function anniversaryYear(
  article: SegmentedArticle,
  occasions: readonly Occasion[],
  words: Words,
): Extracted<string> | undefined {
  const found: { year: number; start: number; end: number }[] = [];
  for (const block of article.blocks) {
    const folded = words.folded(...block.at);
    if (!YEAR_WORDS.some((word) => folded.includes(word)) || !THIS_YEAR.test(folded)) continue;
    for (const [from, to] of words.sentencesIn(...block.at)) {
      const year = yearInSentence(article.text, from, to, occasions);
      if (year !== undefined) found.push(year);
    }
  }
  const [first] = found;
  if (first === undefined || found.some(({ year }) => year !== first.year)) return undefined;
  const latest = latestYear(article);
  if (latest !== undefined && latest > first.year) return undefined;
  return {
    value: `${first.year}~`,
    rule: "date:anniversary",
    words: article.text.slice(first.start, first.end),
    at: [first.start, first.end],
    confidence: latest === first.year - 1 ? 0.7 : 0.6,
  };
}

function yearInSentence(raw: string, from: number, to: number, occasions: readonly Occasion[]) {
  const text = raw.slice(from, to);
  const now = THIS_YEAR.exec(foldInPlace(text));
  if (now === null) return undefined;
  const tokens = tokenize(text, from);
  const at = tokens.findIndex(({ key }) => readings(key).some((reading) => reading.key === "الذكري"));
  if (at < 0) return undefined;
  const ordinal = parseOrdinal(tokens.slice(at + 1, at + 4).map(({ key }) => key));
  if (ordinal === undefined) return undefined;
  const after = tokens.slice(at + 1 + ordinal.used, at + 1 + ordinal.used + 16);
  let nearest: { year: number; last: Token } | undefined;
  for (const occasion of occasions) {
    const last = lastWordOf(occasion, after);
    const year = yearOf(occasion.date);
    if (last === undefined || year === undefined || (nearest !== undefined && nearest.last.end <= last.end)) continue;
    nearest = { year: year + ordinal.value, last };
  }
  if (nearest === undefined) return undefined;
  const start = Math.min(from + now.index, (tokens[at] as Token).start);
  return { year: nearest.year, start, end: nearest.last.end };
}

/** The last word of the occasion's phrase in `words`, or undefined when one of its words is not there. */
function lastWordOf(occasion: Occasion, words: readonly Token[]): Token | undefined {
  let last = -1;
  for (const phrase of occasion.words) {
    const keys = tokenize(phrase).map(({ key }) => key);
    const at = words.findIndex((_, i) => keys.every((key, j) => sameWord(words[i + j]?.key ?? "", key)));
    if (at < 0) return undefined;
    last = Math.max(last, at + keys.length - 1);
  }
  return words[last];
}

function sameWord(word: string, key: string): boolean {
  return readings(word).some((reading) => reading.key === key || reading.key === `ال${key}`);
}

function latestYear(article: SegmentedArticle): number | undefined {
  const years = article.blocks.flatMap((block) =>
    [...foldInPlace(fold(block.text)).matchAll(PAST_YEAR)].map((match) => Number(match[1])),
  );
  return years.length === 0 ? undefined : Math.max(...years);
}
