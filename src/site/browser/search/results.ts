/** Results as list items. Nothing that comes from the index is set as HTML: excerpts are read and made anew. */
import { BROWSER, directionOf } from "../../strings.ts";
import type { Hit } from "./index-client.ts";

type Child = Node | string | undefined;

/** A result, in the shape of templates/cards.tsx. */
export async function makeResult(hit: Hit): Promise<HTMLLIElement> {
  const { url, excerpt, meta } = await hit.data();
  const link = make("a", {}, bdi(meta.title ?? url));
  link.href = url;
  return make(
    "li",
    {},
    make(
      "article",
      { class: "card" },
      make(
        "p",
        { class: "kicker" },
        make("span", { class: "outlet" }, meta.source ? bdi(meta.source) : unknown(BROWSER.unknownSource)),
        " ",
        make("span", { class: "when" }, meta.date ? bdi(meta.date) : unknown(BROWSER.undated)),
      ),
      make("h3", {}, link),
      make("p", { class: "lead" }, make("bdi", directionAttribute(excerpt), ...parseExcerpt(excerpt))),
    ),
  );
}

/** Text and <mark> of an excerpt; every other tag leaves only its text. */
function parseExcerpt(html: string): readonly Child[] {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", {}, node.textContent ?? "") : (node.textContent ?? ""),
  );
}

function unknown(words: string): HTMLElement {
  return make("span", { class: "unknown" }, words);
}

function bdi(value: string): HTMLElement {
  return make("bdi", directionAttribute(value), value);
}

function directionAttribute(value: string): Readonly<Record<string, string>> {
  const dir = directionOf(value.replace(/<[^>]*>/g, ""));
  return dir === undefined ? {} : { dir };
}

/** An element with its attributes and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}
