import { byCodePoint, type Effects } from "../effects.ts";
import { problem } from "../messages.ts";
import type { Merged, Relatable } from "../model/article.ts";
import type { CorrectionFiles } from "./memory.ts";
import { mergeEntries } from "./merge.ts";
import { type FileEntries, reportAll } from "./read-entries.ts";
import type { Entry, Run } from "./run.ts";

/** Which of the articles that were read stand in the archive. */
export interface Settled {
  /** By date, then id. */
  readonly standing: readonly Entry[];
  /** Merged into others by the editor. */
  readonly gone: readonly Entry[];
  readonly copies: readonly Copy[];
  /** Id of a standing article → who was merged into it. */
  readonly into: ReadonlyMap<string, readonly Merged[]>;
}

/** Leaves out copies and what the editor merges, and tells of all that was found so far. */
export function settleEntries({ effects, corrections }: Run, read: ReadonlyMap<string, FileEntries>): Settled {
  const entries = [...read.values()].flatMap((found) => found.entries);
  for (const found of read.values()) reportAll(effects, found.memory.problems);
  const { unique, copies } = withoutCopies(effects, entries);
  const { standing, gone, into, problems } = mergeEntries(unique);
  const sorted = [...standing].sort((a, b) => byDate(a.draft.known, b.draft.known));
  for (const { draft } of [...sorted, ...gone]) reportAll(effects, draft.problems);
  reportAll(effects, problems);
  reportOrphanCorrections(effects, corrections, new Set(unique.map(({ draft }) => draft.known.id)));
  return { standing: sorted, gone, copies, into };
}

type Copy = Entry & { readonly copyOf: string };

/**
 * The same bytes under two paths are one article: the path that has its id stands, else the first one. A copy
 * takes that id over when the other path is gone.
 */
function withoutCopies(effects: Effects, entries: readonly Entry[]): { unique: Entry[]; copies: Copy[] } {
  const standing = new Map<string, Entry>();
  for (const entry of entries) {
    const other = standing.get(entry.draft.sha256);
    if (other === undefined || (entry.isKnown && !other.isKnown)) standing.set(entry.draft.sha256, entry);
  }
  const copies: Copy[] = [];
  for (const entry of entries) {
    const other = standing.get(entry.draft.sha256) as Entry;
    if (other === entry) continue;
    copies.push({ ...entry, copyOf: other.draft.known.id });
    const reason = `The same bytes as raw/${other.draft.path}`;
    effects.report(
      problem({
        file: `raw/${entry.draft.path}`,
        severity: "warning",
        rule: "read:same-file-twice",
        reason,
        note: entry.draft.path.includes("#")
          ? "It is taken once; nothing needs to be done."
          : "It is taken once; delete one of the two files.",
      }),
    );
  }
  return { unique: [...standing.values()], copies };
}

function byDate(a: Relatable, b: Relatable): number {
  const date = ({ fields }: Relatable) =>
    fields.published?.value ?? fields.filed?.value ?? fields.event?.value ?? "9999";
  return byCodePoint(date(a), date(b)) || byCodePoint(a.id, b.id);
}

function reportOrphanCorrections(effects: Effects, corrections: CorrectionFiles, ids: ReadonlySet<string>): void {
  for (const [id, { file }] of corrections) {
    if (ids.has(id)) continue;
    const reason = `No article has the id «${id}»`;
    effects.report(
      problem({
        file,
        severity: "warning",
        rule: "correction:no-article",
        reason,
        note: "Name the file after the article's id, <id>.yaml; it was not applied.",
      }),
    );
  }
}
