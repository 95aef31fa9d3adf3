import { lettersOf } from "../choose.ts";
import type { Candidate } from "../types.ts";

/** Between a headline and the name of the site. A hyphen inside a word is none. */
const SEPARATOR = "\\s*(?:[|»«•·]|::)\\s*|\\s+[-–—:]\\s+";
const ENDS = new RegExp(`(?:${SEPARATOR})(?<site>[^|»«•·]{2,60}?)\\s*$`, "u");
const BEGINS = new RegExp(`^\\s*(?<site>[^|»«•·]{2,60}?)(?:${SEPARATOR})`, "u");
/** «… - جريدة كذا»: a last part that begins with the word for a paper or a channel is the site's name. */
const NAMED_SITE =
  /\s+[-–—]\s+(?:ال)?(?:جريدة|صحيفة|وكالة|قناة|موقع|شبكة|بوابة|مجلة|إذاعة|تلفزيون)(?:\s+[\p{L}\p{M}\d.]+){1,4}\s*$/u;
const REST = new RegExp(`^(?:${SEPARATOR})\\S`, "u");

/**
 * Titles without the name of the site, which many pages append («… - اسم الصحيفة»). What goes is known: it is the
 * site's declared name, or what one declared title has beyond another. With a single title on the page, a last
 * part set off by a bar goes when the rest is clearly longer.
 */
export function withoutSiteNames(candidates: readonly Candidate[]): Candidate[] {
  const names = new Set(candidates.filter(({ field }) => field === "site").map(({ value }) => lettersOf(value)));
  const titles = candidates.filter(({ field }) => field === "title").map(({ value }) => value);
  const bare = candidates.map((candidate) =>
    candidate.field === "title" ? { ...candidate, value: bareTitle(candidate.value, titles, names) } : candidate,
  );
  const kept = bare.filter(({ field, value }) => field !== "title" || !names.has(lettersOf(value)));
  const site = names.size === 0 ? bare.map(siteAfterTitle).find((found) => found !== undefined) : undefined;
  return site === undefined ? kept : [...kept, site];
}

/** What a page's `<title>` has after the headline, its last part: the site's name. */
function siteAfterTitle({ rule, value, words, place }: Candidate): Candidate | undefined {
  if (rule !== "html:title-element" || value.length >= words.length || !words.startsWith(value)) return undefined;
  const name = words.slice(value.length).split(new RegExp(SEPARATOR, "u")).at(-1)?.trim() ?? "";
  return name === "" ? undefined : { field: "site", value: name, rule, words, place };
}

function bareTitle(title: string, titles: readonly string[], names: ReadonlySet<string>): string {
  let bare = withoutNames(title, names);
  for (const other of titles) {
    const start = withoutNames(other, names);
    if (
      start.length >= 8 &&
      bare.length > start.length &&
      bare.startsWith(start) &&
      REST.test(bare.slice(start.length))
    )
      bare = start;
    else if (start.length >= 8 && bare.length > start.length && bare.endsWith(start) && isBefore(bare, start))
      bare = start;
  }
  if (new Set(titles.map(lettersOf)).size > 1) return bare;
  const named = NAMED_SITE.exec(bare)?.index ?? 0;
  if (bare.slice(0, named).split(" ").length >= 4) return bare.slice(0, named).trim();
  const parts = bare.split(/\s+\|\s+|\s*»\s*(?=[^«]*$)/u);
  const [first, ...rest] = parts;
  return first !== undefined && rest.length > 0 && first.split(" ").length >= 4 && first.length > rest.join("").length
    ? first.trim()
    : bare;
}

/** Words of a title that stands alone elsewhere, and so is whole without what stands before a colon: «مدونة كذا: …». */
const FEWEST_WORDS = 4;

/** «جريدة كذا - عنوان الخبر», «طباعة: عنوان الخبر»: what stands before the shorter title is set off from it. */
const isBefore = (title: string, shorter: string) =>
  (shorter.split(" ").length >= FEWEST_WORDS && /\p{L}:\s+$/u.test(title.slice(0, title.length - shorter.length))) ||
  /^\s*(?:طباعة|نسخة للطباعة|للطباعة|إرسال|print)\s*[-–—:|]\s*$/iu.test(
    title.slice(0, title.length - shorter.length),
  ) ||
  /\S(?:\s*(?:[|»«•·]|::)\s*|\s+[-–—:]\s+)$/u.test(title.slice(0, title.length - shorter.length));

function withoutNames(title: string, names: ReadonlySet<string>): string {
  let bare = title.trim();
  for (;;) {
    const end = ENDS.exec(bare);
    const begin = BEGINS.exec(bare);
    if (end?.groups?.site !== undefined && end.index > 0 && names.has(lettersOf(end.groups.site)))
      bare = bare.slice(0, end.index).trim();
    else if (begin?.groups?.site !== undefined && names.has(lettersOf(begin.groups.site)))
      bare = bare.slice(begin[0].length).trim();
    else return bare;
  }
}
