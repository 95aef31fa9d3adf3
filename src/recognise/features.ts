import { finish, hashRange, hashText, join, mix, open, templateSeed } from "./hash.ts";
import { type Joinable, makeJoinable } from "./joint.ts";
import { type Bare, bareOf, extendPhrase, fieldOf, type Lexicon, NAME_BITS, phraseOf, wordValue } from "./lexicon.ts";
import { spellingOf } from "./spelling.ts";
import { lookUp } from "./table.ts";
import { listedKey } from "./tokens.ts";
import { triggerBit, triggersOf } from "./triggers.ts";

/** A word with everything about it that does not depend on its neighbours. */
export interface Word {
  readonly key: string;
  readonly hash: number;
  /** As the lists have it. */
  readonly listed: number;
  readonly bare: Bare;
  readonly value: number;
  readonly triggers: number;
  readonly isMark: boolean;
  /** So rare that it is compared with where else it stands in the document. */
  readonly isCompared: boolean;
  /** Hashes of the phrases of the lists that may begin with it, with and without its clitics. */
  readonly starts: readonly number[];
  readonly joinable: Joinable;
}

/** A word and its own features. */
export interface DescribedWord {
  readonly word: Word;
  /** Features of the word itself. */
  readonly own: readonly number[];
  /** What its neighbours see of it; mixed with the distance. */
  readonly near: readonly number[];
}

const NO_STARTS: readonly number[] = [];

/** A word commoner than this says little by what it was taken for elsewhere. */
const TOO_COMMON = 6;

/** How far a word sees to each side. */
export const REACH = 2;
const OFFSETS = Int32Array.from({ length: 2 * REACH + 1 }, (_, index) => open(hashText(`offset ${index - REACH}`)));

/** The feature «a word at distance `offset` has `atom`». */
export function atOffset(atom: number, offset: number): number {
  return offset === 0 ? atom : finish(mix(OFFSETS[offset + REACH] as number, atom));
}

/** A word's own templates; their seeds are worked out once. */
const BIAS = hashText("", templateSeed("bias"));
const WORD = templateSeed("word");
const BARE = templateSeed("bare");
const CLITIC = templateSeed("clitic");
const SHAPE = templateSeed("shape");
const LENGTHS = Array.from({ length: 11 }, (_, size) => hashText(String(size), templateSeed("length")));
const PREFIXES = [1, 2, 3, 4].map((length) => templateSeed(`prefix${length}`));
const SUFFIXES = [1, 2, 3, 4].map((length) => templateSeed(`suffix${length}`));
const GRAMS = [2, 3, 4].map((n) => [n, templateSeed(`gram${n}`)] as const);
const SUFFIX = templateSeed("suffix");
const NAMES = templateSeed("names");
const FREQUENCY = templateSeed("frequency");
const NAMES_FREQUENCY = templateSeed("names frequency");
const WHOLE = templateSeed("whole");
const FIELD_SEEDS = (["given", "family", "foreign", "rare", "place", "famous", "organization"] as const).map(
  (field) => [field, templateSeed(`field ${field}`)] as const,
);
const TRIGGER = templateSeed("trigger");
const LIKENESS = templateSeed("likeness");
const SOUND = templateSeed("sound");
const SOUND_FREQUENCY = templateSeed("sound frequency");
const COARSE = templateSeed("coarse");
const FINE = templateSeed("fine");
const BARE_COARSE = templateSeed("bare coarse");
const BARE_FINE = templateSeed("bare fine");

/** The templates of what its neighbours see. */
const NEAR_WORD = templateSeed("near word");
const NEAR_BARE = templateSeed("near bare");
const NEAR_SHAPE = templateSeed("near shape");
const NEAR_SUFFIX2 = templateSeed("near suffix2");
const NEAR_SUFFIX3 = templateSeed("near suffix3");
const NEAR_PREFIX2 = templateSeed("near prefix2");
const NEAR_NAMES = templateSeed("near names");
const NEAR_FREQUENCY = templateSeed("near frequency");
const NEAR_TRIGGER = templateSeed("near trigger");
const NEAR_SOUND = templateSeed("near sound");
const NEAR_COARSE = templateSeed("near coarse");
const NEAR_FINE = templateSeed("near fine");

/** Stands for the word before the first and after the last. */
export const EDGE_ATOM = hashText("edge of the sentence");

const TITLE = triggerBit("title");
const OFFICE = triggerBit("office");
const FUNCTION = triggerBit("function");

/** A word of nothing but letters of Arabic is told at once. */
const ARABIC = /^[\u0620-\u063f\u0641-\u064a]+$/;

