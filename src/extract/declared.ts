import type { Declaration, Declared, ExtractedFields, Metadata } from "../model/article.ts";
import { isEdtf } from "../model/edtf.ts";
import type { Extracted } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";
import { isNobody } from "./sources.ts";

/**
 * What the source declares beside its text (JSON-LD, meta tags, feed elements), as fields. Such a value stands in
 * no line of the text of record: its evidence has the exact words and says where, and no offsets.
 */
export function extractDeclared(metadata: Metadata, gazetteer: Gazetteer): ExtractedFields {
  const published = dateOf(metadata.published);
  const modified = dateOf(metadata.modified);
  const source = sourceOf(metadata, gazetteer);
  const authors = (metadata.author?.chosen ?? []).filter(({ value }) => !isNobody(value));
  return {
    ...(published && { published }),
    ...(modified && { modified }),
    ...(source && { source }),
    ...(authors.length > 0 && {
      authors: authors.map((author) => fieldFrom(author, author.value, metadata.author as Declared)),
    }),
  };
}

function dateOf(declared: Declared | undefined): Extracted<string> | undefined {
  const chosen = declared?.chosen[0];
  return chosen && isEdtf(chosen.value) ? fieldFrom(chosen, chosen.value, declared) : undefined;
}

/** The outlet by its host first: a site's name is written in many ways. */
function sourceOf({ domain, site }: Metadata, gazetteer: Gazetteer): Extracted<string> | undefined {
  for (const declared of [domain, site]) {
    for (const declaration of declared?.chosen ?? []) {
      const outlet = gazetteer.outlet(declaration.value.replace(/^www\./, ""));
      if (outlet !== undefined) return fieldFrom(declaration, outlet, declared as Declared);
    }
  }
  return undefined;
}

function fieldFrom(
  { rule, words, place }: Declaration,
  value: string,
  { confidence, others }: Declared,
): Extracted<string> {
  const lost = others.map((other) => `${other.value} (${other.rule})`);
  return {
    value,
    rule,
    words,
    confidence,
    note: lost.length === 0 ? place : `${place}; other candidates: ${lost.join(", ")}`,
  };
}
