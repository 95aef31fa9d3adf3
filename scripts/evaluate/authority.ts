import { join } from "node:path";
import { diskEffects, packageRoot } from "../../src/effects.ts";
import type { Authority } from "../../src/model/entity.ts";
import { loadAuthority } from "../../src/resolve/authority.ts";

/** The records shipped with the program; mistakes in them are told on standard error. */
export function readSharedAuthority(): Promise<Authority> {
  const report = (message: { file?: string | undefined; reason: string }) =>
    process.stderr.write(`${message.file}: ${message.reason}\n`);
  const effects = diskEffects({ report, progress: () => {}, log: () => {} });
  return loadAuthority(effects, [join(packageRoot(), "content", "authority")]);
}
