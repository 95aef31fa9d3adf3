/** The part of the `edtf` package that Sijill uses; it ships no types. */
declare module "edtf" {
  /** What the grammar read: `type` is Date, Year, Decade, Century, Season, Interval, List or Set. */
  export interface DateLike {
    readonly type: string;
    readonly level: number;
    readonly values?: readonly unknown[];
  }
  /** Throws when `input` is no EDTF string. */
  export function parse(input: string): DateLike;
  /** The same as a date: its first and last moment, milliseconds of UTC; infinite where it is open, null where unknown. */
  export default function edtf(input: string): { readonly min: number | null; readonly max: number | null };
}
