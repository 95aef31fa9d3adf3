/** The index of one type of record, under letters or countries; of events, their cards. */

import { UI } from "../src/site/strings.ts";
import type { IndexPage } from "../src/site/views/indexes.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import { eventList } from "./cards.tsx";
import type { Html } from "./html.ts";
import { letterStrips } from "./letters.tsx";
import { narrowBox } from "./narrow.tsx";
import { pager, register, text } from "./parts.tsx";

/** From this many groups on, the page has a navigation of its own. */
const LETTERS_FROM = 3;

export function indexMain(page: IndexPage, _frame: SiteFrame): Html {
  const empty = page.groups.length === 0 && (page.events ?? []).length === 0;
  return (
    <>
      <header class="page-head">
        <h1>{text(page.heading)}</h1>
        <p class="total">
          {text(page.total)}
          {page.hasProvisional && <> · {UI.page.provisionalMark}</>}
        </p>
      </header>
      {page.strips !== undefined && letterStrips(page.strips)}
      {page.parts !== undefined && parts(page.parts)}
      {page.isFilterable && narrowBox(page)}
      {page.jumps.length >= LETTERS_FROM && (
        <nav class="letters" aria-label={page.strips === undefined ? UI.page.letters : UI.page.secondLetters}>
          <ul>
            {page.jumps.map((jump) => (
              <li>
                <a href={`#${jump.id}`}>{text(jump.heading)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="groups">
        {page.groups.map((group) => (
          <section aria-labelledby={group.id}>
            <h2 id={group.id} class={page.strips !== undefined && page.groups.length === 1 ? "vh" : undefined}>
              {group.url === undefined ? text(group.heading) : <a href={group.url}>{text(group.heading)}</a>}
            </h2>
            {register(group.refs)}
          </section>
        ))}
      </div>
      {page.events && page.events.length > 0 && eventList(page.events, 2)}
      {empty && <p class="empty">{UI.page.empty}</p>}
      {pager(page.pager)}
    </>
  );
}

/** From which name to which each page of a letter goes. */
function parts(all: NonNullable<IndexPage["parts"]>): Html {
  return (
    <nav class="ranges" aria-label={UI.page.letterParts}>
      <ol>
        {all.map((part) => (
          <li>
            <a href={part.url} aria-current={part.isHere ? "page" : undefined}>
              {text(part.first)} <span class="note">{UI.page.upTo}</span> {text(part.last)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
