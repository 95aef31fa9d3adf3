import type { VFileMessage } from "vfile-message";
import { fold } from "../arabic/normalize.ts";
import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { mistake } from "./authority-messages.ts";
import type { Located } from "./authority-records.ts";

type Records = ReadonlyMap<string, Located<Entity>>;

/**
 * Checks across records: references to records that do not exist (dropped), circles of broader records (the
 * link that closes the circle is dropped), full labels that two records share.
 */
export function checkAuthority(records: Records): { entities: Map<string, Entity>; problems: VFileMessage[] } {
  const problems: VFileMessage[] = [];
  const entities = new Map<string, Entity>();
  for (const [id, record] of records) entities.set(id, withKnownReferences(record, records, problems));
  for (const [id, entity] of entities) {
    const open = entity.broader.filter((broader) => !reaches(entities, broader, id));
    if (open.length === entity.broader.length) continue;
    entities.set(id, { ...entity, broader: open });
    const closing = entity.broader.filter((broader) => !open.includes(broader));
    problems.push(
      mistake(
        records.get(id) as Located<Entity>,
        "circle",
        `${id}: broader leads back to the record itself by way of ${closing.join(", ")}`,
        {
          actual: closing.join(", "),
          note: "Delete one of the links; this one is left out",
        },
        "warning",
      ),
    );
  }
  problems.push(...sharedLabels(records));
  return { entities, problems };
}

/** Types a field may point to. */
const TARGETS = {
  country: () => "place",
  spatial: () => "place",
  broader: (type: EntityType) => type,
} as const;

function withKnownReferences(record: Located<Entity>, records: Records, problems: VFileMessage[]): Entity {
  const entity = record.value;
  if (entity.country === undefined && entity.broader.length === 0 && entity.spatial.length === 0) return entity;
  const isKnown = (field: keyof typeof TARGETS, id: string): boolean => {
    const wanted = TARGETS[field](entity.type);
    const found = records.get(id)?.value.type;
    if (found === wanted) return true;
    const reason =
      found === undefined
        ? `${entity.id}: no record has the id ${id}, named as ${field}`
        : `${entity.id}: ${field} should name a ${wanted}, and ${id} is a ${found}`;
    problems.push(
      mistake(
        record,
        "unknown-reference",
        reason,
        {
          actual: id,
          expected: [`the id of a ${wanted}`],
          note: "Add the record, or correct the id; the reference is left out",
        },
        "warning",
      ),
    );
    return false;
  };
  const { country, ...rest } = entity;
  return {
    ...rest,
    ...(country !== undefined && isKnown("country", country) ? { country } : {}),
    broader: entity.broader.filter((id) => isKnown("broader", id)),
    spatial: entity.spatial.filter((id) => isKnown("spatial", id)),
  };
}

function reaches(entities: ReadonlyMap<string, Entity>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(entities.get(id)?.broader ?? []));
  }
  return false;
}

/** Names of people, organisations and places are looked for together in a text, outlets and topics each by themselves. */
const GROUP: Readonly<Record<EntityType, string>> = {
  person: "name",
  organization: "name",
  place: "name",
  source: "source",
  topic: "topic",
};

function sharedLabels(records: Records): VFileMessage[] {
  const owners = new Map<string, Located<Entity>>();
  const problems: VFileMessage[] = [];
  for (const record of records.values()) {
    for (const label of fullLabels(record.value)) {
      const key = `${GROUP[record.value.type]} ${label.key}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, record);
      else if (owner !== record) problems.push(sharedLabel(label.text, record, owner));
    }
  }
  return problems;
}

/** Labels that name the record by themselves, folded as texts are when names are looked for. */
function fullLabels(entity: Entity): { text: string; key: string }[] {
  const ambiguous = new Set(entity.ambiguousLabel.map(fold));
  return [entity.prefLabel, ...entity.altLabel, ...entity.hiddenLabel, ...entity.codes]
    .map((text) => ({ text, key: fold(text) }))
    .filter(({ key }) => !ambiguous.has(key));
}

function sharedLabel(label: string, record: Located<Entity>, owner: Located<Entity>): VFileMessage {
  const note =
    GROUP[record.value.type] === "name"
      ? "A text that says only this names neither. Move it to ambiguousLabel with contextWords, or take it from one of them"
      : "Take it from one of them";
  return mistake(
    record,
    "shared-label",
    `«${label}» names ${record.value.id} and ${owner.value.id} (${owner.file}:${owner.line})`,
    { actual: label, note },
    "warning",
  );
}
