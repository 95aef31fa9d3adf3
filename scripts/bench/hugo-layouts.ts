/**
 * Layouts of the Hugo site, the counterparts of templates/: the same blocks in the same order over the same
 * data, written as Hugo's documentation advises (taxonomies, .Paginate, cached partials, data files for labels).
 * Keys like `people/<id>` name a page; data/labels.json holds their labels.
 */
import { FIELDS } from "../../src/model/fields.ts";
import { UI } from "../../src/site/strings.ts";

/** Blanks between tags go: our own pages have none either. */
const compact = (html: string) => `${html.replace(/\s*\n\s*/g, "").trim()}\n`;

const bdi = (value: string) => `<bdi>{{ ${value} }}</bdi>`;
/** A link to the page with this key. */
const link = (key: string) => `<a href="/{{ ${key} }}/">${bdi(`index site.Data.labels ${key}`)}</a>`;
const inline = (keys: string) => `{{ range $i, $k := ${keys} }}{{ if $i }}، {{ end }}${link("$k")}{{ end }}`;
const fact = (label: string, value: string) => `<div><dt><bdi>${label}</bdi></dt><dd>${value}</dd></div>`;
/** A ref with its note: `.k`, `.n`. */
const names = (refs: string) =>
  `<ul class="names">{{ range ${refs} }}<li>${link(".k")}{{ with .n }}<bdi class="note">{{ . }}</bdi>{{ end }}</li>{{ end }}</ul>`;
const section = (id: string, heading: string, body: string, kind = "") =>
  `<section aria-labelledby="${id}"${kind && ` class="${kind}"`}><h2 id="${id}">${heading}</h2>${body}</section>`;
/** A date view: text, datetime, key of its page, certainty. */
const date = (view: string) =>
  `{{ with ${view} }}{{ with .k }}<a href="/{{ . }}/">{{ end }}{{ if .datetime }}<time datetime="{{ .datetime }}">${bdi(".text")}</time>{{ else }}${bdi(".text")}{{ end }}{{ with .k }}</a>{{ end }}{{ with .certainty }} <bdi class="tag">{{ . }}</bdi>{{ end }}{{ end }}`;
/** Cards do not depend on the page they stand on: rendered once an article. */
const card = (page: string) => `<li>{{ partialCached "card.html" ${page} (${page}).File.Path }}</li>`;
const cards = (pages: string) => `<ol class="cards">{{ range ${pages} }}${card(".")}{{ end }}</ol>`;
const cardsOf = (ids: string) =>
  `<ol class="cards">{{ range ${ids} }}{{ with site.GetPage (printf "/articles/%s" .) }}${card(".")}{{ end }}{{ end }}</ol>`;
const eventCards = (pages: string) =>
  `<ol class="cards">{{ range ${pages} }}<li>{{ partialCached "event-card.html" . .File.Path }}</li>{{ end }}</ol>`;
const ENTRY = `<li><span class="name"><a href="{{ .RelPermalink }}">${bdi(".LinkTitle")}</a>{{ with .Params.latin }} <bdi class="latin" dir="ltr" lang="en">{{ . }}</bdi>{{ end }}{{ with .Params.note }} <bdi class="note">{{ . }}</bdi>{{ end }}</span><span class="count"><span class="vh">${UI.page.countLabel}: </span>{{ len .Pages }}</span></li>`;
const register = (pages: string) => `<ul class="register">{{ range ${pages} }}${ENTRY}{{ end }}</ul>`;
/** The same for an ordered taxonomy, whose items hold their page. */
const registerOf = (taxonomy: string) =>
  `<ul class="register">{{ range ${taxonomy} }}{{ with .Page }}${ENTRY}{{ end }}{{ end }}</ul>`;
const pager = (paginator: string) =>
  `{{ with ${paginator} }}{{ if gt .TotalPages 1 }}<nav class="pager">{{ with .Prev }}<a href="{{ .URL }}" rel="prev"><bdi>{{ .PageNumber }}</bdi></a>{{ end }}<span>{{ .PageNumber }} / {{ .TotalPages }}</span>{{ with .Next }}<a href="{{ .URL }}" rel="next"><bdi>{{ .PageNumber }}</bdi></a>{{ end }}</nav>{{ end }}{{ end }}`;
