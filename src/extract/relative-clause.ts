import { EVENT_KINDS, EVENT_VERBS, GATHERINGS, HAPPENING_VERBS, HAPPENINGS } from "../arabic/lexicon/events.ts";
import { STOP_WORDS } from "../arabic/lexicon/function-words.ts";
import { ARABIC_GIVEN_NAMES } from "../arabic/lexicon/names.ts";
import { OPENING_VERBS } from "../arabic/lexicon/opening-verbs.ts";
import { VERBS } from "../arabic/lexicon/search-verbs.ts";
import { fold } from "../arabic/normalize.ts";

/**
 * Whose day an adverb names: «يعرض التاجر أقمشة وصلت أمس» says when the goods came, not when they are shown. An adverb of
 * time belongs to the verb that stands nearest before it; where that one is the verb of a relative clause, with a
 * relative pronoun («التي وصلت») or behind an indefinite noun without one («أقمشة وصلت»), the day is another matter's.
 * Where the clause tells of what was held, happened or was issued («المباراة التي جرت أمس», «في بيان صدر أمس»), it is
 * the event's all the same.
 */

const RELATIVE = /^[وفبلك]?(?:ال(?:ذي|تي|ذين|لذان|لذين|لتان|لتين|لاتي|لواتي|لايي)|للذين|للذي|للتي)$/;
/** «أن», «أنها»: behind them a clause begins that is no relative one. */
const THAT = /^[وفبكل]?(?:ان|لكن|لعل|كان)(?:ه|ها|هم|هما|هن|نا|ني|ك)?$/;
/** The object of a verb, as it is written on to it: «جمعتهما». */
const OBJECT = /(?:ه|ها|هم|هما)$/;
/** Words before the verb among which the noun of its clause stands: «المباراة الودية التي». */
const REACH_OF_NOUN = 3;
/** How many words the verb may stand before its adverb: «وصلت إلى الميناء أمس». */
const REACH = 4;

/** Verbs of being issued, besides those of being held and of happening. */
const ISSUED =
  "صدر صدرت نشر نشرت نشره نشرته نشرها نشرتها بث بثت بثته بثها اذيع اذيعت اعلن اعلنت اعلنه اعلنها حدث حدثت ظهر ظهرت جمع جمعت دار دارت";
const OF_EVENTS: ReadonlySet<string> = new Set([...EVENT_VERBS, ...HAPPENING_VERBS, ...ISSUED.split(" ")]);
/** Nouns of events and of what is issued, with and without the article: their clause is about the event. */
const EVENTS: ReadonlySet<string> = new Set(
  [
    ...GATHERINGS,
    ...HAPPENINGS,
    ...Object.values(EVENT_KINDS).flatMap((words) => [...words]),
    ..."بيان بيانا تصريح تصريحات حديث كلمه خطاب مقابله جوله مؤتمر لقاء عمليه معركه تظاهره احتفال حفل مسابقه قرعه نهايي".split(
      " ",
    ),
  ].flatMap((word) => [word, `ال${word}`]),
);

const pairs = VERBS.split(/\s+/)
  .filter((pair) => pair.includes(":"))
  .map((pair) => pair.split(":").map(fold) as [string, string]);
const feminine = (perfect: string) => `${perfect.replace(/[اي]$/u, "")}ت`;
/** «بنت» is a girl rather than «she built». */
const NOUNS: ReadonlySet<string> = new Set(["بنت"]);
/** Forms of the perfect that are hardly anything else: with their endings, and some without. */
const PERFECT: ReadonlySet<string> = new Set(
  [
    ...pairs.flatMap(([perfect]) => [feminine(perfect), `${perfect.replace(/[اي]$/u, "")}وا`]),
    ..."وصل غادر اصيب توفي انطلق سقط اشتري استورد".split(" "),
  ].filter((word) => !NOUNS.has(word)),
);
const IMPERFECT: ReadonlySet<string> = new Set(
  pairs.flatMap(([, imperfect]) => [imperfect, `ت${imperfect.slice(1)}`].flatMap((form) => [form, `س${form}`])),
);
/** Without its endings a verb may be a noun as well. */
const BARE: ReadonlySet<string> = new Set(pairs.map(([perfect]) => perfect));
const isVerb = (key: string) => PERFECT.has(key) || IMPERFECT.has(key) || OPENING_VERBS.has(key);

/** Whether the adverb behind `words`, the folded ones of its clause, is that of a relative clause about another matter. */
export function endsInRelativeClause(words: readonly string[]): boolean {
  for (let i = words.length - 1; i > 0 && i >= words.length - REACH; i--) {
    const [verb = "", before = ""] = [words[i], words[i - 1]];
    const isPronoun = RELATIVE.test(before);
    if (!isPronoun && !PERFECT.has(verb)) continue;
    const nouns = words.slice(Math.max(0, i - REACH_OF_NOUN), i);
    if (OF_EVENTS.has(verb) || OF_EVENTS.has(verb.replace(OBJECT, "")) || nouns.some((word) => EVENTS.has(word)))
      return false;
    // «الوفد الذي يضم وزيرين أمس»: what is or will be has no day in the past; it is the main verb's.
    if (isPronoun) return !/^[سيتلم]/.test(verb) || PERFECT.has(verb);
    return (
      isIndefinite(before) &&
      !THAT.test(words[i - 2] ?? "") &&
      words.slice(0, i - 1).some((key) => isVerb(key) || BARE.has(key))
    );
  }
  return false;
}

/** A noun without article, that is no name, no verb and no particle. */
const isIndefinite = (key: string) =>
  key.length > 2 &&
  !/^[وفبك]?ال|^لل/.test(key) &&
  !STOP_WORDS.has(key) &&
  !THAT.test(key) &&
  !ARABIC_GIVEN_NAMES.has(key) &&
  !isVerb(key);
