/**
 * Room for numbers that are worked with for a moment, taken again and again: an array of its own for each sentence
 * would cost more than most of the work in it. It is as long as asked for or longer, and what was in it is left there.
 */
export function makeRoom<T extends ArrayLike<number>>(make: (length: number) => T): (length: number) => T {
  let room = make(64);
  return (length) => {
    if (room.length < length) room = make(2 * length);
    return room;
  };
}

/** Numbers in a sheet: some hundred sentences' worth. */
const SHEET = 1 << 15;

/** Arrays that stay, cut from large sheets for the same reason. They are new and full of zeros. */
export function makeSheets<T extends { readonly length: number; subarray(start: number, end: number): T }>(
  make: (length: number) => T,
): (length: number) => T {
  let sheet = make(0);
  let used = 0;
  return (length) => {
    if (used + length > sheet.length) {
      sheet = make(Math.max(SHEET, length));
      used = 0;
    }
    used += length;
    return sheet.subarray(used - length, used);
  };
}