/** Lists up to twice the length of a page stay on one, as ours do; Hugo would write a redirect for each otherwise. */
const IS_LONG = "ge (len .Pages) site.Params.longList";
const paged = (whole: string, part: string) =>
  `{{ if ${IS_LONG} }}${part}${pager("$paginator")}{{ else }}${whole}{{ end }}`;
const main = (html: string) => compact(`{{ define "main" }}${html}{{ end }}`);

const BASE = `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
{{ partialCached "head.html" . }}
<title>{{ .Title }} · {{ site.Title }}</title>
{{ with .Params.description }}<meta name="description" content="{{ . }}"><meta property="og:description" content="{{ . }}">{{ end }}
<meta property="og:title" content="{{ .Title }}">
{{ block "jsonld" . }}{{ end }}
</head><body>
{{ partialCached "masthead.html" . .Section }}
<nav class="trail" aria-label="${UI.frame.breadcrumbs}"><ol><li><a href="/">${UI.frame.home}</a></li>{{ with .Parent }}{{ if and (not .IsHome) .RelPermalink }}<li><a href="{{ .RelPermalink }}"><bdi>{{ .Title }}</bdi></a></li>{{ end }}{{ end }}<li><span aria-current="page"><bdi>{{ .Title }}</bdi></span></li></ol></nav>
<main id="main" tabindex="-1">{{ block "main" . }}{{ end }}</main>
{{ partialCached "footer.html" . }}
</body></html>`;

const NAVIGATION = `{{ range site.Data.navigation }}<li><a href="{{ .url }}"><bdi>{{ .label }}</bdi></a></li>{{ end }}`;

const HEAD = `<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'">
<meta name="theme-color" content="#fbf8f2" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)">
{{ hugo.Generator }}<meta property="og:site_name" content="{{ site.Title }}"><meta property="og:locale" content="ar">
<link rel="preload" href="/fonts/naskh-arabic.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="stylesheet" href="/css/site.css"><link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="alternate" type="application/atom+xml" href="/feed.xml" title="{{ site.Title }}"><script type="module" src="/js/site.js"></script>`;

const MASTHEAD = `<a class="skip" href="#main">${UI.frame.skip}</a>
<header class="masthead"><div class="nameplate"><p class="title"><a href="/"><bdi>{{ site.Title }}</bdi></a></p><p class="motto"><bdi>{{ site.Params.description }}</bdi></p></div>
<search class="site-search" aria-label="${UI.frame.searchLabel}"><form action="/search/" method="get"><label class="vh" for="site-query">${UI.frame.searchLabel}</label><input type="search" id="site-query" name="q" autocomplete="off" enterkeyhint="search" aria-keyshortcuts="/" placeholder="${UI.frame.searchLabel}"><button type="submit">${UI.frame.searchButton}</button></form></search>
<nav class="sections" aria-label="${UI.frame.sections}"><ul>${NAVIGATION}</ul></nav></header>`;

const FOOTER = `<footer class="colophon"><p class="title"><bdi>{{ site.Title }}</bdi></p><p><bdi>{{ site.Params.description }}</bdi></p><ul>${NAVIGATION}<li><a href="/feed.xml">${UI.frame.feed}</a></li></ul></footer>`;

const CARD = `<article class="card"><p class="kicker"><span class="outlet">{{ with .Params.source }}${link(".")}{{ else }}<span class="unknown">${UI.frame.unknownSource}</span>{{ end }}</span> <span class="when">{{ with .Params.when }}${date(".")}{{ else }}<span class="unknown">${UI.frame.undated}</span>{{ end }}</span></p>
<h3><a href="{{ .RelPermalink }}">${bdi(".Title")}</a></h3>{{ with .Params.titleNote }}<p class="remark"><bdi class="tag">{{ . }}</bdi></p>{{ end }}
{{ with .Params.lead }}<p class="lead">${bdi(".")}</p>{{ end }}{{ with .Params.event }}<p class="remark">${UI.page.partOf} ${link(".")}</p>{{ end }}</article>`;

const EVENT_CARD = `<article class="card event-card"><p class="kicker"><span class="outlet">{{ len .Params.reports }}</span> {{ with .Params.when }}<span class="when">${date(".")}</span>{{ end }}</p>
<h3><a href="{{ .RelPermalink }}">${bdi(".Title")}</a></h3>{{ with .Params.participants }}<p class="lead">${inline(".")}</p>{{ end }}
{{ with .Params.outlets }}<p class="remark">{{ range $i, $o := . }}{{ if $i }}، {{ end }}<bdi>{{ $o }}</bdi>{{ end }}</p>{{ end }}</article>`;

