/** Precision, recall and their harmonic mean; 0 where nothing was found or nothing was to be found. */
export function precisionRecall(counts: { right: number; found: number; gold: number }) {
  const precision = share(counts.right, counts.found);
  const recall = share(counts.right, counts.gold);
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

/** `part` of `whole`; 0 of nothing is 0. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** A pair's score and whether it should score high. */
export interface Judged {
  readonly score: number;
  readonly positive: boolean;
}

/** Chance that a positive scores higher than a negative, ties counting one half; 0.5 without both kinds. */
export function areaUnderCurve(judged: readonly Judged[]): number {
  const positives = judged.filter((pair) => pair.positive);
  const negatives = judged.filter((pair) => !pair.positive);
  if (positives.length === 0 || negatives.length === 0) return 0.5;
  let wins = 0;
  for (const { score } of positives) {
    for (const other of negatives) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  }
  return wins / (positives.length * negatives.length);
}

/** The best F1 of any threshold, with that threshold: pairs that score at least so much are called positive. */
export function bestF1(judged: readonly Judged[]): { f1: number; threshold: number } {
  const gold = judged.filter((pair) => pair.positive).length;
  let best = { f1: 0, threshold: Number.POSITIVE_INFINITY };
  for (const threshold of new Set(judged.map((pair) => pair.score))) {
    const called = judged.filter((pair) => pair.score >= threshold);
    const right = called.filter((pair) => pair.positive).length;
    const { f1 } = precisionRecall({ right, found: called.length, gold });
    if (f1 > best.f1 || (f1 === best.f1 && threshold > best.threshold)) best = { f1, threshold };
  }
  return best;
}

/** 1 divided by the place (from 1) of the first relevant item among the first `depth`; 0 when none is there. */
export function reciprocalRank<T>(ranked: readonly T[], relevant: (item: T) => boolean, depth: number): number {
  const index = ranked.slice(0, depth).findIndex(relevant);
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Mean; 0 of none. */
export function mean(values: readonly number[]): number {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** F1 of two bags of words. */
export function bagF1(found: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let right = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      right++;
      left.set(word, count - 1);
    }
  }
  return precisionRecall({ right, found: found.length, gold: gold.length }).f1;
}
