import type { Effects, FileStamp } from "../effects.ts";
import type { Relation } from "../write/article.ts";
import { openingOf, relateFacts } from "../write/article-text.ts";

/** An article file to be written: its parts, to be put together by whoever writes it. */
export interface ArticleFile {
  readonly path: string;
  readonly id: string;
  /** As `formatFacts` gave them for an article without relations, in UTF-8. */
  readonly facts: Uint8Array;
  readonly relation: Relation;
}

export interface WrittenFile {
  /** False when the file stood there as it is. */
  readonly isWritten: boolean;
  readonly stamp: FileStamp | undefined;
}

export async function writeArticleFile(
  effects: Pick<Effects, "writeFile" | "stat">,
  { path, id, facts, relation }: ArticleFile,
): Promise<WrittenFile> {
  const isWritten = await effects.writeFile(path, bytesOf(id, facts, relation));
  return { isWritten, stamp: await effects.stat(path) };
}

function bytesOf(id: string, facts: Uint8Array, relation: Relation): Buffer {
  const opening = Buffer.from(openingOf(id));
  if (Object.keys(relation).length === 0) return Buffer.concat([opening, facts]);
  const own = Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength);
  return Buffer.concat([opening, ...relateFacts(own, relation)]);
}

/** The facts of a file that was written without relations. */
export function factsOf(file: Buffer, id: string): Uint8Array {
  return file.subarray(Buffer.byteLength(openingOf(id)));
}
