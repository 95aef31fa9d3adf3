/** A person, organisation, place, topic or source: who it is, how it is written, where it occurs. */

import { fill, formatNumber, UI } from "../src/site/strings.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { EntityPage, MapView } from "../src/site/views/records.ts";
import { articleList, eventList } from "./cards.tsx";
import { isolate } from "./document.tsx";
import type { Children, Html } from "./html.ts";
import { date, fact, inline, latin, link, linkOrUnknown, pager, register, section, text } from "./parts.tsx";

export function entityMain(page: EntityPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <p class="kicker">{text(page.typeLabel)}</p>
        <h1>{text(page.name)}</h1>
        {page.latin !== undefined && <p class="latin-name">{latin(page.latin)}</p>}
        {page.about !== undefined && <p class="standfirst">{text(page.about)}</p>}
        {page.isProvisional === true && <p class="provisional">{UI.page.provisional}</p>}
        <p class="total">
          {text(page.total)}
          {page.searchUrl !== undefined && (
            <>
              {" · "}
              <a href={page.searchUrl}>{UI.page.searchWithin}</a>
            </>
          )}
        </p>
      </header>
      <div class="with-side">
        {known(page)}
        <div class="articles">
          {page.years.length > 0 && articlesInTime(page)}
          {pager(page.pager)}
          {page.events.length > 0 && section("in-events", UI.page.inEvents, eventList(page.events, 3), "shelf")}
          {page.rolesInTime.length > 0 && rolesInTime(page)}
          {page.writtenAs.length > 0 && writtenAs(page)}
        </div>
        {namedWith(page)}
      </div>
    </>
  );
}

/** What the authority file knows. */
function known(page: EntityPage): Html {
  const facts = [
    ...page.mentions.map(mention),
    page.roles.length > 0 && fact(UI.page.roles, roles(page)),
    page.country && fact(UI.page.country, link(page.country)),
    page.broader.length > 0 && fact(UI.page.broader, inline(page.broader)),
    page.narrower.length > 0 && fact(UI.page.narrower, inline(page.narrower)),
    page.otherNames.length > 0 && fact(UI.page.otherNames, listed(page.otherNames.map(text))),
    page.sameAs.length > 0 && fact(UI.page.sameAs, listed(page.sameAs.map(elsewhere))),
  ].filter(Boolean);
  if (facts.length === 0 && page.map === undefined) return null;
  return (
    <aside class="record" aria-label={fill(UI.page.recordOf, { name: isolate(page.name) })}>
      {page.map && map(page.map)}
      {facts.length > 0 && <dl>{facts}</dl>}
    </aside>
  );
}

/** Who and what is named in the same articles. */
function namedWith(page: EntityPage): Html {
  if (page.with.length === 0) return null;
  return (
    <aside class="record" aria-label={UI.page.with}>
      {page.with.map((group) => (
        <>
          <h2>{text(group.heading)}</h2>
          {register(group.refs)}
        </>
      ))}
    </aside>
  );
}

/** Where a place lies. */
function map(view: MapView): Html {
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-labelledby="map-title">
        <title id="map-title">{isolate(view.title)}</title>
        {view.land !== "" && <path class="land" d={view.land} />}
        {view.home !== "" && <path class="home" d={view.home} />}
        {view.dot && <circle cx={view.dot.x} cy={view.dot.y} r="5" />}
      </svg>
      <figcaption>
        {view.position !== undefined && <span>{text(view.position)}</span>} <span class="note">{UI.page.mapNote}</span>
      </figcaption>
    </figure>
  );
}

/** The first or the last article that names the record. */
function mention({ label, date: when, article }: EntityPage["mentions"][number]): Html {
  return fact(
    label,
    <>
      {date(when)}
      <span class="of-mention">{link(article)}</span>
    </>,
  );
}

/** Titles as the articles write them, by their time. */
function rolesInTime(page: EntityPage): Html {
  return section(
    "roles-in-time",
    UI.page.rolesInTime,
    <>
      <p class="note">{UI.page.rolesInTimeNote}</p>
      <ol class="roles">
        {page.rolesInTime.map((role) => (
          <li>
            <span class="note">{text(role.period ?? UI.frame.undated)}</span> <strong>{text(role.label)}</strong>{" "}
            <span class="note">{text(role.articles)}</span>
          </li>
        ))}
      </ol>
    </>,
    "shelf",
  );
}

function roles(page: EntityPage): Html {
  return listed(
    page.roles.map((role) => (
      <>
        {text(role.label)}
        {role.period !== undefined && (
          <>
            {" "}
            <bdi class="note">{role.period}</bdi>
          </>
        )}
      </>
    )),
  );
}

function listed(items: readonly Children[]): Html {
  return (
    <ul class="names">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** A record of the same thing elsewhere: named by the last part of its address. */
function elsewhere(uri: string): Html {
  return (
    <a href={uri} rel="external">
      {latin(uri.replace(/^https?:\/\/(www\.)?/, ""))}
    </a>
  );
}

function articlesInTime(page: EntityPage): Html {
  return section(
    "in-time",
    UI.page.inTime,
    page.years.map((year) => (
      <section aria-labelledby={year.id} class="year">
        <h3 id={year.id}>{text(year.heading)}</h3>
        {articleList(year.articles, { level: 4, event: true })}
      </section>
    )),
    "in-time",
  );
}

/** The forms of the name: the outlets, and of each the years. */
function writtenAs(page: EntityPage): Html {
  const withTitles = page.writtenAs.some((row) => row.roles.length > 0);
  return section(
    "written-as",
    UI.page.writtenAs,
    <section class="scroll" aria-label={UI.page.scrolls} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{UI.page.outlet}</th>
            <th scope="col">{UI.page.formYears}</th>
            <th scope="col">{UI.page.forms}</th>
            {withTitles && <th scope="col">{UI.page.titles}</th>}
          </tr>
        </thead>
        <tbody>
          {page.writtenAs.map((row, i) => (
            <tr class={isSameOutlet(row, page.writtenAs[i - 1]) ? "further" : undefined}>
              <th scope="row">{linkOrUnknown(row.outlet, UI.frame.unknownSource)}</th>
              <td class="times">{text(row.years)}</td>
              <td>
                {row.forms.map((form, i) => (
                  <>
                    {i > 0 && "، "}
                    {text(form.form)}
                    <span class="times"> ×{formatNumber(form.count)}</span>
                  </>
                ))}
              </td>
              {withTitles && (
                <td>{row.roles.length > 0 ? titles(row.roles) : <span class="absent">{UI.page.noTitle}</span>}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    "shelf",
  );
}

function isSameOutlet(row: EntityPage["writtenAs"][number], before: EntityPage["writtenAs"][number] | undefined) {
  return before !== undefined && row.outlet?.url === before.outlet?.url;
}

function titles(roles: readonly string[]): Children {
  return roles.map((role, i) => (
    <>
      {i > 0 && "، "}
      {text(role)}
    </>
  ));
}
