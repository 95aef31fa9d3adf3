/** What a reader sees at an address that leads nowhere. */
import type { NotFoundPage, SiteFrame } from "../src/site/site-data.ts";
import { UI } from "../src/site/strings.ts";
import type { Html } from "./html.ts";
import { register } from "./parts.tsx";

export function notFoundMain(page: NotFoundPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{UI.page.notFound}</h1>
        <p class="standfirst">{UI.page.notFoundHelp}</p>
      </header>
      {page.indexes.length > 0 && <nav aria-label={UI.page.indexes}>{register(page.indexes)}</nav>}
    </>
  );
}
