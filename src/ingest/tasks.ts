import type { LearnedFurniture } from "../furniture.ts";
import type { Problem } from "../messages.ts";
import type { RawArticle } from "../model/article.ts";
import type { Authority } from "../model/entity.ts";
import type { Prepared, Word } from "./prepare.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly authority: Authority;
  readonly model?: Uint8Array;
}

/** A raw file to be read; `wanted`: paths of the articles that are to be prepared, all of them when absent. */
export interface FileTask {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly learned: LearnedFurniture;
  readonly wanted?: ReadonlySet<string>;
}

export interface ArticleTask {
  readonly raw: RawArticle;
  readonly word?: Word;
  readonly learned: LearnedFurniture;
}

/** What a thread found in a file; of plain text, which is not kept, without the text. */
export type FoundThere =
  | { readonly problem: Problem }
  | (Pick<RawArticle, "path" | "sha256" | "mediaType"> & { readonly text?: string; readonly prepared?: Prepared });
