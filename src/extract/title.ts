import { sentences } from "../arabic/tokenize.ts";
import type { SegmentedArticle, TitleStatus } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";

const LONGEST_DERIVED = 140;

/**
 * The headline as found, or the lead's first sentence, marked as derived. A derived title is the raw text's own
 * words from the start of the sentence, cut at a word with «…» when long.
 */
export function extractTitle(article: SegmentedArticle): { title: Extracted<string>; status: TitleStatus } {
  const { headline } = article;
  if (headline !== undefined) {
    const { text, at, rule, status } = headline;
    return { title: { value: text, rule, words: text, at, confidence: status === "found" ? 0.95 : 0.9 }, status };
  }
  const lead = article.blocks.find(({ kind }) => kind === "paragraph");
  const range = lead && sentences(article.text.slice(...lead.at), lead.at[0])[0];
  if (range === undefined) return { title: { value: "", rule: "headline:missing", confidence: 1 }, status: "missing" };
  const [start] = range;
  const sentence = article.text.slice(...range).replace(/(?<![.،؛\s])[.،؛\s]+$/u, "");
  const cut =
    sentence.length <= LONGEST_DERIVED ? sentence : sentence.slice(0, sentence.lastIndexOf(" ", LONGEST_DERIVED));
  const value = cut === sentence ? cut : `${cut}…`;
  return {
    title: { value, rule: "headline:derived-from-lead", words: cut, at: [start, start + cut.length], confidence: 0.6 },
    status: "derived",
  };
}
