import { sha256 } from "../effects.ts";
import type { MediaType, Notice, ReadArticle, Reading } from "./types.ts";

/** Of problems of one kind in one file, this many are told one by one; the rest are counted. */
const MOST_TOLD = 5;

export interface FileContext {
  /** Path below content/raw. */
  readonly path: string;
  readonly mediaType: MediaType;
}

/** A problem of the file, told with its name. */
export function problemOf(path: string, notice: Notice): Reading {
  return { problem: { file: `raw/${path}`, ...notice } };
}

/** Gives every article of a file its own stable path and keeps count of what is told. */
export function openItems({ path, mediaType }: FileContext) {
  const used = new Map<string, number>();
  const told = new Map<string, { count: number; last: Notice }>();
  return {
    /** The article with its path; a second one under the same id gets `~2` and a warning. */
    *article(
      id: string,
      line: number | undefined,
      read: Omit<ReadArticle, "path" | "file" | "item" | "mediaType">,
    ): Generator<Reading> {
      const count = (used.get(id) ?? 0) + 1;
      used.set(id, count);
      const item = count === 1 ? id : `${id}~${count}`;
      if (count > 1) {
        yield* this.notice({
          severity: "warning",
          rule: "read:same-id",
          reason: `The id «${id}» stands ${count === 2 ? "a second time" : `${count} times`}`,
          ...(line !== undefined && { line }),
          note: `This article is called «${item}»; give it an id of its own.`,
        });
      }
      yield { article: { path: `${path}#${item}`, file: path, item, mediaType, ...read } };
    },
    /** A problem, unless its kind has been told often enough. */
    *notice(notice: Notice): Generator<Reading> {
      const known = told.get(notice.rule);
      const count = (known?.count ?? 0) + 1;
      told.set(notice.rule, { count, last: notice });
      if (count <= MOST_TOLD) yield problemOf(path, notice);
    },
    /** At the end: how many more there were of each kind. */
    *close(): Generator<Reading> {
      for (const [rule, { count, last }] of told) {
        if (count <= MOST_TOLD) continue;
        yield problemOf(path, {
          severity: last.severity,
          rule,
          reason: `${count - MOST_TOLD} more of the same; the last: ${last.reason}`,
          ...(last.line !== undefined && { line: last.line }),
        });
      }
    },
  };
}

export type Items = ReturnType<typeof openItems>;

/** What a file calls an article, when it is short and plain; else sixteen digits of its hash. */
export function itemId(name: string | undefined, source: string | Uint8Array): string {
  const plain = name?.trim() ?? "";
  return plain !== "" && plain.length <= 200 && !/[\s\p{C}]/u.test(plain)
    ? plain
    : sha256(plain === "" ? source : plain).slice(0, 16);
}
