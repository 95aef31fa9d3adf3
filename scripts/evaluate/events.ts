import { join } from "node:path";
import { areaUnderCurve, bestF1, type Judged } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart } from "./part.ts";
import { readJsonLines } from "./read.ts";

/** How well the likeness of two reports agrees with people's (1 the same event to 4 unlike). */
export const scoreEvents: ScorePart = async (folder, { compareEvents }) => {
  const pairs = await readJsonLines(
    join(folder, "events", "pairs.jsonl"),
    ["title1", "text1", "title2", "text2"],
    ["overall"],
  );
  if (!pairs) return ABSENT;
  if (!compareEvents) return NO_STAGE;
  const likeness = compareEvents(
    pairs.map((pair) => [
      { title: pair.title1, text: pair.text1 },
      { title: pair.title2, text: pair.text2 },
    ]),
  );
  const judged = pairs.map((pair, index) => ({ score: likeness[index] ?? 0, human: pair.overall }));
  const scores: Record<string, number> = {};
  for (const [row, most] of [
    ["same", 2],
    ["score_1", 1],
  ] as const) {
    const cases: Judged[] = judged.map(({ score, human }) => ({ score, positive: human <= most }));
    const best = bestF1(cases);
    scores[`${row}.auc`] = areaUnderCurve(cases);
    scores[`${row}.best_f1`] = best.f1;
    scores[`${row}.threshold`] = best.threshold;
    scores[`${row}.n`] = cases.filter(({ positive }) => positive).length;
  }
  return { status: "scored", scores: { ...scores, n: pairs.length } };
};
