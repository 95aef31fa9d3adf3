import { join } from "node:path";
import { byCodePoint, type Effects, packageRoot, sha256 } from "../effects.ts";

/** A file that is copied as it is. */
export interface Asset {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Assets {
  readonly files: readonly Asset[];
  /** Changes when any of them does. */
  readonly version: string;
}

/** Folders that are copied, and where to. */
const FOLDERS = [
  { from: ["public"], to: "" },
  { from: ["dist", "browser"], to: "js/" },
] as const;

/** Css and fonts of public/ and the compiled browser scripts of the program. */
export async function readAssets(effects: Pick<Effects, "listFiles" | "readFile">): Promise<Assets> {
  const files: Asset[] = [];
  for (const { from, to } of FOLDERS) {
    const folder = join(packageRoot(), ...from);
    for (const path of await effects.listFiles(folder)) {
      const content = await effects.readFile(join(folder, path));
      if (content !== undefined) files.push({ path: to + path, content });
    }
  }
  files.sort((a, b) => byCodePoint(a.path, b.path));
  return {
    files,
    version: sha256(files.map(({ path, content }) => `${path} ${sha256(content)}`).join("\n")).slice(0, 10),
  };
}
