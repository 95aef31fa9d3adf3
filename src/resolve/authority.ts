import { basename, resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import { type Effects, programVersion, sha256 } from "../effects.ts";
import { listening, nearest, problem } from "../messages.ts";
import { FILES } from "../model/authority-schema.ts";
import type { Authority, Entity, Occasion } from "../model/entity.ts";
import { checkAuthority } from "./authority-checks.ts";
import { type AuthorityFile, type Located, parseAuthorityFile } from "./authority-records.ts";

/**
 * Reads the authority files of each folder, the shared ones first: a record of a later folder replaces the
 * earlier one with the same id. Every mistake is reported once, with its place, and costs only itself:
 * a wrong value, a record without a name, a file that is no YAML. The rest is returned.
 */
export async function loadAuthority(
  effects: Effects,
  folders: readonly string[],
  /** File that keeps records without a mistake, which need not be read and checked again while their files are the same. */
  cache?: string,
): Promise<Authority> {
  const distinct = folders.filter(
    (folder, i) => folders.findLastIndex((other) => resolve(other) === resolve(folder)) === i,
  );
  const read: FolderFiles[] = [];
  for (const [i, folder] of distinct.entries()) {
    // The archive's own files are named as its editor knows them; the others by where they are.
    const shown = i === distinct.length - 1 ? basename(folder) : folder;
    read.push(await readFiles(effects, folder, shown));
  }
  const key = cache && sha256(JSON.stringify([await programVersion(), read.map(({ files }) => files)]));
  const kept = cache && readKept(await effects.readFile(cache), key as string);
  if (kept) {
    for (const { problems } of read) for (const message of problems) effects.report(message);
    return kept;
  }
  const { effects: heard, found: problems } = listening(effects);
  const authority = readAuthority(heard, read);
  if (cache !== undefined && problems.length === 0) {
    const { entities, occasions } = authority;
    await effects.writeFile(cache, JSON.stringify({ key, entities: [...entities.values()], occasions }));
  }
  return authority;
}

function readKept(bytes: Buffer | undefined, key: string): Authority | undefined {
  if (bytes === undefined) return undefined;
  try {
    const kept = JSON.parse(bytes.toString()) as { key: string; entities: Entity[]; occasions: Occasion[] };
    if (kept.key !== key) return undefined;
    return { entities: new Map(kept.entities.map((entity) => [entity.id, entity])), occasions: kept.occasions };
  } catch {
    return undefined;
  }
}

/** The files of one folder that records are read from, and what is wrong with the others. */
interface FolderFiles {
  readonly files: readonly AuthorityFile[];
  readonly problems: readonly VFileMessage[];
}

/** The records of each folder's files. */
function readAuthority(effects: Effects, folders: readonly FolderFiles[]): Authority {
  const entities = new Map<string, Located<Entity>>();
  const occasions = new Map<string, Located<Occasion>>();
  for (const { files, problems } of folders) {
    for (const message of problems) effects.report(message);
    const here = new Map<string, Located<Entity | Occasion>>();
    for (const file of files) {
      const parsed = parseAuthorityFile(file);
      for (const message of parsed.problems) effects.report(message);
      for (const record of parsed.entities)
        if (isNew(effects, here, entities, record)) entities.set(record.value.id, record);
      for (const record of parsed.occasions)
        if (isNew(effects, here, occasions, record)) occasions.set(record.value.id, record);
    }
  }
  const checked = checkAuthority(entities);
  for (const message of checked.problems) effects.report(message);
  return { entities: checked.entities, occasions: [...occasions.values()].map((record) => record.value) };
}

/** False, and reported, when the id is taken in the same folder or by another type of record. */
function isNew<T extends Entity | Occasion>(
  effects: Effects,
  here: Map<string, Located<Entity | Occasion>>,
  before: ReadonlyMap<string, Located<T>>,
  record: Located<T>,
): boolean {
  const { id } = record.value;
  const other = here.get(id) ?? before.get(id);
  if (other === undefined || (!here.has(id) && typeOf(other.value) === typeOf(record.value))) {
    here.set(id, record);
    return true;
  }
  effects.report(
    problem({
      file: record.file,
      severity: "fatal",
      rule: "authority:duplicate-id",
      reason: `The id ${id} is already taken by ${other.file}:${other.line} («${labelOf(other.value)}»)`,
      line: record.line,
      column: record.column,
      actual: id,
      note: "Give this record another id, or merge the two; it is left out until then",
    }),
  );
  return false;
}

function typeOf(record: Entity | Occasion): string {
  return "type" in record ? record.type : "occasion";
}

function labelOf(record: Entity | Occasion): string {
  return "type" in record ? record.prefLabel : record.label;
}

async function readFiles(effects: Effects, folder: string, shown: string): Promise<FolderFiles> {
  const files: AuthorityFile[] = [];
  const problems: VFileMessage[] = [];
  for (const path of await effects.listFiles(folder)) {
    if (!/\.ya?ml$/.test(path)) continue;
    const file = `${shown}/${path}`;
    const [name = "", , tooDeep] = path.replace(/\.ya?ml$/, "").split("/");
    const kind = tooDeep === undefined && Object.hasOwn(FILES, name) ? FILES[name as keyof typeof FILES] : undefined;
    if (kind === undefined) {
      problems.push(unknownFile(file, name));
      continue;
    }
    const bytes = await effects.readFile(`${folder}/${path}`);
    if (bytes === undefined) continue;
    const text = decode(bytes);
    if (text === undefined) problems.push(notUtf8(file));
    else files.push({ file, kind, text });
  }
  return { files, problems };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unknownFile(file: string, name: string): VFileMessage {
  const names = Object.keys(FILES);
  const near = names.includes(name) ? undefined : nearest(name, names);
  const hint = names.includes(name)
    ? `Move it into the folder ${name} itself`
    : "Name the file after what it holds, or put it in a folder of that name (places/cities.yaml)";
  return problem({
    file,
    severity: "warning",
    rule: "authority:unknown-file",
    reason: `No records are read from ${file}`,
    actual: name,
    expected: names.map((expected) => `${expected}.yaml`),
    note: near === undefined ? hint : `Did you mean ${near}? ${hint}`,
  });
}

function notUtf8(file: string): VFileMessage {
  return problem({
    file,
    severity: "fatal",
    rule: "authority:not-utf8",
    reason: `${file} is not written in UTF-8`,
    expected: ["UTF-8"],
    note: "Save it again as UTF-8; none of its records is used until then",
  });
}
