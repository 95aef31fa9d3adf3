import { sha256 } from "../effects.ts";
import type { MetadataField } from "../model/metadata.ts";
import { chooseMetadata } from "./choose.ts";
import { type Body, takeBlocks } from "./html/body.ts";
import { absolute, languageTag } from "./html/json-ld.ts";
import { parsePage, readable } from "./html/page.ts";
import { compose, describeAll, domainOf } from "./html.ts";
import { itemId, openItems } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Encoding, Reading } from "./types.ts";
import { BrokenXml, brokenXml, child, readEntries, type XmlEntry } from "./xml.ts";

const ENTRIES: ReadonlySet<string> = new Set(["item"]);

/** Kinds of entry that are no article: media, menus, styles and the like. Kinds a plug-in made up are read. */
const NO_ARTICLE: ReadonlySet<string> = new Set(
  "attachment page revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face".split(
    " ",
  ),
);

/** `[caption …]text[/caption]` keeps its text; other shortcodes, which a plug-in would have replaced, hold none. */
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+|ads?|adsense|contact-form-7|rev_slider|youtube|su_\w+)\b[^\]\n]{0,1000}\]/gi;

/** Published posts of a WordPress export (WXR), in its order. Drafts, private posts, pages and media are counted. */
export function* readWxr(path: string, xml: string, encoding: Encoding): Generator<Reading> {
  const items = openItems({ path, mediaType: "application/wxr+xml" });
  const channel: Candidate[] = [];
  const left = new Map<string, number>();
  const entries = readEntries(xml, ENTRIES, {
    onOther: ({ name, text }, parents) => {
      if (parents.at(-1) !== "channel") return;
      const value = name === "title" ? readable(text) : name === "language" ? languageTag(text) : undefined;
      if (value)
        channel.push({
          field: name === "title" ? "site" : "language",
          value,
          rule: "wxr:channel",
          words: text,
          place: `channel > ${name}`,
        });
    },
  });
  let found = 0;
  try {
    for (const entry of entries) {
      const kind = textOf(entry, "wp:post_type") || "post";
      const status = textOf(entry, "wp:status") || "publish";
      const why = NO_ARTICLE.has(kind) ? kind : status !== "publish" ? status : undefined;
      if (why !== undefined) {
        left.set(why, (left.get(why) ?? 0) + 1);
        continue;
      }
      found++;
      const candidates = [...entryCandidates(entry), ...channel];
      const link = candidates.find(({ field }) => field === "url")?.value;
      if (link !== undefined) candidates.push(domainOf(link));
      const metadata = chooseMetadata(candidates);
      const body = bodyOf(entry, link);
      if (body.blocks.length === 0 && metadata.title === undefined) {
        yield* items.notice({
          severity: "fatal",
          rule: "read:no-text",
          reason: "The post has neither a title nor a text",
          line: entry.line,
          expected: ["<title>", "<content:encoded>"],
        });
        continue;
      }
      for (const notice of describeAll(body.tidied)) yield* items.notice({ ...notice, line: entry.line });
      const id = itemId(textOf(entry, "wp:post_id") || textOf(entry, "guid"), entry.source);
      yield* items.article(id, entry.line, { ...compose(metadata, body), sha256: sha256(entry.source), encoding });
    }
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    yield* items.notice(brokenXml(error, found));
  }
  if (left.size > 0 || found === 0) {
    const list = [...left].map(([name, count]) => `${count} × ${name}`).join(", ");
    yield* items.notice({
      severity: found === 0 ? "warning" : "info",
      rule: "read:left-out",
      reason: `${found === 0 ? "The export holds no published post" : "Only published posts are articles"}${list === "" ? "" : `; left out: ${list}`}`,
      line: 1,
    });
  }
  yield* items.close();
}

function textOf(entry: XmlEntry, name: string): string {
  return child(entry, name)?.text.trim() ?? "";
}

function entryCandidates(entry: XmlEntry): Candidate[] {
  const found: Candidate[] = [];
  const add = (
    field: MetadataField,
    name: string,
    rule: string,
    toValue: (words: string) => string | undefined = readable,
  ) => {
    const words = textOf(entry, name);
    const value = words === "" ? undefined : toValue(words);
    if (value) found.push({ field, value, rule: `wxr:${rule}`, words, place: `line ${entry.line}` });
  };
  const day = (words: string) => parseMachineDate(words)?.edtf;
  add("title", "title", "title");
  add("url", "link", "link", absolute);
  // The day on the site's own clock comes first; the other two are in UTC.
  add("published", "wp:post_date", "post_date", day);
  add("published", "pubdate", "pubDate", day);
  add("modified", "wp:post_modified", "post_modified", day);
  add("author", "dc:creator", "creator");
  add("description", "excerpt:encoded", "excerpt");
  for (const { name, attributes, text } of entry.children) {
    if (name !== "category" || readable(text) === "" || attributes.nicename === "uncategorized") continue;
    const field =
      attributes.domain === "category" ? "section" : attributes.domain === "post_tag" ? "keyword" : undefined;
    if (field !== undefined)
      found.push({ field, value: readable(text), rule: "wxr:category", words: text, place: `line ${entry.line}` });
  }
  return found;
}

function bodyOf(entry: XmlEntry, base: string | undefined): Body {
  const html = textOf(entry, "content:encoded").replace(SHORTCODE, "");
  // The block editor writes its own paragraphs; before it, line ends were the paragraphs.
  const keepLineEnds = !/<!--\s*wp:|<p[\s>]/i.test(html);
  const found = takeBlocks(html === "" ? undefined : parsePage(html).body, {
    keepLineEnds,
    ...(base !== undefined && { base }),
  });
  return { ...found, rule: "wxr:content", confidence: 0.95 };
}