export function describeWord(key: string, lexicon: Lexicon): DescribedWord {
  const bare = bareOf(key, lexicon);
  const hash = hashText(key);
  const isArabic = ARABIC.test(key);
  const isMark = !isArabic && !/[\p{L}\p{N}]/u.test(key);
  const triggers = triggersOf(key) | triggersOf(bare.key);
  const value = bare.value;
  const whole = wordValue(lexicon, hash);
  const stem = bare.key;
  const size = stem.length;
  const cliticLength = Math.max(0, key.length - size);
  const shape = isArabic ? arabicShapeOf(key) : shapeOf(key);
  const own: number[] = [BIAS, hashText(key, WORD), hashText(stem, BARE)];
  if (bare.length > 0 || cliticLength > 0) own.push(hashRange(key, 0, cliticLength, CLITIC));
  own.push(hashText(shape, SHAPE));
  if (!isMark) {
    const body = stem.startsWith("ال") && size > 4 ? stem.slice(2) : stem;
    for (let length = 1; length <= 4 && length <= size; length++) {
      own.push(hashRange(stem, 0, length, PREFIXES[length - 1]));
      own.push(hashRange(stem, size - length, size, SUFFIXES[length - 1]));
    }
    const framed = `^${body}$`;
    for (const [n, gram] of GRAMS) {
      for (let i = 0; i + n <= framed.length; i++) own.push(hashRange(framed, i, i + n, gram));
    }
    own.push(LENGTHS[Math.min(size, 10)] as number);
  }
  const names = value & NAME_BITS;
  const frequency = fieldOf(value, "frequency");
  own.push(
    join(NAMES, names),
    join(FREQUENCY, frequency),
    join(join(NAMES_FREQUENCY, names), frequency),
    join(join(WHOLE, whole & NAME_BITS), names),
  );
  for (const [field, seed] of FIELD_SEEDS) own.push(join(join(seed, fieldOf(value, field)), Math.min(6, frequency)));
  const near: number[] = [hashText(key, NEAR_WORD), hashText(stem, NEAR_BARE), hashText(shape, NEAR_SHAPE)];
  if (!isMark) {
    near.push(
      hashRange(stem, Math.max(0, size - 2), size, NEAR_SUFFIX2),
      hashRange(stem, Math.max(0, size - 3), size, NEAR_SUFFIX3),
      hashRange(stem, 0, Math.min(2, size), NEAR_PREFIX2),
    );
  }
  near.push(join(NEAR_NAMES, names), join(NEAR_FREQUENCY, frequency));
  for (let bit = 0; triggers >> bit !== 0; bit++) {
    if (!(triggers & (1 << bit))) continue;
    own.push(join(TRIGGER, bit));
    near.push(join(NEAR_TRIGGER, bit));
  }
  const likeness = isMark ? [] : spellingOf(lexicon.spelling, stem, bare.hash);
  let sound = 0;
  let most = -4;
  for (let index = 0; index < likeness.length; index++) {
    const score = likeness[index] as number;
    own.push(join(join(LIKENESS, index), stepOf(score)));
    if (score > 0.5 && score > (likeness[sound - 1] ?? 0)) sound = index + 1;
    if (score > most) most = score;
  }
  own.push(join(SOUND, sound), join(join(SOUND_FREQUENCY, sound * 8 + frequency), stepOf(most)));
  near.push(join(NEAR_SOUND, sound));
  const wholeCluster = lookUp(lexicon.clusters, hash);
  const bareCluster = bare.length > 0 ? lookUp(lexicon.clusters, bare.hash) : wholeCluster;
  const cluster = wholeCluster >= 0 ? wholeCluster : bareCluster;
  const coarse = cluster < 0 ? -1 : cluster & 0xff;
  const fine = cluster < 0 ? -1 : cluster >> 8;
  own.push(join(COARSE, coarse), join(FINE, fine));
  near.push(join(NEAR_COARSE, coarse), join(NEAR_FINE, fine));
  if (bareCluster >= 0) own.push(join(BARE_COARSE, bareCluster & 0xff), join(BARE_FINE, bareCluster >> 8));
  const joinable = makeJoinable({
    hash,
    bare: bare.hash,
    clitic: bare.length,
    names,
    kind: isMark ? hashText(key) : kindOf(value, triggers, stem),
    triggers,
    suffix: hashRange(stem, Math.max(0, size - 3), size, SUFFIX),
    sound,
    coarse,
    fine,
  });
  const listed = hashText(listedKey(key));
  const starts = [extendPhrase(undefined, listed)];
  if (bare.hash !== hash) starts.push(extendPhrase(undefined, hashText(listedKey(stem))));
  const known = starts.filter((start) => phraseOf(lexicon, start) !== 0);
  return {
    // What every place of a word asks for stands first, close together.
    word: {
      triggers,
      isMark,
      starts: known.length === 0 ? NO_STARTS : known,
      key,
      listed,
      bare,
      value,
      isCompared: !isMark && stem.length > 2 && frequency < TOO_COMMON,
      hash,
      joinable,
    },
    own,
    near,
  };
}

function kindOf(value: number, triggers: number, stem: string): number {
  const person = Math.max(fieldOf(value, "given"), fieldOf(value, "family"), fieldOf(value, "foreign"));
  const place = fieldOf(value, "place");
  const common = fieldOf(value, "frequency");
  const definite = stem.startsWith("ال") ? 1 : 0;
  return (
    ((((Math.min(person, 2) * 4 + (place === 0 ? 0 : place <= 2 ? 2 : 1)) * 3 +
      (common === 0 ? 0 : common < 4 ? 1 : 2)) *
      2 +
      definite) *
      2 +
      (triggers & FUNCTION ? 1 : 0)) *
      2 +
    (triggers & (TITLE | OFFICE) ? 1 : 0)
  );
}

function shapeOf(key: string): string {
  if (/^\p{Nd}+$/u.test(key)) return key.length === 4 ? "year" : "number";
  if (/^\p{Script=Latin}/u.test(key)) return "latin";
  if (/\p{N}/u.test(key)) return "mixed";
  if (!/\p{L}/u.test(key)) return key;
  return arabicShapeOf(key);
}

function arabicShapeOf(key: string): string {
  return key.startsWith("ال") ? "definite" : "word";
}

/** A score in steps, cut at 4 to each side. */
function stepOf(score: number): number {
  return Math.round(Math.max(-4, Math.min(4, score)) * 1.5);
}
