/** An article: headline, who and when, body, its record card, its neighbours, and where every value came from. */
import { FIELDS } from "../src/model/fields.ts";
import { UI } from "../src/site/strings.ts";
import type { ArticlePage } from "../src/site/views/article.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import { articleCard, articleList } from "./cards.tsx";
import { evidenceSection } from "./evidence.tsx";
import type { Html } from "./html.ts";
import {
  dateWithCertainty,
  fact,
  headline,
  inline,
  latin,
  link,
  linkOrUnknown,
  names,
  neighbours,
  section,
  tag,
  text,
} from "./parts.tsx";

/** From this many headings on, a text has a table of contents. */
const OUTLINE_FROM = 2;

export function articleMain(page: ArticlePage, _frame: SiteFrame): Html {
  return (
    <>
      <article class="story">
        <header class="story-head">
          {page.event && (
            <p class="kicker">
              {UI.page.partOf} {link(page.event)}
            </p>
          )}
          {page.kicker !== undefined && <p class="kicker">{text(page.kicker)}</p>}
          <h1>{headline(page.headline)}</h1>
          {page.titleNote !== undefined && <p class="remark">{tag(page.titleNote)}</p>}
          {byline(page)}
        </header>
        <div class="story-body">
          {page.outline.length >= OUTLINE_FROM && (
            <nav class="outline" aria-labelledby="outline">
              <h2 id="outline">{UI.page.outline}</h2>
              <ol>
                {page.outline.map((item) => (
                  <li>
                    <a href={`#${item.id}`}>{text(item.text)}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by rehype-sanitize when it was made */}
          <div class="prose" dangerouslySetInnerHTML={{ __html: page.bodyHtml }} />
          {page.links.length > 0 && section("links", UI.page.links, linkList(page), "links")}
        </div>
        {recordCard(page)}
      </article>
      {page.mentions.length > 0 && mentionCards(page)}
      {neighbours(page)}
      {evidenceSection(page)}
      {section("cite", UI.page.cite, citation(page), "cite")}
      {page.sameEvent.length > 0 &&
        section("same-event", UI.page.sameEvent, articleList(page.sameEvent, { level: 3 }), "shelf")}
      {page.duplicates.length > 0 &&
        section("duplicates", UI.page.duplicates, articleList(page.duplicates, { level: 3 }), "shelf")}
      {page.related.length > 0 && section("related", UI.page.related, relatedList(page), "shelf")}
    </>
  );
}

/** Source and dates, under the headline. */
function byline(page: ArticlePage): Html {
  return (
    <dl class="byline">
      {fact(FIELDS.source.label, linkOrUnknown(page.source))}
      {page.provider && fact(FIELDS.provider.label, link(page.provider))}
      {page.authors.length > 0 &&
        fact(
          FIELDS.authors.label,
          page.authors.map((author, i) => (
            <>
              {i > 0 && "، "}
              {text(author)}
            </>
          )),
        )}
      {page.dates.length === 0
        ? fact(FIELDS.published.label, linkOrUnknown(undefined))
        : page.dates.map((view) => fact(view.kind, dateWithCertainty(view)))}
      {page.original &&
        fact(
          FIELDS.originalUrl.label,
          <a href={page.original.url} rel="external nofollow">
            {latin(page.original.label)}
          </a>,
        )}
    </dl>
  );
}

/** A reference in words, to be copied, and for programs. */
function citation({ citation: { words, originalUrl, kept, address, files } }: ArticlePage): Html {
  return (
    <>
      <p id="citation">
        {text(words)} {originalUrl !== undefined && <>{latin(originalUrl)} </>}
        {text(kept)}: {latin(address)}
      </p>
      <p class="cite-files">
        <button type="button" class="quiet" data-copy="citation" hidden>
          {UI.page.copy}
        </button>
        <span role="status" data-copied={UI.page.copied} />
        {UI.page.citeFiles}:
        {files.map(({ label, name, href }) => (
          <>
            {" "}
            <a href={href} download={name}>
              {latin(label)}
            </a>
          </>
        ))}
      </p>
    </>
  );
}

/** Everything else the archive knows of the article. */
function recordCard(page: ArticlePage): Html {
  const lists = [
    [FIELDS.people.label, page.people],
    [FIELDS.organizations.label, page.organizations],
    [FIELDS.places.label, page.places],
    [FIELDS.topics.label, page.topics],
    [FIELDS.citedAgencies.label, page.citedAgencies],
  ] as const;
  return (
    <aside class="record" aria-labelledby="record">
      <h2 id="record">{UI.page.record}</h2>
      <dl>
        {page.eventPlace && fact(FIELDS.eventPlace.label, link(page.eventPlace))}
        {page.datelinePlace && fact(FIELDS.datelinePlace.label, link(page.datelinePlace))}
        {lists.map(([label, refs]) => refs.length > 0 && fact(label, names(refs)))}
        {page.unknown.length > 0 &&
          fact(
            UI.evidence.unknown,
            <ul class="names unknown">
              {page.unknown.map((label) => (
                <li>{text(label)}</li>
              ))}
            </ul>,
          )}
      </dl>
      <p class="source-link">
        <a href="#evidence">{UI.evidence.heading}</a>
      </p>
      <p class="cite-link">
        <a href="#cite">{UI.page.cite}</a>
      </p>
    </aside>
  );
}

function linkList(page: ArticlePage): Html {
  return (
    <ul>
      {page.links.map((item) => (
        <li>
          {item.isVideo && <>{tag(UI.page.video)} </>}
          <a href={item.url} rel="external nofollow">
            {item.label === item.url ? latin(item.url) : text(item.label)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function relatedList(page: ArticlePage): Html {
  return (
    <ol class="cards">
      {page.related.map((card) => (
        <li>
          {articleCard(card, {
            level: 3,
            after: card.shared.length > 0 && (
              <p class="remark">
                {UI.page.shared}: {inline(card.shared)}
              </p>
            ),
          })}
        </li>
      ))}
    </ol>
  );
}

/** Cards of the names in the body; src/site/browser/mentions.ts shows one at a time. */
function mentionCards(page: ArticlePage): Html {
  return (
    <template id="mention-cards">
      {page.mentions.map((card) => (
        <div data-url={card.url}>
          <p class="kicker">{text(card.label)}</p>
          <p class="name">{text(card.name)}</p>
          {card.latin !== undefined && <p class="note">{latin(card.latin)}</p>}
          {card.about !== undefined && <p>{text(card.about)}</p>}
        </div>
      ))}
    </template>
  );
}
