import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TaggedWord } from "../evaluate/part.ts";

const TAGS: Readonly<Record<string, string>> = { P: "PER", L: "LOC", O: "ORG" };

/** The sentences of `sentences.txt` in `folder` as tagged words; a line that starts with # is none. */
export async function readSentences(folder: string): Promise<TaggedWord[][]> {
  const lines = (await readFile(join(folder, "sentences.txt"), "utf8")).split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(readSentence);
}

/** Reads «قال [P فلان الفلاني] في [L صيدا] .» word by word. */
export function readSentence(line: string): TaggedWord[] {
  const words: TaggedWord[] = [];
  let type: string | undefined;
  let isFirst = false;
  for (const piece of line.split(" ")) {
    if (piece.startsWith("[")) {
      type = TAGS[piece.slice(1)];
      isFirst = true;
      if (type === undefined) throw new Error(`${piece} opens no name in «${line}».`);
      continue;
    }
    const word = piece.endsWith("]") ? piece.slice(0, -1) : piece;
    words.push({ word, tag: type === undefined ? "O" : `${isFirst ? "B" : "I"}-${type}` });
    isFirst = false;
    if (piece.endsWith("]")) type = undefined;
  }
  if (type !== undefined) throw new Error(`A name is left open in «${line}».`);
  return words;
}
