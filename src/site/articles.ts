import { digest } from "../digest.ts";
import type { Effects } from "../effects.ts";
import type { Archive } from "../model/archive.ts";
import type { Article, ListedArticle } from "../model/article.ts";
import { readWhole } from "../write/load.ts";
import { openArticleTexts } from "../write/texts.ts";
import { loadBodies } from "./body-cache.ts";
import type { SiteTexts, WholeArticle } from "./context.ts";
import { mentionsOf, mentionUrls } from "./mentions.ts";
import { makeUrls } from "./urls.ts";

/** Articles kept from when their bodies are rendered until their pages are made, some 30 kB each; others are read again. */
const KEPT = 1000;

const NO_BODY: WholeArticle["body"] = { html: "", outline: [], lead: "", words: 0 };

/** What the site shows of the articles beside what is listed of them: each article is read when it is asked for. */
export async function openArticles(
  effects: Effects,
  { articles, authority, config }: Archive,
  { content, caches, version }: { readonly content: string; readonly caches: string; readonly version: string },
): Promise<Pick<SiteTexts, "bodies" | "hasRaw" | "read">> {
  const urls = makeUrls(config.baseUrl);
  const raw = await openArticleTexts(effects, content, articles);
  const kept = new Map<string, Article>();
  const readOnce = async (article: ListedArticle): Promise<Article> => {
    const whole = kept.get(article.id) ?? (await readWhole(effects, content, article));
    kept.delete(article.id);
    return whole;
  };
  const wanted = articles.map((article) => ({
    id: article.id,
    from: digest(JSON.stringify([article.file?.digest, mentionUrls(article, authority, urls)])),
    source: async () => {
      const whole = await readWhole(effects, content, article);
      if (kept.size < KEPT) kept.set(article.id, whole);
      return { markdown: whole.body, mentions: mentionsOf(whole, authority, urls) };
    },
  }));
  const bodies = await loadBodies(effects, wanted, { caches, version });
  return {
    bodies: bodies.notes,
    hasRaw: (article) => raw.has(article.raw),
    read: async (article: ListedArticle) => ({
      article: await readOnce(article),
      body: (await bodies.read(article.id)) ?? NO_BODY,
      raw: await raw.get(article.raw),
    }),
  };
}
