import { VFileMessage } from "vfile-message";
import { scoreArticles } from "./articles.ts";
import { scoreDatelines } from "./datelines.ts";
import { scoreDates } from "./dates.ts";
import { scoreEvents } from "./events.ts";
import { scoreHtml } from "./html.ts";
import { scoreNer } from "./ner.ts";
import type { PartResult, ScorePart, Stages } from "./part.ts";
import { scoreSearch } from "./search.ts";
import { scoreTopics } from "./topics.ts";

/** The parts in the order they are told. */
const PARTS: Readonly<Record<string, ScorePart>> = {
  ner: scoreNer,
  dates: scoreDates,
  datelines: scoreDatelines,
  topics: scoreTopics,
  html: scoreHtml,
  events: scoreEvents,
  search: scoreSearch,
  articles: scoreArticles,
};

export const PART_NAMES: readonly string[] = Object.keys(PARTS);

export type Outcome = PartResult | { readonly status: "malformed"; readonly problem: VFileMessage };

/** Scores the parts named, one after another; a malformed file costs its own part. */
export async function evaluate(
  folder: string,
  stages: Stages,
  names: readonly string[] = PART_NAMES,
  onPart: (name: string) => void = () => {},
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const [name, score] of Object.entries(PARTS)) {
    if (!names.includes(name)) continue;
    onPart(name);
    try {
      outcomes.set(name, await score(folder, stages));
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      outcomes.set(name, { status: "malformed", problem: error });
    }
  }
  return outcomes;
}
