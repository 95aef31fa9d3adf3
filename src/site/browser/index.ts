/** Narrows an index to the names that are meant by what is typed; the list itself needs no script. */
import { formatCount, NARROWED } from "../strings.ts";
import { isMeant, soughtOf } from "./names/match.ts";

const box = document.querySelector<HTMLElement>("#narrow");
const input = document.querySelector<HTMLInputElement>("#narrow-words");
const status = document.querySelector<HTMLElement>("#narrowed");

const textOf = (element: Element) => element.textContent ?? "";

const known = document.querySelector<HTMLInputElement>("#narrow-known");
const jumps = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>(".letters a")].map((link) => [link.hash, link.closest("li")]),
);

/** The way to a section: its own, or that of the section before it whose letter it shares. */
let jump: HTMLLIElement | null | undefined;
const groups = [...document.querySelectorAll<HTMLElement>(".groups > section")].map((section) => {
  jump = jumps.get(`#${section.querySelector("h2")?.id}`) ?? jump;
  const items = [...section.querySelectorAll<HTMLElement>("li")].map((item) => {
    const texts = [...[...item.querySelectorAll("a, .more-of")].map(textOf), item.dataset.names ?? ""];
    const names = [...item.querySelectorAll("a")].map(textOf);
    return { item, name: soughtOf(texts, names, item.querySelector(".made") === null) };
  });
  return { section, jump, items };
});

function narrow(): void {
  const [typed, knownOnly] = [input?.value ?? "", known?.checked === true];
  const isShown = isMeant(typed, knownOnly);
  let found = 0;
  for (const item of jumps.values()) if (item) item.hidden = true;
  for (const { section, jump: way, items } of groups) {
    let here = 0;
    for (const { item, name } of items) {
      item.hidden = !isShown(name);
      if (!item.hidden) here++;
    }
    section.hidden = here === 0;
    if (way && here > 0) way.hidden = false;
    found += here;
  }
  if (status) status.textContent = typed.trim() === "" && !knownOnly ? "" : formatCount(found, NARROWED);
}

if (box && input) {
  box.hidden = false;
  input.addEventListener("input", narrow);
  known?.addEventListener("change", narrow);
  narrow(); // a browser keeps what was typed when one comes back
}
