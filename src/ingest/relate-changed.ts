import { join } from "node:path";
import { sha256 } from "../effects.ts";
import type { Event } from "../model/archive.ts";
import { type Learned, relate } from "../relate/relate.ts";
import type { Store } from "../store.ts";
import { formatArchiveFile } from "../write/archive-file.ts";
import type { Relation } from "../write/article.ts";
import { loadRelations } from "../write/load.ts";
import { versionOf } from "./memory.ts";
import type { Entry, Run } from "./run.ts";

/** What articles learned from one another. */
export interface Related {
  readonly relationOf: (id: string) => Learned;
  readonly events: readonly Event[];
  /** Gives the number of files written. */
  writeRelations(): Promise<number>;
}

/**
 * Relations across documents, worked out anew and to be written to archive.json unless neither the articles nor that
 * file changed since the last run.
 */
export async function relateChanged(
  { effects, content }: Run,
  entries: readonly Entry[],
  settled: Store<string>,
): Promise<Related> {
  const file = join(content, "archive.json");
  const members = versionOf(...entries.map(({ draft }) => draft.known.id));
  const keyOf = async () => `${members} ${sha256((await effects.readFile(file)) ?? "")}`;
  const isSame =
    entries.every(({ isFresh, last }) => !isFresh && last !== undefined && last.file.path !== "") &&
    settled.get("key") === (await keyOf());
  if (isSame) {
    const remembered = new Map(
      entries.map(({ draft, last }) => {
        const { merged: _merged, ...learned } = JSON.parse(last?.file.relation ?? "{}") as Relation;
        return [draft.known.id, learned];
      }),
    );
    const { events } = await loadRelations(effects, content);
    return { relationOf: (id) => remembered.get(id) ?? {}, events, writeRelations: async () => 0 };
  }
  const before = await loadRelations(effects, content);
  const { events, relationOf, relations } = relate(
    entries.map(({ draft }) => draft.known),
    before,
  );
  const writeRelations = async () => {
    const isWritten = await effects.writeFile(file, formatArchiveFile(relations()));
    settled.set("key", await keyOf());
    return isWritten ? 1 : 0;
  };
  return { relationOf, events, writeRelations };
}
