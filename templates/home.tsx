/** The front page: what this archive is, the latest, the events, the most named, the years. */

import { UI } from "../src/site/strings.ts";
import type { HomePage } from "../src/site/views/pages.ts";
import type { Ref, SiteFrame } from "../src/site/views/parts.ts";
import { articleCard, eventList } from "./cards.tsx";
import type { Html } from "./html.ts";
import { link, register, section, text } from "./parts.tsx";

/** Behind the first of a list: where the whole is. */
function all(ref: Ref | undefined): Html {
  return ref === undefined ? null : <p class="all">{link(ref)}</p>;
}

export function homeMain(page: HomePage, _frame: SiteFrame): Html {
  const [first, ...others] = page.latest;
  return (
    <>
      <section class="intro" aria-labelledby="intro">
        <h2 id="intro">{UI.page.aboutArchive}</h2>
        <p>{text(page.intro)}</p>
        {page.totals.length > 0 && (
          <ul class="totals">
            {page.totals.map((total) => (
              <li>{text(total)}</li>
            ))}
          </ul>
        )}
      </section>
      <div class="front">
        {first !== undefined &&
          section(
            "latest",
            UI.page.latest,
            <>
              {articleCard(first, { level: 3, leading: true, event: true })}
              {others.length > 0 && (
                <ol class="cards columns">
                  {others.map((card) => (
                    <li>{articleCard(card, { level: 3, event: true })}</li>
                  ))}
                </ol>
              )}
              {all(page.more.latest)}
            </>,
            "latest",
          )}
        {page.events.length > 0 &&
          section("events", UI.page.events, [eventList(page.events, 3), all(page.more.events)], "events")}
      </div>
      <div class="registers">
        {page.people.length > 0 && section("people", UI.page.mostNamed, [register(page.people), all(page.more.people)])}
        {page.topics.length > 0 && section("topics", UI.page.topics, [register(page.topics), all(page.more.topics)])}
        {page.sources.length > 0 &&
          section("sources", UI.page.sources, [register(page.sources), all(page.more.sources)])}
        {page.years.length > 0 && section("years", UI.page.years, register(page.years))}
      </div>
    </>
  );
}
