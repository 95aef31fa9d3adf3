/**
 * Names in Latin and Cyrillic letters → loose keys of Arabic script (loose.ts). What a letter may stand for follows
 * the press's habits of writing foreign names in Arabic and Arabic names in Latin letters (ALA-LC and its plain
 * forms: kh, gh, dh, th, sh), Pinyin (x, q, zh, z, c) and the commonest European readings (ch, j, c, z, w).
 */

/** Most keys a name can have: alternatives beyond are dropped, the likeliest kept. */
const MOST_KEYS = 256;

/**
 * Loose keys of a name in Latin or Cyrillic letters, likeliest first: «Xi Jinping» and «شي جين بينغ» share one, and
 * Sergei, Sergey and Сергей have the same. Empty for a name without such letters.
 */
export function nameKeysOfLatin(name: string): string[] {
  const words = plainLatin(name).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const letters = withoutArticles(words).join(" ").replace(DOUBLED, "$1$2");
  let keys: string[] = [""];
  for (let at = 0; at < letters.length; ) {
    const { length, sounds } = soundAt(letters, at);
    // «Mark Carney», «Zhang Gaoli»: two consonants of one class without a vowel between are one.
    const isMet = /[^aeiouyhw] ?$/.test(letters.slice(Math.max(0, at - 2), at));
    const add = (key: string, sound: string) => (isMet && sound !== "" && key.endsWith(sound) ? key : key + sound);
    keys = sounds.flatMap((sound) => keys.map((key) => add(key, sound))).slice(0, MOST_KEYS);
    at += length;
  }
  return [...new Set(keys)].filter((key) => key !== "");
}

/**
 * The strict key of a name in Latin or Cyrillic letters: what transliterations of one name share when only their
 * habits differ. Marks, doubled letters, i and y, x and ks, ph and f do not count: Sergei, Sergey; Zelensky, Zelenskyy.
 */
export function latinNameKey(name: string): string {
  return plainLatin(name)
    .replaceAll(" ", "")
    .replaceAll("ph", "f")
    .replaceAll("x", "ks")
    .replaceAll("y", "i")
    .replace(/gu(?=[ei])/g, "g")
    .replace(/(?<=[aeiou])j/g, "i")
    .replace(/(\D)\1+/g, "$1");
}

/** Small Latin letters without marks, words parted by one space; Cyrillic by the table. */
function plainLatin(name: string): string {
  const small = Array.from(
    name.normalize("NFC").toLowerCase(),
    (letter) => CYRILLIC[letter] ?? SPECIAL[letter] ?? letter,
  );
  return small
    .join("")
    .normalize("NFD")
    .replace(/[\p{M}'’‘`ʿʾ]/gu, "")
    .replace(/[^a-z]+/gu, " ")
    .trim();
}

/** The article in its forms before a hyphen or a space: al-, el-, and assimilated as-Sisi, ur-Rahman. */
const ARTICLES: ReadonlySet<string> = new Set(
  "al el ul as es us ash esh ar er ur ad ed ud an en un at et ut az ez uz".split(" "),
);

/** One letter written twice, or at the end of one word and the start of the next. */
const DOUBLED = /([a-z])( ?)\1+/g;

/** As loose keys of Arabic script have it: without the article, «ibn» as bin, «Abdul» and «-eddine» as Abd and din. */
function withoutArticles(words: readonly string[]): string[] {
  const last = words.length - 1;
  return words
    .filter((word, at) => at === last || !ARTICLES.has(word) || (at === 0 && last === 0))
    .map((word, at) => {
      if (word === "ibn") return "bin";
      if (/^abd[aeou]?l?$/.test(word)) return "abd";
      const plain = at > 0 ? word.replace(/^[ae]l(?=[a-z]{4})/, "") : word;
      return plain
        .replace(/^abd[aeou]l?(?=[a-z]{3})/, "abd")
        .replace(/(?<=[a-z]{2})[aeu](?:l|d)?d[ei]{1,2}ne?$/, "din");
    });
}

interface Sound {
  readonly length: number;
  readonly sounds: readonly string[];
}

/** Longest first. An empty sound: the letters may be mute, or a vowel. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["tsch", ["c"]],
  ["tsh", ["c"]],
  ["sch", ["c", "sk"]],
  ["tch", ["c"]],
  ["dzh", ["k"]],
  ["sh", ["c"]],
  ["zh", ["c", "k", "z"]],
  ["ch", ["c", "k", "x"]],
  ["kh", ["x", "k"]],
  ["gh", ["k", ""]],
  ["ph", ["f"]],
  ["th", ["t", "d"]],
  ["dh", ["d"]],
  ["dj", ["k"]],
  ["ck", ["k"]],
  ["cz", ["c", "s"]],
  ["sz", ["c", "s"]],
  ["tz", ["s", "tz"]],
  ["ts", ["s"]],
  ["gn", ["kn", "n"]],
  ["qu", ["k"]],
  ["gu", ["k"]],
];

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  b: ["b"],
  c: ["k"],
  d: ["d"],
  f: ["f"],
  g: ["k"],
  h: [""],
  j: ["k", "", "x"],
  k: ["k"],
  l: ["l"],
  m: ["m"],
  n: ["n"],
  p: ["b"],
  q: ["k", "c"],
  r: ["r"],
  s: ["s"],
  t: ["t"],
  v: ["f", ""],
  w: ["", "f"],
  x: ["ks", "c", "s"],
  z: ["z", "s", "d", "k"],
};

const FIRST: Readonly<Record<string, readonly string[]>> = {
  a: ["a"],
  e: ["a", "y"],
  i: ["a", "y"],
  o: ["a", "w"],
  u: ["a", "w", "y"],
  h: ["h", "a", "x"],
  j: ["k", "y", "x"],
  w: ["w", "f"],
  y: ["y", "a"],
};

function soundAt(letters: string, at: number): Sound {
  const group = GROUPS.find(([written]) => letters.startsWith(written, at));
  if (group !== undefined) return { length: group[0].length, sounds: group[1] };
  const letter = letters[at] as string;
  const first = at === 0 ? FIRST[letter] : undefined;
  if (first !== undefined) return { length: 1, sounds: first };
  const next = letters[at + 1] ?? "";
  if (letter === "c" && /[eiy]/.test(next)) return { length: 1, sounds: ["s", "c", "k"] };
  const isFinal = next === "" || next === " ";
  if (isFinal && letter === "s") return { length: 1, sounds: ["s", "z", "", "c"] };
  if (isFinal && /[dtxz]/.test(letter)) return { length: 1, sounds: [...(LETTERS[letter] ?? []), ""] };
  if (letter === "s" && isVowel(letters[at - 1]) && isVowel(next)) return { length: 1, sounds: ["s", "z"] };
  return { length: 1, sounds: LETTERS[letter] ?? [""] };
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && /[aeiouy]/.test(letter);
}

const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ş: "sh",
  ș: "sh",
  š: "sh",
  ç: "cz",
  č: "ch",
  ć: "ch",
  ž: "zh",
  ğ: "gh",
  ñ: "n",
};

/** Russian, Ukrainian, Bulgarian and Serbian letters as the press writes them in Latin ones. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  ј: "i",
  к: "k",
  л: "l",
  љ: "l",
  м: "m",
  н: "n",
  њ: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ћ: "ch",
  џ: "dj",
  ђ: "dj",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};
