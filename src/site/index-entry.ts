import type { Entity } from "../model/entity.ts";
import type { SiteContext } from "./context.ts";
import { VIEW } from "./strings.ts";
import type { IndexEntry } from "./views/indexes.ts";

/** From so many names on, looking through a list is slower than typing. */
export const FILTER_FROM = 12;

/** A name in an index, with what tells it from others of the same name: of people and bodies the office held now. */
export function indexEntry(
  context: SiteContext,
  entity: Entity,
  note = entity.roles.findLast(({ end }) => end === undefined)?.label,
): IndexEntry {
  return {
    ...context.ref(entity.id),
    ...(note === undefined ? {} : { note }),
    ...(entity.latin === undefined ? {} : { latin: entity.latin }),
    ...(entity.provisional === undefined ? {} : { isProvisional: true }),
    ...(entity.altLabel.length === 0 ? {} : { otherNames: entity.altLabel }),
  };
}

/** «عاصمة», «مدينة». */
export function kindOf({ kind }: Entity): string | undefined {
  return kind === undefined ? undefined : VIEW.kinds[kind];
}

/** Fragment of a letter's heading; "" is that of names in other scripts. */
export function letterId(letter: string): string {
  return letter === "" ? "letter-other" : `letter-${(letter.codePointAt(0) ?? 0).toString(16)}`;
}
