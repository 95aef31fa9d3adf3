import { parse } from "edtf";

/** True for a valid date of the Extended Date/Time Format, levels 0 to 2 (https://www.loc.gov/standards/datetime/). */
export function isEdtf(value: string): boolean {
  try {
    parse(value);
    return true;
  } catch {
    return false;
  }
}
