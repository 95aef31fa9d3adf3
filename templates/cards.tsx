/** An article and an event as they stand in lists. */

import { formatCount, NOUNS, UI } from "../src/site/strings.ts";
import type { ArticleCard, EventCard } from "../src/site/views/parts.ts";
import type { Children, Html } from "./html.ts";
import { date, dateWithCertainty, headline, inline, link, linkOrUnknown, tag, text } from "./parts.tsx";

/** What a place on the page wants of its cards. */
export interface CardOptions {
  /** Level of the headline: one below the heading the list stands under. */
  readonly level: 2 | 3 | 4;
  /** The first story of the front page. */
  readonly leading?: boolean;
  /** Say which event the article belongs to. */
  readonly event?: boolean;
  /** What stands after the lead. */
  readonly after?: Children;
}

/** One article: who and when, headline, first words. */
export function articleCard(card: ArticleCard, options: CardOptions): Html {
  const Heading = `h${options.level}` as const;
  return (
    <article class={options.leading ? "card leading" : "card"}>
      <p class="kicker">
        <span class="outlet">{linkOrUnknown(card.source, UI.frame.unknownSource)}</span>{" "}
        <span class="when">
          {card.date ? dateWithCertainty(card.date) : <span class="unknown">{UI.frame.undated}</span>}
        </span>
        {card.note !== undefined && <> {tag(card.note)}</>}
      </p>
      <Heading>
        <a href={card.url}>{headline(card.title)}</a>
      </Heading>
      {card.titleNote !== undefined && <p class="remark">{tag(card.titleNote)}</p>}
      {card.lead !== "" && <p class="lead">{text(card.lead)}</p>}
      {options.event && card.event && (
        <p class="remark">
          {UI.page.partOf} {link(card.event)}
        </p>
      )}
      {options.after}
    </article>
  );
}

/** Articles one under the other. */
export function articleList(cards: readonly ArticleCard[], options: CardOptions): Html {
  return (
    <ol class="cards">
      {cards.map((card) => (
        <li>{articleCard(card, options)}</li>
      ))}
    </ol>
  );
}

/** One event: when, what, who, how many outlets. */
export function eventCard(card: EventCard, level: 2 | 3 | 4): Html {
  const Heading = `h${level}` as const;
  return (
    <article class="card event-card">
      <p class="kicker">
        <span class="outlet">{formatCount(card.count, NOUNS.report)}</span>{" "}
        {card.date && <span class="when">{date(card.date)}</span>}
      </p>
      <Heading>
        <a href={card.url}>{headline(card.title)}</a>
      </Heading>
      {card.participants.length > 0 && <p class="lead">{inline(card.participants)}</p>}
      {card.outlets.length > 0 && (
        <p class="remark">
          {card.outlets.map((outlet, i) => (
            <>
              {i > 0 && "، "}
              {text(outlet)}
            </>
          ))}
        </p>
      )}
    </article>
  );
}

/** Events one under the other. */
export function eventList(cards: readonly EventCard[], level: 2 | 3 | 4): Html {
  return (
    <ol class="cards">
      {cards.map((card) => (
        <li>{eventCard(card, level)}</li>
      ))}
    </ol>
  );
}
