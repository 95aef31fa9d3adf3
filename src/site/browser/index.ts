/** Narrows an index to the names that hold what is typed, letters folded as in the search, and those that sound like a name in Latin letters; the list itself needs no script. */
import { type Sounds, soundingLike, soundsOf } from "../../arabic/names/sound.ts";
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

/** How the names of an item sound: worked out when letters of another script are first typed. */
function soundLater(item: HTMLElement): () => Sounds {
  let sounds: Sounds | undefined;
  return () => {
    sounds ??= [...item.querySelectorAll("a")].flatMap((link) => soundsOf(link.textContent));
    return sounds;
  };
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
    sound: soundLater(item),
    isKnown: item.querySelector(".made") === null,
  }));
  return { section, jump, items };
});

function narrow(): void {
  const words = keyOf(input?.value ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const sounds = soundingLike(input?.value ?? "");
  const isWhole = words.length === 0 && known?.checked !== true;
  let found = 0;
  for (const item of jumps.values()) if (item) item.hidden = true;
  for (const { section, jump: way, items } of groups) {
    let here = 0;
    for (const { item, key, sound, isKnown } of items) {
      const isMeant = words.every((word) => key.includes(` ${word}`)) || sounds?.(sound()) === true;
      item.hidden = (known?.checked === true && !isKnown) || !isMeant;
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
