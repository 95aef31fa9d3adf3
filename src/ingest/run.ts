import type { Effects } from "../effects.ts";
import type { LearnedFurniture } from "../furniture.ts";
import type { Authority } from "../model/entity.ts";
import type { ParseContext } from "../parse/context.ts";
import type { TextStore } from "../write/texts.ts";
import type { CorrectionFiles, GivenIds, Owners, Remembered } from "./memory.ts";
import type { Threads } from "./threads.ts";

/** One article in this run: remembered from the last one, or parsed anew. */
export interface Entry {
  /** The raw file it is in. */
  readonly file: string;
  readonly last?: Remembered;
  /** Parsed in this run. */
  readonly isFresh: boolean;
  /** Its article file behind the id, without what other articles say of it; absent when not parsed, or written already to save memory. */
  readonly facts?: Uint8Array;
  readonly draft: Omit<Remembered, "file" | "copyOf">;
  /** True when its id was given in an earlier run. */
  readonly isKnown: boolean;
}

/** What every raw file is read with. */
export interface Run {
  readonly effects: Effects;
  readonly content: string;
  readonly authority: Authority;
  /** Made when it is first asked for: threads have their own. */
  readonly context: () => ParseContext;
  /** Absent: everything is done here. */
  readonly threads?: Threads;
  readonly corrections: CorrectionFiles;
  /** Raw files that hold an article with a correction, as far as is known before they are read. */
  readonly correctedFiles: ReadonlySet<string>;
  readonly given: GivenIds;
  readonly owners: Owners;
  readonly texts: TextStore;
  /** Lines that recur in each source; empty until all articles are known. */
  readonly learned: LearnedFurniture;
  /** Article files that wait in memory for their relations, in bytes, of `most` at once; and the paths of those that do so on the disk, with whether they were written anew. */
  readonly held: { readonly most: number; bytes: number; readonly written: Map<string, boolean> };
}
