import { Parser } from "htmlparser2";
import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import { formatTerms } from "../../arabic/analysis/index-terms.ts";
import type { SearchDocument } from "../site-data.ts";

/** A document as the index reads it: each word of the original is one word here, its terms. */
export interface Shadow {
  readonly html: string;
  /** The words of the original, blanks between them. */
  readonly content: string;
  readonly words: number;
  /** Words of the headline, which comes first. */
  readonly titleWords: number;
}

/** Language code without a stemmer of Pagefind's: terms are stemmed already. */
export const LANGUAGE = "arx";
/** A word of the headline counts as this many of the body, one of a heading as that many. */
const TITLE_WEIGHT = 5;
const HEADING_WEIGHT = 2;

/** Makes the shadow; `onWord` is told every chunk of the original. */
export function makeShadow(
  document: Pick<SearchDocument, "title" | "html" | "names">,
  { analyze }: Analyzer,
  onWord: (chunk: string) => void,
): Shadow {
  const originals: string[] = [];
  const write = (text: string) => {
    let terms = "";
    for (const chunk of analyze(text)) {
      originals.push(chunk.text);
      onWord(chunk.text);
      terms += `${terms === "" ? "" : " "}${formatTerms(chunk)}`;
    }
    return terms;
  };
  const title = write(document.title);
  const titleWords = originals.length;
  const paragraphs = blocks(document.html).map(({ text, isHeading }) =>
    paragraph(write(text), isHeading ? HEADING_WEIGHT : 1),
  );
  // Metadata are searched but are no part of the text.
  const names = document.names.map((name) => analyze(name).map(formatTerms).join(" ")).join(" ");
  const meta = names === "" ? "" : `<meta data-pagefind-meta="names[content]" content="${names}">`;
  return {
    html: `<!doctype html><html lang="${LANGUAGE}"><head>${meta}</head><body data-pagefind-body>${paragraph(title, TITLE_WEIGHT)}${paragraphs.join("")}</body></html>`,
    content: originals.join(" "),
    words: originals.length,
    titleWords,
  };
}

const paragraph = (words: string, weight: number) =>
  weight === 1 ? `<p>${words}</p>` : `<p data-pagefind-weight="${weight}">${words}</p>`;

const BLOCKS = new Set(
  "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul br".split(
    " ",
  ),
);

interface Block {
  readonly text: string;
  readonly isHeading: boolean;
}

/** The text of a page's blocks, in order. */
export function blocks(html: string): Block[] {
  const found: Block[] = [];
  let text = "";
  let isHeading = false;
  const close = () => {
    if (text.trim() !== "") found.push({ text, isHeading });
    text = "";
  };
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
    onopentagname: (name) => {
      if (!BLOCKS.has(name)) return;
      close();
      isHeading = /^h[1-6]$/.test(name);
    },
    onclosetag: (name) => {
      if (!BLOCKS.has(name)) return;
      close();
      isHeading = false;
    },
  });
  parser.end(html);
  close();
  return found;
}
