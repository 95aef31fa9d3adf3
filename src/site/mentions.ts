import type { Article, ListedArticle } from "../model/article.ts";
import type { Authority } from "../model/entity.ts";
import { FIELDS } from "../model/fields.ts";
import type { MentionTarget } from "./link-mentions.ts";
import { idsIn, NAMING_FIELDS } from "./listed-article.ts";
import type { Urls } from "./urls.ts";

/** Topics are about the whole text: no word of it is their name. */
const FIELDS_WITH_NAMES = NAMING_FIELDS.filter((field) => FIELDS[field].entityType !== "topic");

/** Addresses that the body of an article may link: with its file, all that its mentions follow from. */
export function mentionUrls(article: ListedArticle, { entities }: Authority, urls: Urls): string[] {
  return FIELDS_WITH_NAMES.flatMap((field) => idsIn(article, field)).flatMap((id) => {
    const entity = entities.get(id);
    return entity === undefined ? [] : [urls.entity(entity.type, id)];
  });
}

/** The records an article names, with the words it names them by: those of the evidence first, then every other form. */
export function mentionsOf(article: Article, { entities }: Authority, urls: Urls): MentionTarget[] {
  const words = new Map<string, Set<string>>();
  for (const field of FIELDS_WITH_NAMES) {
    for (const id of idsIn(article, field)) {
      if (!entities.has(id)) continue;
      const evidence = article.evidence[`${field}.${id}`] ?? article.evidence[field];
      const forms = words.get(id) ?? new Set();
      words.set(id, forms);
      // Words that speak for a topic, which in turn speaks for a place, are not the place's name.
      if (evidence?.words !== undefined && !evidence.rule.includes("topic")) forms.add(evidence.words);
      for (const form of Object.keys(article.names[id]?.forms ?? {})) forms.add(form);
    }
  }
  return [...words].flatMap(([id, forms]) => {
    const entity = entities.get(id);
    return entity === undefined || forms.size === 0 ? [] : [{ words: [...forms], url: urls.entity(entity.type, id) }];
  });
}
