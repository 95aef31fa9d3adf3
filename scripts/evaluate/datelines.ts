import { join } from "node:path";
import { share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart } from "./part.ts";
import { readJsonLines, readTsv } from "./read.ts";
import { sameLetters } from "./text.ts";

interface Case {
  readonly set: string;
  /** Headline, the line in question and what follows, as a page would have them. */
  readonly text: string;
  /** «دبي، الإمارات العربية المتحدة»: the city alone is right too. */
  readonly place: string;
  /** Reporter or agency; absent where the set does not say. */
  readonly by?: string;
}

/** Stands for a body where a set gives only the line above it: a line alone is no article. Written for this file. */
const BODY =
  "أعلن مسؤولون أن العمل مستمر وفق الجدول المعتمد، وأن النتائج ستعرض على اللجنة المختصة فور اكتمالها.\n\n" +
  "وأوضحوا أن المرحلة المقبلة تشمل مراجعة الأرقام التي جُمعت حتى الآن والتحقق منها قبل نشرها.";

/** A newspaper's own place and reporter or agency against those read from the text. */
export const scoreDatelines: ScorePart = async (folder, { readDateline }) => {
  const cases = await readCases(join(folder, "datelines"));
  if (cases.length === 0) return ABSENT;
  if (!readDateline) return NO_STAGE;
  const tallies = new Map<string, { right: number; wrong: number; n: number }>();
  const count = (row: string, answers: readonly string[], right: boolean) => {
    const tally = tallies.get(row) ?? { right: 0, wrong: 0, n: 0 };
    tally.n++;
    if (right) tally.right++;
    else if (answers.length > 0) tally.wrong++;
    tallies.set(row, tally);
  };
  for (const one of cases) {
    const { place, by } = readDateline(one.text);
    const city = one.place.split("،")[0] as string;
    const isPlace = place !== undefined && (sameLetters(place, one.place) || sameLetters(place, city));
    count(`${one.set}_place`, place === undefined ? [] : [place], isPlace);
    const gold = one.by;
    const isBy = gold !== undefined && by.some((name) => sameLetters(name, gold));
    if (gold !== undefined) count(`${one.set}_by`, by, isBy);
  }
  const scores: Record<string, number> = {};
  for (const [row, { right, wrong, n }] of tallies) {
    scores[`${row}.right`] = share(right, n);
    scores[`${row}.wrong`] = share(wrong, n);
    scores[`${row}.unanswered`] = share(n - right - wrong, n);
    scores[`${row}.n`] = n;
  }
  return { status: "scored", scores: { ...scores, n: cases.length } };
};

async function readCases(folder: string): Promise<Case[]> {
  const aawsat = await readJsonLines(join(folder, "aawsat.jsonl"), ["place", "person", "byline_raw", "title", "text"]);
  const alarabiya = await readTsv(join(folder, "alarabiya.tsv"), ["place", "person_or_agency", "byline_raw", "title"]);
  const cnn = await readTsv(join(folder, "cnn.tsv"), ["place", "text_start"]);
  return [
    ...(aawsat ?? []).map((row) => ({
      set: "aawsat",
      text: `${row.title}\n\n${row.byline_raw}\n\n${row.text}`,
      place: row.place,
      by: row.person,
    })),
    ...(alarabiya ?? []).map((row) => ({
      set: "alarabiya",
      text: `${row.title}\n\n${row.byline_raw}\n\n${BODY}`,
      place: row.place,
      by: row.person_or_agency,
    })),
    ...(cnn ?? []).map((row) => ({ set: "cnn", text: row.text_start, place: row.place })),
  ];
}
