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
  /** An editor has spoken before. */
  readonly isCorrected: boolean;
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
  const kept = rawLines(section.querySelector(".raw")).filter((line) => !removed.includes(line));
  return { id, title, url, sha256: section.dataset.raw ?? "", values, removed, kept, isCorrected };
}

/** Lines as a correction names them: without bullet and outer blanks, each once (see src/clean.ts). */
function rawLines(raw: Element | null): string[] {
  if (raw === null) return [];
  for (const br of raw.querySelectorAll("br")) br.replaceWith("\n");
  const lines = (raw.textContent ?? "")
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.replace(/^[\s\u00A0]*(?:[•·●▪◦*-][\s\u00A0]+)?/, "").trimEnd());
  return [...new Set(lines.filter((line) => line !== ""))];
}
