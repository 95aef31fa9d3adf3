import type { ListedArticle } from "../model/article.ts";
import { countryOf } from "./containment.ts";
import type { SiteContext } from "./context.ts";
import { idsIn, NAMING_FIELDS } from "./listed-article.ts";
import { VIEW } from "./strings.ts";
import type { MentionCard } from "./views/article.ts";

/** Links that the body makes of names, as src/site/body.ts writes them. */
const MENTION = /<a href="([^"]*)" class="mention">/g;

/**
 * What is told of the records that a body links, in the order of the links. Nothing that grows with the archive (a
 * number of articles): an article would be rendered again whenever another one came.
 */
export function mentionCards(context: SiteContext, article: ListedArticle, html: string): MentionCard[] {
  const ids = new Map(
    NAMING_FIELDS.flatMap((field) => idsIn(article, field)).map((id) => [context.ref(id).url, id] as const),
  );
  return [...html.matchAll(MENTION)].flatMap(([, href = ""]) => {
    const id = ids.get(href);
    return id === undefined ? [] : [cardOf(context, id)];
  });
}

function cardOf(context: SiteContext, id: string): MentionCard {
  const entity = context.entity(id);
  const { type, kind, prefLabel, latin, description, roles, provisional } = entity;
  const label = (kind === undefined ? undefined : VIEW.kinds[kind]) ?? VIEW.typeLabels[type];
  const country = type === "place" ? countryOf(context, entity) : undefined;
  const home = country === undefined || country.id === id ? undefined : country.prefLabel;
  const office = roles.findLast(({ end }) => end === undefined)?.label;
  const about = description ?? office ?? home;
  return {
    url: context.ref(id).url,
    label: provisional === true ? VIEW.provisional : label,
    name: prefLabel,
    ...(latin === undefined || latin === prefLabel ? {} : { latin }),
    ...(about === undefined ? {} : { about }),
  };
}
