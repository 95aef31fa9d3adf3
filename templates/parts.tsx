/**
 * The small pieces every page is made of. They are plain functions, not components: lists call them thousands of
 * times. Every value from the archive stands in <bdi>, so that a Latin name or a stray direction mark stays inside.
 */

import { directionOf, formatNumber, UI, VIEW } from "../src/site/strings.ts";
import type { IndexEntry } from "../src/site/views/indexes.ts";
import type { DateView, Pager, Ref } from "../src/site/views/parts.ts";
import type { Children, Html } from "./html.ts";

/** A value of unknown direction. */
export function text(value: string): Html {
  return <bdi dir={directionOf(value)}>{value}</bdi>;
}

/** A word and the Arabic punctuation that a typist parted from it by a space. */
const PARTED = /(\S+ [،؛:؟!»”]+)/;

/** A headline: punctuation does not begin a line, even where the text puts a space before it. */
export function headline(value: string): Html {
  if (!PARTED.test(value)) return text(value);
  const parts = value.split(PARTED);
  return (
    <bdi dir={directionOf(value)}>
      {parts.map((part, i) => (i % 2 === 1 ? <span class="together">{part}</span> : part))}
    </bdi>
  );
}

/** Latin text: addresses, hashes, names in Latin letters. */
export function latin(value: string): Html {
  return (
    <bdi class="latin" dir="ltr" lang="en">
      {value}
    </bdi>
  );
}

/** A link to a page of this site. */
export function link(ref: Ref): Html {
  return <a href={ref.url}>{text(ref.label)}</a>;
}

/** A link, or «غير معروف». */
export function linkOrUnknown(ref: Ref | undefined, unknown: string = UI.frame.unknown): Html {
  return ref ? link(ref) : <span class="unknown">{unknown}</span>;
}

/** Links in running text, parted by the Arabic comma; a note stands after its link in brackets. */
export function inline(refs: readonly Ref[]): Children {
  return refs.map((ref, i) => (
    <>
      {i > 0 && "، "}
      {link(ref)}
      {ref.note !== undefined && (
        <span class="note">
          {" ("}
          {text(ref.note)})
        </span>
      )}
    </>
  ));
}

/** Links as a list of names. */
export function names(refs: readonly Ref[]): Html {
  return (
    <ul class="names">
      {refs.map((ref) => (
        <li>
          {link(ref)}
          {ref.note !== undefined && <bdi class="note">{ref.note}</bdi>}
        </li>
      ))}
    </ul>
  );
}

/** Names with their counts, as a register's index sets them: name, dotted leader, figure. */
export function register(refs: readonly (Ref & Partial<IndexEntry>)[]): Html {
  return (
    <ul class="register">
      {refs.map((ref) => (
        <li data-names={ref.otherNames?.join(" ")}>
          {ref.isProvisional === true ? (
            <span class="made">
              {link(ref)} <span aria-hidden="true">*</span>
              <span class="vh">({VIEW.provisional})</span>
            </span>
          ) : (
            link(ref)
          )}
          {ref.count !== undefined && (
            <span class="count">
              <span class="vh">{UI.page.countLabel}: </span>
              {formatNumber(ref.count)}
            </span>
          )}
          {(ref.latin !== undefined || ref.note !== undefined) && (
            <span class="more-of">
              {ref.latin !== undefined && latin(ref.latin)}
              {ref.latin !== undefined && ref.note !== undefined && " · "}
              {ref.note !== undefined && text(ref.note)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The date alone, linked to its page where it has one. */
export function date(view: DateView): Html {
  const words = view.datetime === undefined ? text(view.text) : <time datetime={view.datetime}>{text(view.text)}</time>;
  return view.url === undefined ? words : <a href={view.url}>{words}</a>;
}

/** The date with how sure it is. */
export function dateWithCertainty(view: DateView): Html {
  return (
    <>
      {date(view)}
      {view.certainty !== undefined && <> {tag(view.certainty)}</>}
    </>
  );
}

/** A short qualifying word: «تقريبي», «عنوان مبتور». */
export function tag(words: string): Html {
  return <bdi class="tag">{words}</bdi>;
}

/** One row of a list of facts; nothing when there is nothing to say. */
export function fact(label: string, value: Children): Html {
  return (
    <div>
      <dt>{text(label)}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Older and newer pages of a long list. */
export function pager(view: Pager | undefined): Html {
  if (view === undefined) return null;
  return (
    <nav class="pager" aria-label={view.label}>
      {view.newer && (
        <a href={view.newer.url} rel="prev">
          {text(view.newer.label)}
        </a>
      )}
      <span>{text(view.label)}</span>
      {view.older && (
        <a href={view.older.url} rel="next">
          {text(view.older.label)}
        </a>
      )}
    </nav>
  );
}

/** A section with its heading, named by it. */
export function section(id: string, heading: string, body: Children, kind = ""): Html {
  return (
    <section aria-labelledby={id} class={kind || undefined}>
      <h2 id={id}>{heading}</h2>
      {body}
    </section>
  );
}

/** Links to what lies just before and after in time. */
export function neighbours({ earlier, later }: { readonly earlier?: Ref; readonly later?: Ref }): Html {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label={UI.page.neighbours}>
      {earlier && (
        <a href={earlier.url} rel="prev">
          <span>{UI.page.earlier}</span>
          {text(earlier.label)}
        </a>
      )}
      {later && (
        <a href={later.url} rel="next">
          <span>{UI.page.later}</span>
          {text(later.label)}
        </a>
      )}
    </nav>
  );
}
