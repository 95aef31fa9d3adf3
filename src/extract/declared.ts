import type { ExtractedFields } from "../model/article.ts";
import { isEdtf } from "../model/edtf.ts";
import type { Declaration, Declared, Metadata } from "../model/metadata.ts";
import type { Alternative, Extracted } from "../model/span.ts";
import { candidateFrom, prefer, withAlternatives } from "./alternatives.ts";
import { readAuthorLine } from "./author-line.ts";
import type { Gazetteer } from "./context.ts";
import { countriesDeclared, outletHere } from "./shared-outlets.ts";

/**
 * What the source declares beside its text (JSON-LD, meta tags, feed elements), as fields. Such a value stands in
 * no line of the text of record: its evidence has the exact words and says where, and no offsets. What other places
 * of the source declare instead is kept with it.
 */
export function extractDeclared(metadata: Metadata, gazetteer: Gazetteer): ExtractedFields {
  const published = dateOf(metadata.published);
  const modified = dateOf(metadata.modified);
  const { kicker } = metadata;
  const originalUrl = addressOf(metadata.url);
  const signed = signaturesOf(metadata.author, gazetteer);
  const [agency] = signed.outlets;
  const source = sourceOf(metadata, gazetteer) ?? agency;
  const cited = signed.outlets.filter(({ value }) => value !== source?.value);
  // «بلاد (بلدة)»: the narrower one.
  const isNarrowest = (place: string) =>
    signed.places.every(({ value }) => gazetteer.isWithin(place, value) || value === place);
  const datelinePlace = signed.places.find(({ value }) => isNarrowest(value));
  return {
    ...(published && { published }),
    ...(modified && { modified }),
    ...(source && { source }),
    ...(kicker && { kicker: [kickerOf(kicker)] }),
    ...(originalUrl && { originalUrl: [originalUrl] }),
    ...(signed.authors.length > 0 && { authors: signed.authors }),
    ...(cited.length > 0 && { citedAgencies: cited }),
    ...(datelinePlace && { datelinePlace }),
  };
}

/**
 * Declared values over those read in the text; where both speak of one field, the text's is kept as the one that
 * lost. An agency that the text is credited to is quoted by the outlet that declares itself.
 */
export function preferDeclared(declared: ExtractedFields, read: ExtractedFields): ExtractedFields {
  const fields = { ...read, ...declared };
  const source = fields.source?.value;
  const credited = declared.source && read.source ? [read.source] : [];
  const cited = new Map<string, Extracted<string>>();
  for (const agency of [...(declared.citedAgencies ?? []), ...credited, ...(read.citedAgencies ?? [])])
    if (agency.value !== source && !cited.has(agency.value)) cited.set(agency.value, agency);
  if (cited.size > 0) fields.citedAgencies = [...cited.values()];
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
function sourceOf(metadata: Metadata, gazetteer: Gazetteer): Extracted<string> | undefined {
  const countries = countriesDeclared(metadata);
  const { domain, site } = metadata;
  const outlets = [domain, site].flatMap((declared) =>
    (declared === undefined ? [] : [...declared.chosen, ...declared.others]).flatMap((declaration) => {
      const outlet = outletHere(declaration.value.replace(/^www\./, ""), gazetteer, countries)?.id;
      return outlet === undefined ? [] : [{ outlet, declaration, declared: declared as Declared }];
    }),
  );
  const first = outlets.find(({ declaration, declared }) => declared.chosen.includes(declaration));
  if (first === undefined) return undefined;
  const others = outlets.map(({ outlet, declaration }) => candidateFrom(declaration, outlet));
  return withAlternatives(fieldFrom(first.declaration, first.outlet, first.declared), others, "choose:rank");
}

interface Signatures {
  readonly authors: readonly Extracted<string>[];
  readonly outlets: readonly Extracted<string>[];
  readonly places: readonly Extracted<string>[];
}

/** People, outlets and towns that are declared as authors. */
function signaturesOf(declared: Declared | undefined, gazetteer: Gazetteer): Signatures {
  if (declared === undefined) return { authors: [], outlets: [], places: [] };
  const lines = declared.chosen.map((author) => ({ author, line: readAuthorLine(author.value, gazetteer) }));
  const authors = lines.flatMap(({ author, line: { people } }) =>
    people.map((name) => fieldFrom(author, name, declared)),
  );
  const records = (of: "outlets" | "places") =>
    lines.flatMap(({ author, line }) => line[of].map(({ id, words }) => fieldFrom({ ...author, words }, id, declared)));
  const [first, ...rest] = authors;
  const named = new Set(rest.map(({ value }) => value));
  const others = declared.others.flatMap((other) =>
    readAuthorLine(other.value, gazetteer)
      .people.filter((name) => !named.has(name))
      .map((name) => candidateFrom(other, name)),
  );
  return {
    authors: first === undefined ? [] : [withAlternatives(first, others, declared.by), ...rest],
    outlets: records("outlets"),
    places: records("places"),
  };
}

function kickerOf(declared: Declared): Extracted<string> {
  const [chosen] = declared.chosen;
  return withAlternatives(fieldFrom(chosen, chosen.value, declared), declared.others.map(asItIs), declared.by);
}

/**
 * The article's own address. A page that declares its site's front page says nothing of itself. What other places
 * declare differs by a slash or a counter and is no dispute.
 */
function addressOf(declared: Declared | undefined): Extracted<string> | undefined {
  const own = [...(declared?.chosen ?? []), ...(declared?.others ?? [])].find(({ value }) => isBelowTop(value));
  return declared && own && fieldFrom(own, own.value, declared);
}

/** An http(s) address with a path or a query. */
function isBelowTop(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search } = new URL(address);
  return /^https?:$/.test(protocol) && (pathname !== "/" || search !== "");
}

function asItIs(declaration: Declaration): Alternative {
  return candidateFrom(declaration, declaration.value);
}

function fieldFrom({ rule, words, place }: Declaration, value: string, { confidence }: Declared): Extracted<string> {
  return { value, rule, words, confidence, note: place };
}
