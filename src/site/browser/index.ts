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

const groups = [...document.querySelectorAll<HTMLElement>(".groups > section")].map((section) => ({
  section,
  letter: document.querySelector<HTMLElement>(`.letters a[href="#${section.querySelector("h2")?.id}"]`)?.closest("li"),
  items: [...section.querySelectorAll<HTMLElement>("li")].map((item) => ({
    item,
    key: keyOf(`${item.textContent} ${item.dataset.names ?? ""}`),
  })),
}));

function narrow(): void {
  const words = keyOf(input?.value ?? "")
    .split(" ")
    .filter((word) => word !== "");
  let found = 0;
  for (const { section, letter, items } of groups) {
    let here = 0;
    for (const { item, key } of items) {
      item.hidden = !words.every((word) => key.includes(` ${word}`));
      if (!item.hidden) here++;
    }
    section.hidden = here === 0;
    if (letter) letter.hidden = here === 0;
    found += here;
  }
  if (status) status.textContent = words.length === 0 ? "" : formatCount(found, NARROWED);
}

if (box && input) {
  box.hidden = false;
  input.addEventListener("input", narrow);
  narrow(); // a browser keeps what was typed when one comes back
}
