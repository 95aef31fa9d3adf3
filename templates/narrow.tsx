/** The box that narrows an index to the names meant; a script shows it. */
import { UI } from "../src/site/strings.ts";
import type { IndexPage, LettersPage } from "../src/site/views/indexes.ts";
import type { Html } from "./html.ts";

/** Of an index that is cut by letter the names are fetched: from where and under which letters stands beside it. */
export function narrowBox(page: Pick<IndexPage, "hasProvisional"> & Partial<Pick<LettersPage, "names">>): Html {
  return (
    <p class="narrow" id="narrow" data-names={page.names?.folder} data-letters={page.names?.letters} hidden>
      <label for="narrow-words">{page.names === undefined ? UI.page.filter : UI.page.findName}</label>
      <input type="search" id="narrow-words" autocomplete="off" aria-describedby="narrow-hint" />
      <span class="note" id="narrow-hint">
        {UI.page.filterHint}
      </span>
      {page.hasProvisional && (
        <label>
          <input type="checkbox" id="narrow-known" /> {UI.page.knownOnly}
        </label>
      )}
      <span role="status" id="narrowed" />
    </p>
  );
}
