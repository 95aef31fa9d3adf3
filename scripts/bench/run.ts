import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSharedAuthority } from "../evaluate/authority.ts";
import { type Cost, runCommand, runStageInChild, versionOf } from "./child.ts";
import { makeCorpus, namesOf } from "./corpus.ts";
import { measureOutput } from "./output.ts";
import {
  type Comparison,
  INGEST_ONE,
  INGEST_ONE_PLAIN,
  INGEST_PLAIN,
  type SizeFigures,
  type StageFigures,
} from "./report.ts";

/**
 * Every stage at one size, in a temporary folder that is removed afterwards. Sites that are to be written whole go
 * to a folder of their own each: files made where many were just deleted would cost more than they do.
 */
export async function benchSize(articles: number, pairs: number, say: (line: string) => void): Promise<SizeFigures> {
  const folder = await mkdtemp(join(tmpdir(), "sijill-bench-"));
  try {
    const content = join(folder, "content");
    say(`${articles} articles: writing`);
    const changed = await writeCorpus(articles, join(content, "raw"));
    const [one, onePlain, plain] = ["one", "one-plain", "plain"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const archive of [one, onePlain]) await writeCorpus(1, join(archive, "raw"));
    await mkdir(plain);
    await symlink(join(content, "raw"), join(plain, "raw"));
    const stages: StageFigures[] = [];
    const time = async (name: string, stage: string, output: string, archive = content) => {
      say(`${articles} articles: ${name}`);
      const ran = await runStageInChild(stage, archive, join(folder, output));
      stages.push({ name, ...ran.stage });
    };
    await time(INGEST_ONE, "ingest", "a", one);
    await time(INGEST_ONE_PLAIN, "ingest-plain", "a", onePlain);
    await time(INGEST_PLAIN, "ingest-plain", "a", plain);
    await time("ingest", "ingest", "a");
    await time("ingest, nothing changed", "ingest", "a");
    await time("render, bodies not cached", "render", "a");
    await time("render, bodies cached", "render", "b");
    await time("render, nothing changed", "render", "b");
    await appendSentence(changed);
    await time("ingest, one changed", "ingest", "b");
    await time("render, one changed", "render", "b");
    await time("index", "index", "b");
    await time("index, stock Pagefind", "stock-index", "b");
    const output = await measureOutput(join(folder, "a"));
    const hugo = await compareWithHugo(folder, content, pairs, (line) => say(`${articles} articles: ${line}`));
    return { articles, stages, output, ...(hugo && { hugo }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the raw articles; the path of one in the middle comes back. */
async function writeCorpus(articles: number, raw: string): Promise<string> {
  const names = namesOf(await readSharedAuthority());
  const paths: string[] = [];
  for (const { path, text } of makeCorpus(articles, names)) {
    const file = join(raw, path);
    if (paths.length % 1000 === 0) await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    paths.push(file);
  }
  return paths[Math.floor(paths.length / 2)] as string;
}

async function appendSentence(path: string): Promise<void> {
  await writeFile(path, `${await readFile(path, "utf8")}\nوأضيفت هذه الفقرة بعد النشر لتصحيح رقم ورد في الخبر.\n`);
}

/** Rendering with bodies cached against Hugo, in turn, each into a new folder; undefined without Hugo. */
async function compareWithHugo(
  folder: string,
  content: string,
  pairs: number,
  say: (line: string) => void,
): Promise<Comparison | undefined> {
  const version = pairs > 0 ? await versionOf("hugo") : undefined;
  if (version === undefined) {
    if (pairs > 0) say("no hugo on the PATH: nothing to compare with");
    return undefined;
  }
  const site = join(folder, "hugo");
  say("writing the Hugo site");
  await runStageInChild("hugo-site", content, site);
  const ours: Cost[] = [];
  const hugo: Cost[] = [];
  for (let turn = 0; turn < pairs; turn++) {
    say(`turn ${turn + 1} of ${pairs}`);
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
