/** A worker thread's task (tinypool): parses raw articles. The authority files and the model come with the worker. */
import Tinypool from "tinypool";
import type { RawArticle } from "../model/article.ts";
import type { Authority } from "../model/entity.ts";
import { type ParseContext, type Parsed, parseContext, parseText } from "../parse.ts";
import { recogniserOf } from "./recogniser.ts";

export interface ParserData {
  readonly authority: Authority;
  readonly model?: Uint8Array;
}

let context: ParseContext | undefined;

// tinypool calls the default export.
// biome-ignore lint/style/noDefaultExport: the pool's contract
export default function parseBatch(articles: readonly RawArticle[]): Parsed[] {
  if (context === undefined) {
    const { authority, model } = Tinypool.workerData as ParserData;
    context = parseContext(authority, model && recogniserOf(model));
  }
  const own = context;
  return articles.map((raw) => parseText(raw, own));
}
