import { readRaw } from "../../src/read/index.ts";
import type { ReadArticle, Reading } from "../../src/read/types.ts";

/** Everything that is read from a raw file. */
export async function readAll(
  path: string,
  input: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readRaw(path, typeof input === "string" ? Buffer.from(input) : input))
    readings.push(reading);
  return readings;
}

export function articlesIn(readings: readonly Reading[]): ReadArticle[] {
  return readings.flatMap((reading) => ("article" in reading ? [reading.article] : []));
}

/** One line a problem, as far as it can be told on one. */
export function problemsIn(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => {
    if (!("problem" in reading)) return [];
    const { file, line, severity, rule, reason } = reading.problem;
    return [`${file}${line === undefined ? "" : `:${line}`} ${severity} ${rule} ${reason}`];
  });
}
