import type { Problem } from "../messages.ts";
import type { Merged } from "../model/article.ts";
import type { Entry } from "./run.ts";

export interface MergedEntries {
  /** Articles of their own. */
  readonly standing: readonly Entry[];
  /** Articles an editor held to be another one's. */
  readonly gone: readonly Entry[];
  /** Id of a standing article → who was merged into it. */
  readonly into: ReadonlyMap<string, readonly Merged[]>;
  readonly problems: readonly Problem[];
}

/**
 * Articles by the editor's word `merge`. A chain leads to its last article; one that leads nowhere or back to itself
 * is reported and stays an article.
 */
export function mergeEntries(entries: readonly Entry[]): MergedEntries {
  const byId = new Map(entries.map((entry) => [entry.draft.known.id, entry]));
  const problems: Problem[] = [];
  const gone: Entry[] = [];
  const into = new Map<string, Merged[]>();
  for (const entry of entries) {
    const { known, merge, path, sha256 } = entry.draft;
    if (merge === undefined) continue;
    const target = endOf(known.id, byId);
    if (target === known.id) {
      problems.push(leadsNowhere(entry, byId.has(merge.value)));
      continue;
    }
    gone.push(entry);
    const merged: Merged = { id: known.id, raw: { path, sha256 } };
    into.set(target, [...(into.get(target) ?? []), merged]);
  }
  const isGone = new Set(gone);
  return { standing: entries.filter((entry) => !isGone.has(entry)), gone, into, problems };
}

/** Id of the article that the way of merges from `id` on ends at: the first that stands by itself. */
function endOf(id: string, byId: ReadonlyMap<string, Entry>): string {
  const nextOf = (from: string) => byId.get(from)?.draft.merge?.value;
  const isInCircle = (from: string) => {
    const seen = new Set<string>();
    for (let at = nextOf(from); at !== undefined && !seen.has(at); at = nextOf(at)) {
      if (at === from) return true;
      seen.add(at);
    }
    return false;
  };
  let at = id;
  for (let next = nextOf(at); next !== undefined && byId.has(next) && !isInCircle(at); next = nextOf(at)) at = next;
  return at;
}

function leadsNowhere({ draft }: Entry, isThere: boolean): Problem {
  const { value, line, column } = draft.merge as NonNullable<Entry["draft"]["merge"]>;
  return {
    file: `corrections/${draft.known.id}.yaml`,
    severity: "fatal",
    line,
    column,
    rule: "correction:wrong-merge",
    reason:
      value === draft.known.id
        ? "An article cannot be merged into itself"
        : isThere
          ? `${draft.known.id} cannot be merged into «${value}», which is itself merged into it, at once or by way of others`
          : `No article has the id «${value}»`,
    actual: value,
    note:
      isThere && value !== draft.known.id
        ? "The article stays by itself. Take merge: out of the correction of the one that is to stay."
        : "The article stays by itself.",
  };
}
