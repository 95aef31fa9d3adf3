import { nameKey } from "../arabic/names/key.ts";
import { latinNameKey } from "../arabic/names/latin.ts";
import { remember } from "../arabic/remember.ts";
import type { Authority, Entity } from "../model/entity.ts";

/** People of the authority files by the strict keys of their full names. */
export interface PeopleIndex {
  /** Records that a full name in any script names, in any of its spellings; two and more when they share it. */
  named(name: string): readonly Entity[];
}

const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** Built when it is first asked: a run that reads nothing needs none. */
export function indexPeople(authority: Authority): PeopleIndex {
  let byKey: Map<string, Entity[]> | undefined;
  return {
    named(name) {
      byKey ??= build(authority);
      return byKey.get(keyOfName(name)) ?? [];
    },
  };
}

function build({ entities }: Authority): Map<string, Entity[]> {
  const byKey = new Map<string, Entity[]>();
  for (const entity of entities.values()) {
    if (entity.type !== "person") continue;
    const ambiguous = new Set(entity.ambiguousLabel);
    const labels = [
      entity.prefLabel,
      ...entity.altLabel,
      ...entity.hiddenLabel,
      ...(entity.latin ? [entity.latin] : []),
    ];
    const keys = new Set(labels.filter((label) => !ambiguous.has(label)).map(keyOfAnyName));
    for (const key of keys) {
      if (key === "") continue;
      const owners = byKey.get(key);
      if (owners === undefined) byKey.set(key, [entity]);
      else owners.push(entity);
    }
  }
  return byKey;
}

/** `keyOfAnyName` of names in articles, which name the same people again and again. */
export const keyOfName = remember(keyOfAnyName);

/** The strict key of a name in its own script. */
function keyOfAnyName(name: string): string {
  return LATIN.test(name) ? latinNameKey(name) : nameKey(name);
}
