/** The old address of an article: browsers go on by themselves, a reader has the link. */

import { UI } from "../src/site/strings.ts";
import type { MovedPage } from "../src/site/views/pages.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { Html } from "./html.ts";
import { link } from "./parts.tsx";

export function movedMain(page: MovedPage, _frame: SiteFrame): Html {
  return (
    <header class="page-head">
      <h1>{UI.page.moved}</h1>
      <p class="standfirst">
        {UI.page.movedHelp} {link(page.to)}
      </p>
    </header>
  );
}
