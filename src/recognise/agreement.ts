import type { Word } from "./features.ts";
import { hashText } from "./hash.ts";
import { fieldOf } from "./lexicon.ts";
import { rangesOf } from "./ranges.ts";
import type { ReadSentence, WordRange } from "./types.ts";

/** A name of several words this sure is looked for in the whole document. */
const SURE = 0.6;
/** A word commoner than this is not read as a name only because a name holds it. */
const TOO_COMMON = 4;
/** So many bits of a hash tell nearly all words from those that are looked for; the lowest one is not the hash's own (`bares`). */
const HASHES = 4096;
const markOf = (hash: number) => (hash >>> 1) & (HASHES - 1);

/**
 * The names of a document: those the tags say, and further words that a sure name of several words elsewhere in the
 * document explains: the same words again, or for a person the family name alone.
 */
export function agree(sentences: readonly ReadSentence[]): WordRange[] {
  const taggedIn = sentences.map((sentence, index) => rangesOf(sentence, index));
  const tagged = taggedIn.flat();
  const anchors = new Map<string, WordRange>();
  for (const range of tagged) {
    if (range.confidence < SURE || range.last === range.first) continue;
    const keys = keysOf(sentences, range);
    const whole = keys.join(" ");
    if (!anchors.has(whole)) anchors.set(whole, range);
    const family = keys.at(-1) as string;
    if (range.type === "person" && !anchors.has(family) && isRare(sentences, range)) anchors.set(family, range);
  }
  if (anchors.size === 0) return tagged;
  /** Words that may begin an anchor, and how many words the longest of these has; and a mark at the last bits of their hashes. */
  const openers = new Map<string, number>();
  const marks = new Uint8Array(HASHES);
  for (const key of anchors.keys()) {
    const keys = key.split(" ");
    const first = keys[0] as string;
    openers.set(first, Math.max(keys.length, openers.get(first) ?? 0));
    marks[markOf(hashText(first))] = 1;
  }
  const found = [...tagged];
  for (const [index, { words, bares }] of sentences.entries()) {
    let taken: Uint8Array | undefined;
    for (let first = 0; first < words.length; first++) {
      if (marks[markOf(bares[first] as number)] === 0) continue;
      const longest = openers.get((words[first] as Word).bare.key);
      if (longest === undefined) continue;
      taken ??= placesOf(taggedIn[index] ?? [], words.length);
      let end = first;
      while (end < words.length && end < first + longest && taken[end] === 0) end++;
      for (let last = end - 1; last >= first; last--) {
        const range = { sentence: index, first, last };
        const anchor = anchors.get(keysOf(sentences, range).join(" "));
        if (anchor === undefined) continue;
        const rule = last > first ? "agreement:same-words" : "agreement:part-of-name";
        found.push({ ...range, type: anchor.type, confidence: anchor.confidence * 0.9, rule });
        first = last;
        break;
      }
    }
  }
  return found.sort((a, b) => a.sentence - b.sentence || a.first - b.first);
}

/** 1 for each word of a sentence that one of its names holds. */
function placesOf(ranges: readonly WordRange[], length: number): Uint8Array {
  const taken = new Uint8Array(length);
  for (const { first, last } of ranges) taken.fill(1, first, last + 1);
  return taken;
}

function isRare(sentences: readonly ReadSentence[], { sentence, last }: WordRange): boolean {
  const word = sentences[sentence]?.words[last];
  return word !== undefined && word.key.length > 2 && fieldOf(word.value, "frequency") < TOO_COMMON;
}

function keysOf(
  sentences: readonly ReadSentence[],
  range: { sentence: number; first: number; last: number },
): string[] {
  const words = sentences[range.sentence]?.words.slice(range.first, range.last + 1) ?? [];
  return words.map(({ key, bare }, index) => (index === 0 ? bare.key : key));
}
