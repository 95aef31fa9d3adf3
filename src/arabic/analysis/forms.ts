import { BROKEN_PLURALS } from "../lexicon/search-plurals.ts";
import { STEMS } from "../lexicon/search-stems.ts";
import { VERBS } from "../lexicon/search-verbs.ts";
import { foldWord } from "./fold.ts";

/** Word → the words it is a form of; a stem is a form of itself. */
export type Forms = ReadonlyMap<string, readonly string[]>;

/**
 * Forms that no rule of endings explains: broken plurals (دول of دولة), verbs (يقولون of قال), some irregular words.
 * Made when it is first asked for: a browser that only shows a page need not.
 */
export function forms(): Forms {
  made ??= makeForms();
  return made;
}

let made: Forms | undefined;

/** Words whose hamza tells them from another («كأن» is no «كان», «شيء» not the name «شي»), as written → key. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  ["شيءا شيء شئ شيئ شيئا أشياء اشياء", "كءن كأن", "كءنه كأنه كأنها كأنهم"].flatMap((group) => {
    const [key = "", ...spellings] = group.split(" ");
    return spellings.map((word) => [word, key] as const);
  }),
);

/** The key of a word that must not be folded first, under any particle. */
export function irregularKey(word: string): string | undefined {
  return IRREGULAR.get(word) ?? IRREGULAR.get(word.replace(/^[وف]?(?:[بك]?ال|لل|[بكل])?(?=..)/, ""));
}

function makeForms(): Forms {
  const table = new Map<string, string[]>();
  const add = (form: string, ...keys: readonly string[]) => {
    const known = table.get(form);
    if (!known) table.set(form, [...keys]);
    else for (const key of keys) if (!known.includes(key)) known.push(key);
  };
  const nouns = BROKEN_PLURALS.split(" ").map((entry) => entry.split(":"));
  for (const [singular = "", plurals = ""] of nouns)
    for (const plural of plurals.split(",").filter(Boolean)) add(foldWord(plural), foldWord(singular));
  for (const [singular = ""] of nouns) if (!table.has(foldWord(singular))) add(foldWord(singular), foldWord(singular));
  for (const stem of STEMS.trim().split(" ")) if (!table.has(foldWord(stem))) add(foldWord(stem), foldWord(stem));
  for (const verb of VERBS.split(" ")) {
    const [perfect = "", imperfect = ""] = verb.split(":").map(foldWord);
    add(perfect, perfect);
    for (const form of conjugate(perfect, imperfect)) if (!table.has(form) || form.startsWith("ت")) add(form, perfect);
  }
  return table;
}

/** Third persons and the first person plural, of both tenses. */
function conjugate(perfect: string, imperfect: string): string[] {
  const weak = /[اي]$/.test(perfect) && !/[^اوي]ا$/.test(perfect.slice(0, -1));
  const base = weak ? perfect.slice(0, -1) : perfect;
  const past = weak
    ? [`${base}ت`, `${base}وا`, `${base}يا`, `${base}تا`, `${base}ين`]
    : ["ت", "ا", "تا", "وا", "ن"].map((ending) => perfect + ending);
  const stem = imperfect.slice(1);
  const short = /[ويا]$/.test(stem) ? stem.slice(0, -1) : stem;
  const persons = stem.length >= 4 ? ["ي", "ت", "ن"] : ["ي", "ت"];
  const present = persons.flatMap((person) => [person + stem, `${person}${short}وا`, `${person}${short}ون`]);
  return [...past, ...present, `ي${stem}ان`, `ت${stem}ان`, `ي${stem}ن`];
}
