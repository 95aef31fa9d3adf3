/** What a reader sees at an address that leads nowhere. */

import { UI } from "../src/site/strings.ts";
import type { NotFoundPage } from "../src/site/views/pages.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
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
