/** An index that is cut by letter: the names most named, then every letter with some of its names. */

import { UI } from "../src/site/strings.ts";
import type { LetterRef, LettersPage } from "../src/site/views/indexes.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { Html } from "./html.ts";
import { narrowBox } from "./narrow.tsx";
import { inline, register, section, text } from "./parts.tsx";

export function lettersMain(page: LettersPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{text(page.heading)}</h1>
        <p class="total">
          {text(page.total)}
          {page.hasProvisional && <> · {UI.page.provisionalMark}</>}
        </p>
      </header>
      {letterStrips(page.strips)}
      {narrowBox(page)}
      <ul class="register" id="narrowed-names" />
      <div id="whole">
        {page.registers.map((one) => section(one.id, one.heading, register(one.refs), "most"))}
        {section(
          "by-letter",
          page.isSecond ? UI.page.secondLetters : UI.page.byLetter,
          <ol class="shelves">
            {page.letters.map((letter) => (
              <li id={letter.id}>
                <a class="letter" href={letter.url}>
                  {text(letter.label)} <span class="count">{text(letter.total)}</span>
                </a>
                <p>
                  <span class="vh">{UI.page.among}: </span>
                  {inline(letter.names)}
                </p>
              </li>
            ))}
          </ol>,
        )}
      </div>
    </>
  );
}

/** The way to the other letters, and from a second letter to the others beside it. */
export function letterStrips(strips: readonly (readonly LetterRef[])[]): Html {
  return (
    <>
      {strips.map((letters, depth) => (
        <nav class="letters strip" aria-label={depth === 0 ? UI.page.letters : UI.page.secondLetters}>
          <ul>
            {letters.map((letter) => (
              <li>
                <a href={letter.url} aria-current={letter.here && (letter.here === "page" ? "page" : "true")}>
                  {text(letter.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </>
  );
}
