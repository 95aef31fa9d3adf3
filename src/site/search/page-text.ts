import { Parser } from "htmlparser2";

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
