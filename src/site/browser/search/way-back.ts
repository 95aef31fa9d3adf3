/** Where a reader left the search for a page: kept in the entry of the history, so that the way back leads there. */

export interface Place {
  /** Link that was followed, as its attribute has it. */
  readonly href: string;
  /** Pixels from the top of the window to it. */
  readonly top: number;
  /** Results that were listed. */
  readonly shown: number;
  readonly isBoxOpen: boolean;
}

/** Notes the place when a link of `parts` is followed, by pointer or keyboard. */
export function keepPlace(parts: readonly HTMLElement[], view: () => Pick<Place, "shown" | "isBoxOpen">): void {
  for (const part of parts)
    part.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link) return;
      const place: Place = { href: link.getAttribute("href") ?? "", top: link.getBoundingClientRect().top, ...view() };
      history.replaceState({ place }, "");
    });
}

/** The place that the present entry of the history holds, if a reader left from it. */
export function keptPlace(): Place | undefined {
  const { place } = (history.state ?? {}) as { readonly place?: Place };
  return place;
}

/** Puts the focus back on the link and the link where it stood; nothing when it is no longer listed. */
export function goToPlace(parts: readonly HTMLElement[], { href, top }: Place): void {
  const link = parts
    .flatMap((part) => [...part.querySelectorAll("a")])
    .find((one) => one.getAttribute("href") === href);
  if (!link) return;
  link.focus({ preventScroll: true });
  scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
}
