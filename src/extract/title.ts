import { sentences } from "../arabic/tokenize.ts";
import type { SegmentedArticle, TitleStatus } from "../model/article.ts";
import type { Declared } from "../model/metadata.ts";
import type { Extracted } from "../model/span.ts";
import { candidateFrom, withAlternatives } from "./alternatives.ts";

const LONGEST_DERIVED = 140;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The headline as found, or the lead's first sentence, marked as derived. A derived title is the raw text's own
 * words from the start of the sentence, cut at a word with «…» when long.
 */
export function extractTitle(article: SegmentedArticle): { title: Extracted<string>; status: TitleStatus } {
  const { headline } = article;
  if (headline !== undefined) {
    const { text, at, rule, status } = headline;
    const title = { value: text, rule, words: text, at, confidence: status === "found" ? 0.95 : 0.9 };
    return { title: withDeclared(title, article.metadata?.title), status };
  }
  const lead = article.blocks.find(({ kind, text }) => kind === "paragraph" && WORD.test(text));
  const ranges = lead ? sentences(article.text.slice(...lead.at), lead.at[0]) : [];
  const range = ranges.find((sentence) => WORD.test(article.text.slice(...sentence)));
  if (range === undefined) return { title: { value: "", rule: "headline:missing", confidence: 1 }, status: "missing" };
  const [start] = range;
  const sentence = article.text.slice(...range).replace(/(?<![.،؛\s])[.،؛\s]+$/u, "");
  const cut = cutAtWord(sentence);
  const value = cut === sentence ? cut : `${cut}…`;
  return {
    title: { value, rule: "headline:derived-from-lead", words: cut, at: [start, start + cut.length], confidence: 0.6 },
    status: "derived",
  };
}

/** The line above the headline, where the layout of a plain text's source declares one. */
export function extractKicker({ kicker }: SegmentedArticle): Extracted<string>[] {
  return kicker === undefined
    ? []
    : [
        {
          value: kicker.text.replace(/\s*:$/u, ""),
          rule: kicker.rule,
          words: kicker.text,
          at: kicker.at,
          confidence: 0.9,
        },
      ];
}

/** What the source declares as title and is not the one on top of the text. */
function withDeclared(title: Extracted<string>, declared: Declared | undefined): Extracted<string> {
  if (declared === undefined) return title;
  const all = [...declared.chosen, ...declared.others].map((found) => candidateFrom(found, found.value));
  return withAlternatives(title, all, declared.chosen[0].value === title.value ? declared.by : "choose:text");
}

/** At most `LONGEST_DERIVED` characters, to the last whole word; a word longer than that is cut. */
function cutAtWord(sentence: string): string {
  if (sentence.length <= LONGEST_DERIVED) return sentence;
  const room = sentence.slice(0, LONGEST_DERIVED + 1);
  const space = room.search(/\s\S*$/u);
  const cut = space > 0 ? room.slice(0, space) : room.slice(0, LONGEST_DERIVED).replace(/[\uD800-\uDBFF]$/, "");
  return cut.replace(/[.،؛\s]+$/u, "");
}
