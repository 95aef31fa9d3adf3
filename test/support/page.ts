import { parseHTML } from "linkedom";

/** A rendered page as a document. */
export function parsePage(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}
