import { join } from "node:path";
import { writeToDisk } from "../effects.ts";
import type { Event } from "../model/archive.ts";
import type { Store } from "../store.ts";
import { type Relation, withRelation } from "../write/article.ts";
import { articlePath, parseArticleFile } from "../write/article-file.ts";
import { formatArticleFile } from "../write/article-text.ts";
import { type FileMemory, type Remembered, sameStamp } from "./memory.ts";
import { parseFile } from "./read-entries.ts";
import type { Entry, Run } from "./run.ts";
import { type ArticleFile, factsOf, writeArticleFile } from "./write-article-file.ts";

interface Written {
  readonly isWritten: boolean;
  /** Absent when neither the article nor its raw text is there any more. */
  readonly remember?: Remembered["file"];
}

/** Writes article files, each only when it does not stand there as this run would write it. */
export function openArticleFiles(run: Run, memory: Store<FileMemory>) {
  const { effects, content, held } = run;
  const pathOf = (path: string) => join(content, "articles", path);
  /** Raw file → its articles parsed once more, by path. */
  const again = new Map<string, Promise<ReadonlyMap<string, Entry>>>();
  const parseAgain = ({ file }: Entry) => {
    const running = again.get(file) ?? parseOnce(run, file, memory);
    again.set(file, running);
    return running;
  };

  const threads = writeToDisk(effects) ? run.threads : undefined;
  const writeParts = (file: ArticleFile) => threads?.write(file) ?? writeArticleFile(effects, file);

  return {
    async write(entry: Entry, relation: Relation): Promise<Written> {
      const { id } = entry.draft.known;
      const path = articlePath(id);
      const key = JSON.stringify(relation);
      const last = entry.isFresh ? undefined : entry.last?.file;
      const isIntact =
        last !== undefined && last.path === path && sameStamp(await effects.stat(pathOf(path)), last.stamp);
      if (isIntact && last.relation === key) return { isWritten: false, remember: last };
      const nothing = { isWritten: false, ...(last && { remember: last }) };
      const isThere = isIntact || entry.isFresh;
      const own = entry.facts !== undefined || isThere ? entry : (await parseAgain(entry)).get(entry.draft.path);
      if (own === undefined) return nothing;
      if (own.facts !== undefined) {
        const { isWritten, stamp } = await writeParts({ path: pathOf(path), id, facts: own.facts, relation });
        return { isWritten, ...(stamp && { remember: { path, stamp, relation: key } }) };
      }
      const bytes = await effects.readFile(pathOf(path));
      if (bytes === undefined) return nothing;
      const wasWritten = held.written.get(path);
      if (wasWritten !== undefined) {
        const { isWritten, stamp } = await writeParts({ path: pathOf(path), id, facts: factsOf(bytes, id), relation });
        return { isWritten: isWritten || wasWritten, ...(stamp && { remember: { path, stamp, relation: key } }) };
      }
      const isAsItIs = key === "{}" && !isIntact;
      const isWritten = await effects.writeFile(pathOf(path), isAsItIs ? bytes : related(bytes, path, relation));
      const stamp = await effects.stat(pathOf(path));
      return { isWritten, ...(stamp && { remember: { path, stamp, relation: key } }) };
    },

    /**
     * Article files of earlier runs whose raw files cannot be read now: they stay, and leave an event that no longer
     * counts them. The number of files written comes back.
     */
    async leaveEvents(paths: readonly string[], events: readonly Event[]): Promise<number> {
      const members = new Map(events.map(({ id, articles }) => [id, new Set(articles)]));
      let written = 0;
      for (const path of paths) {
        const bytes = await effects.readFile(pathOf(path));
        const article = bytes && readArticle(bytes, path);
        if (article?.event === undefined || members.get(article.event)?.has(article.id)) continue;
        const { merged } = article;
        const text = formatArticleFile(withRelation(article, merged ? { merged } : {}));
        if (await effects.writeFile(pathOf(path), text)) written++;
      }
      return written;
    },
  };
}

async function parseOnce(run: Run, file: string, memory: Store<FileMemory>): Promise<ReadonlyMap<string, Entry>> {
  const stamp = await run.effects.stat(join(run.content, "raw", file));
  if (stamp === undefined) return new Map();
  const before = new Map(memory.get(file)?.items.map((item) => [item.path, item]));
  const { entries } = await parseFile(run, file, stamp, before);
  return new Map(entries.map((entry) => [entry.draft.path, entry]));
}

/** A file that is read back from the disk, with other relations. */
function related(bytes: Buffer, path: string, relation: Relation): string {
  return formatArticleFile(withRelation(parseArticleFile(bytes.toString(), path), relation));
}

/** Undefined for a file that was damaged: whoever loads it tells. */
function readArticle(bytes: Buffer, path: string) {
  try {
    return parseArticleFile(bytes.toString(), path);
  } catch {
    return undefined;
  }
}
