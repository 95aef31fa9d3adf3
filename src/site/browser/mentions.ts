/**
 * A card beside a name in the body: who or what it is. It comes when the pointer rests on the link or the keyboard
 * reaches it, stays while either is there or on the card, and goes with Escape (WCAG 2.2, 1.4.13). Without this script
 * and under a finger a name is a link.
 */

/** Milliseconds a pointer rests before the card comes, and is away before it goes. */
const REST = 250;
const LEAVE = 250;
/** Pixels between the card and the edge of the window. */
const EDGE = 8;

const template = document.querySelector<HTMLTemplateElement>("#mention-cards");
const contents = new Map(
  [...(template?.content.querySelectorAll<HTMLElement>("[data-url]") ?? [])].map((item) => [item.dataset.url, item]),
);

const card = document.createElement("div");
card.id = "mention-card";
card.className = "mention-card";
card.role = "tooltip";
card.hidden = true;
document.body.append(card);

let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function show(link: HTMLAnchorElement, line: DOMRect | undefined): void {
  const content = contents.get(link.getAttribute("href") ?? "");
  clearTimeout(timer);
  if (content === undefined || shown === link) return;
  hide();
  shown = link;
  card.replaceChildren(...[...content.children].map((child) => document.importNode(child, true)));
  link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  place(line ?? link.getBoundingClientRect());
}

/** Below the line of the link, above it where there is no room, within the window; it begins where the link begins. */
function place(line: DOMRect): void {
  const view = document.documentElement;
  const { width, height } = card.getBoundingClientRect();
  const isRoomBelow = line.bottom + height + EDGE <= view.clientHeight || line.top < height + EDGE;
  const left = Math.max(EDGE, Math.min(line.right - width, view.clientWidth - width - EDGE));
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(isRoomBelow ? line.bottom : line.top - height) + scrollY}px`;
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  card.hidden = true;
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (shown !== document.activeElement || !shown?.matches(":focus-visible")) hide();
  }, LEAVE);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("a.mention")) {
  link.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch") return;
    // A name broken over two lines has its card at the line the pointer is on.
    const line = [...link.getClientRects()].find(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom);
    clearTimeout(timer);
    timer = setTimeout(() => show(link, line), REST);
  });
  link.addEventListener("pointerleave", hideSoon);
  link.addEventListener("focus", () => {
    if (link.matches(":focus-visible")) show(link, link.getClientRects()[0]);
  });
  link.addEventListener("blur", () => {
    if (shown === link) hide();
  });
}
card.addEventListener("pointerenter", () => clearTimeout(timer));
card.addEventListener("pointerleave", hideSoon);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("resize", hide);
