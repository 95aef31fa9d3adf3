import { join } from "node:path";
import { loadConfig } from "../config.ts";
import { type Effects, packageRoot, programVersion, sha256 } from "../effects.ts";
import type { Authority } from "../model/entity.ts";
import { type ParseContext, parseContext } from "../parse/context.ts";
import { MODEL_PATH } from "../recognise/recognise.ts";
import { loadAuthority } from "../resolve/authority.ts";
import type { Store } from "../store.ts";
import { authorityFolders } from "../write/load.ts";
import { openTexts, type TextStore } from "../write/texts.ts";
import {
  type FileMemory,
  filesOf,
  type GivenIds,
  openMemory,
  ownersOf,
  readCorrections,
  readGivenIds,
  versionOf,
} from "./memory.ts";
import { recogniserOf } from "./recogniser.ts";
import type { Run } from "./run.ts";
import { openThreads, threadsFor } from "./threads.ts";

/** What an archive's folder holds before a run. */
export interface Inputs {
  /** Raw files, below raw/. */
  readonly paths: readonly string[];
  /** Article files of earlier runs, below articles/. */
  readonly before: readonly string[];
  readonly authority: Authority;
  readonly model: Uint8Array | undefined;
  /** Of all that what an article says hangs on besides its raw file. */
  readonly version: string;
  readonly memory: Store<FileMemory>;
}

export async function readInputs(effects: Effects, content: string): Promise<Inputs> {
  const config = await loadConfig(effects, content);
  const paths = await effects.listFiles(join(content, "raw"));
  const folders = authorityFolders(content, config.sharedAuthority);
  const keptRecords = paths.length > 0 ? join(content, ".sijill", "authority.json") : undefined;
  const authority = await loadAuthority(effects, folders, keptRecords);
  const model = await effects.readFile(join(packageRoot(), MODEL_PATH));
  const version = versionOf(
    await programVersion(),
    sha256(model ?? ""),
    JSON.stringify([...authority.entities]),
    JSON.stringify(authority.occasions),
  );
  const memory = await openMemory(effects, content, version);
  const before = (await effects.listFiles(join(content, "articles"))).filter((path) => path.endsWith(".md"));
  return { paths, before, authority, model, version, memory };
}

/** A large crawl has more. */
const MOST_HELD = 128 * 1024 * 1024;

/** What raw files are read with; the options are those of `ingest`. Nothing is learned yet. */
export async function openRun(
  effects: Effects,
  content: string,
  { paths, before, authority, model, memory }: Inputs,
  { workers, mostHeld = MOST_HELD }: { readonly workers?: number; readonly mostHeld?: number },
): Promise<Run> {
  // What a file could not be read for in the last run either keeps its articles by the ids in their files.
  const isOpen = (path: string) => memory.get(path)?.problems.some(({ severity }) => severity === "fatal") ?? true;
  const given: GivenIds = paths.some(isOpen)
    ? await readGivenIds(effects, join(content, "articles"), before)
    : { byPath: new Map(), byHash: new Map() };
  const corrections = await readCorrections(effects, content);
  const texts = oneByOne(await openTexts(effects, content));
  const owners = ownersOf(paths, memory, given);
  let made: ParseContext | undefined;
  const context = () => {
    made ??= parseContext(authority, model && recogniserOf(model));
    return made;
  };
  const most = workers ?? (await threadsFor(effects, content, paths, memory));
  const threads = openThreads(most, { authority, ...(model && { model }) });
  return {
    effects,
    content,
    authority,
    context,
    corrections,
    correctedFiles: filesOf(corrections, owners),
    given,
    owners,
    texts,
    held: { most: mostHeld, bytes: 0, written: new Map() },
    learned: new Map(),
    ...(threads && { threads }),
  };
}

/** A shelf takes one text after the other; the files of several may be read at once. */
function oneByOne(texts: TextStore): TextStore {
  let last: Promise<unknown> = Promise.resolve();
  const put = (key: string, text: string) => {
    const next = last.then(() => texts.put(key, text));
    last = next.catch(() => {});
    return next;
  };
  return { ...texts, put };
}
