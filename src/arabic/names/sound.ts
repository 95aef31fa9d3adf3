import { nameKeysOfLatin } from "./latin.ts";
import { looseNameKey } from "./loose.ts";

/** Consonants that a part of a name must have to tell one from others, and to do so before it is typed to its end. */
const SHORTEST = 3;
const LONG = 5;
export const OTHER_LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** How a name in Arabic script sounds: the loose keys of its runs of words, «بن سلمان» as well as the whole. */
export type Sounds = readonly string[];

export function soundsOf(name: string): Sounds {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  const runs = words.flatMap((_, from) => words.slice(from).map((_, i) => words.slice(from, from + i + 1).join(" ")));
  return [...new Set(runs.map(looseNameKey))].filter((key) => key.length >= SHORTEST);
}

/**
 * Whether a name in Arabic script may be the one typed in Latin or Cyrillic letters, whole or in part: `Lavrov` and `Sergey
 * Lavrov` find «سيرغي لافروف». Undefined when other letters, or too few, were typed.
 */
export function soundingLike(typed: string): ((sounds: Sounds) => boolean) | undefined {
  if (!OTHER_LETTERS.test(typed)) return undefined;
  const keys = nameKeysOfLatin(typed).filter((key) => key.length >= SHORTEST);
  if (keys.length === 0) return undefined;
  const isMeant = (sound: string, key: string) => sound === key || (key.length >= LONG && sound.startsWith(key));
  return (sounds) => sounds.some((sound) => keys.some((key) => isMeant(sound, key)));
}
