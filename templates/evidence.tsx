/** «من أين جاء هذا؟»: every value with its rule and its words, what was removed, and the raw text with its marks. */

import { directionOf, UI } from "../src/site/strings.ts";
import type { AlternativeView, ArticlePage, EvidenceView, RawPiece } from "../src/site/views/article.ts";
import type { Children, Html } from "./html.ts";
import { fact, inline, latin, text } from "./parts.tsx";

export function evidenceSection(page: ArticlePage): Html {
  return (
    <section class="evidence" aria-labelledby="evidence" data-raw={page.rawSha256}>
      <details>
        <summary>
          <h2 id="evidence">{UI.evidence.heading}</h2>
        </summary>
        <p class="note">{UI.evidence.intro}</p>
        {page.evidence.length > 0 && (
          <>
            <h3>{UI.evidence.values}</h3>
            <dl class="values">
              {byField(page.evidence).map(([field, views]) => (
                <div>
                  <dt>{text(field)}</dt>
                  {views.map((view) => (
                    <dd data-field={view.name} data-value={view.id}>
                      {evidence(view)}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </>
        )}
        <p class="source-link">
          <a href={page.correctUrl}>{UI.evidence.correctArticle}</a>
        </p>
        {page.removed.length > 0 && (
          <>
            <h3>{UI.evidence.removed}</h3>
            <p class="note">{UI.evidence.removedIntro}</p>
            <ul class="removed">
              {page.removed.map((item) => (
                <li>
                  <del>{text(item.text)}</del> <bdi class="tag">{item.reason}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3 id="raw">{UI.evidence.raw}</h3>
        <p class="note">{UI.evidence.rawIntro}</p>
        <dl class="provenance">
          {fact(UI.evidence.path, latin(page.rawPath))}
          {fact(UI.evidence.sha256, latin(page.rawSha256))}
          {page.merged.map((raw) => (
            <>
              {fact(UI.evidence.mergedPath, latin(raw.rawPath))}
              {fact(UI.evidence.sha256, latin(raw.rawSha256))}
            </>
          ))}
        </dl>
        <div class="raw">{page.raw.map(piece)}</div>
      </details>
    </section>
  );
}

/** One value: what it is, how sure, the words it was read from, by which rule. */
function evidence(view: EvidenceView): Html {
  return (
    <>
      <p class="value">{view.url === undefined ? text(view.value) : <a href={view.url}>{text(view.value)}</a>}</p>
      {view.excerpt && (
        <p class="words">
          <bdi dir={directionOf(view.excerpt.before + view.excerpt.words + view.excerpt.after)}>
            {view.excerpt.before}
            <mark>{view.excerpt.words}</mark>
            {view.excerpt.after}
          </bdi>
          {view.anchor !== undefined && (
            <>
              {" "}
              <a href={view.anchor}>{UI.evidence.show}</a>
            </>
          )}
        </p>
      )}
      {view.documents.length > 0 && (
        <p class="words">
          {UI.evidence.inferredFrom}: {inline(view.documents)}
        </p>
      )}
      <p class="why">
        {UI.evidence.rule}: {view.ruleLabel} <code dir="ltr">{view.rule}</code> · {UI.evidence.confidence}:{" "}
        {view.confidenceLabel}
        {view.note !== undefined && <> · {text(view.note)}</>} · <a href={view.correctUrl}>{UI.evidence.correct}</a>
      </p>
      {view.alternatives !== undefined && (
        <>
          <p class="why">
            {UI.evidence.alternatives}
            {view.chosenBy !== undefined && <> ({text(view.chosenBy)})</>}:
          </p>
          <ul class="lost">{view.alternatives.map(alternative)}</ul>
        </>
      )}
    </>
  );
}

/** A candidate that was not chosen: its value, its words where they say more, its rule. */
function alternative({ value, excerpt: { before, words, after }, rule, ruleLabel }: AlternativeView): Html {
  const isMore = before !== "" || after !== "" || words !== value;
  return (
    <li>
      {text(value)}
      {isMore && (
        <>
          {" "}
          <q>
            <bdi dir={directionOf(before + words + after)}>
              {before}
              <b>{words}</b>
              {after}
            </bdi>
          </q>
        </>
      )}{" "}
      <span class="why">
        {text(ruleLabel)} <code dir="ltr">{rule}</code>
      </span>
    </li>
  );
}

/** Neighbouring values of the same field together; the order stays. */
function byField(views: readonly EvidenceView[]): readonly (readonly [string, readonly EvidenceView[]])[] {
  const groups = new Map<string, EvidenceView[]>();
  for (const view of views) {
    const group = groups.get(view.field);
    if (group) group.push(view);
    else groups.set(view.field, [view]);
  }
  return [...groups];
}

/** A piece of the raw text as it is: marked, struck or plain. */
function piece(view: RawPiece): Children {
  const words = lines(view.text);
  if (view.removed !== undefined)
    return (
      <del id={view.id} data-reason={view.removed}>
        {words}
      </del>
    );
  if (view.fields === undefined) return words;
  // Where marks overlap, the words are cut into pieces: only one that begins a mark is labelled.
  return (
    <mark id={view.id} data-fields={view.id === undefined ? undefined : view.fields.join("، ")}>
      {words}
    </mark>
  );
}

/** Line breaks as <br>: the parser of HTML would drop a first one and turn carriage returns into others. */
function lines(words: string): Children {
  const parts = words.split(/\r\n?|\n/);
  return parts.length === 1
    ? words
    : parts.map((part, i) => (
        <>
          {i > 0 && <br />}
          {part}
        </>
      ));
}
