import { join } from "node:path";
import { fold } from "../../src/arabic/normalize.ts";
import type { Effects } from "../../src/effects.ts";

export interface NewSource {
  /** Kebab case; the name of the declaration's file, of the record and of the fixture. */
  readonly id: string;
  /** Arabic name. */
  readonly name: string;
  /** What its datelines are signed with. */
  readonly sign: string;
}

const INDEX = "src/sources/index.ts";
const AUTHORITY = "content/authority/sources.yaml";

/** Writes a new source's files below `root` and says which; refuses, with nothing written, what is there already. */
export async function makeSource(
  effects: Pick<Effects, "readFile" | "writeFile">,
  root: string,
  source: NewSource,
): Promise<{ written: string[] } | { mistake: string }> {
  const { id, name, sign } = source;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return { mistake: `«${id}» is no id: lower-case Latin letters and digits, joined by hyphens, e.g. rih-news` };
  for (const [option, words] of Object.entries({ name, sign }))
    if (!/\p{L}/u.test(words) || /[\n"\\`]/.test(words))
      return { mistake: `--${option} «${words}» is no name: one line with letters and without quotation marks` };
  const read = async (path: string) => (await effects.readFile(join(root, path)))?.toString();
  const declaration = `src/sources/${id}.ts`;
  if ((await read(declaration)) !== undefined) return { mistake: `${declaration} is there already` };
  const index = withLayout((await read(INDEX)) ?? "", source);
  if (index === undefined) return { mistake: `${INDEX} does not end its list in ...generic; add ${id} there by hand` };
  const records = (await read(AUTHORITY)) ?? "";
  const files: [path: string, text: string][] = [
    [declaration, formatDeclaration(source)],
    [INDEX, index],
    [`test/fixtures/archives/${id}/raw/example.txt`, formatExample(source)],
    [`test/fixtures/archives/${id}/expected/problems.txt`, ""],
  ];
  if (!new RegExp(`^${id}:`, "m").test(records)) files.push([AUTHORITY, `${records}${formatRecord(source)}`]);
  for (const [path, text] of files) await effects.writeFile(join(root, path), text);
  return { written: files.map(([path]) => path) };
}

/** The list of layouts with the new one before the generic ones; undefined where it is not as it was written. */
function withLayout(index: string, { id }: NewSource): string | undefined {
  const variable = camelCase(id);
  if (!/, \.\.\.generic\];$/m.test(index) && !/^ {2}\.\.\.generic,$/m.test(index)) return undefined;
  const imports = [...index.matchAll(/^import .*$/gm)].map(([line]) => line);
  const added = `import { ${variable} } from "./${id}.ts";`;
  const after = imports.filter((line) => fileOf(line) < fileOf(added)).at(-1);
  const withImport = after === undefined ? `${added}\n${index}` : index.replace(after, `${after}\n${added}`);
  return withImport
    .replace(/, \.\.\.generic\];$/m, `, ${variable}, ...generic];`)
    .replace(/^ {2}\.\.\.generic,$/m, `  ${variable},\n  ...generic,`);
}

function fileOf(line: string): string {
  return /"(.*)"/.exec(line)?.[1] ?? "";
}

function formatDeclaration({ id, sign }: NewSource): string {
  const literal = sign.replace(/[.*+?^${}()|[\]/]/g, "\\$&").replace(/\s+/g, "\\s+");
  return `import type { SourceLayout } from "./layout.ts";

/** ${exampleLine(sign)} */
export const ${camelCase(id)}: SourceLayout = {
  id: "${id}",
  dateline:
    /^(?<place>\\p{L}[^\\d(/\\n]{1,40}?)\\s*[/،,-]\\s*(?:(?<date>\\d{1,2}\\s+\\p{L}[^\\d(/\\n]{2,20}?\\s+\\d{4})\\s*[/،,-]\\s*)?(?<agency>${literal})\\s*(?:[—–/:-]|$)/du,
  signs: "agency",
  ownLine: true,
  // Where a line of its own stands above the headline: kicker: /^تقرير خاص$/u,
};
`;
}

/** A line as the skeleton reads it, to be replaced by a real one. */
function exampleLine(sign: string): string {
  return `«القاهرة / 4 مايو 2019 / ${sign} -»`;
}

function formatExample({ sign }: NewSource): string {
  return `عنوان قصير لخبر من هذه الجهة

القاهرة / 4 مايو 2019 / ${sign} - أعلنت وزارة النقل اليوم بدء العمل في الجسر الجديد.

وقال ناطق باسمها إن العمل ينتهي بعد عام.
`;
}

function formatRecord({ id, name, sign }: NewSource): string {
  const codes = fold(sign) === fold(name) ? "" : `  codes: ["${sign}"]\n`;
  return `\n${id}:\n  prefLabel: "${name}"\n${codes}`;
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
