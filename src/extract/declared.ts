import type { Declaration, Declared, ExtractedFields, Metadata } from "../model/article.ts";
import { isEdtf } from "../model/edtf.ts";
import type { Alternative, Extracted } from "../model/span.ts";
import { candidateFrom, prefer, withAlternatives } from "./alternatives.ts";
import type { Gazetteer } from "./context.ts";
import { isNobody } from "./sources.ts";

/**
 * What the source declares beside its text (JSON-LD, meta tags, feed elements), as fields. Such a value stands in
 * no line of the text of record: its evidence has the exact words and says where, and no offsets. What other places
 * of the source declare instead is kept with it.
 */
export function extractDeclared(metadata: Metadata, gazetteer: Gazetteer): ExtractedFields {
  const published = dateOf(metadata.published);
  const modified = dateOf(metadata.modified);
  const source = sourceOf(metadata, gazetteer);
  const authors = authorsOf(metadata.author);
  const { kicker } = metadata;
  return {
    ...(published && { published }),
    ...(modified && { modified }),
    ...(source && { source }),
    ...(kicker && { kicker: [kickerOf(kicker)] }),
    ...(authors.length > 0 && { authors }),
  };
}

/** Declared values over those read in the text; where both speak of one field, the text's is kept as the one that lost. */
export function preferDeclared(declared: ExtractedFields, read: ExtractedFields): ExtractedFields {
  const fields = { ...read, ...declared };
  for (const field of ["published", "modified", "source"] as const) {
    const winner = declared[field];
    if (winner !== undefined) fields[field] = prefer(winner, read[field], "choose:declared");
  }
  const [first, ...others] = declared.authors ?? [];
  if (first !== undefined) {
    const named = new Set(others.map(({ value }) => value));
    const lost = (read.authors ?? []).filter(({ value }) => !named.has(value));
    fields.authors = [lost.reduce((winner, loser) => prefer(winner, loser, "choose:declared"), first), ...others];
  }
  return fields;
}

function dateOf(declared: Declared | undefined): Extracted<string> | undefined {
  const chosen = declared?.chosen[0];
  if (declared === undefined || chosen === undefined || !isEdtf(chosen.value)) return undefined;
  const others = declared.others.filter(({ value }) => isEdtf(value));
  return withAlternatives(fieldFrom(chosen, chosen.value, declared), others.map(asItIs), declared.by);
}

/** The outlet by its host first: a site's name is written in many ways. */
function sourceOf({ domain, site }: Metadata, gazetteer: Gazetteer): Extracted<string> | undefined {
  const outlets = [domain, site].flatMap((declared) =>
    (declared === undefined ? [] : [...declared.chosen, ...declared.others]).flatMap((declaration) => {
      const outlet = gazetteer.outlet(declaration.value.replace(/^www\./, ""));
      return outlet === undefined ? [] : [{ outlet, declaration, declared: declared as Declared }];
    }),
  );
  const first = outlets.find(({ declaration, declared }) => declared.chosen.includes(declaration));
  if (first === undefined) return undefined;
  const others = outlets.map(({ outlet, declaration }) => candidateFrom(declaration, outlet));
  return withAlternatives(fieldFrom(first.declaration, first.outlet, first.declared), others, "choose:rank");
}

function authorsOf(declared: Declared | undefined): Extracted<string>[] {
  const chosen = (declared?.chosen ?? []).filter(({ value }) => !isNobody(value));
  const authors = chosen.map((author) => fieldFrom(author, author.value, declared as Declared));
  const [first, ...rest] = authors;
  if (first === undefined || declared === undefined) return [];
  const named = new Set(rest.map(({ value }) => value));
  const others = declared.others.filter(({ value }) => !isNobody(value) && !named.has(value));
  return [withAlternatives(first, others.map(asItIs), declared.by), ...rest];
}

function kickerOf(declared: Declared): Extracted<string> {
  const [chosen] = declared.chosen;
  return withAlternatives(fieldFrom(chosen, chosen.value, declared), declared.others.map(asItIs), declared.by);
}

function asItIs(declaration: Declaration): Alternative {
  return candidateFrom(declaration, declaration.value);
}

function fieldFrom({ rule, words, place }: Declaration, value: string, { confidence }: Declared): Extracted<string> {
  return { value, rule, words, confidence, note: place };
}
