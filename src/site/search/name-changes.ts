/** Which parts of an archive other names of its records change: a word is read by the names it may be a part of. */
import { makeNames, type Names, type Synonyms } from "../../arabic/analysis/names.ts";

/** Tells whether a text whose words are written in these forms, a line each, may be found by other keys than before. */
export type TouchTest = (forms: string) => boolean;

/** More changes than this are not looked at one by one. */
const MOST = 2000;

/**
 * Compares the names that some texts were analyzed with to those of today. Where no word of a text goes into a name
 * that changed, its analysis is the same; a text that is told to be touched may be the same all the same.
 */
export function findTouched(before: readonly Synonyms[], after: readonly Synonyms[]): TouchTest {
  const [old, today] = [makeNames(before), makeNames(after)];
  const changed = changedLetters(old, today);
  if (changed.length === 0 && old.longest === today.longest) return () => false;
  if (changed.length > MOST || old.longest !== today.longest) return () => true;
  return (forms) => {
    const known = new Set(forms.split("\n"));
    const first = new Set([...known].flatMap((form) => [form, ...withoutParticle(form)]));
    return changed.some((letters) => isWithinWord(letters, forms) || isWrittenOf(letters, first, known));
  };
}

/** Names, by their letters, that are found under other keys; and those that may begin where none began before. */
function changedLetters(old: Names, today: Names): string[] {
  const all = new Set([...old.keys.keys(), ...today.keys.keys()]);
  const openings = [...new Set([...old.openings, ...today.openings])].filter(
    (opening) => old.openings.has(opening) !== today.openings.has(opening),
  );
  return [...all].filter(
    (letters) =>
      old.keys.get(letters)?.join("\n") !== today.keys.get(letters)?.join("\n") ||
      openings.some((opening) => letters.startsWith(opening)),
  );
}

/** The stem of a word is a part of it, the last letter apart («مدرسة» of «مدرستها», endings.ts). */
const isWithinWord = (letters: string, forms: string) => forms.includes(letters.slice(0, -1));

/** Whether words can be put in a row so that they have the letters; the first may have particles before it. */
function isWrittenOf(letters: string, first: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const reached = [0];
  for (const start of reached) {
    const words = start === 0 ? first : others;
    for (let end = start + 1; end <= letters.length; end++)
      if (!reached.includes(end) && words.has(letters.slice(start, end))) reached.push(end);
  }
  return reached.includes(letters.length);
}

/** As a name may begin behind the particles of a word (analyze.ts). */
const withoutParticle = (form: string) => [form.replace(/^[وف]?[بكل]?(?=..)/, ""), form.slice(1)];
