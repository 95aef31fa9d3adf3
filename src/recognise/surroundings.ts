import type { Word } from "./features.ts";
import type { Surroundings } from "./joint.ts";
import { extendPhrase, type Lexicon, PHRASE, phraseOf } from "./lexicon.ts";
import { makeRoom, makeSheets } from "./room.ts";
import { triggerBit } from "./triggers.ts";

const TITLE = triggerBit("title");
const OFFICE = triggerBit("office");
const OFFICE_WORD = triggerBit("officeWord");
const NATION = triggerBit("nation");
const FUNCTION = triggerBit("function");

const SPORT = triggerBit("sport");

const LONGEST_PHRASE = 6;

const integers = (length: number) => new Int32Array(length);
const newPhrases = makeSheets(integers);
const [roomForTitles, roomForEnclosed] = [makeRoom(integers), makeRoom(integers)];

/** Reads a sentence's phrases, titles, quotation marks and brackets; the last two stay only until the next sentence. */
export function surroundingsOf(words: readonly Word[], lexicon: Lexicon): Surroundings {
  const phrase = newPhrases(words.length);
  const title = roomForTitles(words.length);
  const enclosed = roomForEnclosed(words.length);
  for (let i = 0; i < words.length; ) {
    let best = 0;
    let length = 0;
    const first = words[i] as Word;
    for (const start of first.starts) {
      let hash = start;
      for (let k = 1; k <= LONGEST_PHRASE; k++) {
        const found = phraseOf(lexicon, hash);
        if (found & ~PHRASE.prefix && k > length) {
          best = found & ~PHRASE.prefix;
          length = k;
        }
        const next = words[i + k];
        if (!(found & PHRASE.prefix) || next === undefined) break;
        hash = extendPhrase(hash, next.listed);
      }
    }
    for (let k = 0; k < length; k++) phrase[i + k] = best * 4 + (length === 1 ? 1 : k === 0 ? 2 : 3);
    i += Math.max(1, length);
  }
  let since = 99;
  let quoted = 0;
  let bracketed = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    title[i] = Math.min(since, 6);
    if (word.triggers & (TITLE | OFFICE)) since = 0;
    else if (since < 99) {
      since =
        word.isMark || (word.triggers & FUNCTION && !(word.triggers & OFFICE_WORD))
          ? 99
          : since + (word.triggers & (OFFICE_WORD | NATION) ? 0 : 1);
    }
    if (word.isMark) {
      if (word.key === '"') quoted = 1 - quoted;
      else if ("«“".includes(word.key)) quoted = 1;
      else if ("»”".includes(word.key)) quoted = 0;
      else if (word.key === "(") bracketed = 1;
      else if (word.key === ")") bracketed = 0;
    }
    enclosed[i] = quoted + 2 * bracketed;
  }
  return { sport: sportOf(words), phrase, title, enclosed };
}

/** 0 to 2 by how many of a sentence's words are of sport; 3 with a result («2 - 1», «صفر - 3»). */
function sportOf(words: readonly Word[]): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.triggers & SPORT) count++;
    if (word.isMark && isDash(word) && isScore(words[i - 1]) && isScore(words[i + 1])) return 3;
  }
  return count > 2 ? 2 : Math.min(count, 1);
}

function isDash({ key }: Word): boolean {
  return key === "-" || key === "/" || key === "–";
}

function isScore(word: Word | undefined): boolean {
  return word !== undefined && (word.key === "صفر" || /^\d\d?$/.test(word.key));
}