const EVIDENCE = `<section class="evidence" aria-labelledby="evidence"><details><summary><h2 id="evidence">${UI.evidence.heading}</h2></summary><p class="note">${UI.evidence.intro}</p>
{{ with .Params.evidence }}<h3>${UI.evidence.values}</h3><dl class="values">{{ range . }}<div><dt>${bdi(".field")}</dt>{{ range .values }}<dd>
<p class="value">{{ if .k }}${link(".k")}{{ else }}${bdi(".value")}{{ end }}</p>
{{ with .x }}<p class="words"><bdi>{{ index . 0 }}<mark>{{ index . 1 }}</mark>{{ index . 2 }}</bdi>{{ end }}{{ with .anchor }} <a href="{{ . }}">${UI.evidence.show}</a>{{ end }}{{ if .x }}</p>{{ end }}
{{ with .documents }}<p class="words">${UI.evidence.inferredFrom}: ${inline(".")}</p>{{ end }}
<p class="why"><span>${UI.evidence.rule}: ${bdi("index site.Data.rules .rule")} <code><bdi class="latin" dir="ltr" lang="en">{{ .rule }}</bdi></code></span> <span>${UI.evidence.confidence}: ${bdi(".confidence")}</span>{{ with .note }} ${bdi(".")}{{ end }}</p></dd>{{ end }}</div>{{ end }}</dl>{{ end }}
{{ with .Params.removed }}<h3>${UI.evidence.removed}</h3><p class="note">${UI.evidence.removedIntro}</p><ul class="removed">{{ range . }}<li><del>${bdi(".text")}</del> <bdi class="tag">{{ .reason }}</bdi></li>{{ end }}</ul>{{ end }}
<h3 id="raw">${UI.evidence.raw}</h3><p class="note">${UI.evidence.rawIntro}</p><dl class="provenance">${fact(UI.evidence.path, '<bdi class="latin" dir="ltr" lang="en">{{ .Params.rawPath }}</bdi>')}${fact(UI.evidence.sha256, '<bdi class="latin" dir="ltr" lang="en">{{ .Params.rawSha256 }}</bdi>')}</dl>
<div class="raw">{{ range .Params.raw }}{{ if .r }}<del id="{{ .i }}" data-reason="{{ .r }}">{{ .t }}</del>{{ else if .i }}<mark id="{{ .i }}" data-fields="{{ .f }}">{{ .t }}</mark>{{ else }}{{ replace (htmlEscape .t) "\\n" "<br>" | safeHTML }}{{ end }}{{ end }}</div></details></section>`;

const RECORD_ROWS = [
  [FIELDS.people.label, "people"],
  [FIELDS.organizations.label, "organizations"],
  [FIELDS.places.label, "places"],
  [FIELDS.topics.label, "topics"],
  [FIELDS.citedAgencies.label, "citedAgencies"],
] as const;

