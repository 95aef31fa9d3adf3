import { createHash } from "node:crypto";
import type { Archive } from "../model/archive.ts";
import type { SiteTexts } from "./context.ts";

/**
 * Key of all that a site is made from, 32 hexadecimal digits: views are pure, so where it is the same no page can
 * differ. Made of what the data say, not of how they lie in memory: the same archive has the same key in every run.
 */
export function inputsKey({ articles, ...archive }: Archive, { bodies, read: _, hasRaw, ...texts }: SiteTexts): string {
  const hash = createHash("sha512");
  const add = (part: unknown) => hash.update(`${JSON.stringify(part, listed)}\n`);
  // One by one: a copy of the whole archive would not fit.
  const { related, events, authority, ...rest } = archive;
  const { entities, ...others } = authority;
  for (const part of [rest, others, texts, ...events, ...entities]) add(part);
  for (const id of Object.keys(related)) add([id, related[id]]);
  for (const article of articles) add([article.file?.digest ?? article, bodies.get(article.id)?.key, hasRaw(article)]);
  return hash.digest("hex").slice(0, 32);
}

/** Maps and sets as lists, which JSON would leave empty. */
function listed(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
