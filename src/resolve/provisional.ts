import { remember } from "../arabic/remember.ts";
import { sha256 } from "../effects.ts";
import { type Entity, NO_LISTS } from "../model/entity.ts";
import { keyOfName } from "./people-index.ts";

/** 48 bits: of a million names hardly two have the same. */
const ID_LENGTH = 12;

/**
 * The id of a person whom no authority file knows: `p-` and the hash of the strict key of the name, so that every
 * spelling in every article and every run has the same one. `apart` tells apart people of one name.
 */
export function provisionalId(name: string, apart = ""): string {
  const key = keyOfName(name);
  // One of several people is asked for once, when articles are related.
  return apart === "" ? knownId(key) : idOf(`${key} ${apart}`);
}

const idOf = (key: string) => `p-${sha256(key).slice(0, ID_LENGTH)}`;
const knownId = remember(idOf);

export const PROVISIONAL_ID = /^p-[0-9a-f]{12}$/;

/** The record of somebody whom no authority file knows. */
export function provisionalPerson(
  id: string,
  known: Pick<Entity, "prefLabel" | "altLabel" | "roles" | "country">,
): Entity {
  return {
    id,
    type: "person",
    provisional: true,
    ...NO_LISTS,
    ...known,
  };
}
