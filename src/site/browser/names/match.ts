/** Which names of an index are meant by what is typed. */
import { wordsSought } from "../../../arabic/names/initials.ts";
import { type Sounds, soundingLike, soundsOf } from "../../../arabic/names/sound.ts";

/** What is compared of a name. */
export interface Sought {
  /** Of `keyOf`. */
  readonly key: string;
  /** An authority file knows it. */
  readonly isKnown: boolean;
  sounds(): Sounds;
}

/** All that a name is found by in its own letters, and the names whose sound counts. */
export function soughtOf(texts: readonly string[], names: readonly string[], isKnown: boolean): Sought {
  let sounds: Sounds | undefined;
  return {
    key: keyOf(texts.join(" ")),
    isKnown,
    // Worked out when letters of another script are first typed.
    sounds() {
      sounds ??= names.flatMap(soundsOf);
      return sounds;
    },
  };
}

const keyOf = (text: string) => ` ${wordsSought(text).join(" ")}`;

/** Every word typed begins one of the name's, letters folded as in the search, or the whole sounds like it. */
export function isMeant(typed: string, knownOnly: boolean): (name: Sought) => boolean {
  const words = wordsSought(typed);
  const isAlike = soundingLike(typed);
  return ({ key, isKnown, sounds }) =>
    (isKnown || !knownOnly) && (words.every((word) => key.includes(` ${word}`)) || isAlike?.(sounds()) === true);
}
