/** Several shards as the browser asks them: postings of all in common files, each small enough for one word. */
import { byCodePoint } from "../../effects.ts";
import { formatLength, NAMING_KINDS, type Naming, separate } from "../browser/search/postings-format.ts";
import type { SearchTables, SearchVolume } from "../views/search.ts";
import { makeBytes } from "./bytes.ts";
import type { IndexFile, ShardEntry, ShardRest } from "./make-shard.ts";
import type { KeyNamings } from "./namings.ts";
import { packBytes, packText } from "./pack.ts";
import type { KeyPostings } from "./shard-postings.ts";
import { formatVocabulary, makeTables } from "./tables.ts";

/** Bytes of a file of postings, unpacked, after which the next one begins. */
const FILE_SIZE = 36_000;

export interface PostingFiles {
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  /** For every file what sorts after the keys of the one before and not after its own. */
  readonly openings: readonly string[];
}

/** Merges the postings of shards and the names of records, whose keys are in order; shard n has the bit 2 ** n. */
export function makePostingFiles(
  shards: readonly (readonly KeyPostings[])[],
  names: readonly KeyNamings[] = [],
  size = FILE_SIZE,
): PostingFiles {
  const files: { path: string; content: Uint8Array }[] = [];
  const openings: string[] = [];
  let bytes = makeBytes();
  let before = "";
  const close = () => {
    if (bytes.length() === 0) return;
    files.push({ path: `${files.length}.gz`, content: packBytes(bytes.take()) });
    bytes = makeBytes();
  };
  for (const { key, parts, namings } of mergeKeys(shards, names)) {
    if (bytes.length() === 0) openings.push(separate(before, key));
    writeEntry(bytes, bytes.length() === 0 ? "" : before, { key, parts, namings });
    before = key;
    if (bytes.length() >= size) close();
  }
  close();
  return { files, openings };
}

interface Part {
  readonly shard: number;
  readonly forms: KeyPostings["forms"];
}

interface Merged {
  readonly key: string;
  readonly parts: readonly Part[];
  readonly namings: readonly Naming[];
}

/** The keys of all lists, each once. */
function* mergeKeys(
  shards: readonly (readonly KeyPostings[])[],
  names: readonly KeyNamings[],
): Generator<Merged, void, undefined> {
  const at = shards.map(() => 0);
  let atName = 0;
  for (;;) {
    let least: string | undefined = names[atName]?.key;
    for (const [shard, list] of shards.entries()) {
      const key = list[at[shard] as number]?.key;
      if (key !== undefined && (least === undefined || key < least)) least = key;
    }
    if (least === undefined) return;
    const parts: Part[] = [];
    for (const [shard, list] of shards.entries()) {
      const next = list[at[shard] as number];
      if (next?.key !== least) continue;
      parts.push({ shard, forms: next.forms });
      at[shard] = (at[shard] as number) + 1;
    }
    const named = names[atName];
    const isNamed = named?.key === least;
    if (isNamed) atName++;
    yield { key: least, parts, namings: isNamed ? named.namings : [] };
  }
}

function writeEntry(bytes: ReturnType<typeof makeBytes>, before: string, { key, parts, namings }: Merged): void {
  let shared = 0;
  while (shared < key.length && key[shared] === before[shared]) shared++;
  // Half a character is none in UTF-8.
  if (/[\uD800-\uDBFF]/.test(key[shared - 1] ?? "")) shared--;
  bytes.number(shared);
  bytes.text(key.slice(shared));
  const entry = makeBytes();
  writeNamings(entry, namings);
  const forms = [...new Set(parts.flatMap((part) => part.forms.map(({ form }) => form)))].sort((a, b) => a - b);
  entry.number(forms.length);
  for (const form of forms) {
    const held = parts.flatMap(({ shard, forms }) => {
      const found = forms.find((one) => one.form === form);
      return found ? [{ shard, ...found }] : [];
    });
    entry.number(form);
    entry.number(held.reduce((bits, { shard }) => bits + 2 ** shard, 0));
    for (const { pages, bytes } of held) {
      entry.number(pages);
      entry.raw(bytes);
    }
  }
  bytes.number(entry.length());
  bytes.raw(entry.take());
}

function writeNamings(bytes: ReturnType<typeof makeBytes>, namings: readonly Naming[]): void {
  bytes.number(namings.length);
  let before = 0;
  for (const { record, kind, size, spelling, pages } of namings) {
    bytes.number(record - before);
    bytes.number(size * NAMING_KINDS.length + NAMING_KINDS.indexOf(kind));
    bytes.number(spelling);
    bytes.number(pages);
    before = record;
  }
}

/** What a build remembers of a volume. */
export interface VolumeEntry extends SearchVolume {
  readonly key: string;
  /** Below the output folder. */
  readonly files: readonly string[];
}

/** Bytes of the filters that every search reads, packed; larger ones are read when they are asked for. */
const COMMON_SIZE = 40_000;
const NAME = 10;

/** The files that shards have in common; those of the newest volume tell the names of records as well. */
export function makeVolume(
  shards: readonly { readonly entry: ShardEntry; readonly rest: ShardRest }[],
  key: string,
  namingsOf: (pages: ShardRest["pages"]) => readonly KeyNamings[] = () => [],
): { readonly entry: Omit<VolumeEntry, "files">; readonly files: readonly IndexFile[] } {
  const folder = key.slice(0, NAME);
  const pages = shards.flatMap(({ rest }) => rest.pages);
  const { files, openings } = makePostingFiles(
    shards.map(({ rest }) => rest.postings),
    namingsOf(pages),
  );
  const { dates, filters } = makeTables(pages);
  const packed = Object.entries(filters)
    .map(([name, column]) => ({ name, column, content: packText(JSON.stringify(column)) }))
    .sort((a, b) => a.content.length - b.content.length || byCodePoint(a.name, b.name));
  let size = 0;
  const own = packed.filter(({ content }) => {
    size += content.length;
    return size > COMMON_SIZE;
  });
  const names = own.map(({ name }) => name).sort(byCodePoint);
  const common: SearchTables = {
    dates,
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name))),
  };
  const counts = new Map<string, number>();
  for (const { rest } of shards)
    for (const [word, count] of rest.spellings) counts.set(word, (counts.get(word) ?? 0) + count);
  const known = shards.filter(({ entry }) => entry.from !== "");
  return {
    entry: {
      key,
      folder,
      pages: pages.length,
      from: known[0]?.entry.from ?? "",
      to: known.at(-1)?.entry.to ?? "",
      shards: shards.map(({ entry }) => ({ folder: entry.folder, pages: entry.pages })),
      lengths: pages.map(({ words }) => formatLength(words)).join(""),
      openings,
      filters: names,
    },
    files: [
      ...files.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
      { path: `${folder}/pages.gz`, content: packText(JSON.stringify(common)) },
      { path: `${folder}/words.gz`, content: packText(formatVocabulary(counts)) },
      ...own.map(({ name, content }) => ({ path: `${folder}/filter-${name}.gz`, content })),
    ],
  };
}
