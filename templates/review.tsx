/** The doubtful fields, those worth most first, and the form for a correction, which src/site/browser/review.ts makes live. */
import { formatCorrection } from "../src/model/correction.ts";
import { UI } from "../src/site/strings.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { CorrectableField, DoubtView, ReviewPage } from "../src/site/views/review.ts";
import { isolate } from "./document.tsx";
import type { Html } from "./html.ts";
import { latin, link, section, text } from "./parts.tsx";

const ACTIONS = Object.entries(UI.review.actions);

/** What a correction looks like, for those who write it by hand. */
const EXAMPLE = formatCorrection({
  set: { published: "2021-12-15", source: "xinhua", people: ["xi-jinping", "vladimir-putin"] },
  clear: ["event"],
  confirm: ["title"],
  restore: [],
  remove: [],
});

export function reviewMain(page: ReviewPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{text(page.heading)}</h1>
        <p class="standfirst">{UI.review.intro}</p>
        <p class="total">
          {text(page.total)} · <a href={page.csvUrl}>{UI.review.csv}</a>
        </p>
      </header>
      {correction(page)}
      {page.doubts.length > 0 &&
        section(
          "doubts",
          UI.review.list,
          <>
            {page.rest !== undefined && <p class="note">{text(page.rest)}</p>}
            <ol class="doubts">
              {page.doubts.map((view) => (
                <li>{doubt(view)}</li>
              ))}
            </ol>
          </>,
        )}
      <section class="formula" aria-labelledby="formula">
        <h2 id="formula">{UI.review.formula}</h2>
        <p>{UI.review.formulaText}</p>
      </section>
    </>
  );
}

function doubt(view: DoubtView): Html {
  return (
    <>
      <p class="what">
        <strong>{text(view.field)}</strong> <span class="note">{text(view.reason)}</span>
      </p>
      <div>
        <p class="value">
          {view.value === undefined ? (
            <span class="unknown">{UI.review.unknown}</span>
          ) : typeof view.value === "string" ? (
            text(view.value)
          ) : (
            link(view.value)
          )}
        </p>
        {view.words !== undefined && <p class="words">«{text(view.words)}»</p>}
        {(typeof view.value !== "object" || view.value.url !== view.article.url) && (
          <p class="where">{link(view.article)}</p>
        )}
        <p class="worth">{text(view.worth)}</p>
      </div>
      <p class="do">
        <a href={view.correctUrl}>{UI.evidence.correct}</a>
      </p>
    </>
  );
}

/** The form is hidden until its script runs; what stands in its place without one says how to write the file. */
function correction(page: ReviewPage): Html {
  return (
    <section class="correct" aria-labelledby="correct">
      <h2 id="correct">{UI.review.form}</h2>
      <noscript>
        <p>{UI.review.noScript}</p>
        <pre dir="ltr">{EXAMPLE}</pre>
      </noscript>
      <form id="correction" hidden data-records={page.recordsUrl} data-article={page.articleUrl}>
        <div class="field">
          <label for="article">{UI.review.article}</label>
          <div class="query">
            <input
              type="text"
              id="article"
              dir="ltr"
              autocomplete="off"
              spellcheck="false"
              aria-describedby="article-hint"
            />
            <button type="button" id="open">
              {UI.review.open}
            </button>
          </div>
          <p class="note" id="article-hint">
            {UI.review.articleHint}
          </p>
        </div>
        <p role="status" id="said" class="note" />
        <div id="change" class="change" hidden>
          <p class="chosen" id="chosen" />
          <div class="field">
            <label for="action">{UI.review.action}</label>
            <select id="action">
              {ACTIONS.map(([value, label]) => (
                <option value={value}>{label}</option>
              ))}
            </select>
          </div>
          <div class="field" id="of-field">
            <label for="field">{UI.review.field}</label>
            <select id="field">{page.fields.map(fieldOption)}</select>
            <p class="note" id="now" />
          </div>
          <div class="field" id="of-value">
            <label for="value">{UI.review.value}</label>
            <ul id="values" class="values-chosen" hidden />
            <div class="query">
              <input type="text" id="value" autocomplete="off" aria-describedby="value-hint problem" />
              <button type="button" class="quiet" id="add-value" hidden>
                {UI.review.addValue}
              </button>
            </div>
            <p class="note" id="value-hint" />
          </div>
          <div class="field" id="of-line" hidden>
            <label for="line">{UI.review.line}</label>
            <select id="line" />
          </div>
          <div class="field" id="of-merge" hidden>
            <label for="target">{UI.review.target}</label>
            <input
              type="text"
              id="target"
              dir="ltr"
              autocomplete="off"
              spellcheck="false"
              aria-describedby="target-hint problem"
            />
            <p class="note" id="target-hint">
              {UI.review.targetHint}
            </p>
          </div>
          <p class="problem" id="problem" role="alert" />
          <button type="submit">{UI.review.add}</button>
        </div>
        <div id="result" class="result" hidden>
          <h3>{UI.review.changes}</h3>
          <ul id="changes" />
          <pre id="yaml" dir="ltr" />
          <p>
            <a id="download" class="button" href="#correct">
              {UI.review.download}
            </a>
          </p>
          <p class="note">
            {UI.review.after} {latin("content/corrections/")}
          </p>
        </div>
      </form>
    </section>
  );
}

function fieldOption({ name, label, kind, type }: CorrectableField): Html {
  return (
    <option value={name} data-kind={kind} data-type={type}>
      {isolate(label)}
    </option>
  );
}
