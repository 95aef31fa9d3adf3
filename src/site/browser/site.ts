/** On every page: `/` goes to the search box, an address that points into a closed box opens it, texts can be copied. */

/** Where a reader's wish to be without the shortcut is kept (WCAG 2.1.4: a one-key shortcut can be turned off). */
const OFF = "sijill:no-shortcut";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** The first search box that is shown: the page's own or the masthead's. */
function searchBox(): HTMLInputElement | undefined {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')];
  return boxes.find((box) => box.getClientRects().length > 0);
}

document.addEventListener("keydown", (event) => {
  // The key that bears the slash gives an Arabic letter on an Arabic keyboard: its place counts too.
  const isSlash = event.key === "/" || (event.code === "Slash" && !event.shiftKey);
  if (!isSlash || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || isOff()) return;
  const box = searchBox();
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false; // storage is forbidden
  }
}

const toggle = document.querySelector<HTMLInputElement>("#shortcut");
if (toggle) {
  toggle.checked = !isOff();
  toggle.closest("[hidden]")?.removeAttribute("hidden");
  toggle.addEventListener("change", () => {
    try {
      if (toggle.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {
      // storage is forbidden: the shortcut stays as it was
    }
  });
}

/** Browsers of today do this by themselves; older ones leave the box closed. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const box = target?.closest("details:not([open])");
  if (!target || !box) return;
  box.setAttribute("open", "");
  target.scrollIntoView();
}

addEventListener("hashchange", openTarget);
openTarget();

// The clipboard is open to pages that came by https, or from this machine.
for (const button of navigator.clipboard ? document.querySelectorAll<HTMLElement>("[data-copy]") : []) {
  const source = document.getElementById(button.dataset.copy ?? "");
  const status = button.parentElement?.querySelector<HTMLElement>("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source?.innerText ?? "");
    if (status) status.textContent = status.dataset.copied ?? "";
  });
}

/** An article that a search led to marks the words searched; the script for it is fetched only then. */
if (new URLSearchParams(location.search).has("mark")) void import(new URL("highlight.js", import.meta.url).href);
