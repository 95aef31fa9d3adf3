/** What the pages of a record, an event and a stretch of time show. */
import type { EntityType } from "../../model/fields.ts";
import type { ArticleCard, DateView, EventCard, Page, Pager, Ref } from "./parts.ts";

export interface EntityPage extends Page {
  readonly kind: "entity";
  readonly type: EntityType;
  readonly typeLabel: string;
  readonly name: string;
  readonly latin?: string;
  /** No authority file knows it: the articles alone do. */
  readonly isProvisional?: boolean;
  /** What it lies in or belongs to, the widest first, as far as there are pages. */
  readonly containers: readonly Ref[];
  readonly otherNames: readonly string[];
  /** What the authority file says of it; `description` is for search engines. */
  readonly about?: string;
  readonly roles: readonly { readonly label: string; readonly period?: string }[];
  readonly country?: Ref;
  readonly broader: readonly Ref[];
  readonly narrower: readonly Ref[];
  readonly sameAs: readonly string[];
  readonly map?: MapView;
  /** The earliest and the latest dated article that names it; the same article once. */
  readonly mentions: readonly { readonly label: string; readonly date: DateView; readonly article: Ref }[];
  /** Titles as the articles write them before the name, in order of time. */
  readonly rolesInTime: readonly { readonly label: string; readonly period?: string; readonly articles: string }[];
  /** Names as written: the outlets («مصدر غير معروف» last), and of each the years, those alike joined. */
  readonly writtenAs: readonly {
    readonly outlet: Ref | undefined;
    /** «2019», «2019–2021», «غير مؤرَّخ». */
    readonly years: string;
    readonly forms: readonly { readonly form: string; readonly count: number }[];
    readonly roles: readonly string[];
  }[];
  /** In order of time, newest first, grouped by year («غير مؤرخ» last). */
  readonly years: readonly {
    readonly heading: string;
    readonly id: string;
    readonly articles: readonly ArticleCard[];
  }[];
  readonly total: string;
  readonly pager?: Pager;
  readonly events: readonly EventCard[];
  readonly with: readonly { readonly heading: string; readonly refs: readonly Ref[] }[];
  /** The search page narrowed to this record. */
  readonly searchUrl?: string;
}

/** Where a place lies, as a small map: paths of SVG in a box of width × height. */
export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly home: string;
  readonly dot?: { readonly x: number; readonly y: number };
  /** «خريطة: قويلين في الصين»: what the picture shows, for those who do not see it. */
  readonly title: string;
  /** «25.28° شمالًا، 110.29° شرقًا». */
  readonly position?: string;
}

/** An event's dossier: the outlets side by side. */
export interface EventPage extends Page {
  readonly kind: "event";
  readonly heading: string;
  readonly date?: DateView;
  readonly place?: Ref;
  readonly participants: readonly Ref[];
  readonly reports: readonly (ArticleCard & {
    readonly dates: readonly DateView[];
    readonly people: readonly Ref[];
    readonly places: readonly Ref[];
    /** «320 كلمة». */
    readonly length: string;
  })[];
  /** Who names whom: rows are records, columns the reports in order; the cell holds the written forms. */
  readonly naming: readonly { readonly ref: Ref; readonly cells: readonly (readonly string[])[] }[];
  readonly onlyIn: readonly { readonly report: Ref; readonly refs: readonly Ref[] }[];
  /** Why the reports were joined, in Arabic. */
  readonly reasons: readonly string[];
}

/** A year, month or day, or the list of years. */
export interface TimePage extends Page {
  readonly kind: "time";
  readonly scale: "all" | "year" | "month" | "day" | "undated";
  readonly heading: string;
  readonly total: string;
  readonly up?: Ref;
  readonly earlier?: Ref;
  readonly later?: Ref;
  /** Smaller units with counts. */
  readonly units: readonly Ref[];
  readonly articles: readonly ArticleCard[];
  readonly pager?: Pager;
}
