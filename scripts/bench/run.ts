import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSharedAuthority } from "../evaluate/authority.ts";
import { runStageInChild } from "./child.ts";
import { makeCorpus, namesOf } from "./corpus.ts";
import { measureOutput } from "./output.ts";
import { INGEST_ONE, INGEST_ONE_PLAIN, INGEST_PLAIN, type SizeFigures, type StageFigures } from "./report.ts";
import { compareIngest, compareWithHugo } from "./turns.ts";

/**
 * Every stage at one size, in a temporary folder that is removed afterwards. Sites that are to be written whole go
 * to a folder of their own each: files made where many were just deleted would cost more than they do.
 */
export async function benchSize(
  articles: number,
  turns: { readonly ingest: number; readonly hugo: number },
  say: (line: string) => void,
): Promise<SizeFigures> {
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
    const ingest = await compareIngest(folder, join(content, "raw"), turns.ingest, (line) =>
      say(`${articles} articles: ${line}`),
    );
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
    const hugo = await compareWithHugo(folder, content, turns.hugo, (line) => say(`${articles} articles: ${line}`));
    return { articles, stages, output, ...(ingest && { turns: ingest }), ...(hugo && { hugo }) };
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
