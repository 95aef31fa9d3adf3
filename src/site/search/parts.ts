/** Which articles are indexed together. */
import { digest } from "../../digest.ts";
import type { SearchSource } from "../views/search.ts";

/**
 * Articles of one shard: what is read again when one of them changes. Shards are filled from the oldest article on, so
 * that new ones touch the last shard only; articles without a date, which are none of the newest, have shards of their
 * own.
 */
const SHARD = 2500;
/** Shards of one volume, which the browser asks at once: a word then costs one request in 10,000 articles. */
const VOLUME = 4;

/** The articles of a shard. */
export interface Part {
  readonly key: string;
  readonly documents: readonly SearchSource[];
}

/** Documents as the parts of volumes, oldest first; those without a date are with the oldest. */
export function groupParts(documents: readonly SearchSource[], version: string): Part[][] {
  const keyed = documents.map((document) => ({ document, ...document.outline() }));
  const partsOf = (some: typeof keyed) =>
    Array.from({ length: Math.ceil(some.length / SHARD) }, (_, index): Part => {
      const own = some.slice(index * SHARD, (index + 1) * SHARD);
      return {
        key: digest([version, ...own.map(({ key }) => key)].join("\n")),
        documents: own.map(({ document }) => document),
      };
    });
  const dated = partsOf(keyed.filter(({ isDated }) => isDated));
  const undated = partsOf(keyed.filter(({ isDated }) => !isDated));
  const [oldest = [], ...newer] = inGroups(dated);
  // A volume takes a few shards more, where a request is saved; many make volumes of their own.
  const groups =
    undated.length < VOLUME ? [[...undated, ...oldest], ...newer] : [...inGroups(undated), oldest, ...newer];
  return groups.filter((parts) => parts.length > 0);
}

const inGroups = (parts: readonly Part[]) =>
  Array.from({ length: Math.ceil(parts.length / VOLUME) }, (_, index) =>
    parts.slice(index * VOLUME, (index + 1) * VOLUME),
  );
