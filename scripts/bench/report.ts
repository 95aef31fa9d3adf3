import { formatTable } from "../evaluate/report.ts";
import type { Cost } from "./child.ts";
import type { OutputSize } from "./output.ts";

export interface StageFigures {
  readonly name: string;
  readonly seconds: number;
  /** Processor seconds. */
  readonly cpu: number;
  readonly peakMb: number;
}

export interface Comparison {
  readonly version: string;
  /** In the order they were run; the two took turns. */
  readonly ours: readonly Cost[];
  readonly hugo: readonly Cost[];
  readonly hugoOutput: OutputSize;
}

/** What whole runs took, one list of each kind, in the order they were run; the kinds took turns. */
export interface IngestTurns {
  /** unified, one thread: the same texts from Markdown to HTML. */
  readonly unified: readonly Cost[];
  /** Ingest without the recogniser, one thread. */
  readonly plain: readonly Cost[];
  /** Ingest, one thread. */
  readonly one: readonly Cost[];
  /** Ingest, two threads. */
  readonly two: readonly Cost[];
  /** The recogniser alone over the sentences of the same texts, one thread. */
  readonly recogniser: readonly Cost[];
  /** Words of those sentences. */
  readonly words: number;
}

export interface SizeFigures {
  readonly articles: number;
  readonly stages: readonly StageFigures[];
  readonly output: OutputSize;
  readonly turns?: IngestTurns;
  readonly hugo?: Comparison;
}

/** Ingest of a single article: what starting costs, however many follow. */
export const INGEST_ONE = "ingest, one article";
/** Ingest without the recogniser of names that no record has. */
export const INGEST_ONE_PLAIN = "ingest, one article, no recogniser";
export const INGEST_PLAIN = "ingest, no recogniser";

/** Growth is told against this size; without it against the smallest. */
const BASE = 1000;

/** The machine-readable report: figures as measured, and what follows from them. */
export function formatBenchJson(sizes: readonly SizeFigures[]): string {
  const report = sizes.map(({ hugo, turns, ...size }) => ({
    ...size,
    stages: size.stages.map((stage) => ({
      ...stage,
      articlesPerSecond: size.articles / stage.seconds,
      growth: growthOf(stage, size.articles, sizes, "seconds"),
      cpuGrowth: growthOf(stage, size.articles, sizes, "cpu"),
    })),
    ...(ratesOf(size) && { ingest: ratesOf(size) }),
    ...(turns && { turns: { ...turns, ...turnRatios(turns) } }),
    ...(hugo && { hugo: { ...hugo, ratio: ratioOf(hugo, "wall"), cpuRatio: ratioOf(hugo, "cpu") } }),
  }));
  return JSON.stringify(
    { sizes: report },
    (_, value) => (typeof value === "number" ? Number(value.toFixed(3)) : value),
    2,
  );
}

export function formatBenchText(sizes: readonly SizeFigures[]): string {
  return sizes.map((size) => formatSize(size, sizes)).join("\n\n");
}

function formatSize(size: SizeFigures, sizes: readonly SizeFigures[]): string {
  const rows = size.stages.map((stage) => {
    const growth = (of: "seconds" | "cpu") => growthOf(stage, size.articles, sizes, of)?.toFixed(2) ?? "";
    return [
      stage.name,
      stage.seconds.toFixed(2),
      stage.cpu.toFixed(2),
      Math.round(size.articles / stage.seconds).toLocaleString("en"),
      stage.peakMb.toFixed(0),
      growth("seconds"),
      growth("cpu"),
    ];
  });
  const base = baseOf(sizes)?.articles.toLocaleString("en") ?? "";
  const lines = [
    `${size.articles.toLocaleString("en")} articles → ${formatOutput(size.output)}`,
    ...formatTable([["", "s", "CPU s", "articles/s", "peak MB", `s an article, ${base} = 1`, "CPU s"], ...rows]),
  ];
  const rates = ratesOf(size);
  if (rates) {
    const [all, plain] = [rates.articlesPerCpuSecond, rates.articlesPerCpuSecondPlain].map(Math.round);
    lines.push(
      `  ingest, its start apart (${rates.startCpu.toFixed(2)} CPU s): ${all} articles a CPU second, ${plain} without the recogniser`,
    );
  }
  if (size.turns) lines.push("", ...formatTurns(size.turns, size.articles));
  if (size.hugo) lines.push("", ...formatComparison(size.hugo));
  return lines.join("\n");
}

