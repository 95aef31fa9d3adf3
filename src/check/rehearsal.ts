import { byCodePoint, type Effects } from "../effects.ts";

/**
 * The same effects, with nothing written: what would be written or removed is kept in memory, and whoever
 * reads through these effects afterwards finds it as if it had been.
 */
export function rehearsal(effects: Effects): Effects {
  /** Undefined: removed. */
  const drafts = new Map<string, Buffer | undefined>();
  return {
    ...effects,
    readFile: async (path) => (drafts.has(path) ? drafts.get(path) : effects.readFile(path)),
    streamFile: async function* (path) {
      const draft = drafts.get(path);
      if (!drafts.has(path)) yield* effects.streamFile(path);
      else if (draft !== undefined) yield draft;
    },
    stat: async (path) => {
      if (!drafts.has(path)) return effects.stat(path);
      const draft = drafts.get(path);
      // No clock: a draft is simply newer than nothing and as large as it is.
      return draft && { size: draft.length, mtimeMs: 0 };
    },
    listFiles: async (folder) => {
      const base = folder.endsWith("/") ? folder : `${folder}/`;
      const below = new Set(await effects.listFiles(folder));
      for (const [path, draft] of drafts) {
        if (!path.startsWith(base)) continue;
        const name = path.slice(base.length);
        if (draft === undefined || isHidden(name)) below.delete(name);
        else below.add(name);
      }
      return [...below].sort(byCodePoint);
    },
    writeFile: async (path, content) => {
      const bytes = Buffer.from(content);
      const before = drafts.has(path) ? drafts.get(path) : await effects.readFile(path);
      if (before?.equals(bytes)) return false;
      drafts.set(path, bytes);
      return true;
    },
    removeFile: async (path) => void drafts.set(path, undefined),
    progress: (label, done, total) => {
      // Whoever was promised that nothing is written is not told of writing.
      if (label !== "writing") effects.progress(label, done, total);
    },
  };
}

function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith("."));
}
