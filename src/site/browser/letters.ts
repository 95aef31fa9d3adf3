/**
 * Looks for a name in an index that is cut by letter: asks for the names under the letter that is typed first, and
 * shows those that are meant in the place of the letters.
 */
import { initialsSought } from "../../arabic/names/initials.ts";
import { formatCount, formatNumber, NAME_SEARCH, NARROWED, VIEW } from "../strings.ts";
import type { NameLine } from "../views/indexes.ts";
import { isMeant, type Sought, soughtOf } from "./names/match.ts";
import { fetchPacked, remember } from "./search/fetch.ts";
import { make } from "./search/results.ts";

/** Names that are shown: who sees so many types another letter. */
const MOST = 100;

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const box = find("#narrow");
const input = find<HTMLInputElement>("#narrow-words");
const known = find<HTMLInputElement>("#narrow-known");
const status = find("#narrowed");
const list = find("#narrowed-names");
const whole = find("#whole");

interface Name {
  readonly line: NameLine;
  readonly sought: Sought;
}

const namesUnder = remember(async (letter: string): Promise<Name[]> => {
  const hex = (letter.codePointAt(0) ?? 0).toString(16);
  const lines = JSON.parse(await fetchPacked(`${box?.dataset.names}${hex}.gz`)) as NameLine[];
  return lines.map((line) => {
    const [label, , , , latin, others, isProvisional] = line;
    return { line, sought: soughtOf([label, latin, others], [label], isProvisional === 0) };
  });
}, String);

/** The answer to what was typed last is shown, whichever comes last. */
let asked = 0;

async function narrow(): Promise<void> {
  const [typed, number] = [input?.value ?? "", ++asked];
  const letters = initialsSought(typed).filter((letter) => box?.dataset.letters?.includes(letter));
  try {
    const names = typed.trim() === "" ? undefined : await Promise.all(letters.map(namesUnder));
    if (number === asked) show(typed, names?.flat());
  } catch {
    if (number === asked && status) status.textContent = NAME_SEARCH.error;
  }
}

function show(typed: string, names: readonly Name[] | undefined): void {
  if (!status || !list || !whole) return;
  const isShown = isMeant(typed, known?.checked === true);
  const found = new Map(names?.filter(({ sought }) => isShown(sought)).map(({ line }) => [line[1], line]));
  const items = [...found.values()].slice(0, MOST).map(listItem);
  whole.hidden = names !== undefined;
  list.replaceChildren(...items);
  const count = formatCount(found.size, NARROWED);
  status.textContent =
    names === undefined
      ? ""
      : found.size > MOST
        ? `${count}${NAME_SEARCH.first}`.replace("{n}", formatNumber(MOST))
        : count;
}

/** As templates/parts.tsx sets a name in a register. */
function listItem([label, url, count, note, latin, , isProvisional]: NameLine): HTMLElement {
  const link = make("a", { href: url }, make("bdi", { dir: "auto" }, label));
  const mark = make("span", { "aria-hidden": "true" }, "*");
  const more = [
    latin === "" ? undefined : make("bdi", { class: "latin", dir: "ltr", lang: "en" }, latin),
    latin === "" || note === "" ? undefined : " · ",
    note === "" ? undefined : make("bdi", { dir: "auto" }, note),
  ];
  return make(
    "li",
    {},
    isProvisional === 0
      ? link
      : make("span", { class: "made" }, link, " ", mark, make("span", { class: "vh" }, `(${VIEW.provisional})`)),
    make("span", { class: "count" }, make("span", { class: "vh" }, `${NAME_SEARCH.countLabel}: `), formatNumber(count)),
    latin === "" && note === "" ? undefined : make("span", { class: "more-of" }, ...more),
  );
}

if (box && input) {
  box.hidden = false;
  input.addEventListener("input", narrow);
  known?.addEventListener("change", narrow);
  narrow(); // a browser keeps what was typed when one comes back
}