/** Articles a processor second of ingest takes once it has started; undefined where the stages for it were not run. */
function ratesOf({ articles, stages }: SizeFigures) {
  const cpuOf = (wanted: string) => stages.find(({ name }) => name === wanted)?.cpu;
  const [one, all] = [cpuOf(INGEST_ONE), cpuOf("ingest")];
  const [onePlain, allPlain] = [cpuOf(INGEST_ONE_PLAIN), cpuOf(INGEST_PLAIN)];
  if (!one || !all || !onePlain || !allPlain || articles < 2) return undefined;
  return {
    startCpu: one,
    articlesPerCpuSecond: (articles - 1) / (all - one),
    articlesPerCpuSecondPlain: (articles - 1) / (allPlain - onePlain),
  };
}

/** Processor time against unified's; how many times less time two threads take than one. */
function turnRatios({ unified, plain, one, two, recogniser, words }: IngestTurns) {
  const peer = medianOf(unified, "cpu");
  return {
    plainToUnified: medianOf(plain, "cpu") / peer,
    ingestToUnified: medianOf(one, "cpu") / peer,
    twoThreadsToOne: medianOf(one, "wall") / medianOf(two, "wall"),
    wordsPerCpuSecond: words / medianOf(recogniser, "cpu"),
  };
}

function formatTurns(turns: IngestTurns, articles: number): string[] {
  const row = (name: string, costs: readonly Cost[]) => [...turnCells(name, costs), formatRate(articles, costs)];
  const { plainToUnified, ingestToUnified, twoThreadsToOne, wordsPerCpuSecond } = turnRatios(turns);
  return [
    ...formatTable([
      ["from nothing, in turn", "median s", "runs", "CPU s", "peak MB", "articles a CPU second"],
      row("unified, one thread", turns.unified),
      row("ingest, no recogniser, one thread", turns.plain),
      row("ingest, one thread", turns.one),
      row("ingest, two threads", turns.two),
      row("the recogniser alone, one thread", turns.recogniser),
    ]),
    `  ingest / unified, one thread each, in processor time: ${plainToUnified.toFixed(2)} without the recogniser, ${ingestToUnified.toFixed(2)} with it`,
    `  one thread / two, in time: ${twoThreadsToOne.toFixed(2)}`,
    `  the recogniser alone: ${Math.round(wordsPerCpuSecond).toLocaleString("en")} words a CPU second`,
  ];
}

const formatRate = (articles: number, costs: readonly Cost[]) => (articles / medianOf(costs, "cpu")).toFixed(0);

function turnCells(name: string, costs: readonly Cost[]): string[] {
  return [
    name,
    medianOf(costs, "wall").toFixed(2),
    costs.map(({ wall }) => wall.toFixed(2)).join(" "),
    medianOf(costs, "cpu").toFixed(2),
    Math.max(...costs.map(({ peakMb }) => peakMb)).toFixed(0),
  ];
}

function formatComparison(hugo: Comparison): string[] {
  return [
    `  against ${hugo.version} → ${formatOutput(hugo.hugoOutput)}`,
    ...formatTable([
      ["start to exit, in turn", "median s", "runs", "CPU s", "peak MB"],
      turnCells("ours, bodies cached", hugo.ours),
      turnCells("Hugo", hugo.hugo),
    ]),
    `  ours / Hugo: ${ratioOf(hugo, "wall").toFixed(2)} in time, ${ratioOf(hugo, "cpu").toFixed(2)} in processor time`,
  ];
}

function formatOutput({ pages, pageBytes, files, bytes }: OutputSize): string {
  const mb = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
  return `${pages.toLocaleString("en")} pages of ${(pageBytes / Math.max(pages, 1) / 1000).toFixed(1)} kB (${mb(pageBytes)}), ${files.toLocaleString("en")} files in all (${mb(bytes)})`;
}

const medianOf = (costs: readonly Cost[], of: "wall" | "cpu") => median(costs.map((cost) => cost[of]));
const ratioOf = ({ ours, hugo }: Comparison, of: "wall" | "cpu") => medianOf(ours, of) / medianOf(hugo, of);
const baseOf = (sizes: readonly SizeFigures[]) => sizes.find(({ articles }) => articles === BASE) ?? sizes[0];

/** Seconds an article of this stage relative to those at the base size. */
function growthOf(
  stage: StageFigures,
  articles: number,
  sizes: readonly SizeFigures[],
  of: "seconds" | "cpu",
): number | undefined {
  const base = baseOf(sizes);
  const same = base?.stages.find(({ name }) => name === stage.name);
  return base && same && stage[of] / articles / (same[of] / base.articles);
}

/** Middle value; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError("the median of nothing");
  return (low + high) / 2;
}
