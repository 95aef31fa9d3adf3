/** Results as list items. Nothing that comes from the index is set as HTML. */
import { BROWSER, directionOf } from "../../strings.ts";
import { MARK_PARAMETER } from "./address.ts";
import type { Hit } from "./answer.ts";
import type { Part } from "./excerpt.ts";

type Child = Node | string | undefined;

/** A result, in the shape of templates/cards.tsx; the article it leads to marks the words. */
export async function makeResult(hit: Hit): Promise<HTMLLIElement> {
  const { url, title, excerpt, meta, marks } = await hit.data();
  const shown = title.map(({ text }) => text).join("") || url;
  const link = make("a", {}, make("bdi", directionAttribute(shown), ...(title.length > 0 ? marked(title) : [shown])));
  link.href = marks === "" ? url : `${url}?${new URLSearchParams({ [MARK_PARAMETER]: marks })}`;
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
        make(
          "span",
          { class: "when" },
          meta.date ? bdi(meta.date) : unknown(BROWSER.undated),
          ...(meta.certainty ? [" ", make("bdi", { class: "tag" }, meta.certainty)] : []),
        ),
      ),
      make("h3", {}, link),
      meta.titleNote ? make("p", { class: "remark" }, make("bdi", { class: "tag" }, meta.titleNote)) : undefined,
      make(
        "p",
        { class: "lead" },
        make("bdi", directionAttribute(excerpt.map(({ text }) => text).join("")), ...marked(excerpt)),
      ),
    ),
  );
}

function marked(parts: readonly Part[]): readonly Child[] {
  return parts.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}

function unknown(words: string): HTMLElement {
  return make("span", { class: "unknown" }, words);
}

function bdi(value: string): HTMLElement {
  return make("bdi", directionAttribute(value), value);
}

function directionAttribute(value: string): Readonly<Record<string, string>> {
  const dir = directionOf(value);
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
