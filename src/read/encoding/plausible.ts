/**
 * Is this Arabic? Wrong decodings of Arabic bytes hold Arabic letters too («ط§ظ„ط«»), so letters alone do not
 * tell: words do. In running Arabic four words in ten are function words or begin with the article.
 */
const COMMON = new Set(
  (
    "في من على إلى الى عن مع أن ان إن لا ما هذا هذه ذلك تلك التي الذي الذين كان كانت قد بعد قبل بين حول خلال كل " +
    "غير أو او ثم هو هي هم وهو وهي كما لم لن عند عندما حيث منذ حتى أي اي دون ضد نحو قال وقال قالت وقالت أكد وأكد " +
    "أضاف وأضاف وأن وفي ومن وعلى وكان وكانت وقد ولم ولا إنه أنه إنها أنها به له لها فيه فيها عليه عليها يوم عام"
  ).split(" "),
);

const ARTICLE = /^[وفبك]?(?:ال|لل)[\u0621-\u064a]{2,}$/u;
const TOKEN = /[\p{L}\p{M}]+/gu;
const ARABIC_LETTER = /[\u0621-\u064a\u066e-\u06d3]/u;
const ARABIC_LETTERS = /[\u0621-\u064a\u066e-\u06d3]/gu;
/** What text in Arabic does not hold: replacement and control characters, letters for private use, a word that begins with a mark, goes on after ta marbuta, or changes its script in the middle. */
const IMPOSSIBLE =
  /[\ufffd\p{Co}]|(?![\t\n\v\f\r])\p{Cc}|(?<![\p{L}\p{M}])[\u064b-\u0652]|ة(?=[\u0621-\u064a])|[\u0621-\u064a](?=[a-zà-öø-ÿ])|[a-zà-öø-ÿ](?=[\u0621-\u064a])/gu;

const SAMPLE = 60_000;

export interface Plausibility {
  /** Words with an Arabic letter. */
  readonly words: number;
  /** Share of those that are function words or carry the article. */
  readonly known: number;
  /** Signs that no Arabic text holds, for each of those words. */
  readonly impossible: number;
}

/** Measures the beginning of a text. */
export function measureArabic(text: string): Plausibility {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let words = 0;
  let known = 0;
  for (const [token] of sample.matchAll(TOKEN)) {
    if (!ARABIC_LETTER.test(token)) continue;
    words++;
    if (COMMON.has(token) || ARTICLE.test(token)) known++;
  }
  const impossible = sample.match(IMPOSSIBLE)?.length ?? 0;
  return { words, known: words === 0 ? 0 : known / words, impossible: words === 0 ? impossible : impossible / words };
}

/** Running Arabic holds 0.3 to 0.5 known words, a wrong decoding of it less than 0.03; a few words of a headline may hold none. */
export function isPlausibleArabic({ words, known, impossible }: Plausibility): boolean {
  if (words === 0) return false;
  return impossible <= 0.02 && (known >= 0.1 || words < 12);
}

/** Share of the letters that are Arabic, 0 to 1; 0 without letters. */
export function arabicShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(ARABIC_LETTERS)?.length ?? 0) / letters;
}