const ARTICLE = `<article class="story"><header class="story-head">{{ with .Params.event }}<p class="kicker">${UI.page.partOf} ${link(".")}</p>{{ end }}<h1>${bdi(".Title")}</h1>{{ with .Params.titleNote }}<p class="remark"><bdi class="tag">{{ . }}</bdi></p>{{ end }}
<dl class="byline">${fact(FIELDS.source.label, `{{ with .Params.source }}${link(".")}{{ else }}<span class="unknown">${UI.frame.unknown}</span>{{ end }}`)}{{ with .Params.provider }}${fact(FIELDS.provider.label, link("."))}{{ end }}{{ with .Params.authors }}${fact(FIELDS.authors.label, "{{ range $i, $a := . }}{{ if $i }}، {{ end }}<bdi>{{ $a }}</bdi>{{ end }}")}{{ end }}{{ range .Params.dates }}${fact("{{ .kind }}", date("."))}{{ end }}</dl></header>
<div class="story-body">{{ with .Params.outline }}<nav class="outline" aria-labelledby="outline"><h2 id="outline">${UI.page.outline}</h2><ol>{{ range . }}<li><a href="#{{ .id }}">${bdi(".text")}</a></li>{{ end }}</ol></nav>{{ end }}
<div class="prose">{{ .Content }}</div>{{ with .Params.links }}${section("links", UI.page.links, '<ul>{{ range . }}<li><a href="{{ .url }}" rel="external nofollow"><bdi>{{ .label }}</bdi></a></li>{{ end }}</ul>', "links")}{{ end }}</div>
<aside class="record" aria-labelledby="record"><h2 id="record">${UI.page.record}</h2><dl>{{ with .Params.eventPlace }}${fact(FIELDS.eventPlace.label, link("."))}{{ end }}{{ with .Params.datelinePlace }}${fact(FIELDS.datelinePlace.label, link("."))}{{ end }}${RECORD_ROWS.map(([label, key]) => `{{ with .Params.record.${key.toLowerCase()} }}${fact(label, names("."))}{{ end }}`).join("")}{{ with .Params.unknown }}${fact(UI.evidence.unknown, `<ul class="names unknown">{{ range . }}<li>${bdi(".")}</li>{{ end }}</ul>`)}{{ end }}</dl></aside></article>
<nav class="neighbours" aria-label="${UI.page.neighbours}">{{ with .Params.earlier }}<a href="/{{ . }}/" rel="prev"><span>${UI.page.earlier}</span>${bdi("index site.Data.labels .")}</a>{{ end }}{{ with .Params.later }}<a href="/{{ . }}/" rel="next"><span>${UI.page.later}</span>${bdi("index site.Data.labels .")}</a>{{ end }}</nav>
{{ partial "evidence.html" . }}
{{ with .Params.sameEvent }}${section("same-event", UI.page.sameEvent, cardsOf("."), "shelf")}{{ end }}{{ with .Params.duplicates }}${section("duplicates", UI.page.duplicates, cardsOf("."), "shelf")}{{ end }}
{{ with .Params.related }}${section("related", UI.page.related, `<ol class="cards">{{ range . }}{{ $shared := .shared }}{{ with site.GetPage (printf "/articles/%s" .id) }}<li>{{ partialCached "card.html" . .File.Path }}{{ with $shared }}<p class="remark">${UI.page.shared}: ${inline(".")}</p>{{ end }}</li>{{ end }}{{ end }}</ol>`, "shelf")}{{ end }}`;

const JSON_LD = `{{ define "jsonld" }}<script type="application/ld+json">{{ $mentions := slice }}{{ range .Params.record }}{{ range . }}{{ $mentions = $mentions | append (dict "@type" "Thing" "name" (index site.Data.labels .k) "url" (printf "/%s/" .k)) }}{{ end }}{{ end }}{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "inLanguage" "ar" "datePublished" (.Params.when).datetime "mentions" $mentions | jsonify | safeJS }}</script>{{ end }}`;

const HEADER = `<header class="page-head"><h1>${bdi(".Title")}</h1><p class="total">{{ len .Pages }}</p></header>`;

const years = (groups: string) =>
  section(
    "in-time",
    UI.page.inTime,
    `{{ range ${groups} }}<section class="year"><h3>{{ if eq .Key "0001" }}${UI.frame.undated}{{ else }}{{ .Key }}{{ end }}</h3>${cards(".Pages")}</section>{{ end }}`,
    "in-time",
  );

