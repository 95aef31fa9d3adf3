/** What the review page has gathered: the article that is open, the changes to it, and the archive's records. */
import type { OpenArticle } from "./article.ts";
import type { Change } from "./changes.ts";
import type { Records } from "./records.ts";

export const state: { article?: OpenArticle | undefined; changes: readonly Change[]; records?: Records | undefined } = {
  changes: [],
};
