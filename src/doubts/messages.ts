import type { VFileMessage } from "vfile-message";
import { CONTRADICTING } from "../extract/contradictions.ts";
import type { Archive } from "../model/archive.ts";
import type { Corrected } from "../model/correction.ts";
import { DATE_FIELDS, type EntityType } from "../model/fields.ts";
import { type Doubt, type DoubtKind, evidenceKey } from "./find.ts";

/** Problems of reading that are doubts about a field; the field of a name that stays open follows from its candidates. */
const FINDINGS: Readonly<Record<string, { readonly kind: DoubtKind; readonly field?: Corrected }>> = {
  "resolve:ambiguous-name": { kind: "unresolved" },
  ...Object.fromEntries(DATE_FIELDS.map((field) => [CONTRADICTING[field], { kind: "contradicting" as const, field }])),
  "place:unknown-dateline": { kind: "unresolved", field: "datelinePlace" },
  "source:ambiguous-outlet": { kind: "unresolved", field: "source" },
  "segment:several-items": { kind: "several", field: "published" },
  "correction:stale": { kind: "stale", field: "title" },
};

const FIELD_OF: Readonly<Record<EntityType, Corrected>> = {
  person: "people",
  organization: "organizations",
  place: "places",
  topic: "topics",
  source: "source",
};

/** The doubts about fields among the problems that ingesting reported. */
export function doubtsAmong(messages: readonly VFileMessage[], archive: Archive): Doubt[] {
  const byFile = new Map<string, string>();
  for (const { id, raw } of archive.articles) byFile.set(`raw/${raw.path}`, id).set(`corrections/${id}.yaml`, id);
  return messages.flatMap((message): Doubt[] => {
    const rule = `${message.source}:${message.ruleId}`;
    const finding = FINDINGS[rule];
    const article = byFile.get(message.file ?? "");
    if (finding === undefined || article === undefined) return [];
    const [candidate] = message.expected ?? [];
    const type = candidate === undefined ? undefined : archive.authority.entities.get(candidate)?.type;
    const field = finding.field ?? (type === undefined ? undefined : FIELD_OF[type]);
    if (field === undefined) return [];
    return [
      {
        article,
        field,
        key: evidenceKey(field),
        kind: finding.kind,
        rule,
        ...(message.actual ? { words: message.actual } : {}),
        ...(finding.kind === "several" && candidate !== undefined ? { fix: candidate } : {}),
      },
    ];
  });
}
