import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { type Cost, runCommand, runStageInChild, versionOf } from "./child.ts";
import { measureOutput } from "./output.ts";
import type { Comparison, IngestTurns } from "./report.ts";

type Say = (line: string) => void;

/**
 * Ingest from nothing and unified over the same raw files, in turn: only what a machine does within the same minute
 * compares. Each run writes a folder of its own, for files made where many were just deleted cost more than they do.
 * Undefined for no turns.
 */
export async function compareIngest(
  folder: string,
  raw: string,
  turns: number,
  say: Say,
): Promise<IngestTurns | undefined> {
  if (turns < 1) return undefined;
  const unified: Cost[] = [];
  const plain: Cost[] = [];
  const one: Cost[] = [];
  const two: Cost[] = [];
  const recogniser: Cost[] = [];
  let words = 0;
  for (let turn = 0; turn < turns; turn++) {
    say(`ingest against unified, turn ${turn + 1} of ${turns}`);
    const run = async (stage: string, costs: Cost[]) => {
      const archive = join(folder, `${stage}-${turn}`);
      await mkdir(archive);
      await symlink(raw, join(archive, "raw"));
      const { stage: cost } = await runStageInChild(stage, archive, archive);
      costs.push({ wall: cost.seconds, cpu: cost.cpu, peakMb: cost.peakMb });
      words = cost.words ?? words;
    };
    await run("unified", unified);
    await run("ingest-plain-one-thread", plain);
    await run("ingest-one-thread", one);
    await run("ingest-two-threads", two);
    await run("recognise", recogniser);
  }
  return { unified, plain, one, two, recogniser, words };
}

/** Rendering with bodies cached against Hugo, in turn, each into a new folder; undefined without Hugo. */
export async function compareWithHugo(
  folder: string,
  content: string,
  turns: number,
  say: Say,
): Promise<Comparison | undefined> {
  const version = turns > 0 ? await versionOf("hugo") : undefined;
  if (version === undefined) {
    if (turns > 0) say("no hugo on the PATH: nothing to compare with");
    return undefined;
  }
  const site = join(folder, "hugo");
  say("writing the Hugo site");
  await runStageInChild("hugo-site", content, site);
  const ours: Cost[] = [];
  const hugo: Cost[] = [];
  for (let turn = 0; turn < turns; turn++) {
    say(`turn ${turn + 1} of ${turns}`);
    ours.push((await runStageInChild("render", content, join(folder, `ours-${turn}`))).process);
    hugo.push(await runCommand("hugo", hugoArguments(site, join(folder, `hugo-${turn}`)), folder));
  }
  return { version, ours, hugo, hugoOutput: await measureOutput(join(folder, "hugo-0")) };
}

/** Nothing but the site: no lock file, no copied times; its cache starts empty and lies beside the output. */
export function hugoArguments(source: string, destination: string): string[] {
  return [
    "--source",
    source,
    "--destination",
    destination,
    "--cacheDir",
    `${destination}-cache`,
    "--noBuildLock",
    "--noTimes",
    "--quiet",
  ];
}
