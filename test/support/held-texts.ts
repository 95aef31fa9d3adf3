import { digest } from "../../src/digest.ts";
import type { Article } from "../../src/model/article.ts";
import type { RenderedBody } from "../../src/site/body.ts";
import type { SiteTexts } from "../../src/site/context.ts";
import type { SearchDocument, SearchSource } from "../../src/site/views/search.ts";

type Held = Omit<SiteTexts, "bodies" | "hasRaw" | "read"> & {
  /** Raw texts by path. */
  readonly raw: ReadonlyMap<string, string>;
  /** By article id; what a body was made from, if it is to be told by that. */
  readonly bodies: ReadonlyMap<string, RenderedBody & { readonly key?: string }>;
};

const NO_BODY: RenderedBody = { html: "", outline: [], lead: "", words: 0 };

/** The texts of an archive whose articles are held whole. */
export function heldTexts({ raw, bodies, ...texts }: Held): SiteTexts {
  const notes = [...bodies].map(
    ([id, body]) => [id, { ...body, key: body.key ?? digest(JSON.stringify(body)) }] as const,
  );
  return {
    ...texts,
    bodies: new Map(notes),
    hasRaw: (article) => raw.has(article.raw.path),
    read: async (article) => ({
      article: article as Article,
      body: bodies.get(article.id) ?? NO_BODY,
      raw: raw.get(article.raw.path),
    }),
  };
}

/** A document that is held whole. */
export function heldDocument(document: SearchDocument): SearchSource {
  return {
    outline: () => ({ key: digest(JSON.stringify(document)), isDated: document.sort.date !== undefined }),
    read: async () => document,
  };
}
