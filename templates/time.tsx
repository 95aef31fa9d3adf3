/** The list of years, a year, a month, a day, or what has no date. */

import { UI } from "../src/site/strings.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { TimePage } from "../src/site/views/records.ts";
import { articleList } from "./cards.tsx";
import type { Html } from "./html.ts";
import { neighbours, pager, register, text } from "./parts.tsx";

export function timeMain(page: TimePage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{text(page.heading)}</h1>
        <p class="total">{text(page.total)}</p>
      </header>
      {neighbours(page)}
      {page.units.length > 0 && page.articles.length > 0 ? (
        <div class="with-side">
          {units(page, "units record")}
          <div class="articles">{articleList(page.articles, { level: 2, event: true })}</div>
        </div>
      ) : (
        <>
          {page.units.length > 0 && units(page, "units")}
          {page.articles.length > 0 && articleList(page.articles, { level: 2, event: true })}
        </>
      )}
      {page.units.length === 0 && page.articles.length === 0 && <p class="empty">{UI.page.empty}</p>}
      {pager(page.pager)}
    </>
  );
}

function units(page: TimePage, kind: string): Html {
  return (
    <nav class={kind} aria-label={UI.page.parts}>
      {register(page.units)}
    </nav>
  );
}
