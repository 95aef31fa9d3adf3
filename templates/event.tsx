/** An event's dossier: the reports side by side, who names whom, what one alone says, why they stand together. */
import { FIELDS } from "../src/model/fields.ts";
import { UI } from "../src/site/strings.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { EventPage } from "../src/site/views/records.ts";
import type { Html } from "./html.ts";
import { dateWithCertainty, fact, headline, inline, link, linkOrUnknown, names, section, tag, text } from "./parts.tsx";

export function eventMain(page: EventPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <p class="kicker">{UI.page.dossier}</p>
        <h1>{headline(page.heading)}</h1>
        <dl class="byline">
          {fact(
            FIELDS.event.label,
            page.date ? dateWithCertainty(page.date) : <span class="unknown">{UI.frame.unknown}</span>,
          )}
          {page.place && fact(FIELDS.eventPlace.label, link(page.place))}
          {page.participants.length > 0 && fact(UI.page.participants, inline(page.participants))}
        </dl>
      </header>
      {section(
        "reports",
        UI.page.reports,
        <ol class="dossier">
          {page.reports.map((report) => (
            <li>{reportCard(report)}</li>
          ))}
        </ol>,
        "wide",
      )}
      {page.naming.length > 0 && section("naming", UI.page.whoNames, namingTable(page), "wide")}
      {page.onlyIn.length > 0 &&
        section(
          "only-in",
          UI.page.onlyIn,
          <dl class="only">
            {page.onlyIn.map((row) => (
              <div>
                <dt>{link(row.report)}</dt>
                <dd>{inline(row.refs)}</dd>
              </div>
            ))}
          </dl>,
        )}
      {page.reasons.length > 0 &&
        section(
          "reasons",
          UI.page.reasons,
          <ul class="reasons">
            {page.reasons.map((reason) => (
              <li>{text(reason)}</li>
            ))}
          </ul>,
        )}
    </>
  );
}

function reportCard(report: EventPage["reports"][number]): Html {
  return (
    <article class="card">
      <p class="outlet">{linkOrUnknown(report.source, UI.frame.unknownSource)}</p>
      <h3>
        <a href={report.url}>{headline(report.title)}</a>
      </h3>
      {report.titleNote !== undefined && <p class="remark">{tag(report.titleNote)}</p>}
      <p class="lead">{text(report.lead)}</p>
      <dl class="facts">
        {report.dates.map((view) => fact(view.kind, dateWithCertainty(view)))}
        {report.people.length > 0 && fact(FIELDS.people.label, names(report.people))}
        {report.places.length > 0 && fact(FIELDS.places.label, names(report.places))}
        {fact(UI.page.length, text(report.length))}
      </dl>
    </article>
  );
}

function namingTable(page: EventPage): Html {
  return (
    <>
      <p class="note" id="naming-note">
        {UI.page.whoNamesNote}
      </p>
      <section class="scroll" aria-label={UI.page.scrolls} tabindex={0}>
        <table class="naming" aria-describedby="naming-note">
          <thead>
            <tr>
              <th scope="col">{UI.page.name}</th>
              {page.reports.map((report) => (
                <th scope="col">
                  <a href={report.url}>{text(outlet(report))}</a>
                  {page.reports.some((other) => other !== report && outlet(other) === outlet(report)) && (
                    <div class="note">{text(report.title)}</div>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.naming.map((row) => (
              <tr>
                <th scope="row">{link(row.ref)}</th>
                {row.cells.map((forms) => (
                  <td>{forms.length > 0 ? writtenForms(forms) : <span class="absent">{UI.page.notNamed}</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const outlet = ({ source }: EventPage["reports"][number]) => source?.label ?? UI.frame.unknownSource;

function writtenForms(forms: readonly string[]): Html {
  return (
    <ul class="names">
      {forms.map((form) => (
        <li>{text(form)}</li>
      ))}
    </ul>
  );
}
