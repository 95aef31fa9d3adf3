import { fold } from "../normalize.ts";

/** A set of words written as a person reads them, kept in the folded form look-ups use. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ").map(fold)));
}

/** The same, each word with and without the article. */
export function withArticle(list: string): ReadonlySet<string> {
  return wordSet(list, list.replace(/\S+/g, "ال$&"));
}
