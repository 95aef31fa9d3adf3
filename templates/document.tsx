/** The document around a page: head, masthead, breadcrumbs, footer. */

import { UI, VIEW } from "../src/site/strings.ts";
import type { Page, Ref, SiteFrame } from "../src/site/views/parts.ts";
import { type Html, render } from "./html.ts";
import { text } from "./parts.tsx";

export interface DocumentParts {
  /** Content of <main>. */
  readonly main: Html;
  /** Class of <body>: the page's kind. */
  readonly kind: string;
  /** Pages above this one, from the top; the home page and this page are added. Absent: no breadcrumbs. */
  readonly trail?: readonly Ref[];
  /** Names of scripts (js/<name>.js) beside the one every page has. */
  readonly scripts?: readonly string[];
  /** Names of style sheets (css/<name>.css) beside the one every page has. */
  readonly styles?: readonly string[];
  /** Where a browser goes on to at once. */
  readonly moveTo?: string;
  /** The page is a work of its own, not a list. */
  readonly isArticle?: boolean;
  /** Names and contents of further `<meta>`. */
  readonly meta?: readonly (readonly [name: string, content: string])[];
  /** Keep the page out of search engines. */
  readonly noIndex?: boolean;
}

/** Everything comes from the site itself. The search page alone may ask the host that the archive's configuration names. */
function policyOf({ searchEndpoint }: SiteFrame, section: string | undefined): string {
  const asks = section === "search" && searchEndpoint !== undefined;
  return [
    "default-src 'self'",
    ...(asks ? [`connect-src 'self' ${new URL(searchEndpoint).origin}`] : []),
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Search engines and tabs show about so many characters of a title. */
const TITLE_LENGTH = 70;

/** A whole document, doctype included. */
export function renderDocument(page: Page, frame: SiteFrame, parts: DocumentParts): string {
  const shell = shellOf(frame, parts.kind === "home", page.section);
  return [
    '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head>',
    shell.head,
    render(<PageHead page={page} frame={frame} noIndex={parts.noIndex === true} />),
    (parts.meta ?? []).map(([name, content]) => render(<meta name={name} content={content} />)).join(""),
    parts.isArticle === true ? render(<meta property="og:type" content="article" />) : "",
    page.jsonLd === undefined ? "" : `<script type="application/ld+json">${page.jsonLd}</script>`,
    (parts.styles ?? []).map((name) => render(stylesheet(frame, name))).join(""),
    parts.moveTo === undefined ? "" : render(<meta http-equiv="refresh" content={`0; url=${parts.moveTo}`} />),
    (parts.scripts ?? []).map((name) => render(script(frame, name))).join(""),
    `</head><body class="page-${parts.kind}">`,
    shell.masthead,
    parts.trail === undefined ? "" : render(<Breadcrumbs page={page} frame={frame} trail={parts.trail} />),
    render(
      <main id="main" tabindex={-1}>
        {parts.main}
      </main>,
    ),
    shell.footer,
    "</body></html>\n",
  ].join("");
}

/** The navigation's entry for the page's section, to stand in the breadcrumbs. */
export function sectionTrail(page: Page, frame: SiteFrame): readonly Ref[] {
  const entry = frame.navigation.find((item) => item.key === page.section);
  return entry && entry.url !== page.url ? [entry] : [];
}

/**
 * A value for a place where no element can isolate it (a title, a label). One that holds Latin letters or direction
 * marks stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
 */
export function isolate(value: string): string {
  return /[A-Za-z\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(value) ? `\u2068${value}\u2069` : value;
}

/** The page's title and the site's, together no longer than a tab shows; long headlines are cut at a word. */
export function formatTitle(title: string, site: string): string {
  const tail = ` · ${site}`;
  if (title === site) return site;
  const room = TITLE_LENGTH - tail.length - 2;
  if (title.length <= room) return `${isolate(title)}${tail}`;
  const cut = title.slice(0, room);
  const end = cut.lastIndexOf(" ");
  return `${isolate(`${end > room / 2 ? cut.slice(0, end) : cut}…`)}${tail}`;
}

function PageHead({ page, frame, noIndex }: { page: Page; frame: SiteFrame; noIndex: boolean }): Html {
  const address = frame.origin === undefined ? undefined : frame.origin + page.url;
  return (
    <>
      <title>{formatTitle(page.title, frame.title)}</title>
      {page.description !== undefined && <meta name="description" content={page.description} />}
      {noIndex && <meta name="robots" content="noindex" />}
      {address !== undefined && !noIndex && <link rel="canonical" href={address} />}
      <meta property="og:title" content={page.title} />
      {page.description !== undefined && <meta property="og:description" content={page.description} />}
      {address !== undefined && <meta property="og:url" content={address} />}
    </>
  );
}

function Breadcrumbs({ page, frame, trail }: { page: Page; frame: SiteFrame; trail: readonly Ref[] }): Html {
  return (
    <nav class="trail" aria-label={UI.frame.breadcrumbs}>
      <ol>
        <li>
          <a href={frame.homeUrl}>{UI.frame.home}</a>
        </li>
        {trail.map((ref) => (
          <li>
            <a href={ref.url}>{text(ref.label)}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{text(page.crumb ?? page.title)}</span>
        </li>
      </ol>
    </nav>
  );
}

interface Shell {
  readonly head: string;
  readonly masthead: string;
  readonly footer: string;
}

/** What depends on the frame alone is rendered once a section, not once a page. */
const shells = new WeakMap<SiteFrame, Map<string, Shell>>();

function shellOf(frame: SiteFrame, isHome: boolean, section: string | undefined): Shell {
  const known = shells.get(frame) ?? new Map<string, Shell>();
  shells.set(frame, known);
  const key = `${isHome}/${section ?? ""}`;
  const shell = known.get(key) ?? {
    head: render(<FrameHead frame={frame} section={section} />),
    masthead: render(<Masthead frame={frame} isHome={isHome} section={section} />),
    footer: render(<Footer frame={frame} />),
  };
  known.set(key, shell);
  return shell;
}

function versioned(frame: SiteFrame, path: string): string {
  return `${frame.root}${path}?v=${frame.assetVersion}`;
}

function script(frame: SiteFrame, name: string): Html {
  return <script type="module" src={versioned(frame, `js/${name}.js`)} />;
}

function stylesheet(frame: SiteFrame, name: string): Html {
  return <link rel="stylesheet" href={versioned(frame, `css/${name}.css`)} />;
}

function FrameHead({ frame, section }: { frame: SiteFrame; section: string | undefined }): Html {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policyOf(frame, section)} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf8f2" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)" />
      <meta name="generator" content={frame.generator} />
      <meta property="og:site_name" content={frame.title} />
      <meta property="og:locale" content="ar" />
      <link
        rel="preload"
        href={`${frame.root}fonts/naskh-arabic.woff2`}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      {stylesheet(frame, "site")}
      <link rel="icon" type="image/svg+xml" href={versioned(frame, "icon.svg")} />
      {frame.feedUrl !== undefined && (
        <link rel="alternate" type="application/atom+xml" href={frame.feedUrl} title={frame.title} />
      )}
      {script(frame, "site")}
    </>
  );
}

function Masthead(props: { frame: SiteFrame; isHome: boolean; section: string | undefined }): Html {
  const { frame, isHome } = props;
  const name = (
    <a href={frame.homeUrl} aria-current={isHome ? "page" : undefined}>
      {text(frame.title)}
    </a>
  );
  return (
    <>
      <a class="skip" href="#main">
        {UI.frame.skip}
      </a>
      <header class="masthead">
        {isHome ? <h1 class="title">{name}</h1> : <p class="title">{name}</p>}
        <search class="site-search" aria-label={UI.frame.searchLabel}>
          <form action={frame.searchUrl} method="get">
            <label class="vh" for="site-query">
              {UI.frame.searchLabel}
            </label>
            <input
              type="search"
              id="site-query"
              name="q"
              autocomplete="off"
              enterkeyhint="search"
              aria-keyshortcuts="/"
              placeholder={UI.frame.searchLabel}
            />
            <button type="submit">{UI.frame.searchButton}</button>
          </form>
        </search>
        <nav class="sections" aria-label={UI.frame.sections}>
          <ul>
            {frame.navigation.map((item) => (
              <li>
                <a href={item.url} aria-current={item.key === props.section ? "true" : undefined}>
                  {text(item.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
    </>
  );
}

function Footer({ frame }: { frame: SiteFrame }): Html {
  return (
    <footer class="colophon">
      <p class="title">{text(frame.title)}</p>
      <p>{text(frame.description)}</p>
      <ul>
        {frame.navigation.map((item) => (
          <li>
            <a href={item.url}>{text(item.label)}</a>
          </li>
        ))}
        <li>
          <a href={frame.reviewUrl}>{VIEW.review}</a>
        </li>
        <li>
          <a href={frame.tableUrl} download>
            {UI.frame.table}
          </a>
        </li>
        {frame.feedUrl !== undefined && (
          <li>
            <a href={frame.feedUrl}>{UI.frame.feed}</a>
          </li>
        )}
      </ul>
      <p hidden>
        <label>
          <input type="checkbox" id="shortcut" checked /> {UI.frame.shortcut}
        </label>
      </p>
    </footer>
  );
}