const TERM = `<header class="page-head"><p class="kicker"><bdi>{{ .Data.Singular }}</bdi></p><h1>${bdi(".Title")}</h1>{{ with .Params.latin }}<p class="latin-name"><bdi class="latin" dir="ltr" lang="en">{{ . }}</bdi></p>{{ end }}{{ with .Params.description }}<p class="standfirst">${bdi(".")}</p>{{ end }}<p class="total">{{ len .Pages }} · <a href="/search/?{{ .Section }}={{ .Title }}">${UI.page.searchWithin}</a></p></header>
<div class="with-side"><div>${paged(years('.Pages.GroupByDate "2006"'), `{{ $paginator := .Paginate (.Pages.GroupByDate "2006") }}${years("$paginator.PageGroups")}`)}
{{ with .Params.events }}${section("in-events", UI.page.inEvents, `<ol class="cards">{{ range . }}{{ with site.GetPage (printf "/%s" .) }}<li>{{ partialCached "event-card.html" . .File.Path }}</li>{{ end }}{{ end }}</ol>`, "shelf")}{{ end }}
{{ with .Params.writtenAs }}${section("written-as", UI.page.writtenAs, `<section class="scroll"><table><thead><tr><th scope="col">${UI.page.outlet}</th><th scope="col">${UI.page.forms}</th><th scope="col">${UI.page.titles}</th></tr></thead><tbody>{{ range . }}<tr><th scope="row">{{ with .outlet }}${link(".")}{{ else }}<span class="unknown">${UI.frame.unknownSource}</span>{{ end }}</th><td>{{ range $i, $f := .forms }}{{ if $i }}، {{ end }}${bdi("$f.form")}<span class="times"> ×{{ $f.count }}</span>{{ end }}</td><td>{{ range $i, $r := .roles }}{{ if $i }}، {{ end }}${bdi("$r")}{{ end }}</td></tr>{{ end }}</tbody></table></section>`, "written-as")}{{ end }}</div>
<aside class="record"><dl>{{ with .Params.roles }}${fact(UI.page.roles, `<ul class="names">{{ range . }}<li>${bdi(".label")}{{ with .period }} <bdi class="note">{{ . }}</bdi>{{ end }}</li>{{ end }}</ul>`)}{{ end }}{{ with .Params.country }}${fact(UI.page.country, link("."))}{{ end }}{{ with .Params.broader }}${fact(UI.page.broader, inline("."))}{{ end }}{{ with .Params.narrower }}${fact(UI.page.narrower, inline("."))}{{ end }}{{ with .Params.otherNames }}${fact(UI.page.otherNames, `<ul class="names">{{ range . }}<li>${bdi(".")}</li>{{ end }}</ul>`)}{{ end }}{{ with .Params.sameAs }}${fact(UI.page.sameAs, '<ul class="names">{{ range . }}<li><a href="{{ . }}" rel="external"><bdi class="latin" dir="ltr" lang="en">{{ . }}</bdi></a></li>{{ end }}</ul>')}{{ end }}</dl>
{{ range .Params.with }}<h2>${bdi(".heading")}</h2><ul class="register">{{ range .refs }}<li><span class="name">${link(".k")}</span>{{ with .count }}<span class="count"><span class="vh">${UI.page.countLabel}: </span>{{ . }}</span>{{ end }}</li>{{ end }}</ul>{{ end }}</aside></div>`;

const TERMS = `${HEADER}<div class="groups">{{ range .Pages.GroupByParam "group" }}<section><h2>${bdi(".Key")}</h2>${register(".Pages")}</section>{{ end }}</div>`;

/** A year, month or day: its smaller units, then its articles. */
const TIME = `${HEADER}{{ with .Params.units }}<nav class="units" aria-label="${UI.page.parts}"><ul class="register">{{ range . }}<li><span class="name">${link(".k")}</span><span class="count"><span class="vh">${UI.page.countLabel}: </span>{{ .count }}</span></li>{{ end }}</ul></nav>{{ end }}{{ with .Params.own }}${cardsOf(".")}{{ end }}{{ if .Params.all }}${paged(cards(".Pages"), `{{ $paginator := .Paginate .Pages }}${cards("$paginator.Pages")}`)}{{ end }}`;

const UNKNOWN_SOURCE = `<span class="unknown">${UI.frame.unknownSource}</span>`;

const REPORT = `<li><article class="card"><p class="outlet">{{ with .Params.source }}${link(".")}{{ else }}${UNKNOWN_SOURCE}{{ end }}</p><h3><a href="{{ .RelPermalink }}">${bdi(".Title")}</a></h3><p class="lead">${bdi(".Params.lead")}</p>
<dl class="facts">{{ range .Params.dates }}${fact("{{ .kind }}", date("."))}{{ end }}{{ with .Params.record.people }}${fact(FIELDS.people.label, names("."))}{{ end }}{{ with .Params.record.places }}${fact(FIELDS.places.label, names("."))}{{ end }}${fact(UI.page.length, "{{ $report.length }}")}</dl></article></li>`;

