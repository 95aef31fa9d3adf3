/** The search page. The form is a plain GET form; src/site/browser/search.ts fills the rest. */
import type { SearchPage, SiteFrame } from "../src/site/site-data.ts";
import { UI } from "../src/site/strings.ts";
import type { Html } from "./html.ts";
import { register, text } from "./parts.tsx";

/** Orders of the results; the first is the default and stays out of the address. */
const ORDERS = [
  ["relevance", UI.search.relevance],
  ["newest", UI.search.newest],
  ["oldest", UI.search.oldest],
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
          data-pagefind={`${frame.root}pagefind/`}
          data-endpoint={frame.searchEndpoint}
        >
          <div class="query">
            <label class="vh" for="query">
              {UI.frame.searchLabel}
            </label>
            <input type="search" id="query" name="q" autocomplete="off" enterkeyhint="search" />
            <button type="submit">{UI.frame.searchButton}</button>
          </div>
          <div class="with-side" id="live" hidden>
            <details class="filters record" id="filters">
              <summary>{UI.search.filters}</summary>
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
              <p class="empty" id="help" hidden />
              <button type="button" id="retry" hidden>
                {UI.search.retry}
              </button>
              <ol class="cards" id="results" />
              <button type="button" class="more" id="more" hidden>
                {UI.search.more}
              </button>
            </div>
          </div>
        </form>
      </search>
    </>
  );
}
