/** What the page for reviewing the archive shows. */
import type { EntityType, FieldKind } from "../../model/fields.ts";
import type { Page, Ref } from "./parts.ts";

/** The doubtful fields of the archive, those worth most first, and the form for preparing a correction. */
export interface ReviewPage extends Page {
  readonly kind: "review";
  readonly heading: string;
  readonly total: string;
  /** «تُعرض هنا أول 200»; absent when all are shown. */
  readonly rest?: string;
  readonly csvUrl: string;
  /** Records a correction may name: JSON, `[{ id, type, label }]`. */
  readonly recordsUrl: string;
  /** Address of an article's page with `{id}` in the place of its id. */
  readonly articleUrl: string;
  readonly doubts: readonly DoubtView[];
  readonly fields: readonly CorrectableField[];
}

export interface DoubtView {
  readonly article: Ref;
  /** Arabic label of the field. */
  readonly field: string;
  /** As readers see it; absent when there is none. */
  readonly value?: Ref | string;
  /** «مفقود», «مستنتَج» … */
  readonly reason: string;
  readonly words?: string;
  /** «الأهمية 5 × الشك 0.4 × الصفحات 12 = 24». */
  readonly worth: string;
  /** The form, with the article and the field chosen. */
  readonly correctUrl: string;
}

/** A field that a correction may name. */
export interface CorrectableField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind | "title";
  readonly type?: EntityType;
}