const NAMING = `<p class="note">${UI.page.whoNamesNote}</p><section class="scroll" tabindex="0"><table class="naming"><thead><tr><th scope="col">${UI.page.name}</th>{{ range .Params.reports }}<th scope="col"><a href="/articles/{{ .id }}/"><bdi>{{ default "${UI.frame.unknownSource}" .outlet }}</bdi></a></th>{{ end }}</tr></thead>
<tbody>{{ range .Params.naming }}<tr><th scope="row">${link(".k")}</th>{{ range .cells }}<td>{{ with . }}<ul class="names">{{ range . }}<li>${bdi(".")}</li>{{ end }}</ul>{{ else }}<span class="absent">${UI.page.notNamed}</span>{{ end }}</td>{{ end }}</tr>{{ end }}</tbody></table></section>`;

const EVENT = `<header class="page-head"><p class="kicker">${UI.page.dossier}</p><h1>${bdi(".Title")}</h1><dl class="byline">${fact(FIELDS.event.label, `{{ with .Params.when }}${date(".")}{{ else }}<span class="unknown">${UI.frame.unknown}</span>{{ end }}`)}{{ with .Params.place }}${fact(FIELDS.eventPlace.label, link("."))}{{ end }}{{ with .Params.participants }}${fact(UI.page.participants, inline("."))}{{ end }}</dl></header>
${section("reports", UI.page.reports, `<ol class="dossier">{{ range .Params.reports }}{{ $report := . }}{{ with site.GetPage (printf "/articles/%s" .id) }}${REPORT}{{ end }}{{ end }}</ol>`, "wide")}
{{ if .Params.naming }}${section("naming", UI.page.whoNames, NAMING, "wide")}{{ end }}
{{ with .Params.onlyin }}${section("only-in", UI.page.onlyIn, `<dl class="only">{{ range . }}<div><dt>${link(".k")}</dt><dd>${inline(".refs")}</dd></div>{{ end }}</dl>`)}{{ end }}
{{ with .Params.reasons }}${section("reasons", UI.page.reasons, `<ul class="reasons">{{ range . }}<li>${bdi(".")}</li>{{ end }}</ul>`)}{{ end }}`;

const EVENTS = `${HEADER}${paged(eventCards(".Pages"), `{{ $paginator := .Paginate .Pages }}${eventCards("$paginator.Pages")}`)}`;

const HOME = `<section class="intro"><h2>${UI.page.aboutArchive}</h2><p><bdi>{{ .Params.intro }}</bdi></p></section>
<div class="front">${section("latest", UI.page.latest, cardsOf(".Params.latest"), "latest")}${section("events", UI.page.events, eventCards('first 6 (where site.RegularPages "Section" "events")'), "events")}</div>
<div class="registers">${section("people", UI.page.mostNamed, registerOf("first 12 site.Taxonomies.people.ByCount"))}${section("topics", UI.page.topics, registerOf("first 12 site.Taxonomies.topics.ByCount"))}${section("years", UI.page.years, registerOf("site.Taxonomies.years.Alphabetical"))}</div>`;

const FEED = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>{{ site.Title }}</title><id>{{ site.BaseURL }}</id>{{ range .Params.latest }}{{ with site.GetPage (printf "/articles/%s" .) }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><link href="{{ .Permalink }}"/>{{ with (.Params.when).datetime }}<updated>{{ . }}</updated>{{ end }}<summary>{{ .Params.lead }}</summary></entry>{{ end }}{{ end }}</feed>`;

const TEXT = `<header class="page-head"><h1>${bdi(".Title")}</h1></header><div class="prose">{{ .Content }}</div>`;

/** Path below layouts/ → content. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  "_default/baseof.html": compact(BASE),
  "partials/head.html": compact(HEAD),
  "partials/masthead.html": compact(MASTHEAD),
  "partials/footer.html": compact(FOOTER),
  "partials/card.html": compact(CARD),
  "partials/event-card.html": compact(EVENT_CARD),
  "partials/evidence.html": compact(EVIDENCE),
  "articles/single.html": main(ARTICLE) + compact(JSON_LD),
  "_default/term.html": main(TERM),
  "_default/terms.html": main(TERMS),
  "_default/single.html": main(TEXT),
  "events/single.html": main(EVENT),
  "events/list.html": main(EVENTS),
  ...Object.fromEntries(["years", "months", "days"].map((scale) => [`${scale}/term.html`, main(TIME)])),
  "years/terms.html": main(`${HEADER}${register(".Pages")}`),
  "index.html": main(HOME),
  "index.atom.xml": FEED,
  "404.html": main(`<header class="page-head"><h1>${UI.page.notFound}</h1></header>`),
};
