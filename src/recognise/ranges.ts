import { readByline } from "./byline.ts";
import { NAME_BITS, PHRASE } from "./lexicon.ts";
import type { NameType, ReadSentence, WordRange } from "./types.ts";

const TYPES: readonly (NameType | undefined)[] = ["person", "place", "organization", undefined];

/** A name less sure than this is as likely wrong as right and left out, so that the rest of the document may say what it is. */
const LEAST_SURE: Readonly<Record<NameType, number>> = { person: 0.5, organization: 0.45, place: 0.5 };

/** The names of one sentence: as tagged, lists joined by «و» taken apart, phrases of the lists kept whole. */
export function rangesOf(sentence: ReadSentence, index: number): WordRange[] {
  const people = readByline(sentence, index);
  if (people.length > 0) {
    const [start] = people.map(({ first }) => first) as [number];
    return [...taggedRanges(sentence, index).filter(({ last }) => last < start), ...people];
  }
  const ranges = keepPhrases(
    taggedRanges(sentence, index).flatMap((range) => splitList(sentence, range)),
    sentence,
    index,
  );
  return ranges.filter(({ type, confidence }) => confidence >= LEAST_SURE[type]);
}

function taggedRanges({ tags, certainties }: ReadSentence, sentence: number): WordRange[] {
  const ranges: WordRange[] = [];
  for (let first = 0; first < tags.length; ) {
    const tag = tags[first] as number;
    let last = first;
    if (tag > 0) while (tags[last + 1] === tag + (tag % 2)) last++;
    const type = tag > 0 ? TYPES[(tag - 1) >> 1] : undefined;
    if (type !== undefined) {
      let confidence = 1;
      for (let i = first; i <= last; i++) confidence = Math.min(confidence, certainties[i] as number);
      ranges.push({ type, sentence, first, last, confidence, rule: "model:sequence" });
    }
    first = last + 1;
  }
  return ranges;
}

/**
 * «محمد سالم وخالد عمر» is two people and «سوريا ولبنان» two places: a word that is a known name only without its «و»
 * begins another. Names of organisations hold «و» themselves.
 */
function splitList({ words }: ReadSentence, range: WordRange): WordRange[] {
  if (range.type === "organization") return [range];
  const parts: WordRange[] = [];
  let first = range.first;
  for (let i = range.first + 1; i <= range.last; i++) {
    const word = words[i];
    if (!word?.key.startsWith("و") || word.bare.length !== 1 || (word.value & NAME_BITS) === 0) continue;
    parts.push({ ...range, first, last: i - 1 });
    first = i;
  }
  return [...parts, { ...range, first }];
}

const PHRASE_TYPES = new Map<number, NameType>([
  [PHRASE.person, "person"],
  [PHRASE.fullName, "person"],
  [PHRASE.person | PHRASE.fullName, "person"],
  [PHRASE.place, "place"],
  [PHRASE.organization, "organization"],
]);

/** Neighbouring names that the lists know as one name, of one kind only, are that name. */
function keepPhrases(ranges: readonly WordRange[], { phrases }: ReadSentence, sentence: number): WordRange[] {
  if (ranges.length < 2) return [...ranges];
  let kept = [...ranges];
  for (let first = 0; first < phrases.length; first++) {
    const code = phrases[first] as number;
    if (code % 4 !== 2) continue;
    let last = first;
    while (phrases[last + 1] === code + 1) last++;
    const type = PHRASE_TYPES.get(code >> 2);
    const inside = kept.filter((range) => range.last >= first && range.first <= last);
    const covered = inside.reduce((sum, range) => sum + range.last - range.first + 1, 0);
    const isCut = inside.length > 1 && covered === last - first + 1 && inside[0]?.first === first;
    if (type === undefined || !isCut) continue;
    const confidence = Math.max(...inside.map((range) => range.confidence));
    kept = kept.filter((range) => !inside.includes(range));
    kept.push({ type, sentence, first, last, confidence, rule: "list:phrase" });
  }
  return kept.sort((a, b) => a.first - b.first);
}
