import { rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Effects } from "../effects.ts";

/** Removes files below a folder, by their paths with `/`, and the folders that they leave empty; never the folder itself. */
export async function removeFiles(
  effects: Pick<Effects, "removeFile">,
  folder: string,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) await effects.removeFile(join(folder, path));
  for (const path of new Set(paths.map((one) => dirname(one))))
    for (let at = path; at !== "." && removeEmpty(join(folder, at)); at = dirname(at));
}

/** False where it is not empty, not there or not ours to remove. */
function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
