import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { Archive } from "../model/archive.ts";
import type { SiteTexts } from "./context.ts";

/**
 * Key of all that a site is made from: views are pure, so where it is the same no page can differ. A string that lies
 * otherwise in memory may give another key, never another content the same one.
 */
export function inputsKey({ articles, ...archive }: Archive, { raw, bodies, ...texts }: SiteTexts): string {
  const hash = createHash("sha512");
  // One by one: a copy of the whole archive would not fit.
  for (const part of [archive, texts, ...articles]) hash.update(serialize(part));
  for (const part of raw) hash.update(serialize(part));
  for (const part of bodies) hash.update(serialize(part));
  return hash.digest("hex").slice(0, 32);
}
