/** Narrows an index to the names that hold what is typed, letters folded as in the search; the list itself needs no script. */
import { fold } from "../../arabic/normalize.ts";
import { formatCount, NARROWED } from "../strings.ts";

const box = document.querySelector<HTMLElement>("#narrow");
const input = document.querySelector<HTMLInputElement>("#narrow-words");
const status = document.querySelector<HTMLElement>("#narrowed");

/** Words of a name as they are compared; the article ال does not count. */
function keyOf(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`.replaceAll(/ ال(?=\S{2})/g, " ");
}

const textOf = (element: Element) => element.textContent;

const known = document.querySelector<HTMLInputElement>("#narrow-known");
const jumps = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>(".letters a")].map((link) => [link.hash, link.closest("li")]),
);

/** The way to a section: its own, or that of the section before it whose letter it shares. */
let jump: HTMLLIElement | null | undefined;
const groups = [...document.querySelectorAll<HTMLElement>(".groups > section")].map((section) => {
  jump = jumps.get(`#${section.querySelector("h2")?.id}`) ?? jump;
  const items = [...section.querySelectorAll<HTMLElement>("li")].map((item) => ({
    item,
    key: keyOf([...[...item.querySelectorAll("a, .more-of")].map(textOf), item.dataset.names].join(" ")),
    isKnown: item.querySelector(".made") === null,
  }));
  return { section, jump, items };
});

function narrow(): void {
  const words = keyOf(input?.value ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const isWhole = words.length === 0 && known?.checked !== true;
  let found = 0;
  for (const item of jumps.values()) if (item) item.hidden = true;
  for (const { section, jump: way, items } of groups) {
    let here = 0;
    for (const { item, key, isKnown } of items) {
      item.hidden = (known?.checked === true && !isKnown) || !words.every((word) => key.includes(` ${word}`));
      if (!item.hidden) here++;
    }
    section.hidden = here === 0;
    if (way && here > 0) way.hidden = false;
    found += here;
  }
  if (status) status.textContent = isWhole ? "" : formatCount(found, NARROWED);
}

if (box && input) {
  box.hidden = false;
  input.addEventListener("input", narrow);
  known?.addEventListener("change", narrow);
  narrow(); // a browser keeps what was typed when one comes back
}
