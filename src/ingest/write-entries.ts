import { join } from "node:path";
import type { Event } from "../model/archive.ts";
import type { Store } from "../store.ts";
import { type Relation, withRelation } from "../write/article.ts";
import {
  articlePath,
  formatArticleFile,
  parseArticleFile,
  parseOwnArticleFile,
  withEvent,
} from "../write/article-file.ts";
import { type FileMemory, type Remembered, sameStamp } from "./memory.ts";
import { type Entry, parseFile, type Run } from "./read-entries.ts";

interface Written {
  readonly isWritten: boolean;
  /** Absent when neither the article nor its raw text is there any more. */
  readonly remember?: Remembered["file"];
}

/** Writes article files, each only when it does not stand there as this run would write it. */
export function openArticleFiles(run: Run, memory: Store<FileMemory>) {
  const { effects, content } = run;
  const pathOf = (path: string) => join(content, "articles", path);
  /** Raw file → its articles parsed once more, by path. */
  const again = new Map<string, Promise<ReadonlyMap<string, Entry>>>();
  const parseAgain = ({ file }: Entry) => {
    const running = again.get(file) ?? parseOnce(run, file, memory);
    again.set(file, running);
    return running;
  };

  /** The article file without its relation, from where it is cheapest. */
  async function bytesOf(entry: Entry, isIntact: boolean): Promise<Buffer | undefined> {
    if (entry.bytes !== undefined) return entry.bytes;
    const path = pathOf(articlePath(entry.draft.known.id));
    if (isIntact || entry.isFresh) return effects.readFile(path);
    const parsed = (await parseAgain(entry)).get(entry.draft.path);
    return parsed?.bytes ?? (parsed && effects.readFile(path));
  }

  return {
    async write(entry: Entry, relation: Relation): Promise<Written> {
      const path = articlePath(entry.draft.known.id);
      const key = JSON.stringify(relation);
      const last = entry.isFresh ? undefined : entry.last?.file;
      const isIntact =
        last !== undefined && last.path === path && sameStamp(await effects.stat(pathOf(path)), last.stamp);
      if (isIntact && last.relation === key) return { isWritten: false, remember: last };
      const bytes = await bytesOf(entry, isIntact);
      if (bytes === undefined) return { isWritten: false, ...(last && { remember: last }) };
      const isAsItIs = key === "{}" && !isIntact;
      const isWritten = await effects.writeFile(pathOf(path), isAsItIs ? bytes : related(entry, bytes, path, relation));
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

function related(entry: Entry, bytes: Buffer, path: string, relation: Relation): string | Buffer {
  const { event, ...rest } = relation;
  if (entry.bytes !== undefined && event !== undefined && Object.keys(rest).length === 0)
    return withEvent(bytes, event);
  const text = bytes.toString();
  const article = entry.bytes === undefined ? parseArticleFile(text, path) : parseOwnArticleFile(text);
  return formatArticleFile(withRelation(article, relation));
}

/** Undefined for a file that was damaged: whoever loads it tells. */
function readArticle(bytes: Buffer, path: string) {
  try {
    return parseArticleFile(bytes.toString(), path);
  } catch {
    return undefined;
  }
}
