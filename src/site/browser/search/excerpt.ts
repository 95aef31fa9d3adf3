/** The words around those that were found. */

/** Text in a row, marked or not. */
export interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * `length` words of a text, chosen so that as many different words of the query as can be stand in it; from `from`
 * on, where the text begins. `places` are those of each word of the query.
 */
export function makeExcerpt(
  words: readonly string[],
  from: number,
  places: readonly (readonly number[])[],
  length: number,
): Part[] {
  const inText = places.map((some) => some.filter((place) => place >= from && place < words.length));
  const start = bestStart(inText, from, words.length, length);
  const marked = new Set(inText.flat());
  return joinParts(
    words.slice(start, start + length).map((text, index) => ({ text, isMarked: marked.has(start + index) })),
    start > from,
    start + length < words.length,
  );
}

/** The headline with its marks. */
export function markWords(words: readonly string[], places: readonly (readonly number[])[]): Part[] {
  const marked = new Set(places.flat());
  return joinParts(
    words.map((text, index) => ({ text, isMarked: marked.has(index) })),
    false,
    false,
  );
}

function bestStart(places: readonly (readonly number[])[], from: number, end: number, length: number): number {
  const all = places.flatMap((some, unit) => some.map((place) => ({ place, unit }))).sort((a, b) => a.place - b.place);
  let best = { start: from, worth: 0 };
  for (let first = 0, last = 0; first < all.length; first++) {
    const opening = (all[first] as { place: number }).place;
    while (last < all.length && (all[last] as { place: number }).place < opening + length - LEAD) last++;
    const within = all.slice(first, last);
    const worth = new Set(within.map(({ unit }) => unit)).size * 100 + Math.min(within.length, 50);
    if (worth > best.worth) best = { start: opening - LEAD, worth };
  }
  return Math.max(from, Math.min(best.start, end - length));
}

/** Words before the first mark. */
const LEAD = 6;

/** Marks hold words: punctuation around them stays outside, marked words side by side keep a mark each. */
function joinParts(words: readonly Part[], isCutBefore: boolean, isCutAfter: boolean): Part[] {
  const parts: Part[] = isCutBefore ? [{ text: "… ", isMarked: false }] : [];
  const plain = (text: string) => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last && !last.isMarked) parts[parts.length - 1] = { text: last.text + text, isMarked: false };
    else parts.push({ text, isMarked: false });
  };
  for (const [index, { text, isMarked }] of words.entries()) {
    if (index > 0) plain(" ");
    const [, before = "", word = "", after = ""] =
      (isMarked && /^([^\p{L}\p{N}]*)(.*?[\p{L}\p{N}\p{M}]?)([^\p{L}\p{N}\p{M}]*)$/su.exec(text)) || [];
    if (!isMarked || word === "") {
      plain(text);
      continue;
    }
    plain(before);
    parts.push({ text: word, isMarked: true });
    plain(after);
  }
  if (isCutAfter) plain(" …");
  return parts;
}
