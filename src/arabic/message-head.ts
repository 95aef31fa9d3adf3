import { makeDay } from "./calendars.ts";
import { foldInPlace } from "./normalize.ts";

/**
 * What messengers write before a message when a chat is exported: «شبكة الواحة, [15.02.22 18:20]» above it (Telegram),
 * «[21/03/2024, 10:15] سليم: …» and «21/03/2024, 10:15 - سليم: …» in front of it (WhatsApp).
 */

const DAY = "[\\d٠-٩۰-۹]{1,2}[./][\\d٠-٩۰-۹]{1,2}[./][\\d٠-٩۰-۹]{2}(?:[\\d٠-٩۰-۹]{2})?";
const HOUR = "[\\d٠-٩۰-۹]{1,2}:[\\d٠-٩۰-۹]{2}(?::[\\d٠-٩۰-۹]{2})?(?:\\s?(?:ص|م|[AaPp]\\.?[Mm]\\.?))?";
const WHEN = `${DAY}[,،]?\\s+${HOUR}`;

/** A line of its own above the message; `name` is whose channel it is. */
export const HEAD_ABOVE = new RegExp(`^(?<name>[^[\\]]{2,60}?)[,،]?\\s*\\[${WHEN}\\]:?$`, "u");
/** In front of the message, the sender and the colon with it. */
const HEAD_BEFORE = new RegExp(`^(?:\\[${WHEN}\\]\\s*|${WHEN}\\s+[-–]\\s+)[^:[\\]]{1,40}:(?=\\s|$)`, "u");

/** Letters that the head in front of a message takes; 0 where there is none. */
export function lengthOfHead(line: string): number {
  return /^[[\d٠-٩۰-۹]/.test(line) ? (HEAD_BEFORE.exec(line)?.[0].length ?? 0) : 0;
}

/**
 * The day of a head whose year has two digits, with its place: day and month by the dots, which only one way of writing
 * them has, or by a number that is no month; empty where either may be the month. Undefined where no such day stands.
 */
export function daysOfShortYear(head: string): { edtf: string; at: readonly [number, number] }[] | undefined {
  const found = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{2})(?=[,،\s])/.exec(foldInPlace(head));
  if (found === null) return undefined;
  const [words, first = "", sign, second = "", year = ""] = found;
  const isDayFirst = sign === "." || Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12) return [];
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  const edtf = makeDay(2000 + Number(year), Number(month), Number(day));
  return edtf === undefined ? [] : [{ edtf, at: [found.index, found.index + words.length] }];
}
