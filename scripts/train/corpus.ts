import { fold } from "../../src/arabic/normalize.ts";
import { LABEL_COUNT, LABELS } from "../../src/recognise/labels.ts";
import { cutPieces, keyOf, writesMaksura } from "../../src/recognise/tokens.ts";

/** A sentence in the pieces the recogniser cuts, with the corpus's tags; `wordOf` says which of its words a piece is of. */
export interface TaggedSentence {
  readonly keys: readonly string[];
  readonly tags: Uint8Array;
  readonly wordOf: readonly number[];
}

/** The corpus's words cut as text is cut; a tag I- that continues nothing begins a name, as conlleval reads it. */
export function cutSentence(sentence: readonly { readonly word: string; readonly tag: string }[]): TaggedSentence {
  const keys: string[] = [];
  const tags: number[] = [];
  const wordOf: number[] = [];
  let before = "O";
  const marked = sentence.some(({ word }) => writesMaksura(word));
  for (const [index, { word, tag }] of sentence.entries()) {
    const type = tag.slice(2);
    const begins = tag.startsWith("B-") || (tag.startsWith("I-") && before.slice(2) !== type);
    let part = 0;
    for (const key of keysOf(word, marked)) {
      const label =
        tag === "O" ? 0 : LABELS.indexOf(`${begins && part++ === 0 ? "B" : "I"}-${type}` as (typeof LABELS)[number]);
      keys.push(key);
      tags.push(label < 0 || label >= LABEL_COUNT ? 0 : label);
      wordOf.push(index);
    }
    before = tag;
  }
  return { keys, tags: Uint8Array.from(tags), wordOf };
}

function keysOf(text: string, marked: boolean): string[] {
  const cuts = cutPieces(text);
  return cuts
    .flatMap((start, i) => {
      if (i % 2 > 0) return [];
      const end = cuts[i + 1] as number;
      return keyOf(fold(text.slice(start, end)), text, end, marked);
    })
    .filter((key) => key !== "");
}
