import { INCOMPLETE_ENDINGS, STOP_WORDS } from "../lexicon/function-words.ts";
import { wordSet } from "../lexicon/word-set.ts";
import { foldWord } from "./fold.ts";

/** Words of a question that its answer does not hold. */
const QUESTION_WORDS = wordSet(
  "ما من هل كم متى أين كيف لماذا ماذا أي أية أيهما بماذا لماذا كيفية بم مم عم علام إلام فيم ممن لمن بمن التي الذي الذين اللذان اللتان اللواتي وما ومن وكيف وكم ومتى وأين هذا هذه ذلك تلك هو هي هم هما كان كانت يكون تكون كانوا ليس تم يتم قام قامت بها به لها له فيها فيه منها منه عنها عنه عليها عليه إليها إليه بعض كل سمي يسمى تسمى اسم أحد إحدى",
);

/** True for a word that nearly every page holds and that tells nothing of what is looked for. */
export function isStopWord(form: string, keys: readonly string[]): boolean {
  return KNOWN.has(form) || keys.every((key) => KNOWN.has(key));
}

/** «علي» is a name as well as the preposition «على», folded; «عام» a year and a director's rank. */
const KEPT = new Set(["علي", "عام", "يوم", "بين", "الماضي", "المقبل", "الحالي"].map(foldWord));
const KNOWN = new Set(
  [...STOP_WORDS, ...INCOMPLETE_ENDINGS, ...QUESTION_WORDS].map(foldWord).filter((word) => !KEPT.has(word)),
);
