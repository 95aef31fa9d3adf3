/** What the article's own page says of it: its values, the hash of its raw text, its lines. */
export interface OpenArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly sha256: string;
  /** Field → values as a correction writes them, with how readers see them. */
  readonly values: ReadonlyMap<string, readonly { readonly id: string; readonly label: string }[]>;
  readonly removed: readonly string[];
  /** Lines of the raw text that were kept. */
  readonly kept: readonly string[];
  /** Lines of it with which another article may begin. */
  readonly cuts: readonly Cut[];
  /** An editor has spoken before. */
  readonly isCorrected: boolean;
}

/** Where another article may begin, as a correction names it: by its words, or by the number of its line. */
export interface Cut {
  readonly value: string | number;
  readonly label: string;
}

/** The id in what a person gave: an id, or the address of an article's page; undefined when it is neither. */
export function articleId(given: string, pattern: string): string | undefined {
  const [before = "", after = ""] = pattern.split("{id}");
  const path = URL.canParse(given) ? new URL(given).pathname : given.trim();
  const isAddress = path.startsWith(before) && path.includes("/");
  const id = isAddress ? path.slice(before.length).replace(after, "") : path;
  return /^[\w.~-]+$/.test(id) ? id : undefined;
}

/** Reads an article's page; undefined when there is none. */
export async function openArticle(id: string, pattern: string): Promise<OpenArticle | undefined> {
  const url = pattern.replace("{id}", encodeURIComponent(id));
  const response = await fetch(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return readArticle(id, url, new DOMParser().parseFromString(await response.text(), "text/html"));
}

function readArticle(id: string, url: string, page: Document): OpenArticle | undefined {
  const section = page.querySelector<HTMLElement>(".evidence[data-raw]");
  if (section === null) return undefined;
  const values = new Map<string, { id: string; label: string }[]>();
  let isCorrected = false;
  for (const element of section.querySelectorAll<HTMLElement>("[data-field]")) {
    const { field = "", value = "" } = element.dataset;
    const label = element.querySelector(".value")?.textContent ?? value;
    const list = values.get(field) ?? [];
    values.set(field, [...list, { id: value, label }]);
    isCorrected ||= element.querySelector(".why code")?.textContent === "correction";
  }
  const removed = [...section.querySelectorAll(".removed del")].map((line) => line.textContent ?? "");
  const title = page.querySelector("h1")?.textContent ?? id;
  const raw = textOf(section.querySelector(".raw"));
  const kept = rawLines(raw).filter((line) => !removed.includes(line));
  return { id, title, url, sha256: section.dataset.raw ?? "", values, removed, kept, cuts: cutsOf(raw), isCorrected };
}

/** Words of a line that are enough to find it. */
const LONGEST_CUT = 80;

/** The lines of a raw text behind its first words; a line whose beginning stands elsewhere too goes by its number. */
export function cutsOf(raw: string): Cut[] {
  const cuts: Cut[] = [];
  let isBegun = false;
  for (const [index, row] of raw.split("\n").entries()) {
    const line = row.trim();
    if (line === "") continue;
    const words = line.length <= LONGEST_CUT ? line : line.slice(0, line.lastIndexOf(" ", LONGEST_CUT)).trimEnd();
    const isOnce = words !== "" && raw.indexOf(words) === raw.lastIndexOf(words);
    if (isBegun) cuts.push({ value: isOnce ? words : index + 1, label: `${index + 1}. ${line}` });
    isBegun = true;
  }
  return cuts;
}

function textOf(raw: Element | null): string {
  for (const br of raw?.querySelectorAll("br") ?? []) br.replaceWith("\n");
  return raw?.textContent ?? "";
}

/** Lines as a correction names them: without bullet and outer blanks, each once (see src/clean.ts). */
function rawLines(raw: string): string[] {
  const lines = raw
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.replace(/^[\s\u00A0]*(?:[•·●▪◦*-][\s\u00A0]+)?/, "").trimEnd());
  return [...new Set(lines.filter((line) => line !== ""))];
}
