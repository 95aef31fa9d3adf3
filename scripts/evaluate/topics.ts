import { join } from "node:path";
import { share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart, type Topic } from "./part.ts";
import { readTsv } from "./read.ts";

/** Top level of the IPTC Media Topics (https://cv.iptc.org/newscodes/mediatopic/), code → English name. */
const TOP_LEVEL: ReadonlyMap<string, string> = new Map([
  ["01000000", "arts, culture, entertainment and media"],
  ["02000000", "crime, law and justice"],
  ["03000000", "disaster, accident and emergency incident"],
  ["04000000", "economy, business and finance"],
  ["05000000", "education"],
  ["06000000", "environment"],
  ["07000000", "health"],
  ["08000000", "human interest"],
  ["09000000", "labour"],
  ["10000000", "lifestyle and leisure"],
  ["11000000", "politics"],
  ["12000000", "religion"],
  ["13000000", "science and technology"],
  ["14000000", "society"],
  ["15000000", "sport"],
  ["16000000", "conflict, war and peace"],
  ["17000000", "weather"],
]);
/** Names IPTC has used for the same code. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["politics and government", "politics"],
  ["religion and belief", "religion"],
  ["arts, culture and entertainment", "arts, culture, entertainment and media"],
]);
const NONE = "(none)";

/** The most telling topic of an article, taken up to the top level of IPTC, against the desk that ran it. */
export const scoreTopics: ScorePart = async (folder, { topics }) => {
  const cases = await readTsv(join(folder, "topics", "cases.tsv"), ["iptc_top", "title", "text"]);
  if (!cases) return ABSENT;
  if (!topics) return NO_STAGE;
  const pairs = cases.map((row) => {
    const found = topics.of(row).flatMap((id) => topLevelOf(id, topics.records));
    const gold = RENAMED.get(row.iptc_top) ?? row.iptc_top;
    return { gold, first: found[0] ?? NONE, among: found.includes(gold) };
  });
  const right = pairs.filter(({ gold, first }) => gold === first).length;
  const unanswered = pairs.filter(({ first }) => first === NONE).length;
  const golds = [...new Set(pairs.map(({ gold }) => gold))].sort();
  const firsts = [...new Set(pairs.map(({ first }) => first))].sort();
  return {
    status: "scored",
    scores: {
      accuracy: share(right, pairs.length),
      among_all_found: share(pairs.filter(({ among }) => among).length, pairs.length),
      unanswered: share(unanswered, pairs.length),
      n: pairs.length,
    },
    crossing: {
      title: "given (rows) against found first (columns)",
      rows: golds,
      columns: firsts,
      counts: golds.map((row) =>
        firsts.map((column) => pairs.filter((p) => p.gold === row && p.first === column).length),
      ),
    },
  };
};

/** Names of the top-level topics that a record falls under: its own code, else those of its broader records. */
export function topLevelOf(id: string, records: ReadonlyMap<string, Topic>): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (current: string) => {
    const record = records.get(current);
    if (record === undefined || seen.has(current)) return;
    seen.add(current);
    const name = TOP_LEVEL.get(record.iptc ?? "");
    if (name !== undefined) found.add(name);
    else record.broader.forEach(walk);
  };
  walk(id);
  return [...found];
}
