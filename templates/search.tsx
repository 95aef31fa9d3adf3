/** The search page. The form is a plain GET form; src/site/browser/search.ts fills the rest. */

import { UI } from "../src/site/strings.ts";
import type { SearchPage } from "../src/site/views/pages.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { Html } from "./html.ts";
import { register, text } from "./parts.tsx";

/** Orders of the results; the first is the default and stays out of the address. */
const ORDERS = [
  ["relevance", UI.search.relevance],
  ["newest", UI.search.newest],
  ["oldest", UI.search.oldest],
] as const;

const RANGE = [
  ["from", UI.search.from],
  ["to", UI.search.to],
] as const;

export function searchMain(page: SearchPage, frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{text(page.title)}</h1>
        <p class="standfirst">{UI.search.hint}</p>
      </header>
      <noscript>
        <p>{UI.search.noScript}</p>
        {register(page.indexes)}
      </noscript>
      <search aria-label={UI.search.form}>
        <form
          class="search"
          action={frame.searchUrl}
          method="get"
          data-index={`${frame.root}search-index/`}
          data-endpoint={frame.searchEndpoint}
        >
          <div class="query">
            <label class="vh" for="query">
              {UI.frame.searchLabel}
            </label>
            <input type="search" id="query" name="q" autocomplete="off" enterkeyhint="search" />
            <button type="submit">{UI.frame.searchButton}</button>
          </div>
          <label class="exact">
            <input type="checkbox" id="exact" name="exact" value="1" /> {UI.search.exact}
          </label>
          <div class="with-side" id="live" hidden>
            <details class="filters record" id="filters">
              <summary>{UI.search.filters}</summary>
              <fieldset id="dates">
                <legend>{UI.search.dates}</legend>
                <ol class="bars" id="bars" hidden />
                <p class="axis" id="axis" aria-hidden="true" hidden />
                <div class="range">
                  {RANGE.map(([name, label]) => (
                    <label>
                      {label}{" "}
                      <input
                        type="text"
                        id={name}
                        name={name}
                        dir="ltr"
                        inputmode="numeric"
                        autocomplete="off"
                        placeholder="2021-03"
                        pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
                        title={UI.search.dateHint}
                      />
                    </label>
                  ))}
                </div>
                <button type="button" class="quiet" id="any-date" hidden>
                  {UI.search.anyDate}
                </button>
              </fieldset>
              {page.filters.map((filter) => (
                <fieldset data-filter={filter.name} hidden>
                  <legend>{text(filter.label)}</legend>
                </fieldset>
              ))}
              <button type="button" class="quiet" id="clear" hidden>
                {UI.search.clear}
              </button>
            </details>
            <div class="articles">
              <h2 class="vh">{UI.search.results}</h2>
              <div class="found-head">
                <p role="status" id="status" />
                <label class="order">
                  {UI.search.sort}{" "}
                  <select id="sort" name="sort">
                    {ORDERS.map(([value, label]) => (
                      <option value={value}>{label}</option>
                    ))}
                  </select>
                </label>
              </div>
              <p class="notice" id="notice" hidden />
              <p class="empty" id="help" hidden />
              <div id="record" hidden />
              <button type="button" id="retry" hidden>
                {UI.search.retry}
              </button>
              <ol class="cards" id="results" />
              <button type="button" class="more" id="more" hidden>
                {UI.search.more}
              </button>
              <p class="notice" id="left" hidden />
              <button type="button" class="more" id="older" hidden>
                {UI.search.older}
              </button>
            </div>
          </div>
        </form>
      </search>
    </>
  );
}
